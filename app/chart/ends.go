package chart

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// endLayer draws the marker of each line at its right end and, where there is
// room, its label beside it.
type endLayer struct{ *scene }

// ending is the end of a line and its label.
type ending struct {
	line int
	at   vg.Point // where the line ends
	pt   vg.Point // the marker
	text vg.Point // start of the label's baseline
}

// Distances at the ends of lines, in pixels.
const (
	endGap     = 8  // from the data area to the middle of the marker
	endText    = 8  // from there to the label
	endLine    = 16 // from label to label
	farthest   = 30 // a label that had to go farther from its line would be taken for another's
	atEdge     = 12 // a line that ends nearer to the edge is labelled beyond it
	widestEnds = 0.38
)

// rightRoom returns what the labels at the right need.
func (s *scene) rightRoom() vg.Length {
	w := vg.Length(0)
	for i, l := range s.fig.Lines {
		switch {
		case l.Label == "" || l.Plain || len(l.Pts) == 0:
		case !s.direct:
			w = max(w, 1.5*markerRadius) // triangles are wider than circles
		case s.reachesEdge(i):
			w = max(w, endGap+endText+labelFace.width(l.Label))
		}
	}
	return w
}

// reachesEdge reports whether line i runs to the right end of the x axis.
func (s *scene) reachesEdge(i int) bool {
	pts := s.fig.Lines[i].Pts
	return s.x.at(max(pts[0].X, pts[len(pts)-1].X)) > 0.97
}

// placeEnds finds the ends of the lines and places the labels. It returns
// whether these are all clear of each other; then a legend is not needed.
func (s *scene) placeEnds() bool {
	s.ends = s.ends[:0]
	s.taken = s.taken[:0]
	for i, l := range s.fig.Lines {
		if at, ok := s.lineEnd(i); ok && l.Label != "" && !l.Plain {
			s.ends = append(s.ends, ending{line: i, at: at, pt: at})
		}
	}
	if !s.direct {
		return true
	}
	if s.right > s.w*widestEnds {
		return false
	}
	slices.SortStableFunc(s.ends, func(a, b ending) int { return cmp.Compare(a.at.Y, b.at.Y) })
	column := 0
	for i := range s.ends {
		if s.inColumn(&s.ends[i]) {
			column++
		} else if !s.placeFree(&s.ends[i]) {
			return false
		}
	}
	return s.placeColumn(column)
}

// inColumn reports whether a line is labelled beyond the right edge.
func (s *scene) inColumn(e *ending) bool {
	return s.area.x1-float64(e.at.X) < atEdge && s.reachesEdge(e.line)
}

// lineEnd returns the right end of what can be seen of line i.
func (s *scene) lineEnd(i int) (vg.Point, bool) {
	pts := s.lines[i]
	n := len(pts)
	if n == 0 {
		return vg.Point{}, false
	}
	from, step := n-1, -1
	if pts[0].X > pts[n-1].X {
		from, step = 0, 1
	}
	b := s.area.grow(slop)
	if b.has(pts[from]) {
		return pts[from], true
	}
	for k := from; k+step >= 0 && k+step < n; k += step {
		if at, _, ok := b.segment(pts[k], pts[k+step]); ok {
			return at, true
		}
	}
	return vg.Point{}, false
}

// placeColumn spreads the n labels beyond the right edge so that they do not
// touch, each as near to its line as that allows: overlapping labels are joined
// to groups, which stand around the mean of their lines' ends.
func (s *scene) placeColumn(n int) bool {
	lo, hi := s.area.y0+2, s.area.y1
	if n == 0 {
		return true
	}
	if float64(n-1)*endLine > hi-lo {
		return false
	}
	type group struct{ sum, n float64 } // of wished positions, each less its place in the group
	bottom := func(g group) float64 {
		return min(max(g.sum/g.n, lo), hi-(g.n-1)*endLine)
	}
	groups := make([]group, 0, 8)
	for i := range s.ends {
		if !s.inColumn(&s.ends[i]) {
			continue
		}
		groups = append(groups, group{float64(s.ends[i].at.Y), 1})
		for k := len(groups) - 1; k > 0; k-- {
			a, b := groups[k-1], groups[k]
			if bottom(b)-bottom(a) >= a.n*endLine {
				break
			}
			groups[k-1] = group{a.sum + b.sum - b.n*a.n*endLine, a.n + b.n}
			groups = groups[:k]
		}
	}
	i := 0
	for _, g := range groups {
		y := bottom(g)
		for range int(g.n) {
			for !s.inColumn(&s.ends[i]) {
				i++
			}
			if e := &s.ends[i]; !s.setColumn(e, vg.Length(y)) {
				return false
			}
			y += endLine
			i++
		}
	}
	return true
}

// setColumn puts a label beyond the right edge, unless that is too far from the
// line's end.
func (s *scene) setColumn(e *ending, y vg.Length) bool {
	e.pt = vg.Point{X: vg.Length(s.area.x1) + endGap, Y: y}
	e.text = vg.Point{X: e.pt.X + endText, Y: y - middle(labelFace)}
	return math.Abs(float64(y-e.at.Y)) <= farthest
}

// placeFree puts the label of a line that ends inside of the data area beside
// its end, or above or below it, where nothing is in the way.
func (s *scene) placeFree(e *ending) bool {
	w := float64(labelFace.width(s.fig.Lines[e.line].Label)) + endText
	x, y := float64(e.at.X), float64(e.at.Y)
	bounds := box{0, float64(s.w), s.area.y0, s.area.y1 + 8}
	for _, b := range [...]box{
		{x + 2, x + 2 + w + markerRadius, y - 8, y + 8},
		{x - w, x, y + 6, y + 22},
		{x - w, x, y - 22, y - 6},
	} {
		if !b.within(bounds) || s.isTaken(b) || s.crossings(b) > 0 {
			continue
		}
		s.taken = append(s.taken, b)
		mid := vg.Length(b.y0+b.y1) / 2
		e.pt = vg.Point{X: vg.Length(b.x0) + markerRadius + 1, Y: mid}
		e.text = vg.Point{X: e.pt.X + endText, Y: mid - middle(labelFace)}
		return true
	}
	return false
}

// isTaken reports whether some label lies in the box.
func (s *scene) isTaken(b box) bool {
	return slices.ContainsFunc(s.taken, b.meets)
}

// Plot implements plot.Plotter.
func (s endLayer) Plot(c draw.Canvas, _ *plot.Plot) {
	s.arrive(&c)
	for _, e := range s.ends {
		role := s.lineRole(e.line)
		if math.Abs(float64(e.pt.Y-e.at.Y)) > 2 {
			s.path = s.path[:0]
			s.path.Move(e.at)
			s.path.Line(e.pt)
			c.SetLineStyle(draw.LineStyle{Color: s.theme.Color(role), Width: 0.75})
			c.Stroke(s.path)
		}
		s.drawMarker(&c, role.Marker(), role, e.pt)
		if s.direct {
			s.write(&c, labelFace, Ink, s.fig.Lines[e.line].Label, e.text, text.XLeft, false)
		}
	}
	s.labelBeyond(&c)
}
