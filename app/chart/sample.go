package chart

import "math"

// Samples is how many points a curve of a law is drawn with. Power laws are
// straight on these axes and need few; the bends of additive laws need these.
const Samples = 61

// Sweep samples y over n points spread evenly in the logarithm of lo..hi.
// inside says where the law was fitted; the line is solid from where that begins
// before the first sample that is, to where it ends behind the last.
func Sweep(lo, hi float64, y func(x float64) (v float64, inside bool)) (pts []Point, fitted [2]float64) {
	fitted = [2]float64{hi * 2, hi * 4} // nothing inside: all of the line is extrapolated
	first, last := -1, -1
	for i := range Samples {
		x := lo * math.Pow(hi/lo, float64(i)/(Samples-1))
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
	if last < Samples-1 {
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

// Around widens lo..hi so that it holds v with some room.
func Around(lo, hi, v float64) (float64, float64) {
	return min(lo, Decade(v, -1)), max(hi, Decade(v, 1))
}

// Decade returns the power of ten next to v, dir decades away or more.
func Decade(v float64, dir int) float64 {
	e := math.Log10(v)
	if dir < 0 {
		return math.Pow(10, math.Floor(e-0.3))
	}
	return math.Pow(10, math.Ceil(e+0.3))
}

// Trace samples a curve that its own parameter leads along, such as a learning
// curve; x must rise or fall all the way. inside says where its law was fitted.
func Trace(at func(u float64) (p Point, inside bool)) (pts []Point, fitted [2]float64) {
	for i := range Samples {
		p, in := at(float64(i) / (Samples - 1))
		pts = append(pts, p)
		switch {
		case !in:
		case fitted == [2]float64{}:
			fitted = [2]float64{p.X, p.X}
		default:
			fitted = [2]float64{min(fitted[0], p.X), max(fitted[1], p.X)}
		}
	}
	if fitted == [2]float64{} { // nothing inside: all of the line is extrapolated
		last := max(pts[0].X, pts[Samples-1].X)
		fitted = [2]float64{last * 2, last * 4}
	}
	return pts, fitted
}

// Between is the value u of the way from lo to hi, evenly in the logarithm.
func Between(lo, hi, u float64) float64 { return lo * math.Pow(hi/lo, u) }

// Steps samples y where it is given, over n points spread evenly in the
// logarithm of lo..hi.
func Steps(lo, hi float64, n int, y func(x float64) (v float64, ok bool)) []Point {
	var pts []Point
	for i := range n {
		x := lo * math.Pow(hi/lo, float64(i)/float64(n-1))
		if v, ok := y(x); ok {
			pts = append(pts, Point{x, v})
		}
	}
	return pts
}
