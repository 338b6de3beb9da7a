package plan

import (
	"math"

	"lossline/engine/law"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// Options are what a person may decide about a plan.
type Options struct {
	Kaplan KaplanBudget
	Batch  unit.Tokens // tokens per batch; 0: the method's own or Kaplan's B_crit(L)
}

// Allocation is a method's plan for a budget.
type Allocation struct {
	Method   Method
	Options  Options
	Budget   unit.FLOPs // what was to be spent
	Given    unit.FLOPs // the compute that the method's laws speak of: for Kaplan's, C_min
	Counting law.Counting
	N        unit.Params
	D        unit.Tokens
	B        unit.Tokens // per batch; 0 if unknown
	S        unit.Steps
	Loss     unit.Loss      // 0 if the method predicts none
	Cost     unit.FLOPs     // 6·N·D, which the rounding of a paper's constants can move off Budget
	Flat     [2]unit.Params // where the loss stays within FlatTolerance of the best; zeros if unknown
	Warnings []law.Warning
}

// HasLoss reports whether the method predicted a loss.
func (a Allocation) HasLoss() bool { return a.Loss > 0 }

// NonEmbedding returns N without embeddings, as most rules count it: where the method counts them, by
// the inverse of N_T = N + γ·N^(1/3) (Pearce & Song 2024, γ = law.PearceGamma).
func (a Allocation) NonEmbedding() unit.Params {
	n, _ := counted(a.N, a.Counting, law.NonEmbedding)
	return n
}

// TokensPerParam is D/N.
func (a Allocation) TokensPerParam() float64 { return float64(a.D) / float64(a.N) }

// Allocate divides the budget c as the method m says.
func Allocate(m Method, c unit.FLOPs, o Options) Allocation {
	_, s := m.set(m.Allocation)
	given := m.given(c, o)
	p, loss := m.frontier(given)
	a := Allocation{Method: m, Options: o, Budget: c, Given: given, Counting: s.Counting, N: p.N, D: p.D, B: p.B, S: p.S}
	a.Loss = loss
	if m.OwnRun() {
		m.ways.run(&a, p, given, o)
	} else {
		a.B, a.S = batchAndSteps(a.Loss, a.D, o.Batch)
	}
	a.Cost = unit.FLOPs(6 * float64(a.N) * float64(a.D))
	if m.Loss != "" && m.LossOfC == "" {
		a.Flat = flatRange(m, c, a)
	}
	a.Warnings = allocationWarnings(a, s, given, c, o)
	return a
}

// Usual divides the budget c where nobody decided anything.
func Usual(m Method, c unit.FLOPs) Allocation { return Allocate(m, c, Options{}) }

// Frontier is the method's best point for the budget c and the loss there, 0 if
// it predicts none: what Allocate starts from, for those who need many.
func (m Method) Frontier(c unit.FLOPs, o Options) (law.Point, unit.Loss) {
	p, loss := m.frontier(m.given(c, o))
	p.C = m.given(c, o)
	return p, loss
}

// given is the compute that the method's own laws speak of for a budget c.
func (m Method) given(c unit.FLOPs, o Options) unit.FLOPs {
	if m.ways != nil && m.ways.given != nil {
		return m.ways.given(m, c, o)
	}
	return c
}

// frontier is the method's best point for the compute that its laws speak of,
// and the loss there, 0 if it predicts none.
func (m Method) frontier(c unit.FLOPs) (law.Point, unit.Loss) {
	l, s := m.set(m.Allocation)
	p := l.Frontier(s.Theta, c)
	if m.LossOfC != "" {
		l, s := m.set(m.LossOfC)
		return p, l.Loss(s.Theta, law.Point{C: c})
	}
	loss, _ := m.LossAt(p.N, p.D)
	return p, loss
}

// batchAndSteps applies Kaplan's critical batch where nobody chose one. A
// method without a loss gives no batch.
func batchAndSteps(loss unit.Loss, d, chosen unit.Tokens) (unit.Tokens, unit.Steps) {
	b := chosen
	if b == 0 && loss > 0 {
		b = law.CriticalBatch(loss)
	}
	if b == 0 {
		return 0, 0
	}
	return b, unit.Steps(float64(d) / float64(b))
}

// FlatTolerance is the share by which the loss may exceed the best one for a
// model size to count as just as good.
const FlatTolerance = 0.005

// flatRange finds the smallest and the largest N whose loss on 6·N·D = c is
// within FlatTolerance of the best. L(N, c/6N) has one minimum in ln N, so each
// side is a bisection.
func flatRange(m Method, c unit.FLOPs, a Allocation) [2]unit.Params {
	best := float64(a.N)
	limit := float64(a.Loss) * (1 + FlatTolerance)
	excess := func(lnx float64) float64 {
		n := best * num.Exp(lnx)
		loss, _ := m.LossAt(unit.Params(n), unit.Tokens(float64(c)/(6*n)))
		return float64(loss) - limit
	}
	side := func(sign float64) unit.Params {
		lo, hi := 0.0, sign
		for excess(hi) < 0 && math.Abs(hi) < 40 {
			lo, hi = hi, 2*hi
		}
		for range 60 {
			mid := (lo + hi) / 2
			if excess(mid) < 0 {
				lo = mid
			} else {
				hi = mid
			}
		}
		return unit.Params(best * num.Exp(lo))
	}
	return [2]unit.Params{side(-0.5), side(0.5)}
}
