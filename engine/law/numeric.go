package law

import "lossline/engine/num"

// power returns (c/x)^a, the term of which nearly all the laws are sums.
func power(c, x, a float64) float64 { return num.Pow(c/x, a) }

// timesLog returns t·ln x for a t that vanishes as a power of x or of 1/x, so
// that the product vanishes with it.
func timesLog(t, x float64) float64 {
	if t == 0 {
		return 0
	}
	return t * num.Log(x)
}

// positive reports whether all of xs are above 0; +Inf is, NaN is not.
func positive(xs ...float64) bool {
	for _, x := range xs {
		if !(x > 0) {
			return false
		}
	}
	return true
}

// bisect returns where in [lo, hi] the falling function f crosses 0, to the
// last digit. It needs f(lo) ≥ 0 ≥ f(hi).
func bisect(f func(float64) float64, lo, hi float64) float64 {
	for {
		mid := lo + (hi-lo)/2
		if mid <= lo || mid >= hi {
			return mid
		}
		if f(mid) > 0 {
			lo = mid
		} else {
			hi = mid
		}
	}
}

// golden returns where in [lo, hi] the function f, which has one minimum there,
// is smallest, by golden sections. Rounding ends the search near √ε of the scale
// on which f bends, 1e-8 or so; f itself is then at its minimum to ε.
func golden(f func(float64) float64, lo, hi float64) float64 {
	const keep = 0.6180339887498949 // 1/φ
	a, b := hi-keep*(hi-lo), lo+keep*(hi-lo)
	fa, fb := f(a), f(b)
	for range 90 { // 0.618^90 = 1.6e-19
		if fa < fb {
			hi, b, fb = b, a, fa
			a = hi - keep*(hi-lo)
			fa = f(a)
		} else {
			lo, a, fa = a, b, fb
			b = lo + keep*(hi-lo)
			fb = f(b)
		}
	}
	return lo + (hi-lo)/2
}
