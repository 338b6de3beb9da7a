package scenario

import (
	"strings"

	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Why is what stands behind one number.
type Why struct {
	plan.Explanation

	Quantity string // as data elements name it
	Method   plan.Method
	Interval Range        // that holds the number; zero: none is known
	Effects  []law.Effect // the largest first; nil: it follows from nothing else
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
			own := o.Intervals(a)
			w.Interval = map[string]Range{"params": own.N, "tokens": own.D, "loss": own.Loss}[quantity]
			return w, w.Formulas != nil
		}
	}
	return Why{}, false
}

// WhyPlan is what stands behind a quantity of the plan a; no Formulas where the
// plan has no such number, or where it was chosen.
func WhyPlan(s Scenario, a plan.Allocation, quantity string) Why {
	w := Why{Quantity: quantity, Method: a.Method}
	if quantity == "flops" && s.Ask.Given == GivenCompute {
		return w
	}
	var ok bool
	if w.Explanation, ok = a.Explain(quantity, s.Ask.Given == GivenData); ok {
		w.Effects = s.planEffects(a, quantity, plan.Number(quantity))
	}
	return w
}

func (s Scenario) planEffects(a plan.Allocation, quantity string, of func(plan.Allocation) float64) []law.Effect {
	o := a.Options
	switch {
	case quantity == "flops" && s.Ask.Given == GivenLoss:
		return plan.LossEffects(a.Method, s.Ask.Target, o)
	case quantity == "flops":
		return plan.TokensEffects(a.Method, a.D, o)
	}
	out := plan.BudgetEffects(a.Method, a.Budget, o, of)
	if quantity == "batch-tokens" && a.ByCritical() {
		for _, e := range batchEffects(a.Loss) {
			out = law.Place(out, e)
		}
	}
	return out
}

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
	s, at := l.Method.Set(l.Method.Loss), law.Point{N: o.N, D: o.D}
	w := Why{Quantity: PointLoss, Method: l.Method, Effects: plan.PointEffects(l.Method, o.N, o.D)}
	w.Explanation = plan.Explanation{Value: float64(l.Loss), Sets: []*law.Set{s}, Spans: plan.SpansAt(s, at),
		Formulas: []plan.Formula{plan.LossFormula(l.Method.LawOf(s), s, at)}}
	if l.Method.IsOwn() {
		w.Interval = o.Own.PointLoss
	}
	return w
}
