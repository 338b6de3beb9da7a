// Package num has exponentials and logarithms with the same digits on every
// machine, which those of package math do not promise: they are in assembly on
// some, and elsewhere a compiler may fuse a product into a sum.
//
// Here every product that is added to something is converted to float64 first,
// which by the language's specification forbids to fuse it. The functions are
// plain Go and made for WebAssembly, where they are faster than math's.
//
// They follow Tang, "Table-driven implementation of the exponential function",
// ACM TOMS 15 (1989), and the like for the logarithm, ACM TOMS 16 (1990). The
// errors stated are those that the tests bound against math/big; an ulp is the
// unit in the last place of the result.
package num

import "math"

const (
	perLn2    = 92.33248261689366     // 64/ln 2
	ln2By64   = 0.010830424696223417  // ln 2/64, a multiple of 2^-42: times k it is exact
	ln2Rest   = 2.572804622327669e-14 // ln 2/64 − ln2By64
	toInt     = 0x1.8p52              // added to a number, rounds it to an integer, kept in the low bits
	toIntBits = 0x4338 << 48
	tooMuch   = 709.782712893384   // above it Exp overflows
	tooFew    = -745.1332191019412 // below it Exp is nearer to 0 than to the least float64
)

// Exp returns e^x, off by less than 0.53 ulp, or 1 of a subnormal result.
//
// With k the integer nearest to 64·x/ln 2 and r the rest,
// e^x = 2^(k/64)·e^r; 2^(k/64) is in a table, e^r is a polynomial of degree 6.
//
// Special cases are:
//
//	Exp(+Inf) = +Inf
//	Exp(NaN) = NaN
//	Exp(-Inf) = 0
//
// Very large values overflow to +Inf, very small ones underflow to 0.
func Exp(x float64) float64 {
	if !(x > -708 && x < 709) {
		return expFar(x)
	}
	k, r := reduce(x)
	bits, p := expParts(k, r)
	scale := math.Float64frombits(bits + uint64(k>>6)<<52)
	return scale + float64(scale*p)
}

// reduce returns the integer nearest to 64·x/ln 2 and what x is beyond it.
func reduce(x float64) (k int64, r float64) {
	kd := float64(x*perLn2) + toInt
	k = int64(math.Float64bits(kd)) - toIntBits
	kd -= toInt
	return k, x - float64(kd*ln2By64) - float64(kd*ln2Rest)
}

// expParts returns the bits of 2^(j/64), j = k mod 64, and the p with which
// 2^(j/64)·(1 + p) = 2^(j/64)·e^r, where |r| ≤ ln 2/128.
func expParts(k int64, r float64) (bits uint64, p float64) {
	e := &exp2Table[k&63]
	r2 := r * r
	q := 0.5 + float64(r*(1./6)) + float64(r2*(1./24+float64(r*(1./120))+float64(r2*(1./720))))
	return e.bits, float64(r2*q) + float64(e.tail) + r
}

// expFar is Exp where the result, or the power of two in it, leaves the range
// of normal numbers.
func expFar(x float64) float64 {
	switch {
	case x != x:
		return x
	case x > tooMuch:
		return math.Inf(1)
	case x < tooFew:
		return 0
	}
	k, r := reduce(x)
	bits, p := expParts(k, r)
	scale := math.Float64frombits(bits)
	return ldexp(scale+float64(scale*p), k>>6)
}

// ldexp returns m·2^e for 1/2 ≤ m ≤ 2 and |e| < 1100, rounded once.
func ldexp(m float64, e int64) float64 {
	if e > 0 {
		return m * 0x1p1000 * math.Float64frombits(uint64(e-1000+1023)<<52)
	}
	return m * 0x1p-1000 * math.Float64frombits(uint64(e+1000+1023)<<52)
}

// Expm1 returns e^x − 1, off by less than 1.1 ulp also where x is near 0.
//
// Special cases are:
//
//	Expm1(+Inf) = +Inf
//	Expm1(-Inf) = -1
//	Expm1(±0) = ±0
//	Expm1(NaN) = NaN
func Expm1(x float64) float64 {
	switch {
	case !(x > -40 && x < 709):
		return Exp(x) - 1
	case math.Abs(x) < 1./8:
		return expm1Near(x)
	}
	k, r := reduce(x)
	bits, p := expParts(k, r)
	scale := math.Float64frombits(bits + uint64(k>>6)<<52)
	return (scale - 1) + float64(scale*p)
}

// expm1Near is Expm1 by its series, for |x| < 1/8.
func expm1Near(x float64) float64 {
	if x == 0 {
		return x
	}
	q := 0.0
	for _, c := range expm1Series {
		q = float64(q*x) + c
	}
	return x + float64(float64(x*x)*q)
}

// expm1Series has 1/11!, 1/10!, … 1/2!.
var expm1Series = [...]float64{
	1. / 39916800, 1. / 3628800, 1. / 362880, 1. / 40320, 1. / 5040, 1. / 720, 1. / 120, 1. / 24, 1. / 6, 1. / 2,
}
