package chart

import "gonum.org/v1/plot/vg"

// box is a rectangle of the canvas.
type box struct{ x0, x1, y0, y1 float64 }

// grow returns the box, larger by d on all sides.
func (b box) grow(d float64) box { return box{b.x0 - d, b.x1 + d, b.y0 - d, b.y1 + d} }

// meets reports whether the boxes have points in common.
func (b box) meets(o box) bool {
	return b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1
}

// within reports whether all of b lies in o.
func (b box) within(o box) bool {
	return b.x0 >= o.x0 && b.x1 <= o.x1 && b.y0 >= o.y0 && b.y1 <= o.y1
}

// into moves b into o, to its lower left end if it does not fit.
func (b box) into(o box) box {
	dx := max(min(0, o.x1-b.x1), o.x0-b.x0)
	dy := max(min(0, o.y1-b.y1), o.y0-b.y0)
	return box{b.x0 + dx, b.x1 + dx, b.y0 + dy, b.y1 + dy}
}

// has reports whether pt lies in the box or on its edge.
func (b box) has(pt vg.Point) bool {
	x, y := float64(pt.X), float64(pt.Y)
	return x >= b.x0 && x <= b.x1 && y >= b.y0 && y <= b.y1
}

// polyline adds to the path what of the line through pts lies in the box.
func (b box) polyline(p *vg.Path, pts []vg.Point) {
	if !(b.x0 < b.x1) {
		return
	}
	joined := false // the path ends at pts[i-1]
	for i := 1; i < len(pts); i++ {
		from, to := pts[i-1], pts[i]
		if !b.has(from) || !b.has(to) {
			var ok bool
			if from, to, ok = b.segment(from, to); !ok {
				joined = false
				continue
			}
		}
		if !joined {
			p.Move(from)
		}
		p.Line(to)
		joined = to == pts[i]
	}
}

// segment returns the part of a segment that lies in the box (Liang and Barsky
// 1984), and false where no part does, or a single point.
func (b box) segment(from, to vg.Point) (vg.Point, vg.Point, bool) {
	x, y := float64(from.X), float64(from.Y)
	if u, v := float64(to.X), float64(to.Y); x < b.x0 && u < b.x0 || x > b.x1 && u > b.x1 || y < b.y0 && v < b.y0 || y > b.y1 && v > b.y1 {
		return from, to, false // as nearly all do that are asked about labels
	}
	dx, dy := float64(to.X)-x, float64(to.Y)-y
	t0, t1 := 0.0, 1.0
	for _, e := range [...][2]float64{{-dx, x - b.x0}, {dx, b.x1 - x}, {-dy, y - b.y0}, {dy, b.y1 - y}} {
		p, q := e[0], e[1]
		switch {
		case p == 0 && q < 0:
			return from, to, false
		case p < 0:
			t0 = max(t0, q/p)
		case p > 0:
			t1 = min(t1, q/p)
		}
	}
	if !(t0 < t1) {
		return from, to, false
	}
	at := func(t float64) vg.Point { return vg.Point{X: vg.Length(x + t*dx), Y: vg.Length(y + t*dy)} }
	if t1 < 1 {
		to = at(t1)
	}
	if t0 > 0 {
		from = at(t0)
	}
	return from, to, true
}

// crossed reports whether the line through pts passes through the box.
func (b box) crossed(pts []vg.Point) bool {
	for i := 1; i < len(pts); i++ {
		if _, _, ok := b.segment(pts[i-1], pts[i]); ok {
			return true
		}
	}
	return false
}
