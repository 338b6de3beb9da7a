package plan

import (
	"lossline/engine/law"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// kaplan divides by Table 6 of Kaplan et al. 2020, whose compute is C_min.
var kaplan = Method{
	ID: "kaplan2020.1", Allocation: "kaplan2020.alloc.1", Loss: "kaplan2020.nd.1", LossOfC: "kaplan2020.cmin.1",
	Superseded: true, Colour: 5, First: true,
	ways: &ways{given: kaplanGiven, run: kaplanRun, warn: kaplanWarnings, regret: kaplanRegret, explain: kaplanExplain},
}

// KaplanBudget says how a budget C is read for Kaplan's laws, whose compute is
// C_min: what the run would cost at a batch far below the critical one.
type KaplanBudget uint8

const (
	// AtCritical trains at the critical batch, which costs twice as much as
	// C_min in tokens and compute (section 5.1: at B_crit, S = 2·S_min and
	// E = 2·E_min), so C_min = C/2. Every number of the plan can then be run
	// together. Hoffmann et al. read Kaplan so: 4.68B parameters for 1e21 FLOP.
	AtCritical KaplanBudget = iota
	// AsPrinted puts C_min = C into Table 6. Its batch and its steps are then
	// bounds that no single run attains, and 6·N·D is 1.8 times the budget.
	AsPrinted
)

// CMin returns the C_min that a budget c buys.
func (k KaplanBudget) CMin(c unit.FLOPs) unit.FLOPs {
	if k == AtCritical {
		return c / 2
	}
	return c
}

// kaplanGiven is the C_min that a budget c buys.
func kaplanGiven(m Method, c unit.FLOPs, o Options) unit.FLOPs {
	if o.atBatch() {
		return m.cminAt(c, o.Batch)
	}
	return o.Kaplan.CMin(c)
}

// kaplanRun fills in the batch and the steps, and the data that they make: at a chosen
// batch S = S_min·(1 + B_crit/B), eq. 5.4.
func kaplanRun(a *Allocation, p law.Point, given unit.FLOPs, o Options) {
	if o.Kaplan == AtCritical {
		a.S = unit.Steps(float64(p.D) / float64(p.B))
	}
	switch {
	case o.atBatch():
		a.B = o.Batch
		a.S = p.S * unit.Steps(1+float64(a.Method.critical(given)/o.Batch))
		a.D = unit.Tokens(float64(a.B) * float64(a.S))
	case o.Batch > 0:
		a.B, a.S = batchAndSteps(a.Loss, a.D, o.Batch)
	}
}

// kaplanWarnings say how the budget was read.
func kaplanWarnings(a Allocation, given unit.FLOPs, o Options) []law.Warning {
	switch {
	case o.Kaplan == AsPrinted:
		return []law.Warning{{Code: BudgetAsCmin, Value: float64(a.Cost) / float64(a.Budget)}}
	case o.Batch > 0:
		return []law.Warning{{Code: BudgetAtBatch, Value: float64(a.Budget / given)}}
	}
	return []law.Warning{{Code: BudgetAtBcrit}}
}

// kaplanRegret is by what a run has for its compute: L(N, S_min), eq. 5.6, at the batch of
// the options, and not by eq. 1.5, which is the loss on so much text trained to the end.
// C = C_min·(1 + B_crit(L)/B) has a factor of L alone, so that the best size for a loss
// is that of appendix B, and the share wasted is one of C_min.
func kaplanRegret(r *Regret, c unit.FLOPs, o Options) {
	theta := kaplanNC.Theta
	given := func(l unit.Loss) unit.FLOPs {
		switch {
		case o.atBatch():
			return law.MinCompute(c, o.Batch, law.CriticalBatch(l))
		default:
			return o.Kaplan.CMin(c)
		}
	}
	r.Loss = settled(func(l unit.Loss) unit.Loss { return law.KaplanNC.Loss(theta, law.Point{N: r.N, C: given(l)}) })
	var best law.Point
	r.Best = settled(func(l unit.Loss) unit.Loss {
		best = law.KaplanNC.Frontier(theta, given(l))
		return law.KaplanNC.Loss(theta, best)
	})
	if r.BestN = best.N; nearly(r.N, best.N) {
		return
	}
	size := unit.Params(theta[0] * num.Pow((1+theta[1]/theta[3])/float64(r.Loss), 1/theta[1])) // eq. B.5
	if least, err := law.KaplanComputeFor(theta, size, r.Loss); err == nil {
		r.Wasted = 1 - float64(least/given(r.Loss))
	}
}

// kaplanNC has the constants of the learning curve, Table 3, and those of the critical
// batch, which law.CriticalBatch has too.
var _, kaplanNC, _ = law.SetByID("kaplan2020.nc.1")

// settled returns the loss l at which f(l) = l, where f rises with less than its
// argument: by bisection of what stands above it.
func settled(f func(unit.Loss) unit.Loss) unit.Loss {
	lo, hi := -20.0, 20.0
	for range 100 {
		mid := (lo + hi) / 2
		if l := unit.Loss(num.Exp(mid)); f(l) > l {
			lo = mid
		} else {
			hi = mid
		}
	}
	return unit.Loss(num.Exp(hi))
}

// atBatch reports whether Kaplan's compute is counted at a batch of one's own.
func (o Options) atBatch() bool { return o.Kaplan == AtCritical && o.Batch > 0 }

// cminAt is the C_min that the compute c buys at a batch of b tokens, where
// C_min = C/(1 + B/B_crit(L)) (Kaplan et al. 2020, eq. 5.5) and the loss is that
// of C_min itself. C rises with C_min, so bisection finds it.
func (m Method) cminAt(c unit.FLOPs, b unit.Tokens) unit.FLOPs {
	lo, hi := num.Log(float64(c))-60, num.Log(float64(c))
	for range 60 {
		mid := (lo + hi) / 2
		cmin := unit.FLOPs(num.Exp(mid))
		if float64(cmin)*(1+float64(b/m.critical(cmin))) > float64(c) {
			hi = mid
		} else {
			lo = mid
		}
	}
	return unit.FLOPs(num.Exp(lo))
}

// critical is B_crit at the loss that the method predicts for C_min.
func (m Method) critical(cmin unit.FLOPs) unit.Tokens {
	_, loss := m.frontier(cmin)
	return law.CriticalBatch(loss)
}

// kaplanExplain returns the equations of what the method computes its own way, and false
// for the rest.
func kaplanExplain(a Allocation, quantity string) ([]Formula, bool) {
	chosen := a.Options.Batch > 0
	switch {
	case quantity == "tokens" && chosen:
		return []Formula{{`D=BS`, []law.Lever{Chosen("B", float64(a.B)), Chosen("S", float64(a.S))}, ""}}, true
	case quantity == "tokens":
		return []Formula{a.frontier("D")}, true
	case quantity == "batch-tokens" && !chosen:
		return []Formula{a.frontier("B")}, true
	case quantity == "steps" && a.Options.Kaplan == AsPrinted && !chosen:
		return []Formula{a.frontier("S")}, true
	}
	return nil, false
}
