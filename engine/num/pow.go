package num

import "math"

// Pow returns x^y, off by less than 1 ulp (0.6 unless x is near 1 and y is
// large), or 1.1 of a subnormal result. The
// logarithm is carried in two parts, so that y·ln x keeps the digits that the
// exponential needs.
//
// Special cases are those of math.Pow:
//
//	Pow(x, ±0) = 1 for any x
//	Pow(1, y) = 1 for any y
//	Pow(NaN, y) = NaN, Pow(x, NaN) = NaN otherwise
//	Pow(±0, y) = ±Inf for y an odd integer < 0, +Inf for any other y < 0
//	Pow(±0, y) = ±0 for y an odd integer > 0, +0 for any other y > 0
//	Pow(-1, ±Inf) = 1
//	Pow(x, +Inf) = +Inf for |x| > 1, +0 for |x| < 1
//	Pow(x, -Inf) = +0 for |x| > 1, +Inf for |x| < 1
//	Pow(±Inf, y) = Pow(±0, -y)
//	Pow(x, y) = NaN for finite x < 0 and finite y that is no integer
func Pow(x, y float64) float64 {
	ix := math.Float64bits(x)
	if ix-1<<52 < 0x7ff<<52-1<<52 && y-y == 0 { // normal, positive; finite
		hi, lo := logParts(ix)
		return expTimes(hi, lo, y)
	}
	return powSpecial(x, y)
}

// expTimes returns e^(y·(hi+lo)), where hi is a logarithm and lo is small beside
// it.
func expTimes(hi, lo, y float64) float64 {
	sum := hi + lo
	hi, lo = sum, hi-sum+lo
	p := float64(y * hi)
	if !(p > -708 && p < 709) {
		if p > 710 || p < -746 {
			return Exp(p)
		}
	}
	yh, hh := upper(y), upper(hi)
	yl, hl := y-yh, hi-hh
	rest := float64(yh*hh) - p + float64(yh*hl) + float64(yl*hh) + float64(yl*hl) + float64(y*lo)

	k, r := reduce(p)
	bits, q := expParts(k, r+rest)
	if p > -708 && p < 709 {
		scale := math.Float64frombits(bits + uint64(k>>6)<<52)
		return scale + float64(scale*q)
	}
	scale := math.Float64frombits(bits)
	return ldexp(scale+float64(scale*q), k>>6)
}

// upper returns the first 26 bits of the significand of x.
func upper(x float64) float64 {
	return math.Float64frombits(math.Float64bits(x) &^ (1<<27 - 1))
}

func powSpecial(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case x != x || y != y:
		return math.NaN()
	case x == -1 && y-y != 0:
		return 1
	case y-y != 0: // ±∞
		if (math.Abs(x) > 1) == (y > 0) {
			return math.Inf(1)
		}
		return 0
	}
	whole, odd := integer(y)
	ax := math.Abs(x)
	var v float64
	switch {
	case ax == 0 || ax > math.MaxFloat64:
		if (ax == 0) == (y < 0) {
			v = math.Inf(1)
		}
	case x < 0 && !whole:
		return math.NaN()
	default:
		ix := math.Float64bits(ax)
		if ix < 1<<52 {
			ix = math.Float64bits(ax*0x1p52) - 52<<52
		}
		hi, lo := logParts(ix)
		v = expTimes(hi, lo, y)
	}
	if odd && math.Signbit(x) {
		return -v
	}
	return v
}

// integer reports whether y is one, and an odd one.
func integer(y float64) (whole, odd bool) {
	if math.Abs(y) >= 1<<53 {
		return true, false
	}
	i := int64(y)
	return float64(i) == y, float64(i) == y && i&1 == 1
}
