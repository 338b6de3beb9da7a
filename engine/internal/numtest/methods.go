package numtest

import "math"

// invPhi is 1/φ, the share of the bracket that a golden-section step keeps.
var invPhi = (math.Sqrt(5) - 1) / 2

// Minimum returns where in [lo, hi] f, which must have one minimum there, is
// smallest.
//
// Golden sections close in until rounding hides the differences of f, near
// √ε ≈ 1e-8 of the scale on which f bends. Where that is too coarse the caller
// looks for a Root of Derivative instead.
func Minimum(f func(float64) float64, lo, hi float64) float64 {
	a, b := hi-invPhi*(hi-lo), lo+invPhi*(hi-lo)
	fa, fb := f(a), f(b)
	for range 100 {
		if fa < fb {
			hi, b, fb = b, a, fa
			a = hi - invPhi*(hi-lo)
			fa = f(a)
		} else {
			lo, a, fa = a, b, fb
			b = lo + invPhi*(hi-lo)
			fb = f(b)
		}
	}
	return (lo + hi) / 2
}

// Derivative returns f'(x) by the central difference of fourth order with step
// h. Its error is about h⁴·f⁽⁵⁾/30 from truncation and ε·f/h from rounding, so
// that h = 1e-3 of the scale of x gives twelve digits of a smooth f.
func Derivative(f func(float64) float64, x, h float64) float64 {
	return (8*(f(x+h)-f(x-h)) - (f(x+2*h) - f(x-2*h))) / (12 * h)
}

// Root returns a zero of f in [lo, hi] by bisection, and NaN unless f has
// opposite signs at the two ends.
func Root(f func(float64) float64, lo, hi float64) float64 {
	flo := f(lo)
	if !(flo*f(hi) <= 0) {
		return math.NaN()
	}
	for range 200 {
		mid := lo + (hi-lo)/2
		if flo*f(mid) > 0 {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo + (hi-lo)/2
}
