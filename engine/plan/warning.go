package plan

import (
	"math"

	"lossline/engine/law"
	"lossline/engine/unit"
)

// Code names a kind of warning. The sentences are in app/text, by code.
type Code string

// What can be said against a plan. Symbol and Factor are filled where noted.
const (
	Extrapolates   Code = "extrapolates"    // Symbol lies Factor times beyond the fitted range (below 1: under its lower end)
	NonEmbedding   Code = "non-embedding"   // N leaves out embeddings, other rows count them
	Superseded     Code = "superseded"      // Kaplan's exponents: explained by later work
	BudgetAtBcrit  Code = "budget-at-bcrit" // C_min = C/2
	BudgetAtBatch  Code = "budget-at-batch" // C_min is 1/Factor of the budget at the chosen batch
	BudgetAsCmin   Code = "budget-as-cmin"  // C_min = C; 6ND is Factor times the budget
	BatchByKaplan  Code = "batch-by-kaplan" // the batch is Kaplan's B_crit at this loss, fitted on other data
	NoLoss         Code = "no-loss"         // the method divides a budget and predicts no loss
	RoundedSet     Code = "rounded-set"     // the paper's rounded constants move D/N by half
	CostMismatch   Code = "cost-mismatch"   // 6ND is Factor times the budget, from the method's own rounding
	OwnPrefactor   Code = "own-prefactor"   // exponents from the paper, prefactors regressed by us on its table
	LossesNotAlike Code = "losses-not-alike"
)

// Warning is something to know about a number. Warnings are values: they are
// compared, merged and shown as footnotes.
type Warning struct {
	Code   Code
	Symbol law.Symbol
	Factor float64
}

// extrapolation returns a warning for each coordinate of p outside the range
// on which the set was fitted.
func extrapolation(s *law.Set, p law.Point) []Warning {
	var out []Warning
	for _, span := range s.Domain {
		v := p.Get(span.Symbol)
		switch {
		case v == 0 || math.IsInf(v, 0):
		case v > span.Hi:
			out = append(out, Warning{Extrapolates, span.Symbol, v / span.Hi})
		case v < span.Lo:
			out = append(out, Warning{Extrapolates, span.Symbol, v / span.Lo})
		}
	}
	return out
}

// PointWarnings says how far the point (n, d) is outside the range on which the
// method's law of losses was fitted.
func PointWarnings(m Method, n unit.Params, d unit.Tokens) []Warning {
	if m.Loss == "" {
		return nil
	}
	_, s := m.set(m.Loss)
	return extrapolation(s, law.Point{N: n, D: d})
}

func allocationWarnings(a Allocation, s *law.Set, given, budget unit.FLOPs, o Options) []Warning {
	out := extrapolation(s, law.Point{N: a.N, D: a.D, C: given})
	add := func(when bool, w Warning) {
		if when {
			out = append(out, w)
		}
	}
	mismatch := float64(a.Cost) / float64(budget)
	m := a.Method
	add(m.Superseded, Warning{Code: Superseded})
	add(m.Kaplan && o.Kaplan == AtCritical && o.Batch == 0, Warning{Code: BudgetAtBcrit})
	add(m.Kaplan && o.atBatch(), Warning{Code: BudgetAtBatch, Factor: float64(budget / given)})
	add(m.Kaplan && o.Kaplan == AsPrinted, Warning{Code: BudgetAsCmin, Factor: mismatch})
	add(s.Counting == law.NonEmbedding, Warning{Code: NonEmbedding})
	add(!m.Kaplan && a.HasLoss() && o.Batch == 0, Warning{Code: BatchByKaplan})
	add(!a.HasLoss(), Warning{Code: NoLoss})
	add(m.ID == "hoffmann2022.1", Warning{Code: RoundedSet})
	add(m.Allocation != m.Loss && !m.Kaplan, Warning{Code: OwnPrefactor})
	add(math.Abs(mismatch-1) > 0.02 && o.Kaplan != AsPrinted, Warning{Code: CostMismatch, Factor: mismatch})
	return out
}
