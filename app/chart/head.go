package chart

import (
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"lossline/app/chart/svg"
)

// headLayer draws what stands above the data: title, legend, name of the y axis.
// It tells gonum/plot how much room that needs, and the labels at the right.
type headLayer struct{ *scene }

var (
	_ plot.Plotter    = headLayer{}
	_ plot.GlyphBoxer = headLayer{}
)

// GlyphBoxes implements plot.GlyphBoxer. A box without height is for the width
// alone, and the other way round.
func (s headLayer) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	return []plot.GlyphBox{
		{X: 0, Rectangle: vg.Rectangle{Min: vg.Point{X: -s.left}}},
		{X: 1, Rectangle: vg.Rectangle{Max: vg.Point{X: s.right}}},
		{Y: 1, Rectangle: vg.Rectangle{Max: vg.Point{Y: s.top}}},
	}
}

// Distances in the head, in pixels.
const (
	headGap = 6  // below the title and subtitle
	keyRow  = 19 // from row to row of the legend
	keyGap  = 5  // below the legend
	nameGap = 9  // between the name of the y axis and the data, half a tick label
)

// head breaks the texts above the data into lines.
func (s *scene) head() {
	s.title, s.subtitle = nil, nil
	if !s.fig.Bare {
		s.title = titleFace.wrap(s.fig.Title, s.w)
		s.subtitle = subtitleFace.wrap(s.fig.Subtitle, s.w)
	}
	s.yname = labelFace.wrap(axisName(s.fig.Y), s.w)
}

// headHeight returns the height of what stands above the data.
func (s *scene) headHeight() vg.Length {
	h := vg.Length(len(s.title))*titleFace.line() + vg.Length(len(s.subtitle))*subtitleFace.line()
	if h > 0 {
		h += headGap
	}
	if s.keyRows > 0 {
		h += vg.Length(s.keyRows)*keyRow + keyGap
	}
	return h + vg.Length(len(s.yname))*labelFace.line() + nameGap
}

// Plot implements plot.Plotter.
func (s headLayer) Plot(c draw.Canvas, _ *plot.Plot) {
	s.arrive(&c)
	left := vg.Length(s.area.x0) - s.margin
	y := vg.Length(s.area.y1) + s.top
	y = s.paragraph(&c, titleFace, Ink, s.title, left, y)
	y = s.paragraph(&c, subtitleFace, Muted, s.subtitle, left, y)
	if len(s.title)+len(s.subtitle) > 0 {
		y -= headGap
	}
	for _, e := range s.key {
		s.drawEntry(&c, e, left+e.x, y-vg.Length(e.row)*keyRow-keyRow/2)
	}
	if s.keyRows > 0 {
		y -= vg.Length(s.keyRows)*keyRow + keyGap
	}
	s.paragraph(&c, labelFace, Muted, s.yname, left, y)
}

// paragraph writes lines below y and returns what is below them.
func (s *scene) paragraph(c *draw.Canvas, f face, role Role, lines []string, x, y vg.Length) vg.Length {
	for _, l := range lines {
		s.write(c, f, role, l, vg.Point{X: x, Y: y - vg.Length(f.size)}, text.XLeft, false)
		y -= f.line()
	}
	return y
}

// write writes a line of text on the baseline at pt, with a halo if it lies over
// lines.
func (s *scene) write(c *draw.Canvas, f face, role Role, str string, pt vg.Point, x text.XAlignment, halo bool) {
	c.SetColor(s.theme.Color(role))
	out := canvasOf(c)
	if out == nil {
		fc := f.font()
		c.FillString(handler{}.Cache().Lookup(fc, fc.Size), pt.Add(vg.Point{X: vg.Length(x) * f.width(str)}), str)
		return
	}
	t := svg.Text{At: pt, Text: str, Anchor: -float64(x), Class: f.class}
	t.Face.Font = f.font()
	if halo {
		t.Class, t.Halo = f.class+" "+haloClass, s.theme.Color(Paper)
	}
	out.Text(t)
}

// joinLines puts lines into one text.
func joinLines(lines []string) string { return strings.Join(lines, "\n") }
