package num

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// The bounds are those that the doc comments state. The right values are sums
// of Taylor series with 200 bits, with no code of this package in them.

const prec = 200

func bf(x float64) *big.Float { return new(big.Float).SetPrec(prec).SetFloat64(x) }

func newf() *big.Float { return new(big.Float).SetPrec(prec) }

// bigExp is e^x by halving x until the series is short, and squaring.
func bigExp(x *big.Float) *big.Float {
	halvings := 0
	if x.Sign() != 0 {
		halvings = max(0, x.MantExp(nil)+12)
	}
	y := newf().SetMantExp(x, -halvings)
	sum, term := bf(1), bf(1)
	for i := 1; i < 40; i++ {
		term.Mul(term, y)
		term.Quo(term, bf(float64(i)))
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum
}

// bigLog is ln x by the series of the inverse hyperbolic tangent.
func bigLog(x *big.Float) *big.Float {
	if x.Sign() <= 0 {
		panic("bigLog of what is not positive")
	}
	m := newf()
	e := x.MantExp(m) // m in [0.5, 1)
	if m.Cmp(bf(0.75)) < 0 {
		m.Mul(m, bf(2))
		e--
	}
	// ln m = 2·atanh((m−1)/(m+1))
	z := newf().Quo(newf().Sub(m, bf(1)), newf().Add(m, bf(1)))
	return newf().Add(atanh2(z), newf().Mul(bf(float64(e)), bigLn2))
}

func atanh2(z *big.Float) *big.Float {
	z2 := newf().Mul(z, z)
	sum, pow := newf(), newf().Set(z)
	for i := 1; i < 140; i += 2 {
		sum.Add(sum, newf().Quo(pow, bf(float64(i))))
		pow.Mul(pow, z2)
	}
	return sum.Mul(sum, bf(2))
}

var bigLn2 = atanh2(newf().Quo(bf(1), bf(3))) // ln 2 = 2·atanh(1/3)

// ulps returns how far got is from want, in units in the last place of want.
func ulps(got float64, want *big.Float) float64 {
	w, _ := want.Float64()
	if math.IsInf(w, 0) || math.IsInf(got, 0) {
		if got == w {
			return 0
		}
		return math.Inf(1)
	}
	a := math.Abs(w)
	ulp := math.Nextafter(a, math.Inf(1)) - a
	d, _ := newf().Quo(newf().Sub(bf(got), want), bf(ulp)).Float64()
	return math.Abs(d)
}

func checkUlps(t *testing.T, name string, bound float64, xs []float64, f func(float64) float64, want func(*big.Float) *big.Float) {
	t.Helper()
	worst, at := 0., 0.
	for _, x := range xs {
		if u := ulps(f(x), want(bf(x))); !(u <= worst) {
			worst, at = u, x
		}
	}
	t.Logf("%s: worst error %.4f ulp at %v of %d", name, worst, at, len(xs))
	if !(worst < bound) {
		t.Errorf("%s(%v) = %v is off by %.4f ulp, allowed %g", name, at, f(at), worst, bound)
	}
}

// near returns numbers just beside the given ones.
func near(xs ...float64) []float64 {
	var out []float64
	for _, x := range xs {
		lo, hi := x, x
		for range 4 {
			out = append(out, lo, hi)
			lo, hi = math.Nextafter(lo, math.Inf(-1)), math.Nextafter(hi, math.Inf(1))
		}
	}
	return out
}

func random(n int, draw func(r *rand.Rand) float64) []float64 {
	r := rand.New(rand.NewPCG(1, 2))
	out := make([]float64, n)
	for i := range out {
		out[i] = draw(r)
	}
	return out
}

// expEdges lie where the reduction goes from one entry of the table to the next.
func expEdges() []float64 {
	var out []float64
	for k := -300; k < 300; k++ {
		out = append(out, near((float64(k)+0.5)*math.Ln2/64)...)
	}
	return out
}

func logEdges() []float64 {
	var out []float64
	for i := uint64(0); i <= 64; i++ {
		out = append(out, near(math.Float64frombits(logFirst+i<<46))...)
	}
	return out
}

func TestExpError(t *testing.T) {
	xs := random(6000, func(r *rand.Rand) float64 { return r.Float64()*1416 - 708 })
	xs = append(xs, random(6000, func(r *rand.Rand) float64 { return r.Float64()*2 - 1 })...)
	xs = append(xs, expEdges()...)
	checkUlps(t, "Exp", 0.53, xs, Exp, bigExp)
	checkUlps(t, "Exp", 0.53, near(709, tooMuch-1e-10, -708), Exp, bigExp)
	sub := random(3000, func(r *rand.Rand) float64 { return -708 - 37*r.Float64() })
	checkUlps(t, "Exp of very small", 1, sub, Exp, bigExp)
}

func TestExpm1Error(t *testing.T) {
	minus := func(x *big.Float) *big.Float { return newf().Sub(bigExp(x), bf(1)) }
	xs := random(6000, func(r *rand.Rand) float64 { return r.NormFloat64() })
	xs = append(xs, random(6000, func(r *rand.Rand) float64 { return r.NormFloat64() * math.Exp(-30*r.Float64()) })...)
	xs = append(xs, random(1000, func(r *rand.Rand) float64 { return r.Float64()*800 - 100 })...)
	xs = append(xs, expEdges()...)
	checkUlps(t, "Expm1", 1.1, xs, Expm1, minus)
}

func TestLogError(t *testing.T) {
	anything := func(r *rand.Rand) float64 { return math.Float64frombits(r.Uint64N(0x7ff << 52)) }
	xs := random(4000, anything)
	xs = append(xs, random(6000, func(r *rand.Rand) float64 { return 0.5 + r.Float64() })...)
	xs = append(xs, random(4000, func(r *rand.Rand) float64 { return 1 + r.NormFloat64()*0.01 })...)
	xs = append(xs, logEdges()...)
	xs = append(xs, near(1-1./128, 1+1./64)...)
	xs = append(xs, 5e-324, 0x1p-1022, math.MaxFloat64, math.Nextafter(1, 0), math.Nextafter(1, 2))
	checkUlps(t, "Log", 0.53, xs, Log, bigLog)
}

func TestLog1pError(t *testing.T) {
	plus := func(x *big.Float) *big.Float { return bigLog(newf().Add(x, bf(1))) }
	xs := random(6000, func(r *rand.Rand) float64 { return 3*r.Float64() - 0.999 })
	xs = append(xs, random(6000, func(r *rand.Rand) float64 { return r.NormFloat64() * math.Exp(-30*r.Float64()) * 0.2 })...)
	xs = append(xs, random(1000, func(r *rand.Rand) float64 { return math.Exp(r.Float64() * 700) })...)
	checkUlps(t, "Log1p", 1, xs, Log1p, plus)
}

func TestPowError(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	check := func(name string, n int, bound float64, draw func() (x, y float64)) {
		worst, atX, atY := 0., 0., 0.
		for range n {
			x, y := draw()
			want := bigExp(newf().Mul(bf(y), bigLog(bf(x))))
			if u := ulps(Pow(x, y), want); !(u <= worst) {
				worst, atX, atY = u, x, y
			}
		}
		t.Logf("%s: worst error %.4f ulp at (%v, %v)", name, worst, atX, atY)
		if !(worst < bound) {
			t.Errorf("%s: Pow(%v, %v) = %v is off by %.4f ulp, allowed %g", name, atX, atY, Pow(atX, atY), worst, bound)
		}
	}
	check("of runs", 4000, 0.6, func() (x, y float64) { return math.Exp(60 * r.Float64()), 2*r.Float64() - 1 })
	check("near 1", 4000, 1, func() (x, y float64) {
		x = 1 + 0.02*r.NormFloat64()
		return x, 700 * (2*r.Float64() - 1) / math.Log(x)
	})
	check("anything", 4000, 0.6, func() (x, y float64) {
		x = math.Float64frombits(r.Uint64N(0x7ff << 52))
		return x, 708 * (2*r.Float64() - 1) / math.Log(x)
	})
	check("subnormal", 2000, 1.1, func() (x, y float64) {
		x = math.Exp(20 * r.Float64())
		return x, -(708 + 36*r.Float64()) / math.Log(x)
	})
}

// The specification of the special cases is that of package math.
func TestSpecialCases(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	// 5e-324 and 1e-310 are not among the arguments of Log: math.Log is wrong
	// there on amd64. TestLogError has them.
	odd := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, -2, 3, -3, 1.5, -1.5, 5e-324, -5e-324,
		1e-310, 0x1p-1022, math.MaxFloat64, -math.MaxFloat64, 1e300, 1e-300, 709.9, -750, -1e9, 1e9 + 1, 0x1p53, 0x1p53 + 2,
		-0x1p60, inf, -inf, nan, math.Pi}
	same := func(a, b float64) bool {
		if math.IsNaN(b) {
			return math.IsNaN(a)
		}
		if b == 0 || math.IsInf(b, 0) {
			return math.Float64bits(a) == math.Float64bits(b)
		}
		return math.Abs(a-b) <= 1e-13*math.Abs(b) || math.Abs(a-b) <= 5e-324
	}
	for _, x := range odd {
		for name, f := range map[string][2]func(float64) float64{
			"Exp": {Exp, math.Exp}, "Log": {Log, math.Log}, "Expm1": {Expm1, math.Expm1}, "Log1p": {Log1p, math.Log1p},
		} {
			if name == "Log" && x > 0 && x < 0x1p-1022 {
				continue
			}
			if got, want := f[0](x), f[1](x); !same(got, want) {
				t.Errorf("%s(%v) = %v, want %v", name, x, got, want)
			}
		}
		for _, y := range odd {
			if got, want := Pow(x, y), math.Pow(x, y); !same(got, want) {
				t.Errorf("Pow(%v, %v) = %v, want %v", x, y, got, want)
			}
		}
	}
	if Exp(tooMuch) == inf || Exp(math.Nextafter(tooMuch, 1e3)) != inf {
		t.Error("Exp overflows at the wrong place")
	}
	// ln of half the least float64 is −745.13321910194122 (mpmath, 40 digits).
	if Exp(-745.1332191019411) != 5e-324 || Exp(-745.1332191019413) != 0 {
		t.Error("Exp underflows at the wrong place")
	}
}

