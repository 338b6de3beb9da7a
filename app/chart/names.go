package chart

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// nameLayer writes the names of observations beside them.
type nameLayer struct{ *scene }

// fillDots fills the path of observations i, or outlines it where they are
// hollow.
func (s *scene) fillDots(c *draw.Canvas, i int) {
	role := s.theme.Color(s.dotRole(i))
	if !s.fig.Points[i].Hollow {
		c.SetColor(role)
		c.Fill(s.path)
		return
	}
	c.SetColor(s.theme.Color(Paper))
	c.Fill(s.path)
	c.SetLineStyle(draw.LineStyle{Color: role, Width: 1.25})
	c.Stroke(s.path)
}

// Plot implements plot.Plotter. A name that would lie over another name or over
// an observation is left out: the figure's data has them all.
func (s nameLayer) Plot(c draw.Canvas, _ *plot.Plot) {
	s.arrive(&c)
	m := s.mapper()
	for i := range s.fig.Points {
		p := &s.fig.Points[i]
		for k, name := range p.Names {
			if k >= len(p.Pts) || name == "" {
				continue
			}
			pt := m.pt(p.Pts[k])
			if !m.holds(pt) {
				continue
			}
			if b, ok := s.placeName(pt, tickFace.width(name)); ok {
				s.taken = append(s.taken, b)
				at := vg.Point{X: vg.Length(b.x0), Y: vg.Length(b.y0+b.y1)/2 - middle(tickFace)}
				s.write(&c, tickFace, Muted, name, at, text.XLeft, true)
			}
		}
	}
}

// placeName finds the place beside pt that crosses the fewest lines and hides
// nothing.
func (s *scene) placeName(pt vg.Point, width vg.Length) (best box, ok bool) {
	x, y, w := float64(pt.X), float64(pt.Y), float64(width)
	const near, height = 6, 13
	least := math.MaxInt
	for _, at := range [...][2]float64{
		{x + near, y - height/2}, {x - near - w, y - height/2},
		{x + near - 2, y + 2}, {x + near - 2, y - 2 - height}, {x - near + 2 - w, y + 2}, {x - near + 2 - w, y - 2 - height},
		{x - w/2, y + near - 1}, {x - w/2, y - near + 1 - height},
	} {
		b := box{at[0], at[0] + w, at[1], at[1] + height}
		if !b.within(s.area) || s.isTaken(b) || s.hidesDot(b) {
			continue
		}
		if n := s.crossings(b); n < least {
			best, least, ok = b, n, true
		}
	}
	return best, ok
}

func (s *scene) hidesDot(b box) bool {
	for _, pts := range s.dots {
		for _, p := range pts {
			if b.grow(2).has(p) {
				return true
			}
		}
	}
	return false
}
