package chart

import (
	"math"
	"sort"
)

// Probe answers what stands at a place of a drawn figure: for a pointer, for
// keys, and for ears. It knows where it is, so that keys go on from there. What
// it needs for that it makes when it is first asked after a drawing: drawing
// costs nothing more for it. It is not for several goroutines at once.
type Probe struct {
	fig   *XY
	x, y  Axis
	words Wording

	tracks []track // nil: not made yet
	at     Spot
	on     bool // at is a place that is being read
	been   bool // at is where reading ended: keys come back to it
}

// Spot is a point of a figure: which of what can be read in it, and which of its
// points.
type Spot struct{ Track, Point int }

// track is a series as it can be read: its points that are in the data area, in
// the order in which keys go over them.
type track struct {
	kind   Kind
	index  int // among the figure's lines, points or marks
	label  string
	role   Role
	pts    []Point
	order  []int32   // of the points that can be seen
	px, py []float32 // where pts are in the drawing
	band   *Band     // whose upper end this is, in a figure of bands alone
	sorted bool      // px does not fall along order
	cells  *cells    // of a cloud, made when it is first asked
}

// Follow has the probe answer for f as it was drawn with these axes, in the words
// of w. The place is kept if there is still one.
func (p *Probe) Follow(f *XY, x, y Axis, w Wording) {
	if p.fig == f && p.x == x && p.y == y && p.words == w {
		return
	}
	p.fig, p.x, p.y, p.words, p.tracks = f, x, y, w, nil
}

// Leave ends reading.
func (p *Probe) Leave() { p.on, p.been = false, p.on || p.been }

// At returns the place, if there is one.
func (p *Probe) At() (Spot, bool) {
	if p.on {
		p.made()
		p.on = p.is(p.at)
	}
	return p.at, p.on
}

// is reports whether there is such a place.
func (p *Probe) is(s Spot) bool {
	return s.Track < len(p.tracks) && s.Point < len(p.tracks[s.Track].order)
}

// Value is the point at the place, in the units of the data.
func (p *Probe) Value() (Point, bool) {
	at, ok := p.At()
	if !ok {
		return Point{}, false
	}
	return p.tracks[at.Track].point(at.Point), true
}

// made makes the tracks: the lines, the observations, the marks; of a figure of
// bands alone the bands. Observations without a name are the samples of a line,
// which reads them.
func (p *Probe) made() {
	if p.tracks != nil || p.fig == nil {
		return
	}
	p.tracks = []track{}
	chosen := scene{fig: p.fig} // for what colours it would choose
	for i := range p.fig.Lines {
		l := &p.fig.Lines[i]
		p.add(track{kind: KindLine, index: i, label: l.Label, role: chosen.lineRole(i), pts: l.Pts})
	}
	for i := range p.fig.Points {
		if d := &p.fig.Points[i]; d.Label != "" {
			p.add(track{kind: KindPoints, index: i, label: d.Label, role: chosen.dotRole(i), pts: d.Pts})
		}
	}
	for i := range p.fig.Bands {
		if b := &p.fig.Bands[i]; len(p.fig.Lines) == 0 && len(p.fig.Points) == 0 {
			p.add(track{kind: KindLine, index: i, label: b.Label, role: chosen.bandRole(i), pts: b.top(), band: b})
		}
	}
	for i := range p.fig.Marks {
		m := &p.fig.Marks[i]
		p.add(track{kind: KindMark, index: i, label: m.Label, role: orRole(m.Role, Accent), pts: []Point{m.At}})
	}
}

// top is the upper end of a band.
func (b *Band) top() []Point {
	pts := make([]Point, len(b.X))
	for i, x := range b.X {
		pts[i] = Point{x, b.Hi[i]}
	}
	return pts
}

// add adds a track, unless nothing of it is in the data area.
func (p *Probe) add(t track) {
	if t.label == "" {
		t.label = p.fig.Title
	}
	n := len(t.pts)
	t.px, t.py, t.order = make([]float32, n), make([]float32, n), make([]int32, 0, n)
	left, right := min(p.x.From, p.x.To)-edge, max(p.x.From, p.x.To)+edge
	top, bottom := min(p.y.From, p.y.To)-edge, max(p.y.From, p.y.To)+edge
	x, y := p.x.mapper(), p.y.mapper()
	rising, falling := true, true
	for i, q := range t.pts {
		px, py := x(q.X), y(q.Y)
		t.px[i], t.py[i] = float32(px), float32(py)
		if i > 0 {
			rising = rising && q.X >= t.pts[i-1].X
			falling = falling && q.X <= t.pts[i-1].X
		}
		if px >= left && px <= right && py >= top && py <= bottom { // never NaN
			t.order = append(t.order, int32(i))
		}
	}
	switch {
	case len(t.order) == 0:
		return
	case rising:
		t.sorted = true
	case falling:
		for i, j := 0, len(t.order)-1; i < j; i, j = i+1, j-1 {
			t.order[i], t.order[j] = t.order[j], t.order[i]
		}
		t.sorted = true
	}
	p.tracks = append(p.tracks, t)
}

// edge is how far outside of the data area a point may be by rounding, in pixels.
const edge = 0.5

// mapper is Map with what does not change between calls computed once.
func (a Axis) mapper() func(float64) float64 {
	lo, span, log := a.Min, a.Max-a.Min, a.Log
	if log {
		lo, span = math.Log(a.Min), math.Log(a.Max/a.Min)
	}
	k := (a.To - a.From) / span
	return func(v float64) float64 {
		if log {
			v = math.Log(v)
		}
		return a.From + (v-lo)*k
	}
}

// arrange puts the points of a cloud into the order in which keys go over them,
// for which a pointer does not wait.
func (p *Probe) arrange(i int) {
	t := &p.tracks[i]
	if t.kind != KindPoints || t.sorted {
		return
	}
	at := t.order[min(p.at.Point, len(t.order)-1)]
	sort.Sort(byX{t})
	t.sorted, t.cells = true, nil
	if p.at.Track != i {
		return
	}
	for k, v := range t.order {
		if v == at {
			p.at.Point = k
		}
	}
}

// byX sorts the order of a cloud from left to right, and upwards.
type byX struct{ *track }

func (b byX) Len() int      { return len(b.order) }
func (b byX) Swap(i, j int) { b.order[i], b.order[j] = b.order[j], b.order[i] }
func (b byX) Less(i, j int) bool {
	p, q := b.pts[b.order[i]], b.pts[b.order[j]]
	if p.X != q.X {
		return p.X < q.X
	}
	return p.Y < q.Y || p.Y == q.Y && b.order[i] < b.order[j]
}

// point is the i-th point that can be seen.
func (t *track) point(i int) Point { return t.pts[t.order[i]] }

// spot is where the i-th point that can be seen is in the drawing.
func (t *track) spot(i int) (x, y float64) {
	k := t.order[i]
	return float64(t.px[k]), float64(t.py[k])
}

// Area is the data area in the drawing: left, right, top, bottom.
func (p *Probe) Area() (x0, x1, y0, y1 float64) { return p.x.From, p.x.To, p.y.To, p.y.From }
