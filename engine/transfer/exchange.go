package transfer

import (
	"math"

	"lossline/engine/unit"
)

// DataFactor returns the factor in D_F that changes D_T as much as the factor
// nf in N does: nf^(β/α). Text to Python has β ≈ 2α, from which the paper's
// "10 times N is like 100 times D_F" (section 1.1); unrounded it is 129.
//
// Note: the exchange is one of D_T, not of D_E nor of loss. A larger model also
// lowers L(N,∞), and more data also adds itself to D_E.
func (s Set) DataFactor(nf float64) float64 {
	return math.Pow(nf, s.Beta/s.Alpha)
}

// ParamsFactor returns the factor in N that changes D_T as much as the factor
// df in D_F does: df^(α/β).
func (s Set) ParamsFactor(df float64) float64 {
	return math.Pow(df, s.Alpha/s.Beta)
}

// Ratio returns D_T of a over D_T of b. For the published sets, whose β agree,
// it depends on D_F alone: mix over text is 11.05·D_F^−0.084.
func Ratio(a, b Set, n unit.Params, dF unit.Chars) float64 {
	return a.perChar(n, dF) / b.perChar(n, dF)
}

// Meet returns the D_F at which a and b transfer equally much to size n, and
// whether there is one: where α agrees, one source is ahead throughout. For the
// published sets it is 2.6e12 characters, far outside the fit.
//
//	D_F = [k_a·N^β_a / (k_b·N^β_b)]^(1/(α_b−α_a))
func Meet(a, b Set, n unit.Params) (unit.Chars, bool) {
	if a.Alpha == b.Alpha {
		return 0, false
	}
	d := math.Pow(Ratio(a, b, n, 1), 1/(b.Alpha-a.Alpha))
	return unit.Chars(d), positive(d)
}
