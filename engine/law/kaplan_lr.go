package law

import (
	"math"

	"lossline/engine/num"
	"lossline/engine/unit"
)

// Where Kaplan's rule for the learning rate ends: the authors say that it breaks
// above 1e10 parameters, and at 1.213e10 it crosses zero.
const (
	KaplanLRBreaks unit.Params = 1e10
	KaplanLRZero   unit.Params = 1.21262455e10 // exp(0.003239/0.0001395)
)

// LearningRate is a peak learning rate for Adam.
type LearningRate struct {
	Rate     float64
	Warnings []Warning
}

// KaplanLearningRate returns the paper's rule of thumb for the peak learning
// rate (Kaplan et al. 2020, eq. D.1):
//
//	LR(N) ≈ 0.003239 − 0.0001395·ln N
//
// It warns above 1e10 parameters; above 1.213e10, where the rule is negative,
// the rate is 0 and a second warning says so. It is an error unless n is a
// positive finite number.
func KaplanLearningRate(n unit.Params) (LearningRate, error) {
	if !(n > 0) || math.IsInf(float64(n), 0) {
		return LearningRate{}, &CoordinateError{"kaplan-lr", N, float64(n)}
	}
	lr := LearningRate{Rate: 0.003239 - 0.0001395*num.Log(float64(n))}
	if n > KaplanLRBreaks {
		lr.Warnings = append(lr.Warnings, Warning{LearningRateBreaks, N, float64(n), float64(KaplanLRBreaks)})
	}
	if lr.Rate < 0 {
		lr.Rate = 0
		lr.Warnings = append(lr.Warnings, Warning{LearningRateClamped, N, float64(n), float64(KaplanLRZero)})
	}
	return lr, nil
}
