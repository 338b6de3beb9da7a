package law

import (
	"fmt"
	"math"

	"lossline/engine/num"
	"lossline/engine/unit"
)

// Overfitting by KaplanND (Kaplan et al. 2020, sections 4.2 and 5.3). nd is the
// theta of KaplanND throughout.

// KaplanNoise is the paper's threshold for overfitting. Seeds make losses differ
// by about 0.02 nats per token (section 4.2); eq. 4.4 comes out when the 0.02 is
// taken as a relative excess.
const KaplanNoise = 0.02

// KaplanOverfit returns the share by which d tokens leave the loss of n
// parameters above that on data without limit (eq. 4.2, 4.3):
//
//	δL = L(N,D)/L(N,∞) − 1 = [1 + (N/N_c)^(α_N/α_D)·D_c/D]^α_D − 1
//
// It is NaN unless n and d are positive.
func KaplanOverfit(nd []float64, n unit.Params, d unit.Tokens) float64 {
	if !positive(float64(n), float64(d)) {
		return math.NaN()
	}
	return num.Expm1(nd[3] * num.Log1p(kaplanLoad(nd, n)/float64(d)))
}

// kaplanLoad is (N/N_c)^(α_N/α_D)·D_c, in tokens.
func kaplanLoad(nd []float64, n unit.Params) float64 {
	return nd[2] * num.Pow(float64(n)/nd[0], nd[1]/nd[3])
}

// KaplanTokensFor returns the least D that keeps KaplanOverfit at or below
// excess: D = D_c·(N/N_c)^(α_N/α_D)/((1 + excess)^(1/α_D) − 1). It is an error
// unless both arguments are positive.
func KaplanTokensFor(nd []float64, n unit.Params, excess float64) (unit.Tokens, error) {
	if err := KaplanND.check(nd); err != nil {
		return 0, err
	}
	if !(n > 0) {
		return 0, &CoordinateError{KaplanND.ID, N, float64(n)}
	}
	if !(excess > 0) {
		return 0, fmt.Errorf("law %s: relative excess of loss %g: want a positive number", KaplanND.ID, excess)
	}
	return unit.Tokens(kaplanLoad(nd, n) / num.Expm1(num.Log1p(excess)/nd[3])), nil
}

// KaplanTokensRule returns the paper's rounded criterion against overfitting,
// D ≳ 5e3·N^0.74 tokens (eq. 4.4). With Table 2 it allows δL = 0.0211.
// It is NaN for a negative n.
func KaplanTokensRule(n unit.Params) unit.Tokens {
	return unit.Tokens(5e3 * num.Pow(float64(n), 0.74))
}

// KaplanDataGrowth returns by how much the data must grow with a model that
// grows r-fold, at equal overfitting: r^(α_N/α_D). The paper: 8 times the model,
// about 5 times the data. It is NaN for a negative r.
func KaplanDataGrowth(nd []float64, r float64) float64 {
	return num.Pow(r, nd[1]/nd[3])
}

// EarlyStop is a bound on when a run that overfits should stop.
type EarlyStop struct {
	Steps    unit.Steps // S_stop is at least this, in steps at a large batch
	Warnings []Warning
}

// KaplanStopAfter returns the step before which the early stop of n parameters
// on d tokens does not come (eq. 5.7):
//
//	S_stop ≳ S_c/[L(N,D) − L(N,∞)]^(1/α_S)
//
// L is KaplanND with nd; S_c and α_S are those of KaplanNS with ns. The steps are
// those at a large batch, S_min. It is +Inf for data without limit, and an error
// unless n and d are positive.
func KaplanStopAfter(nd, ns []float64, n unit.Params, d unit.Tokens) (EarlyStop, error) {
	if err := KaplanNS.check(ns); err != nil {
		return EarlyStop{}, err
	}
	l, err := KaplanND.Eval(nd, Point{N: n, D: d})
	if err != nil {
		return EarlyStop{}, err
	}
	// L(N,D) − L(N,∞) = L·δL/(1+δL), which does not cancel for ample data.
	excess := KaplanOverfit(nd, n, d)
	gap := float64(l) * excess / (1 + excess)
	stop := EarlyStop{
		Steps:    unit.Steps(ns[2] * num.Pow(gap, -1/ns[3])),
		Warnings: []Warning{{Code: StopIsLowerBound, Symbol: S}},
	}
	if d <= kaplanPoorFit {
		stop.Warnings = append(stop.Warnings, Warning{DataFitPoor, D, float64(d), kaplanPoorFit})
	}
	return stop, nil
}

// kaplanPoorFit is the size of the subset for which the fit of L(N,D) was poor:
// 1/1024 of the data, of which an epoch is 40 updates (section 4.2).
const kaplanPoorFit = 2.29e10 / 1024
