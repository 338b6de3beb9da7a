package chart

import "math"

// extent is a range of values, and whether its ends are those of lines, which
// may end at the edge, or of points, which need room around them.
type extent struct {
	min, max     float64
	minPt, maxPt bool
}

func newExtent() extent { return extent{min: math.Inf(1), max: math.Inf(-1)} }

func (e *extent) add(v float64, isPoint bool) {
	if v < e.min || v == e.min && isPoint {
		e.min, e.minPt = v, isPoint
	}
	if v > e.max || v == e.max && isPoint {
		e.max, e.maxPt = v, isPoint
	}
}

// extents returns what the axes must show. Where one axis is limited by its
// spec, the other follows what can be seen.
func (f *XY) extents() (x, y extent, err error) {
	x, y = newExtent(), newExtent()
	n := 0
	add := func(px, py float64, isPoint bool) {
		n++
		if f.X.Shows(px) && f.Y.Shows(py) {
			x.add(px, isPoint)
			y.add(py, true)
		}
	}
	for i := range f.Lines {
		for _, p := range f.Lines[i].Pts {
			add(p.X, p.Y, false)
		}
	}
	for i := range f.Bands {
		b := &f.Bands[i]
		for j, v := range b.X {
			add(v, b.Lo[j], false)
			add(v, b.Hi[j], false)
		}
	}
	for i := range f.Points {
		for _, p := range f.Points[i].Pts {
			add(p.X, p.Y, true)
		}
	}
	for _, m := range f.Marks {
		add(m.At.X, m.At.Y, true)
	}
	if n == 0 {
		return x, y, ErrEmpty
	}
	return x, y, nil
}

// Shows reports whether v lies between the ends that the spec gives.
func (a *AxisSpec) Shows(v float64) bool {
	return (a.Min == 0 || v >= a.Min) && (a.Max == 0 || v <= a.Max)
}

// pad is the share of the axis that is left free beyond a point.
const pad = 0.04

// ends returns the ends of the axis: those of the spec, or those of the data
// with some room. A linear axis begins at zero if the data begins near it.
func (a *AxisSpec) ends(e extent) (lo, hi float64) {
	lo, hi = e.min, e.max
	if lo > hi { // nothing between the ends that the spec gives
		lo, hi = 1, 1
		if a.Min != 0 {
			lo, hi = a.Min, a.Min
		}
		if a.Max != 0 {
			hi = a.Max
			lo = min(lo, hi)
		}
	}
	if lo == hi {
		lo, hi = a.widen(lo)
	}
	lo, hi = a.padded(lo, hi, e)
	if a.Min != 0 {
		lo = a.Min
	}
	if a.Max != 0 {
		hi = a.Max
	}
	if !(lo < hi) {
		if a.Min != 0 {
			_, hi = a.widen(lo)
		} else {
			lo, _ = a.widen(hi)
		}
	}
	return lo, hi
}

// widen returns a range around a single value.
func (a *AxisSpec) widen(v float64) (lo, hi float64) {
	if a.Log {
		return v / 1.5, v * 1.5
	}
	d := math.Abs(v) / 2
	if d == 0 {
		d = 1
	}
	return v - d, v + d
}

// padded returns the range with room for points at its ends.
func (a *AxisSpec) padded(lo, hi float64, e extent) (float64, float64) {
	if a.Log {
		f := math.Pow(hi/lo, pad)
		if e.minPt {
			lo /= f
		}
		if e.maxPt {
			hi *= f
		}
		return lo, hi
	}
	if 0 < lo && lo < hi/4 {
		lo, e.minPt = 0, false
	}
	d := (hi - lo) * pad
	if e.minPt && lo != 0 {
		lo -= d
	}
	if e.maxPt {
		hi += d
	}
	return lo, hi
}
