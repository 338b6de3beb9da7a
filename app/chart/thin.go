package chart

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
)

// Very many points are drawn by the pixels that they cover: what could not be
// told apart becomes one shape, and nothing that would be seen is lost. A pointer
// still finds each of them: it is answered from the data.

// mostMarkers is how many observations of a set have a marker each.
const mostMarkers = 2500

// pile is observations that lie one above the other, in a column a pixel wide,
// and so near that their markers are one shape.
type pile struct {
	x, lo, hi vg.Length
	one       bool // a single observation, at its exact place
}

// pixel is what lies in a pixel: nothing if n is 0.
type pixel struct {
	n         int32
	x, lo, hi float32
}

// gapIn is how far apart two markers of radius r may be, so that the waist between
// them is at most half a pixel narrower than a shape around both.
func gapIn(r vg.Length) vg.Length {
	return vg.Length(2 * math.Sqrt(float64(r-0.25)))
}

// pileUp appends to dst what pts, fractions of the data area r, come to.
func (s *scene) pileUp(dst []pile, pts []vg.Point, r vg.Rectangle) []pile {
	size := r.Size()
	cols, rows := int(size.X)+2, int(size.Y)+2
	s.pixels = slices.Grow(s.pixels[:0], cols*rows)[:cols*rows]
	clear(s.pixels)
	near := s.area.grow(slop)
	for _, p := range pts {
		at := vg.Point{X: r.Min.X + p.X*size.X, Y: r.Min.Y + p.Y*size.Y}
		if !near.has(at) {
			continue
		}
		c := &s.pixels[int(at.X-r.Min.X+slop)*rows+int(at.Y-r.Min.Y+slop)]
		y := float32(at.Y)
		if c.n == 0 {
			c.x, c.lo, c.hi = float32(at.X), y, y
		}
		c.n, c.lo, c.hi = c.n+1, min(c.lo, y), max(c.hi, y)
	}
	gap := gapIn(dotRadius(len(pts)))
	for col := range cols {
		open := false
		for _, c := range s.pixels[col*rows : (col+1)*rows] {
			if c.n == 0 {
				continue
			}
			last := len(dst) - 1
			if open && vg.Length(c.lo)-dst[last].hi <= gap {
				dst[last] = pile{r.Min.X + vg.Length(col) + 0.5, dst[last].lo, vg.Length(c.hi), false}
				continue
			}
			p := pile{vg.Length(c.x), vg.Length(c.lo), vg.Length(c.hi), c.n == 1}
			if !p.one {
				p.x = r.Min.X + vg.Length(col) + 0.5
			}
			dst, open = append(dst, p), true
		}
	}
	return dst
}

// samplesOf appends points along piles to dst, by which labels keep clear of them.
func samplesOf(dst []vg.Point, piles []pile) []vg.Point {
	const step = 6
	for _, p := range piles {
		for y := p.lo; y < p.hi; y += step {
			dst = append(dst, vg.Point{X: p.x, Y: y})
		}
		dst = append(dst, vg.Point{X: p.x, Y: p.hi})
	}
	return dst
}

// add adds the outline of the pile's markers to the path.
func (p pile) add(path *vg.Path, m Marker, r vg.Length) {
	if p.one {
		m.add(path, vg.Point{X: p.x, Y: p.lo}, r)
		return
	}
	path.Move(vg.Point{X: p.x - r, Y: p.lo})
	path.Arc(vg.Point{X: p.x, Y: p.lo}, r, math.Pi, math.Pi)
	path.Line(vg.Point{X: p.x + r, Y: p.hi})
	path.Arc(vg.Point{X: p.x, Y: p.hi}, r, 0, math.Pi)
	path.Close()
}

// thinLine leaves of each run of points in the same column of pixels the first,
// the lowest, the highest and the last, in their order: the line covers the same
// pixels (Jugel et al. 2014, M4, for curves that may turn back). It works in the
// memory of pts, and leaves alone what has few points for its width.
func thinLine(pts []vg.Point, width vg.Length) []vg.Point {
	if len(pts) < 4*int(width) {
		return pts
	}
	out := pts[:0]
	for i := 0; i < len(pts); {
		column, lo, hi, end := math.Floor(float64(pts[i].X)), i, i, i+1
		for ; end < len(pts) && math.Floor(float64(pts[end].X)) == column; end++ {
			if pts[end].Y < pts[lo].Y {
				lo = end
			}
			if pts[end].Y > pts[hi].Y {
				hi = end
			}
		}
		kept := [4]vg.Point{pts[i], pts[min(lo, hi)], pts[max(lo, hi)], pts[end-1]}
		for k, p := range kept {
			if k == 0 || p != kept[k-1] {
				out = append(out, p)
			}
		}
		i = end
	}
	return out
}
