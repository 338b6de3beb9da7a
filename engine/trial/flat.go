package trial

import (
	"fmt"
	"math"

	"lossline/engine/law"
	"lossline/engine/num"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Flat is the range of sizes that are nearly as good as the best.
type Flat struct {
	Best   law.Point // for the budget
	Loss   unit.Loss // there
	Share  float64
	Lo, Hi unit.Params // every N between them loses Share of Loss at most
	Open   [2]bool     // the loss never rises that much: Lo has one parameter, Hi is trained on one token
}

// FlatRange returns the sizes N with L(N, c/(6N)) ≤ (1 + share)·L* on the budget
// c, L* the least loss there. A share of 0 stands for plan.FlatTolerance. Along
// 6ND = c a loss has one minimum in ln N, so that each end is found by bisection.
//
// Its errors are those of law.Best, an allocation law, and a share that is no
// positive number.
func FlatRange(l *law.Law, theta []float64, c unit.FLOPs, share float64) (*Flat, error) {
	if share == 0 {
		share = plan.FlatTolerance
	}
	if !(share > 0) || math.IsInf(share, 0) {
		return nil, fmt.Errorf("share of the loss %g: want a positive number", share)
	}
	best, err := law.Best(l, theta, c)
	if err != nil {
		return nil, err
	}
	if l.Loss == nil {
		return nil, fmt.Errorf("law %s: %w", l.ID, law.ErrNoLoss)
	}
	if !(best.N > 0) {
		return nil, fmt.Errorf("law %s: the loss does not depend on N", l.ID)
	}
	f := &Flat{Best: best, Loss: l.Loss(theta, best), Share: share}
	limit := float64(f.Loss) * (1 + share)
	within := func(lnN float64) bool {
		n := num.Exp(lnN)
		return float64(l.Loss(theta, law.Point{N: unit.Params(n), D: unit.Tokens(float64(c) / (6 * n)), C: c})) <= limit
	}
	from := num.Log(float64(best.N))
	f.Lo, f.Open[0] = end(from, 0, within)
	f.Hi, f.Open[1] = end(from, num.Log(float64(c)/6), within)
	return f, nil
}

// end returns how far from the optimum towards the limit within holds, and
// whether it still does at the limit.
func end(from, limit float64, within func(float64) bool) (unit.Params, bool) {
	if within(limit) {
		return unit.Params(num.Exp(limit)), true
	}
	for range 60 {
		mid := from + (limit-from)/2
		if within(mid) {
			from = mid
		} else {
			limit = mid
		}
	}
	return unit.Params(num.Exp(from)), false
}