func TestMonotoneAtTableEdges(t *testing.T) {
	for name, c := range map[string]struct {
		f  func(float64) float64
		at []float64
	}{"Exp": {Exp, expEdges()}, "Log": {Log, logEdges()}} {
		for _, x := range c.at {
			if next := math.Nextafter(x, math.Inf(1)); c.f(next) < c.f(x) {
				t.Errorf("%s falls from %v to %v", name, x, next)
			}
		}
	}
}

var sink float64

func benchmark(b *testing.B, f func(float64) float64, lo, hi float64) {
	xs := random(1024, func(r *rand.Rand) float64 { return lo + (hi-lo)*r.Float64() })
	for i := 0; b.Loop(); i++ {
		sink += f(xs[i&1023])
	}
}

func BenchmarkExp(b *testing.B)     { benchmark(b, Exp, -10, 10) }
func BenchmarkMathExp(b *testing.B) { benchmark(b, math.Exp, -10, 10) }
func BenchmarkLog(b *testing.B)     { benchmark(b, Log, 0.5, 8) }
func BenchmarkMathLog(b *testing.B) { benchmark(b, math.Log, 0.5, 8) }
func BenchmarkPow(b *testing.B) {
	benchmark(b, func(x float64) float64 { return Pow(x, -0.35) }, 1e7, 1e10)
}
func BenchmarkMathPow(b *testing.B) {
	benchmark(b, func(x float64) float64 { return math.Pow(x, -0.35) }, 1e7, 1e10)
}
