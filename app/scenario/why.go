package scenario

import (
	"strings"

	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Why is what stands behind one number.
type Why struct {
	Quantity string // as data elements name it
	Method   plan.Method
	Value    float64
	Formulas []Formula
	Sets     []*law.Set    // that it rests on
	Batch    *law.BatchLaw // that it rests on too; nil: on none
	Spans    []SpanAt
	Interval Range        // of a fit of one's own; zero: none is known
	Effects  []law.Effect // the largest first; nil: it follows from nothing else
}

// Formula is an equation, and the values of the symbols on its right side.
type Formula struct {
	TeX    string
	Values []law.Lever
	Days   string // the symbol of the compute, where it is in PF-days
}

// SpanAt is a range on which a law was fitted and where the number's point is.
type SpanAt struct {
	law.Span
	At float64
}

// WhyKey names a number on the screen: its quantity and its law, as data elements
// have them. It is part of links.
func WhyKey(quantity, law string) string { return quantity + "~" + law }

// ValidWhy reports whether a link may name the number so.
func ValidWhy(key string) bool {
	if len(key) > 80 || strings.Count(key, "~") != 1 {
		return false
	}
	for i := range len(key) {
		c := key[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '.' && c != '~' && c != '_' {
			return false
		}
	}
	return true
}

// PointLoss is the quantity of a loss at the point looked at, which is not that
// of a plan.
const PointLoss = "point-loss"

// EvalWhy is what stands behind the number that s asks for, and false where
// none is asked for or the page has no such number.
func EvalWhy(s Scenario, o Outcome) (Why, bool) {
	quantity, id, _ := strings.Cut(s.Why, "~")
	if quantity == PointLoss {
		for _, l := range o.Losses {
			if l.Method.ID == id {
				return whyPoint(l, o), true
			}
		}
		return Why{}, false
	}
	for _, a := range o.Rows {
		if a.Method.ID == id {
			w := WhyPlan(s, a, quantity)
			if a.Method.IsOwn() {
				w.Interval = map[string]Range{"params": o.Own.N, "tokens": o.Own.D, "loss": o.Own.Loss}[quantity]
			}
			return w, w.Formulas != nil
		}
	}
	return Why{}, false
}

// quantities of a plan, by the names of data elements.
var planNumbers = map[string]func(plan.Allocation) float64{
	"params":           func(a plan.Allocation) float64 { return float64(a.N) },
	"tokens":           func(a plan.Allocation) float64 { return float64(a.D) },
	"tokens-per-param": plan.Allocation.TokensPerParam,
	"batch-tokens":     func(a plan.Allocation) float64 { return float64(a.B) },
	"steps":            func(a plan.Allocation) float64 { return float64(a.S) },
	"loss":             func(a plan.Allocation) float64 { return float64(a.Loss) },
	"flops":            func(a plan.Allocation) float64 { return float64(a.Budget) },
}

// WhyPlan is what stands behind a quantity of the plan a; no Formulas where the
// plan has no such number.
func WhyPlan(s Scenario, a plan.Allocation, quantity string) Why {
	of := planNumbers[quantity]
	w := Why{Quantity: quantity, Method: a.Method}
	if of == nil || of(a) == 0 || quantity == "flops" && s.Ask.Given == GivenCompute {
		return w
	}
	w.Value, w.Sets = of(a), a.Method.Sets()
	if m := a.Method; m.LossOfC != "" { // sizes and losses have laws of their own
		w.Sets = []*law.Set{setOf(m, m.Allocation)}
		if quantity == "loss" {
			w.Sets = []*law.Set{setOf(m, m.LossOfC)}
		}
	}
	if (quantity == "batch-tokens" || quantity == "steps") && byCritical(a.Method, s.Options()) {
		w.Batch = &law.KaplanBatches[0]
	}
	f := planFormulas{s: s, a: a}
	f.at, _ = a.Method.Frontier(a.Budget, s.Options())
	w.Formulas, w.Spans = f.of(quantity), f.spans(quantity)
	w.Effects = s.planEffects(a, quantity, of)
	return w
}

func (s Scenario) planEffects(a plan.Allocation, quantity string, of func(plan.Allocation) float64) []law.Effect {
	o := s.Options()
	switch {
	case quantity == "flops" && s.Ask.Given == GivenLoss:
		return plan.LossEffects(a.Method, s.Ask.Target, o)
	case quantity == "flops":
		return plan.TokensEffects(a.Method, a.D, o)
	}
	out := plan.BudgetEffects(a.Method, a.Budget, o, of)
	if quantity == "batch-tokens" && byCritical(a.Method, o) {
		for _, e := range batchEffects(a.Loss) {
			out = law.Place(out, e)
		}
	}
	return out
}

// byCritical reports whether a plan's batch is the critical one at its loss.
func byCritical(m plan.Method, o plan.Options) bool { return o.Batch == 0 && !m.OwnRun() }

// batchEffects are those of the constants of the critical batch at the loss l.
func batchEffects(l unit.Loss) []law.Effect {
	b := law.KaplanBatches[0]
	return law.Effects([]law.Lever{{Symbol: "B_*", At: float64(b.BStar)}, {Symbol: "α_B", At: b.AlphaB}}, func(at []float64) float64 {
		b.BStar, b.AlphaB = unit.Tokens(at[0]), at[1]
		return float64(b.Critical(l))
	})
}

// whyPoint is what stands behind the loss at the point looked at.
func whyPoint(l AtPoint, o Outcome) Why {
	w := Why{Quantity: PointLoss, Method: l.Method, Value: float64(l.Loss)}
	s := setOf(l.Method, l.Method.Loss)
	at := law.Point{N: o.N, D: o.D}
	w.Sets = []*law.Set{s}
	w.Formulas = []Formula{lossFormula(l.Method.LawOf(s), s, at)}
	w.Spans = spansAt(s, at)
	w.Effects = plan.PointEffects(l.Method, o.N, o.D)
	if l.Method.IsOwn() {
		w.Interval = o.Own.PointLoss
	}
	return w
}

func setOf(m plan.Method, id string) *law.Set {
	for _, s := range m.Sets() {
		if s.ID == id {
			return s
		}
	}
	return m.Sets()[0]
}

// spansAt are the ranges of a set that p has a coordinate of.
func spansAt(s *law.Set, p law.Point) []SpanAt {
	var out []SpanAt
	for _, x := range s.Domain {
		if v := p.Get(x.Symbol); v > 0 {
			out = append(out, SpanAt{x, v})
		}
	}
	return out
}
