package chart

import (
	"image/color"
	"math"
	"regexp"
	"strings"
	"testing"
)

// linearLight returns the linear-light components of a colour, 0 to 1 (IEC 61966-2-1).
func linearLight(c color.RGBA) [3]float64 {
	var out [3]float64
	for i, v := range [...]uint8{c.R, c.G, c.B} {
		s := float64(v) / 255
		if s <= 0.04045 {
			out[i] = s / 12.92
		} else {
			out[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return out
}

// contrast is the contrast ratio of WCAG 2.2.
func contrast(a, b color.RGBA) float64 {
	lum := func(c color.RGBA) float64 {
		l := linearLight(c)
		return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
	}
	hi, lo := max(lum(a), lum(b)), min(lum(a), lum(b))
	return (hi + 0.05) / (lo + 0.05)
}

func TestContrast(t *testing.T) {
	// The definition's own ends: black on white is 21, a colour on itself 1.
	if got := contrast(rgb(0), rgb(0xffffff)); math.Abs(got-21) > 1e-9 {
		t.Fatalf("contrast of black on white is %v", got)
	}
	for _, th := range []Theme{Light, Dark} {
		for r := Ink; r < numRoles; r++ {
			least := 3.0 // graphics, WCAG 1.4.11
			switch r {
			case Ink, Muted, Accent:
				least = 4.5 // text, WCAG 1.4.3
			case Grid:
				continue // carries no meaning that labels do not
			}
			if got := contrast(th.colors[r], th.colors[Paper]); got < least {
				t.Errorf("%s %s: contrast %.2f, want %v", th.Name, r.Name(), got, least)
			}
		}
	}
}

// visions are the linear maps that simulate full colour deficiency: Machado,
// Oliveira and Fernandes 2009, "A Physiologically-based Model for Simulation of
// Color Vision Deficiency", table 1, severity 1.0.
var visions = map[string][9]float64{
	"normal":       {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"protanopia":   {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	"deuteranopia": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	"tritanopia":   {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}

// lab is CIE L*a*b* (D65) of a colour as seen with a vision.
func lab(c color.RGBA, m [9]float64) [3]float64 {
	l := linearLight(c)
	var s [3]float64
	for i := range s {
		s[i] = min(1, max(0, m[3*i]*l[0]+m[3*i+1]*l[1]+m[3*i+2]*l[2]))
	}
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124*s[0] + 0.3576*s[1] + 0.1805*s[2]) / 0.9505)
	y := f(0.2126*s[0] + 0.7152*s[1] + 0.0722*s[2])
	z := f((0.0193*s[0] + 0.1192*s[1] + 0.9505*s[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// TestDistinct checks that any two series, and the user's point, can be told
// apart with each vision: CIE76 ΔE of 16 and more.
func TestDistinct(t *testing.T) {
	for _, th := range []Theme{Light, Dark} {
		for name, m := range visions {
			for a := Accent; a < numRoles; a++ {
				for b := a + 1; b < numRoles; b++ {
					p, q := lab(th.colors[a], m), lab(th.colors[b], m)
					if d := math.Hypot(math.Hypot(p[0]-q[0], p[1]-q[1]), p[2]-q[2]); d < 16 {
						t.Errorf("%s, %s: ΔE of %s and %s is %.1f", th.Name, name, a.Name(), b.Name(), d)
					}
				}
			}
		}
	}
}

// TestRoles checks that the series differ in more than colour.
func TestRoles(t *testing.T) {
	dashes, markers := map[string]bool{}, map[Marker]bool{}
	for i := range NumSeries {
		r := SeriesRole(i)
		markers[r.Marker()] = true
		var b strings.Builder
		for _, d := range r.Dash() {
			b.WriteString(px(d.Points()) + " ")
		}
		dashes[b.String()] = true
	}
	if len(dashes) != NumSeries || len(markers) != NumSeries {
		t.Errorf("%d dashes and %d markers for %d series", len(dashes), len(markers), NumSeries)
	}
	if SeriesRole(NumSeries) != S1 || Role(200).Name() != "" || Role(200).Dash() != nil || Auto.Marker() != Circle {
		t.Error("roles beyond the last")
	}
}

// TestMarkerArea checks that all markers weigh the same: the area of the unit
// circle, by the shoelace formula.
func TestMarkerArea(t *testing.T) {
	for m := Square; m <= Wedge; m++ {
		area := 0.0
		o := outlines[m]
		for i, p := range o {
			q := o[(i+1)%len(o)]
			area += float64(p.X*q.Y-q.X*p.Y) / 2
		}
		if math.Abs(area-math.Pi) > 1e-9 {
			t.Errorf("marker %d has the area %v", m, area)
		}
	}
}

// TestCSS checks that every class that a story uses has a rule, that every
// variable is set for each theme, and that braces match.
func TestCSS(t *testing.T) {
	css := CSS()
	for _, s := range stories() {
		im, err := s.image()
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range parseSVG(t, im.SVG) {
			for _, c := range strings.Fields(e.attr["class"]) {
				if c != rootClass && !strings.Contains(css, "."+c+"{") {
					t.Errorf("%s: no rule for class %s", s.name, c)
				}
			}
		}
	}
	for _, v := range regexp.MustCompile(`var\((--[a-z0-9-]+)\)`).FindAllStringSubmatch(css, -1) {
		// light, dark by preference, dark by choice, print, forced colours
		if n := strings.Count(css, v[1]+":"); n != 5 {
			t.Errorf("%s is set %d times, want 5", v[1], n)
		}
	}
	if strings.Count(css, "{") != strings.Count(css, "}") {
		t.Error("braces do not match")
	}
	if !strings.Contains(css, "--lf-s2:#0072b2") || !strings.Contains(css, "--lf-ink:#111827") {
		t.Error(css)
	}
}
