package chart

import (
	"image/color"

	"gonum.org/v1/plot/vg"
)

// Role is the part that a colour plays. What colour plays it is for the Theme.
type Role uint8

// The roles. Auto is the zero value: the figure chooses.
const (
	Auto   Role = iota
	Paper       // the ground
	Ink         // text, axes
	Muted       // second text, ticks
	Grid        // hairlines behind the data
	Accent      // the user's point
	S1          // the series, in order
	S2
	S3
	S4
	S5
	numRoles
)

// NumSeries is how many series have a colour of their own. More could not be
// told apart by readers who see fewer colours.
const NumSeries = int(numRoles - S1)

// SeriesRole returns the role of the i-th series, from 0; after the fifth they
// begin anew.
func SeriesRole(i int) Role { return S1 + Role(i%NumSeries) }

// parts has for each role the stem of its class and CSS variable, and the
// pattern and the marker that stand for it where colour cannot.
var parts = [numRoles]struct {
	name   string
	dash   []vg.Length
	marker Marker
}{
	Paper:  {name: "paper"},
	Ink:    {name: "ink", dash: []vg.Length{6, 4}, marker: Circle},
	Muted:  {name: "muted", dash: []vg.Length{6, 4}, marker: Circle},
	Grid:   {name: "grid", dash: []vg.Length{6, 4}, marker: Circle},
	Accent: {name: "accent", dash: []vg.Length{6, 4}, marker: Circle},
	S1:     {"s1", []vg.Length{6, 4}, Circle},
	S2:     {"s2", []vg.Length{2, 3}, Square},
	S3:     {"s3", []vg.Length{9, 3, 2, 3}, Triangle},
	S4:     {"s4", []vg.Length{12, 4}, Diamond},
	S5:     {"s5", []vg.Length{4, 2, 4, 5}, Wedge},
}

// Name returns the stem of the role's CSS names: the class lf-s1, the variable
// --lf-s1.
func (r Role) Name() string {
	if r >= numRoles {
		return ""
	}
	return parts[r].name
}

// Dash returns the dash pattern of the role, dashes and gaps in pixels.
func (r Role) Dash() []vg.Length {
	if r >= numRoles {
		return nil
	}
	return parts[r].dash
}

// Marker returns the marker of the role.
func (r Role) Marker() Marker {
	if r >= numRoles {
		return Circle
	}
	return max(Circle, parts[r].marker)
}

// Theme is a set of colours for the roles. The zero Theme has none; use Light
// or Dark.
type Theme struct {
	Name   string // "light", "dark"
	colors [numRoles]color.RGBA
}

// The themes. The colours of the series can be told from each other by readers
// with protanopia, deuteranopia and tritanopia (Machado et al. 2009, CIE76
// ΔE ≥ 16 for any two) and stand out from the ground by 3:1 and more; those of
// text by 4.5:1 (WCAG 2.2, 1.4.11 and 1.4.3). The light ones are from Okabe and
// Ito, Color Universal Design (2008), without those too light for white.
var (
	Light = Theme{"light", [numRoles]color.RGBA{
		Paper: rgb(0xffffff), Ink: rgb(0x111827), Muted: rgb(0x4b5563), Grid: rgb(0xe5e7eb), Accent: rgb(0x7f1d1d),
		S1: rgb(0x000000), S2: rgb(0x0072b2), S3: rgb(0xd55e00), S4: rgb(0xcc79a7), S5: rgb(0x009e73),
	}}
	Dark = Theme{"dark", [numRoles]color.RGBA{
		Paper: rgb(0x111827), Ink: rgb(0xe5e7eb), Muted: rgb(0x9ca3af), Grid: rgb(0x2b3648), Accent: rgb(0xfdba74),
		S1: rgb(0x56b4e9), S2: rgb(0xf0e442), S3: rgb(0xd55e00), S4: rgb(0x0072b2), S5: rgb(0xcc79a7),
	}}
)

func rgb(v uint32) color.RGBA {
	return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
}

// Color returns the colour of the role, opaque.
func (t Theme) Color(r Role) Color { return t.Tint(r, 1) }

// Tint returns the colour of the role with an opacity from 0 to 1.
func (t Theme) Tint(r Role, opacity float64) Color {
	if r == Auto || r >= numRoles {
		r = Ink
	}
	c := t.colors[r]
	return Color{Role: r, nrgba: color.NRGBA{c.R, c.G, c.B, uint8(opacity*255 + 0.5)}}
}

// Color is a color.Color that knows its role. An SVG for a page has its class,
// everything else its value in the theme it was made for.
type Color struct {
	Role  Role
	nrgba color.NRGBA
}

// RGBA implements color.Color.
func (c Color) RGBA() (r, g, b, a uint32) { return c.nrgba.RGBA() }

// Class implements svg.Classer.
func (c Color) Class() string { return classes[c.Role] }

// classes are the names of the roles as classes.
var classes = func() (names [numRoles]string) {
	for r, p := range parts {
		names[r] = prefix + p.name
	}
	return names
}()
