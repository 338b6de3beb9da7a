package num

import "math"

const (
	ln2Hi    = 0.6931471805598903    // ln 2 to a multiple of 2^-42
	ln2Lo    = 5.497923018708371e-14 // ln 2 − ln2Hi
	logFirst = 0x3fe6000000000000    // bits of 0.6875, where the table begins
	highHalf = 0xffffffff00000000    // of a float64 leaves 21 bits of its significand
)

// Log returns the natural logarithm of x, off by less than 0.53 ulp.
//
// With x = 2^k·z, 0.6875 ≤ z < 1.375, and c near 1/z from a table,
// ln x = k·ln 2 − ln c + ln(1+r), r = c·z − 1, |r| ≤ 1/64. c is short, so that
// r is exact in two parts. Near 1, c is 1 and nothing cancels.
//
// Special cases are:
//
//	Log(+Inf) = +Inf
//	Log(0) = -Inf
//	Log(x < 0) = NaN
//	Log(NaN) = NaN
func Log(x float64) float64 {
	ix := math.Float64bits(x)
	if ix-1<<52 >= 0x7ff<<52-1<<52 { // not normal and positive
		if !(x > 0) || x > math.MaxFloat64 {
			return logSpecial(x)
		}
		ix = math.Float64bits(x*0x1p52) - 52<<52
	}
	hi, lo := logParts(ix)
	return hi + lo
}

func logSpecial(x float64) float64 {
	switch {
	case x == 0:
		return math.Inf(-1)
	case x < 0:
		return math.NaN()
	}
	return x // NaN or +Inf
}

// logParts returns the logarithm of the number with the bits ix, whose exponent
// may be below that of normal numbers, as a sum of two: hi has
// all but the last few digits. The sum is off by less than 2^-63 of itself.
func logParts(ix uint64) (hi, lo float64) {
	tmp := ix - logFirst
	e := &logTable[tmp>>46&63]
	k := float64(int64(tmp) >> 52)
	iz := ix - tmp&(0xfff<<52)
	z := math.Float64frombits(iz)
	zh := math.Float64frombits(iz & highHalf)
	c := float64(e.inv) * (1. / 512)
	rh := float64(zh*c) - 1     // exact: 21 and 10 bits
	rl := float64((z - zh) * c) // exact: 32 and 10 bits
	r := rh + rl

	w := float64(k*ln2Hi) + e.hi // exact
	hi = w + r
	lo = float64(k*ln2Lo) + e.lo + (rl - (r - rh)) + (w - hi + r)

	// −r²/2 in two parts: rh has so few bits that its square is exact.
	rh = math.Float64frombits(math.Float64bits(r) & highHalf)
	half := float64(-0.5 * rh)
	sq := float64(rh * half)
	hi2 := hi + sq
	lo += hi - hi2 + sq
	lo += float64((r - rh) * (half - float64(0.5*r)))

	r2 := r * r
	p := 1./3 - float64(r*(1./4)) + float64(r2*(1./5-float64(r*(1./6)))) +
		float64(float64(r2*r2)*(1./7-float64(r*(1./8))+float64(r2*(1./9-float64(r*(1./10))+float64(r2*(1./11))))))
	return hi2, lo + float64(float64(r2*r)*p)
}

// Log1p returns ln(1 + x), off by less than 1 ulp also where x is near 0.
//
// Special cases are:
//
//	Log1p(+Inf) = +Inf
//	Log1p(±0) = ±0
//	Log1p(-1) = -Inf
//	Log1p(x < -1) = NaN
//	Log1p(NaN) = NaN
func Log1p(x float64) float64 {
	u := 1 + x
	if !(u > 0) || u > math.MaxFloat64 {
		return logSpecial(u)
	}
	if math.Abs(x) < 0x1p-54 {
		return x
	}
	lost := x - (u - 1) // of x in the sum, exact
	if x > 1 {
		lost = 1 - (u - x)
	}
	hi, lo := logParts(math.Float64bits(u))
	return hi + (lo + lost/u)
}
