package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// markLayer draws the user's points: a ring, hairlines to the axes, a label.
type markLayer struct{ *scene }

// markRadius is the radius of the ring.
const markRadius = 5

// Plot implements plot.Plotter.
func (s markLayer) Plot(c draw.Canvas, _ *plot.Plot) {
	s.arrive(&c)
	m := s.mapper()
	for i := range s.fig.Marks {
		k := &s.fig.Marks[i]
		role := orRole(k.Role, Accent)
		pt := m.pt(k.At)
		if !m.holds(pt) {
			continue
		}
		c.SetLineStyle(draw.LineStyle{Color: s.theme.Color(role), Width: 1, Dashes: hairDash})
		s.path = s.path[:0]
		s.path.Move(vg.Point{X: pt.X, Y: c.Min.Y})
		s.path.Line(pt)
		s.path.Line(vg.Point{X: c.Min.X, Y: pt.Y})
		c.Stroke(s.path)

		s.path = s.path[:0]
		Circle.add(&s.path, pt, markRadius)
		c.SetColor(s.theme.Color(Paper))
		c.Fill(s.path)
		c.SetLineStyle(draw.LineStyle{Color: s.theme.Color(role), Width: 2.5})
		c.Stroke(s.path)
		s.labelMark(&c, k, pt)
	}
}

// hairDash is the pattern of hairlines that are not part of the grid.
var hairDash = []vg.Length{1, 2}

// labelMark writes the label where the fewest lines and no other labels are,
// at the right above the ring if it may.
func (s *scene) labelMark(c *draw.Canvas, k *Mark, pt vg.Point) {
	if k.Label == "" {
		return
	}
	bounds := s.area.grow(-2)
	label := labelFace.cut(k.Label, vg.Length(bounds.x1-bounds.x0))
	w := float64(labelFace.width(label))
	x, y := float64(pt.X), float64(pt.Y)
	const near, height = markRadius + 3, 16
	best, least := box{}, -1
	for _, at := range [...][2]float64{
		{x + near, y + 3}, {x - near - w, y + 3}, {x + near, y - 3 - height}, {x - near - w, y - 3 - height},
		{x + near, y + 18}, {x - near - w, y + 18}, {x + near, y - 18 - height}, {x - near - w, y - 18 - height},
		{x - w/2, y + near}, {x - w/2, y - near - height},
	} {
		b := box{at[0], at[0] + w, at[1], at[1] + height}
		b = b.into(bounds)
		n := s.crossings(b)
		if s.isTaken(b) {
			n += 500
		}
		if b.grow(markRadius).has(pt) {
			n += 1000 // it would hide the ring
		}
		if least < 0 || n < least {
			best, least = b, n
		}
		if n == 0 {
			break
		}
	}
	s.taken = append(s.taken, best)
	at := vg.Point{X: vg.Length(best.x0) + 1, Y: vg.Length(best.y0+best.y1)/2 - middle(labelFace)}
	s.write(c, labelFace, orRole(k.Role, Accent), label, at, text.XLeft, true)
}

// Plot implements plot.Plotter.
func (s ruleLayer) Plot(c draw.Canvas, _ *plot.Plot) {
	s.arrive(&c)
	m := s.mapper()
	for _, r := range s.fig.VLines {
		x := vg.Length(m.px(r.At))
		if !m.holds(vg.Point{X: x, Y: c.Min.Y}) {
			continue
		}
		c.SetLineStyle(s.ruleStyle(r))
		s.vline(&c, x, c.Min.Y, c.Max.Y)
		s.labelVLine(&c, r, x)
	}
	for _, r := range s.fig.HLines {
		y := vg.Length(m.py(r.At))
		if !m.holds(vg.Point{X: c.Min.X, Y: y}) {
			continue
		}
		c.SetLineStyle(s.ruleStyle(r))
		s.hline(&c, y)
		if r.Label != "" {
			s.write(&c, tickFace, orRole(r.Role, Muted), r.Label, vg.Point{X: c.Max.X - 4, Y: y + 4}, text.XRight, true)
		}
	}
}

func (s *scene) ruleStyle(r Rule) draw.LineStyle {
	return draw.LineStyle{Color: s.theme.Color(orRole(r.Role, Muted)), Width: 1}
}

// labelVLine writes the label of a vertical rule beside its top, on the side
// that has room.
func (s *scene) labelVLine(c *draw.Canvas, r Rule, x vg.Length) {
	if r.Label == "" {
		return
	}
	at, side := vg.Point{X: x + 4, Y: c.Max.Y - 12}, text.XLeft
	if x+4+tickFace.width(r.Label) > c.Max.X {
		at.X, side = x-4, text.XRight
	}
	s.write(c, tickFace, orRole(r.Role, Muted), r.Label, at, side, true)
}
