package chart

import (
	"math"
	"strings"
	"sync"
	"sync/atomic"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"lossline/app/chart/svg"
)

// face is one of the few kinds of text in a figure.
type face struct {
	class string
	size  float64 // pixels
	bold  bool
}

// The faces. None is below 12 px, the least that can be read at arm's length.
var (
	titleFace    = face{prefix + "title", 16, true}
	subtitleFace = face{prefix + "sub", 13, false}
	labelFace    = face{prefix + "label", 13, false}
	tickFace     = face{prefix + "tick", 12, false}

	faces = [...]face{titleFace, subtitleFace, labelFace, tickFace}
)

// haloClass is for text that lies over lines.
const haloClass = prefix + "halo"

// fontStack is the font of a file of its own; in a page it is the page's.
const fontStack = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', Arial, sans-serif"

func (f face) weight() int {
	if f.bold {
		return 600
	}
	return 400
}

// font returns the face as gonum/plot's fonts know it.
func (f face) font() font.Font {
	w := xfont.WeightNormal
	if f.bold {
		w = xfont.WeightSemiBold
	}
	return font.Font{Typeface: "Liberation", Variant: "Sans", Weight: w, Size: vg.Length(f.size)}
}

// style returns the face as a style of gonum/plot.
func (f face) style(c Color, x text.XAlignment, y text.YAlignment) text.Style {
	return text.Style{Color: c, Font: f.font(), XAlign: x, YAlign: y, Handler: handler{class: f.class}}
}

// line is the distance from one baseline to the next.
func (f face) line() vg.Length { return vg.Length(f.size * 1.3) }

// The page's font is not the one we measure with. These factors are for the
// widest that stand for system-ui, DejaVu Sans and Verdana, so that a label has
// room in any: 1.17 over Liberation Sans, and bold another 1.1 over regular.
const (
	widest     = 1.17
	boldFactor = 1.1
)

// width returns how wide s is in the face.
func (f face) width(s string) vg.Length {
	w := vg.Length(ems(s) * f.size)
	if f.bold {
		w *= boldFactor
	}
	return w
}

// advances has the widths of the characters that labels use most, in ems, once
// they have been measured: those below U+0180 and the punctuation, superscripts and
// subscripts from U+2000. A width is kept as its bits, 0 stands for none yet.
var advances [2][0x180]atomic.Uint64

// known is advance for a character that has a place in advances.
func known(place *atomic.Uint64, r rune) float64 {
	if bits := place.Load(); bits != 0 {
		return math.Float64frombits(bits)
	}
	w := advance(r)
	place.Store(math.Float64bits(w))
	return w
}

// advance returns the width of r in ems. A character that the measure does not
// have is one em wide, in any font.
func advance(r rune) float64 {
	f := font.DefaultCache.Lookup(font.Font{Typeface: "Liberation", Variant: "Sans"}, 1)
	return min(1, f.Width(string(r)).Points()*widest)
}

// firstIdeograph is where the CJK scripts begin; all from there on is taken to
// be full-width.
const firstIdeograph = 0x2e80

// ems returns the width of s in ems, as wide as it may be in any page.
func ems(s string) float64 {
	w := 0.0
	for _, r := range s {
		switch {
		case r < 0x180:
			w += known(&advances[0][r], r)
		case r >= 0x2000 && r < 0x2180:
			w += known(&advances[1][r-0x2000], r)
		case r >= firstIdeograph:
			w++
		default:
			w += advance(r)
		}
	}
	return w
}

// handler is the text.Handler of all text in a figure: it measures without
// looking fonts up, and lets an svg.Canvas anchor the text.
type handler struct {
	class string
	flat  bool // takes up no width, for axis titles: gonum/plot would keep room for one at the wrong end of a log axis
}

var _ text.Handler = handler{}

// Cache implements text.Handler.
func (h handler) Cache() *font.Cache { return font.DefaultCache }

// extents are the ascent, descent and line height of the measure for size 1.
var extents = sync.OnceValue(func() font.Extents {
	f := font.DefaultCache.Lookup(plot.DefaultFont, 1)
	return f.Extents()
})

// Extents implements text.Handler.
func (h handler) Extents(f font.Font) font.Extents {
	e := extents()
	return font.Extents{Ascent: e.Ascent * f.Size, Descent: e.Descent * f.Size, Height: e.Height * f.Size}
}

// Lines implements text.Handler.
func (h handler) Lines(s string) []string { return strings.Split(s, "\n") }

// Box implements text.Handler.
func (h handler) Box(s string, f font.Font) (width, height, depth vg.Length) {
	e := h.Extents(f)
	if !h.flat {
		width = vg.Length(ems(s)) * f.Size
		if f.Weight != xfont.WeightNormal {
			width *= boldFactor
		}
	}
	return width, e.Ascent, e.Descent
}

// Draw implements text.Handler. It puts text where text.Plain would. Rotated
// text is not needed in figures and is left to text.Plain.
func (h handler) Draw(c vg.Canvas, s string, sty text.Style, pt vg.Point) {
	if sty.Rotation != 0 {
		text.Plain{Fonts: font.DefaultCache}.Draw(c, s, sty, pt)
		return
	}
	c.SetColor(sty.Color)
	fc := font.Face{Font: sty.Font}
	out := canvasOf(c)
	if out == nil {
		fc = font.DefaultCache.Lookup(sty.Font, sty.Font.Size)
	}
	lines := h.Lines(s)
	pt.Y += sty.Height(s)*vg.Length(sty.YAlign) - h.Extents(sty.Font).Ascent
	for i, line := range lines {
		at := vg.Point{X: pt.X, Y: pt.Y + vg.Length(len(lines)-i)*sty.Font.Size}
		if out != nil {
			out.Text(svg.Text{Face: fc, At: at, Text: line, Anchor: -float64(sty.XAlign), Class: h.class})
			continue
		}
		w, _, _ := handler{}.Box(line, sty.Font)
		at.X += vg.Length(sty.XAlign) * w
		c.FillString(fc, at, line)
	}
}

// canvasOf returns the svg.Canvas that c draws on, or nil.
func canvasOf(c vg.Canvas) *svg.Canvas {
	for {
		switch t := c.(type) {
		case *svg.Canvas:
			return t
		case *draw.Canvas:
			c = t.Canvas
		case draw.Canvas:
			c = t.Canvas
		default:
			return nil
		}
	}
}
