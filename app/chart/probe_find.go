package chart

import (
	"math"
	"sort"
)

// How near to a point a pointer must be, in pixels of the drawing, to mean it and
// not the line that runs by: half of a target of 24 (WCAG 2.5.8), and some.
const near = 16

// Find goes to what a pointer at (x, y) of the drawing means: of observations and
// marks the nearest; of a line the sample nearest in x, on the line that is
// nearest there in y. Where there are lines, an observation must be near and no
// farther away than the line. It is not ok outside of the data area.
func (p *Probe) Find(x, y float64) bool {
	p.made()
	p.on = false
	if !p.inside(x, y) {
		return false
	}
	line, lineOff, haveLine := p.nearestLine(x, y)
	dot, dotOff, haveDot := p.nearestDot(x, y)
	switch {
	case haveDot && (!haveLine || dotOff <= near && dotOff <= lineOff+2):
		p.at, p.on = dot, true
	case haveLine:
		p.at, p.on = line, true
	}
	return p.on
}

// inside reports whether a place is in the data area or at its edge, where the
// outermost points are.
func (p *Probe) inside(x, y float64) bool {
	const by = 6
	return x >= min(p.x.From, p.x.To)-by && x <= max(p.x.From, p.x.To)+by &&
		y >= min(p.y.From, p.y.To)-by && y <= max(p.y.From, p.y.To)+by
}

// nearestLine is the sample that is meant at (x, y), and how far its line is.
func (p *Probe) nearestLine(x, y float64) (s Spot, off float64, ok bool) {
	off = math.Inf(1)
	for i := range p.tracks {
		t := &p.tracks[i]
		if t.kind != KindLine {
			continue
		}
		k := t.atX(x, y)
		if d := t.distance(k, x, y); d < off {
			s, off, ok = Spot{i, k}, d, true
		}
	}
	return s, off, ok
}

// atX is the point that is nearest in x; of those that are equally near, the one
// nearest in y, as curves may turn back.
func (t *track) atX(x, y float64) int {
	if t.sorted {
		return t.atSorted(x)
	}
	best, dx, dy := 0, math.Inf(1), math.Inf(1)
	for i := range t.order {
		px, py := t.spot(i)
		u, v := math.Abs(px-x), math.Abs(py-y)
		if u < dx-0.5 || u <= dx+0.5 && v < dy {
			best, dx, dy = i, u, v
		}
	}
	return best
}

func (t *track) atSorted(x float64) int {
	i := sort.Search(len(t.order), func(i int) bool { return float64(t.px[t.order[i]]) >= x })
	if i == len(t.order) {
		return i - 1
	}
	if i > 0 {
		before, _ := t.spot(i - 1)
		if after, _ := t.spot(i); x-before <= after-x {
			return i - 1
		}
	}
	return i
}

// distance is how far a line is from (x, y) near its point i: straight up or down
// where it runs there, else to its end.
func (t *track) distance(i int, x, y float64) float64 {
	px, py := t.spot(i)
	j := i + 1
	if px > x {
		j = i - 1
	}
	if px == x || j < 0 || j >= len(t.order) {
		return math.Hypot(px-x, py-y)
	}
	qx, qy := t.spot(j)
	if qx == px || (x-px)*(x-qx) > 0 {
		return math.Hypot(px-x, py-y)
	}
	return math.Abs(py + (qy-py)*(x-px)/(qx-px) - y)
}

// nearestDot is the nearest of all observations and marks. A mark, which lies
// above all, wins where both are as near.
func (p *Probe) nearestDot(x, y float64) (s Spot, off float64, ok bool) {
	off = math.Inf(1)
	for i := range p.tracks {
		t := &p.tracks[i]
		if t.kind == KindLine {
			continue
		}
		if t.cells == nil {
			t.cells = newCells(t)
		}
		if k, d := t.cells.nearest(t, x, y); d <= off {
			s, off, ok = Spot{i, k}, d, true
		}
	}
	return s, off, ok
}

// cells sorts the points of a cloud into squares, so that the nearest is found
// among a few. They are lists one behind the other: those of square c are
// list[from[c]:from[c+1]], indexes into the track's order.
type cells struct {
	x0, y0     float64
	size       float64
	cols, rows int
	from, list []int32
}

// perCell is how many points a square should have.
const perCell = 4

func newCells(t *track) *cells {
	x1, y1 := math.Inf(-1), math.Inf(-1)
	c := &cells{x0: math.Inf(1), y0: math.Inf(1)}
	for i := range t.order {
		x, y := t.spot(i)
		c.x0, x1, c.y0, y1 = min(c.x0, x), max(x1, x), min(c.y0, y), max(y1, y)
	}
	n := float64(len(t.order))
	c.size = max(1, math.Sqrt((x1-c.x0)*(y1-c.y0)*perCell/n), (x1-c.x0+y1-c.y0)*perCell/n)
	c.cols, c.rows = int((x1-c.x0)/c.size)+1, int((y1-c.y0)/c.size)+1
	c.from = make([]int32, c.cols*c.rows+1)
	for i := range t.order {
		c.from[c.of(t.spot(i))+1]++
	}
	for i := 1; i < len(c.from); i++ {
		c.from[i] += c.from[i-1]
	}
	c.list = make([]int32, len(t.order))
	next := append([]int32(nil), c.from...)
	for i := range t.order {
		at := c.of(t.spot(i))
		c.list[next[at]] = int32(i)
		next[at]++
	}
	return c
}

// of is the square of a place among the points.
func (c *cells) of(x, y float64) int {
	return int((y-c.y0)/c.size)*c.cols + int((x-c.x0)/c.size)
}

// nearest goes over the squares in rings around (x, y), until a ring is farther
// away than the best point.
func (c *cells) nearest(t *track, x, y float64) (best int, off float64) {
	col, row := int(math.Floor((x-c.x0)/c.size)), int(math.Floor((y-c.y0)/c.size))
	off = math.Inf(1)
	last := max(abs(col), abs(col-c.cols+1), abs(row), abs(row-c.rows+1))
	for ring := 0; ring <= last && float64(ring-1)*c.size <= off; ring++ {
		for r := max(0, row-ring); r <= min(c.rows-1, row+ring); r++ {
			step := 1
			if ring > 0 && r != row-ring && r != row+ring {
				step = 2 * ring // only the ends of the ring are in this row
			}
			for k := col - ring; k <= col+ring; k += step {
				if k >= 0 && k < c.cols {
					best, off = c.among(t, r*c.cols+k, x, y, best, off)
				}
			}
		}
	}
	return best, off
}

// among is the nearest of the points of a square and of the best so far; of
// points at one place the first in the order.
func (c *cells) among(t *track, cell int, x, y float64, best int, off float64) (int, float64) {
	for _, i := range c.list[c.from[cell]:c.from[cell+1]] {
		px, py := t.spot(int(i))
		if d := math.Hypot(px-x, py-y); d < off || d == off && int(i) < best {
			best, off = int(i), d
		}
	}
	return best, off
}

func abs(v int) int { return max(v, -v) }
