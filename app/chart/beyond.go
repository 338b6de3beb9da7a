package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// hatchStep is the distance of the hatching's lines along the axis.
const hatchStep = 9

// Plot implements plot.Plotter.
func (s beyondLayer) Plot(c draw.Canvas, _ *plot.Plot) {
	s.arrive(&c)
	c.SetLineStyle(draw.LineStyle{Color: s.theme.Color(Grid), Width: 1})
	for _, b := range s.beyond() {
		s.hatch(&c, b)
	}
}

// beyond returns the parts of the data area where no line is fitted, left and
// right; parts too narrow to be seen are empty.
func (s *scene) beyond() [2]box {
	var parts [2]box
	if !s.fitted {
		return parts
	}
	m := s.mapper()
	x0, x1 := s.span(&m, s.hull)
	if s.hull[0] > s.hull[1] { // nowhere on the axis
		x0, x1 = s.area.x1, s.area.x1
	}
	if x0-s.area.x0 > 2 {
		parts[0] = s.area
		parts[0].x1 = x0
	}
	if s.area.x1-x1 > 2 {
		parts[1] = s.area
		parts[1].x0 = x1
	}
	return parts
}

// hatch strokes diagonals across a box. They are at the same places whatever the
// box, so that hatching does not swim while it grows.
func (s *scene) hatch(c *draw.Canvas, b box) {
	if !(b.x0 < b.x1) {
		return
	}
	s.path = s.path[:0]
	height := b.y1 - b.y0
	for x := s.area.x0 - height; x < b.x1; x += hatchStep {
		from := vg.Point{X: vg.Length(x), Y: vg.Length(b.y0)}
		to := vg.Point{X: vg.Length(x + height), Y: vg.Length(b.y1)}
		if from, to, ok := b.segment(from, to); ok {
			s.path.Move(from)
			s.path.Line(to)
		}
	}
	c.Stroke(s.path)
}

// labelBeyond writes what the hatching means into the wider of its parts, at
// the top or at the bottom, where fewer lines run.
func (s *scene) labelBeyond(c *draw.Canvas) {
	name := s.fig.Beyond
	parts := s.beyond()
	b := parts[1]
	if parts[0].x1-parts[0].x0 > b.x1-b.x0 {
		b = parts[0]
	}
	w := float64(tickFace.width(name))
	if name == "" || b.x1-b.x0 < w+8 {
		return
	}
	const margin, height = 5, 15
	top := box{b.x1 - margin - w, b.x1 - margin, b.y1 - margin - height, b.y1 - margin}
	bottom := top
	bottom.y0, bottom.y1 = b.y0+margin, b.y0+margin+height
	at := top
	if s.crossings(bottom) < s.crossings(top) {
		at = bottom
	}
	s.write(c, tickFace, Muted, name, vg.Point{X: vg.Length(at.x1), Y: vg.Length(at.y0 + 4)}, text.XRight, true)
}

// crossings says how much is in a box: a line counts for as much as a few
// observations.
func (s *scene) crossings(b box) int {
	n := 0
	for _, l := range s.lines {
		if b.crossed(l) {
			n += 4
		}
	}
	for _, pts := range s.dots {
		for _, p := range pts {
			if b.has(p) {
				n++
			}
		}
	}
	return n
}
