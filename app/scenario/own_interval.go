package scenario

import (
	"math"

	"lossline/engine/law"
	"lossline/engine/num"
	"lossline/engine/plan"
)

// OwnLevel is the probability of the intervals that stand beside the numbers of
// a fit of one's own.
const OwnLevel = 0.95

// OwnIntervals are the ranges of what a fit of one's own says of a budget, by the
// covariance of its coefficients; all zero where it is not known.
type OwnIntervals struct{ N, D, Loss, PointLoss Range }

// ownIntervals are those of the plan a and of the loss at the point.
func (s Scenario) ownIntervals(a plan.Allocation, p law.Point) (out OwnIntervals) {
	l, _, ok := s.Own.Set()
	if !ok || s.Own.CovMatrix() == nil || l.Frontier == nil || l.Loss == nil {
		return out
	}
	size := func(theta []float64) float64 { return float64(l.Frontier(theta, a.Budget).N) }
	out.N = s.Own.Interval(size)
	if out.N.Hi > 0 { // D = C/(6N), so that the two go against each other
		out.D = Range{float64(a.Budget) / (6 * out.N.Hi), float64(a.Budget) / (6 * out.N.Lo)}.known()
	}
	out.Loss = s.Own.Interval(func(theta []float64) float64 {
		return float64(l.Loss(theta, l.Frontier(theta, a.Budget)))
	})
	out.PointLoss = s.Own.Interval(func(theta []float64) float64 { return float64(l.Loss(theta, p)) })
	return out
}

// Interval is the range of the positive quantity f of the coefficients that
// holds it with probability OwnLevel, by the delta method in its logarithm:
//
//	ln f ± z·√(gᵀΣg),  g = ∂ ln f/∂x
//
// where x are the working coefficients, of which Σ is the covariance. It is zero
// where the covariance is not known, f has no slope, or an end is beyond all numbers.
func (o OwnLaw) Interval(f func(theta []float64) float64) Range {
	l, set, ok := o.Set()
	cov := o.CovMatrix()
	if !ok || cov == nil {
		return Range{}
	}
	at := num.Log(f(set.Theta))
	g := make([]float64, len(set.Theta))
	for i, c := range l.Coefs {
		up, down, h := moved(set.Theta, i, c, cov[i][i], 1), moved(set.Theta, i, c, cov[i][i], -1), 2*step(set.Theta[i], c, cov[i][i])
		if h > 0 {
			g[i] = (num.Log(f(up)) - num.Log(f(down))) / h
		}
	}
	var variance float64
	for i := range g {
		for j := range g {
			variance += g[i] * cov[i][j] * g[j]
		}
	}
	if !(variance >= 0) || math.IsInf(variance, 0) || math.IsNaN(at) {
		return Range{}
	}
	half := math.Sqrt2 * math.Erfinv(OwnLevel) * math.Sqrt(variance)
	return Range{num.Exp(at - half), num.Exp(at + half)}.known()
}

// step is how far a working coefficient is moved for a difference: a small part
// of its own standard error, so that it stays where the law is nearly straight.
func step(theta float64, c law.Coef, variance float64) float64 {
	if variance == 0 {
		return 0 // held
	}
	scale := 1.0
	if !c.Log {
		scale = math.Abs(theta)
	}
	return 1e-4 * min(math.Sqrt(variance), scale)
}

// moved is theta with coefficient i moved by steps.
func moved(theta []float64, i int, c law.Coef, variance, steps float64) []float64 {
	out := append([]float64(nil), theta...)
	if h := steps * step(theta[i], c, variance); c.Log {
		out[i] *= num.Exp(h)
	} else {
		out[i] += h
	}
	return out
}

// known returns the range, or the zero Range where an end is no positive number.
func (r Range) known() Range {
	if !(r.Lo > 0 && r.Hi >= r.Lo) || math.IsInf(r.Hi, 0) {
		return Range{}
	}
	return r
}
