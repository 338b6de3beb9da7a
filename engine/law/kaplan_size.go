package law

import (
	"fmt"
	"math"

	"lossline/engine/num"
	"lossline/engine/unit"
)

// What follows from KaplanNC for runs that are not compute-optimal (Kaplan et
// al. 2020, appendix B). theta is that of KaplanNC throughout.

// KaplanConvergence compares the compute-efficient way to a loss with another
// one, when runs stop at L = (1 + f)·L(N,∞) (eq. B.11 to B.14): it returns what a
// run stopped at the excess f needs over one stopped at ref,
//
//	N: ((1+f)/(1+ref))^(1/α_N)    S: ((1+1/f)/(1+1/ref))^(1/α_S)    C: N·S
//
// The efficient f is α_N/α_S, about 0.10; the paper takes 0.02 for usual
// practice. All three are NaN unless f and ref are positive.
func KaplanConvergence(theta []float64, f, ref float64) (n, s, c float64) {
	if !positive(f, ref) {
		return math.NaN(), math.NaN(), math.NaN()
	}
	n = num.Pow((1+f)/(1+ref), 1/theta[1])
	s = num.Pow((1+1/f)/(1+1/ref), 1/theta[3])
	return n, s, n * s
}

// KaplanComputeFor returns the least compute, C_min, in which n
// parameters reach the loss l (eq. B.15):
//
//	C = 6·B_*·S_c·N/L^(1/α_B)·(L − (N_c/N)^α_N)^(−1/α_S)
//
// It is an UnreachableError if they never do.
func KaplanComputeFor(theta []float64, n unit.Params, l unit.Loss) (unit.FLOPs, error) {
	if err := KaplanNC.check(theta); err != nil {
		return 0, err
	}
	if !(n > 0) {
		return 0, &CoordinateError{KaplanNC.ID, N, float64(n)}
	}
	floor := power(theta[0], float64(n), theta[1])
	if !(float64(l) > floor) {
		return 0, &UnreachableError{KaplanNC.ID, C, l, unit.Loss(floor)}
	}
	batch := theta[4] * num.Pow(float64(l), -1/theta[5])
	steps := theta[2] * num.Pow(float64(l)-floor, -1/theta[3])
	return RunCompute(n, unit.Tokens(batch), unit.Steps(steps)), nil
}

// SizeCost is what a model of another size than the best one costs for the same
// loss, as multiples of what the best one costs.
type SizeCost struct {
	Compute, Steps float64
	Warnings       []Warning
}

// KaplanSizeTrust is the multiple of the best size above which the authors do
// not trust their formula (appendix B).
const KaplanSizeTrust = 10

// KaplanSizeCost returns what x times the best number of parameters costs (eq.
// B.16, B.17):
//
//	S: [1 + (α_S/α_N)·(1 − x^(−α_N))]^(−1/α_S)    C: x·S
//
// It is an error unless x is above KaplanSmallest: smaller models do not reach
// the loss.
func KaplanSizeCost(theta []float64, x float64) (SizeCost, error) {
	if err := KaplanNC.check(theta); err != nil {
		return SizeCost{}, err
	}
	least := KaplanSmallest(theta)
	if !(x > least) || math.IsInf(x, 0) {
		return SizeCost{}, fmt.Errorf("law %s: %g times the best size: want a finite number above %.3g, below which the loss is out of reach", KaplanNC.ID, x, least)
	}
	steps := kaplanSteps(theta, x)
	cost := SizeCost{Compute: x * steps, Steps: steps}
	if x > KaplanSizeTrust {
		cost.Warnings = []Warning{{SizeFarFromOptimum, N, x, KaplanSizeTrust}}
	}
	return cost, nil
}

// KaplanSmallest returns the multiple of the best size at which the model
// reaches the loss only at convergence: (1 + α_N/α_S)^(−1/α_N), about 0.286.
func KaplanSmallest(theta []float64) float64 {
	return num.Pow(1+theta[1]/theta[3], -1/theta[1])
}

// KaplanSizesFor returns the smallest and the largest model, as multiples of the
// best size, that reach the loss for ratio times the least compute; it inverts
// KaplanSizeCost and is an error unless ratio is at least 1 and finite.
func KaplanSizesFor(theta []float64, ratio float64) (lo, hi float64, err error) {
	if err := KaplanNC.check(theta); err != nil {
		return 0, 0, err
	}
	if !(ratio >= 1) || math.IsInf(ratio, 0) {
		return 0, 0, fmt.Errorf("law %s: %g times the least compute: want a finite number of at least 1", KaplanNC.ID, ratio)
	}
	// In ln x the compute falls to 1 at x = 1 and rises from there.
	excess := func(lnX float64) float64 {
		x := num.Exp(lnX)
		return x*kaplanSteps(theta, x) - ratio
	}
	lo = bisect(excess, num.Log(KaplanSmallest(theta)), 0)
	end := 1.0
	for excess(end) < 0 {
		end *= 2
	}
	hi = bisect(func(lnX float64) float64 { return -excess(lnX) }, 0, end)
	return num.Exp(lo), num.Exp(hi), nil
}

// kaplanSteps is eq. B.17, +Inf at and below KaplanSmallest.
func kaplanSteps(theta []float64, x float64) float64 {
	aN, aS := theta[1], theta[3]
	return num.Pow(max(0, 1+aS/aN*(1-num.Pow(x, -aN))), -1/aS)
}
