package plan

import (
	"math"

	"lossline/engine/law"
	"lossline/engine/unit"
)

// What can be said against a plan.
const (
	Extrapolates   law.Code = "extrapolates"    // Symbol lies Value times beyond the fitted range (below 1: under its lower end)
	NonEmbedding   law.Code = "non-embedding"   // N leaves out embeddings, other rows count them
	Superseded     law.Code = "superseded"      // Kaplan's exponents: explained by later work
	BudgetAtBcrit  law.Code = "budget-at-bcrit" // C_min = C/2
	BudgetAtBatch  law.Code = "budget-at-batch" // C_min is 1/Value of the budget at the chosen batch
	BudgetAsCmin   law.Code = "budget-as-cmin"  // C_min = C; 6ND is Value times the budget
	BatchByKaplan  law.Code = "batch-by-kaplan" // the batch is Kaplan's B_crit at this loss, fitted on other data
	NoLoss         law.Code = "no-loss"         // the method divides a budget and predicts no loss
	RoundedSet     law.Code = "rounded-set"     // the paper's rounded constants move D/N by half
	CostMismatch   law.Code = "cost-mismatch"   // 6ND is Value times the budget, from the method's own rounding
	OwnPrefactor   law.Code = "own-prefactor"   // exponents from the paper, prefactors regressed by us on its table
	LossesNotAlike law.Code = "losses-not-alike"
)

// extrapolation returns a warning for each coordinate of p outside the range
// on which the set was fitted.
func extrapolation(s *law.Set, p law.Point) []law.Warning {
	var out []law.Warning
	for _, span := range s.Domain {
		v := p.Get(span.Symbol)
		switch {
		case v == 0 || math.IsInf(v, 0):
		case v > span.Hi:
			out = append(out, law.Warning{Code: Extrapolates, Symbol: span.Symbol, Value: v / span.Hi})
		case v < span.Lo:
			out = append(out, law.Warning{Code: Extrapolates, Symbol: span.Symbol, Value: v / span.Lo})
		}
	}
	return out
}

// PointWarnings says how far the point (n, d) is outside the range on which the
// method's law of losses was fitted.
func PointWarnings(m Method, n unit.Params, d unit.Tokens) []law.Warning {
	if m.Loss == "" {
		return nil
	}
	_, s := m.set(m.Loss)
	return extrapolation(s, law.Point{N: n, D: d})
}

func allocationWarnings(a Allocation, s *law.Set, given, budget unit.FLOPs, o Options) []law.Warning {
	out := extrapolation(s, law.Point{N: a.N, D: a.D, C: given})
	add := func(when bool, w law.Warning) {
		if when {
			out = append(out, w)
		}
	}
	mismatch := float64(a.Cost) / float64(budget)
	m := a.Method
	add(m.Superseded, law.Warning{Code: Superseded})
	if m.ways != nil && m.ways.warn != nil {
		out = append(out, m.ways.warn(a, given, o)...)
	}
	add(s.Counting == law.NonEmbedding, law.Warning{Code: NonEmbedding})
	add(!m.OwnRun() && a.HasLoss() && o.Batch == 0, law.Warning{Code: BatchByKaplan})
	add(!a.HasLoss(), law.Warning{Code: NoLoss})
	add(m.ID == "hoffmann2022.1", law.Warning{Code: RoundedSet})
	add(m.Allocation != m.Loss && !m.OwnRun(), law.Warning{Code: OwnPrefactor})
	add(math.Abs(mismatch-1) > 0.02 && o.Kaplan != AsPrinted, law.Warning{Code: CostMismatch, Value: mismatch})
	return out
}
