package law

import (
	"fmt"
	"math"

	"lossline/engine/cite"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// BatchLaw is the critical batch as a function of the loss alone (Kaplan et al.
// 2020, eq. 1.4 = 5.3):
//
//	B_crit(L) = B_*/L^(1/α_B)   tokens per batch
//
// At B_crit a run takes twice the steps and twice the tokens that it would need
// at least.
type BatchLaw struct {
	ID     string
	BStar  unit.Tokens
	AlphaB float64
	Ref    cite.Ref
	Grade  cite.Grade
	Lo, Hi unit.Loss // measured between these training losses
	Note   string
}

// KaplanBatches has the paper's two values of B_*; the first is the default.
var KaplanBatches = []BatchLaw{{
	ID: "kaplan2020.batch.1", BStar: 2.1e8, AlphaB: 0.21,
	Ref: kaplanRef("Table 5; Figure 10, legend"), Grade: cite.GradeA, Lo: 3, Hi: 10,
	Note: "Measured on models of 3M and 85M parameters down to a training loss near 3. The text rounds the constant to 2e8.",
}, {
	ID: "kaplan2020.batch.2", BStar: 2e8, AlphaB: 0.21,
	Ref: kaplanRef("eq. 5.3"), Grade: cite.GradeA, Lo: 3, Hi: 10,
	Note: "The rounded constant of the text; Table 5 and Figure 10 have 2.1e8.",
}}

// Critical returns B_crit(l) in tokens, NaN unless l is positive.
func (b BatchLaw) Critical(l unit.Loss) unit.Tokens {
	if !positive(float64(l)) {
		return unit.Tokens(math.NaN())
	}
	return b.BStar / unit.Tokens(num.Pow(float64(l), 1/b.AlphaB))
}

// CriticalBatch returns Kaplan's B_crit(l) in tokens with the default constants,
// NaN unless l is positive.
func CriticalBatch(l unit.Loss) unit.Tokens { return KaplanBatches[0].Critical(l) }

// RunCompute returns C = 6·N·B·S in FLOP, the compute of s steps at the batch b
// (Kaplan et al. 2020, section 2.1).
func RunCompute(n unit.Params, b unit.Tokens, s unit.Steps) unit.FLOPs {
	return Compute(n, b*unit.Tokens(s))
}

// MinSteps returns S_min = S/(1 + B_crit/B), the steps that would have done at a
// batch far above the critical one for what s steps reach at the batch b
// (eq. 5.4). NaN unless both batches are positive.
func MinSteps(s unit.Steps, b, crit unit.Tokens) unit.Steps {
	return s / unit.Steps(1+ratio(crit, b))
}

// StepsAt is the inverse of MinSteps: S = S_min·(1 + B_crit/B).
func StepsAt(least unit.Steps, b, crit unit.Tokens) unit.Steps {
	return least * unit.Steps(1+ratio(crit, b))
}

// MinCompute returns C_min = C/(1 + B/B_crit), the compute that would have done
// at a batch far below the critical one for what c reaches at the batch b
// (eq. 5.5). NaN unless both batches are positive.
func MinCompute(c unit.FLOPs, b, crit unit.Tokens) unit.FLOPs {
	return c / unit.FLOPs(1+ratio(b, crit))
}

// ComputeAt is the inverse of MinCompute: C = C_min·(1 + B/B_crit).
func ComputeAt(least unit.FLOPs, b, crit unit.Tokens) unit.FLOPs {
	return least * unit.FLOPs(1+ratio(b, crit))
}

// ratio is x/y, and NaN unless both are positive: a negative batch would give
// numbers that look right.
func ratio(x, y unit.Tokens) float64 {
	if !positive(float64(x), float64(y)) {
		return math.NaN()
	}
	return float64(x / y)
}

// Tradeoff is the hyperbola of steps S against tokens E = B·S that reach one
// loss (Kaplan et al. 2020, eq. 5.1):
//
//	(S/S_min − 1)·(E/E_min − 1) = 1
type Tradeoff struct {
	SMin unit.Steps  // approached at large batches
	EMin unit.Tokens // approached at small batches
}

// Critical is B_crit = E_min/S_min (eq. 5.2), in tokens per batch.
func (t Tradeoff) Critical() unit.Tokens { return t.EMin / unit.Tokens(t.SMin) }

// AtBatch returns the steps and the tokens at the batch b: S = S_min·(1 + B_crit/b)
// and E = E_min·(1 + b/B_crit), so that E = b·S.
func (t Tradeoff) AtBatch(b unit.Tokens) (unit.Steps, unit.Tokens) {
	crit := t.Critical()
	return StepsAt(t.SMin, b, crit), t.EMin * unit.Tokens(1+ratio(b, crit))
}

// TokensFor returns the E that goes with s steps; it is an error unless s is
// above S_min.
func (t Tradeoff) TokensFor(s unit.Steps) (unit.Tokens, error) {
	e, ok := hyperbola(float64(s/t.SMin), float64(t.EMin))
	if !ok {
		return 0, fmt.Errorf("steps S = %g: want more than S_min = %g", float64(s), float64(t.SMin))
	}
	return unit.Tokens(e), nil
}

// StepsFor returns the S that goes with e tokens; it is an error unless e is
// above E_min.
func (t Tradeoff) StepsFor(e unit.Tokens) (unit.Steps, error) {
	s, ok := hyperbola(float64(e/t.EMin), float64(t.SMin))
	if !ok {
		return 0, fmt.Errorf("tokens E = %g: want more than E_min = %g", float64(e), float64(t.EMin))
	}
	return unit.Steps(s), nil
}

// hyperbola solves (x − 1)·(y/least − 1) = 1 for y.
func hyperbola(x, least float64) (float64, bool) {
	if !(x > 1 && least > 0) {
		return 0, false
	}
	return least * (1 + 1/(x-1)), true
}
