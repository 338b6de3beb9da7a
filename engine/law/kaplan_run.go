package law

import (
	"math"

	"lossline/engine/num"
	"lossline/engine/unit"
)

// KaplanRun is a training run on data without limit by the learning curve
// KaplanNS and the theory of the critical batch (Kaplan et al. 2020, sections 2.1,
// 5.1 and 5.2): where it ends, what it takes, and what it would take at least.
type KaplanRun struct {
	N        unit.Params
	Loss     unit.Loss
	Critical unit.Tokens // B_crit at Loss
	Batch    unit.Tokens

	Steps     unit.Steps // S at Batch
	Tokens    unit.Tokens
	Compute   unit.FLOPs // 6·N·B·S
	Tradeoff             // S_min and E_min
	LeastCost unit.FLOPs // C_min
}

// KaplanRunAfter returns the run of n parameters at the moment when its steps
// are worth least at a very large batch: with L = L(N,S_min),
//
//	S = S_min·(1 + B_crit(L)/B)    E = B·S    C = 6·N·B·S
//
// A batch of 0 stands for the critical one at the loss of the end. The numbers
// are NaN for coordinates that are not positive.
func KaplanRunAfter(ns []float64, law BatchLaw, n unit.Params, least unit.Steps, batch unit.Tokens) KaplanRun {
	loss := KaplanNS.Loss(ns, Point{N: n, S: least})
	return kaplanRun(law, n, loss, least, batch)
}

func kaplanRun(law BatchLaw, n unit.Params, loss unit.Loss, least unit.Steps, batch unit.Tokens) KaplanRun {
	crit := law.Critical(loss)
	if batch == 0 {
		batch = crit
	}
	r := KaplanRun{N: n, Loss: loss, Critical: crit, Batch: batch, Tradeoff: Tradeoff{least, crit * unit.Tokens(least)}}
	// E = S_min·(B_crit + B), which no tiny batch makes overflow.
	r.Tokens = unit.Tokens(least) * (crit + batch)
	r.Steps = unit.Steps(r.Tokens / batch)
	r.Compute = Compute(n, r.Tokens)
	r.LeastCost = MinCompute(r.Compute, batch, crit)
	return r
}

// KaplanRunTo returns the run in which n parameters reach the loss l at the batch
// b, 0 for the critical one: S_min = S_c/(l − (N_c/N)^α_N)^(1/α_S). It is an
// UnreachableError if they never do.
func KaplanRunTo(ns []float64, law BatchLaw, n unit.Params, l unit.Loss, b unit.Tokens) (KaplanRun, error) {
	floor, err := KaplanNS.Eval(ns, Point{N: n, S: unit.Steps(math.Inf(1))})
	if err != nil {
		return KaplanRun{}, err
	}
	if !(l > floor) {
		return KaplanRun{}, &UnreachableError{KaplanNS.ID, S, l, floor}
	}
	least := unit.Steps(ns[2] * num.Pow(float64(l-floor), -1/ns[3]))
	return kaplanRun(law, n, l, least, b), nil
}

// KaplanRunOn returns the run of n parameters over d tokens, each seen once, at
// the batch b, 0 for the critical one at the loss that the run reaches. The loss
// stands on both sides, in B_crit too; the tokens rise with S_min, so there is one
// answer. It is an error unless n and d are positive and b is not negative.
func KaplanRunOn(ns []float64, law BatchLaw, n unit.Params, d, b unit.Tokens) (KaplanRun, error) {
	if err := KaplanNS.check(ns); err != nil {
		return KaplanRun{}, err
	}
	for _, c := range []struct {
		s  Symbol
		v  float64
		ok bool
	}{{N, float64(n), n > 0}, {D, float64(d), d > 0}, {B, float64(b), b >= 0}} {
		if !c.ok || math.IsInf(c.v, 0) {
			return KaplanRun{}, &CoordinateError{KaplanNS.ID, c.s, c.v}
		}
	}
	at := func(lnS float64) KaplanRun {
		return KaplanRunAfter(ns, law, n, unit.Steps(num.Exp(lnS)), b)
	}
	lnS := bisect(func(x float64) float64 { return float64(d - at(x).Tokens) }, -300, 300)
	return at(lnS), nil
}
