package figure

import (
	"math"

	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// samples is how many points a curve of a law is drawn with. Power laws are
// straight on these axes and need few; the bends of additive laws need these.
const samples = 61

// RoleOf is the colour of a method, the same in every figure, table and card.
// The two sets of Hoffmann's approach 3 share theirs, the rounded one drawn thin.
func RoleOf(methodID string) Role {
	switch methodID {
	case "besiroglu2024.1":
		return S2
	case "hoffmann2022.2", "hoffmann2022.1":
		return S3
	case "kaplan2020.1":
		return S5
	case "hoffmann2022.a1":
		return S4
	case plan.OwnID:
		return Accent
	}
	return S1
}

func thin(methodID string) bool { return methodID == "hoffmann2022.1" }

// sweep samples y over n points spread evenly in the logarithm of lo..hi.
// inside says where the law was fitted; the line is solid from where that begins
// before the first sample that is, to where it ends behind the last.
func sweep(lo, hi float64, y func(x float64) (v float64, inside bool)) (pts []Point, fitted [2]float64) {
	fitted = [2]float64{hi * 2, hi * 4} // nothing inside: all of the line is extrapolated
	first, last := -1, -1
	for i := range samples {
		x := lo * math.Pow(hi/lo, float64(i)/(samples-1))
		v, in := y(x)
		pts = append(pts, Point{x, v})
		if in && first < 0 {
			first = i
		}
		if in {
			last = i
		}
	}
	if first < 0 {
		return pts, fitted
	}
	fitted = [2]float64{pts[first].X, pts[last].X}
	if first > 0 {
		fitted[0] = borderOf(y, pts[first].X, pts[first-1].X)
	}
	if last < samples-1 {
		fitted[1] = borderOf(y, pts[last].X, pts[last+1].X)
	}
	return pts, fitted
}

// borderOf is the last x on the way from in to out, two samples, that is inside;
// to a thousandth, since how far beyond it a point lies is said in words.
func borderOf(y func(float64) (float64, bool), in, out float64) float64 {
	for range 8 {
		x := math.Sqrt(in * out)
		if _, inside := y(x); inside {
			in = x
		} else {
			out = x
		}
	}
	return in
}

// inside reports whether every coordinate of p that the set speaks of lies in
// the range that it was fitted on.
func inside(s *law.Set, p law.Point) bool {
	for _, span := range s.Domain {
		if v := p.Get(span.Symbol); v != 0 && (v < span.Lo || v > span.Hi) {
			return false
		}
	}
	return true
}

// around widens lo..hi so that it holds v with some room.
func around(lo, hi, v float64) (float64, float64) {
	return min(lo, decade(v, -1)), max(hi, decade(v, 1))
}

// decade returns the power of ten next to v, dir decades away or more.
func decade(v float64, dir int) float64 {
	e := math.Log10(v)
	if dir < 0 {
		return math.Pow(10, math.Floor(e-0.3))
	}
	return math.Pow(10, math.Ceil(e+0.3))
}

// allocationSet returns the set by which the method divides a budget.
func allocationSet(m plan.Method) *law.Set { return m.Sets()[0] }

// lossSet returns the set of the method's L(N,D).
func lossSet(m plan.Method) *law.Set {
	for _, s := range m.Sets() {
		if s.ID == m.Loss {
			return s
		}
	}
	return nil
}

func lossAt(m plan.Method, n, d float64) (float64, bool) {
	l, _ := m.LossAt(unit.Params(n), unit.Tokens(d))
	s := lossSet(m)
	return float64(l), s != nil && inside(s, law.Point{N: unit.Params(n), D: unit.Tokens(d)})
}
