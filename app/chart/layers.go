package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// The layers are the plotters of a scene. Each draws one kind of thing.
type (
	gridLayer   struct{ *scene } // hairlines at the labelled values of y
	beyondLayer struct{ *scene } // hatching where no line is fitted
	bandLayer   struct{ *scene } // intervals
	ruleLayer   struct{ *scene } // hairlines with a label
	dotLayer    struct{ *scene } // observations
	lineLayer   struct{ *scene } // functions
)

var _, _, _ plot.Plotter = gridLayer{}, bandLayer{}, lineLayer{}

// Plot implements plot.Plotter.
func (s gridLayer) Plot(c draw.Canvas, _ *plot.Plot) {
	s.arrive(&c)
	c.SetLineStyle(draw.LineStyle{Color: s.theme.Color(Grid), Width: 1})
	for _, t := range s.y.ticks {
		if !t.IsMinor() {
			s.hline(&c, c.Y(s.y.at(t.Value)))
		}
	}
}

// hline strokes a horizontal line across the data area.
func (s *scene) hline(c *draw.Canvas, y vg.Length) {
	s.path = s.path[:0]
	s.path.Move(vg.Point{X: c.Min.X, Y: y})
	s.path.Line(vg.Point{X: c.Max.X, Y: y})
	c.Stroke(s.path)
}

// vline strokes a vertical line from bottom to top.
func (s *scene) vline(c *draw.Canvas, x, bottom, top vg.Length) {
	s.path = s.path[:0]
	s.path.Move(vg.Point{X: x, Y: bottom})
	s.path.Line(vg.Point{X: x, Y: top})
	c.Stroke(s.path)
}

// Plot implements plot.Plotter.
func (s bandLayer) Plot(c draw.Canvas, _ *plot.Plot) {
	s.arrive(&c)
	m := s.mapper()
	for i := range s.fig.Bands {
		b := &s.fig.Bands[i]
		if len(b.X) < 2 {
			continue
		}
		ring := s.bandRing(&m, b)
		for _, p := range ring {
			if !s.area.has(p) {
				ring = c.ClipPolygonXY(ring)
				break
			}
		}
		c.SetColor(s.theme.Tint(s.bandRole(i), bandOpacity))
		s.path = s.path[:0]
		for j, p := range ring {
			if j == 0 {
				s.path.Move(p)
			} else {
				s.path.Line(p)
			}
		}
		s.path.Close()
		c.Fill(s.path)
	}
}

// bandOpacity lets the grid, and other bands, show through.
const bandOpacity = 0.16

// bandRing returns the outline of a band: along its upper values and back along
// the lower ones.
func (s *scene) bandRing(m *mapper, b *Band) []vg.Point {
	ring := s.ring[:0]
	for j, x := range b.X {
		ring = append(ring, m.pt(Point{x, b.Hi[j]}))
	}
	for j := len(b.X) - 1; j >= 0; j-- {
		ring = append(ring, m.pt(Point{b.X[j], b.Lo[j]}))
	}
	s.ring = ring
	return ring
}

// Plot implements plot.Plotter.
func (s dotLayer) Plot(c draw.Canvas, _ *plot.Plot) {
	s.arrive(&c)
	for i, pts := range s.dots {
		marker, r := s.dotMarker(i), dotRadius(len(pts))
		s.path = s.path[:0]
		if len(s.piles[i]) > 0 {
			r, pts = dotRadius(mostMarkers), nil
			for _, p := range s.piles[i] {
				p.add(&s.path, marker, r)
			}
		}
		for _, p := range pts {
			marker.add(&s.path, p, r)
		}
		s.fillDots(&c, i)
	}
}

// dotRadius returns the radius of one of n observations.
func dotRadius(n int) vg.Length {
	switch {
	case n <= 60:
		return 3
	case n <= 400:
		return 2.2
	}
	return 1.6
}

// Plot implements plot.Plotter.
func (s lineLayer) Plot(c draw.Canvas, _ *plot.Plot) {
	s.arrive(&c)
	m := s.mapper()
	for i := range s.lines {
		l := &s.fig.Lines[i]
		solid := draw.LineStyle{Color: s.theme.Color(s.lineRole(i)), Width: lineWidth(l)}
		dashed := solid
		var all bool
		dashed.Dashes, all = s.dash(i)
		switch {
		case all:
			s.stroke(&c, i, dashed, s.area.x0, s.area.x1)
		case l.Fitted == [2]float64{}:
			s.stroke(&c, i, solid, s.area.x0, s.area.x1)
		default:
			x0, x1 := s.span(&m, l.Fitted)
			s.stroke(&c, i, dashed, s.area.x0, x0, x1, s.area.x1)
			s.stroke(&c, i, solid, x0, x1)
		}
	}
}

// lineWidth is the width of a line.
func lineWidth(l *Line) vg.Length {
	if l.Thin {
		return 1
	}
	return 2
}

// span returns where a range of x begins and ends in the data area.
func (s *scene) span(m *mapper, r [2]float64) (x0, x1 float64) {
	at := func(v float64) float64 {
		if s.fig.X.Log && v <= 0 {
			return s.area.x0
		}
		return min(max(m.px(v), s.area.x0), s.area.x1)
	}
	return at(r[0]), at(r[1])
}

// stroke draws line i between pairs of x.
func (s *scene) stroke(c *draw.Canvas, i int, style draw.LineStyle, xs ...float64) {
	s.path = s.path[:0]
	for k := 0; k+1 < len(xs); k += 2 {
		b := s.area
		b.x0, b.x1 = xs[k], xs[k+1]
		b.polyline(&s.path, s.lines[i])
	}
	c.SetLineStyle(style)
	c.Stroke(s.path)
}
