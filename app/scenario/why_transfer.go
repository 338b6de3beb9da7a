package scenario

import (
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/transfer"
	"lossline/engine/unit"
)

// WhyTransfer is what stands behind a number of one source on Transfer, and false
// for one that is no law's.
func WhyTransfer(s Scenario, r SourceOutcome, quantity string) (Why, bool) {
	w := whyTransfer{r: r, n: s.Transfer.N, set: r.Losses.Set, c: s.Transfer.CharsPerToken}
	if l, set, ok := law.SetByID(r.Losses.Base.About().ID); ok {
		w.base, w.baseSet = l, set
	}
	out := Why{Quantity: quantity}
	out.Value = w.value(quantity, w.levers())
	if out.Value == 0 {
		return out, false
	}
	out.Formulas = w.formulas(quantity)
	levers := w.levers()
	for _, e := range law.Effects(levers, func(at []float64) float64 {
		moved := make([]law.Lever, len(at))
		for i := range at {
			moved[i].At = at[i]
		}
		return w.value(quantity, moved)
	}) {
		if e.Change != 0 {
			out.Effects = append(out.Effects, e)
		}
	}
	out.Spans = w.spans(quantity)
	if lossOf[quantity] != "" {
		out.Sets = []*law.Set{w.baseSet}
	}
	return out, true
}

// TransferAsks reports whether a number on Transfer can be asked: the others come
// of searches or of what the reader chose.
func TransferAsks(quantity string) bool {
	switch quantity {
	case "chars-transferred", "chars-effective", "multiplier", "fraction", "zero-shot", "data-times":
		return true
	}
	return lossOf[quantity] != ""
}

// lossOf names the data that a loss on Transfer is that of.
var lossOf = map[string]string{"loss-tuned": "D_E", "loss-unified": "D_T", "loss-scratch": "D_F"}

type whyTransfer struct {
	r       SourceOutcome
	n       unit.Params
	set     transfer.Set
	c       transfer.CharsPerToken
	base    *law.Law
	baseSet *law.Set
}

// levers are D_F, N, k, α and β, and the coefficients of the from-scratch law.
func (w whyTransfer) levers() []law.Lever {
	out := []law.Lever{plan.Chosen("D_F", float64(w.r.Advice.DF)), plan.Chosen("N", float64(w.n)),
		{Symbol: "k", At: w.set.K}, {Symbol: "α", At: w.set.Alpha}, {Symbol: "β", At: w.set.Beta}}
	if w.base != nil {
		out = append(out, plan.Coefficients(w.base, w.baseSet)...)
	}
	return out
}

// value is a number of Transfer at the levers' values; 0 for one that it has not.
func (w whyTransfer) value(quantity string, at []law.Lever) float64 {
	df, n := unit.Chars(at[0].At), unit.Params(at[1].At)
	set := w.set
	set.K, set.Alpha, set.Beta = at[2].At, at[3].At, at[4].At
	switch quantity {
	case "chars-transferred":
		return float64(set.Transferred(n, df))
	case "chars-effective":
		return float64(set.Effective(n, df))
	case "multiplier":
		return set.Multiplier(n, df)
	case "fraction":
		return set.Fraction(n, df)
	case "zero-shot":
		return float64(set.ZeroShot(n))
	case "data-times":
		return set.DataFactor(10)
	}
	if lossOf[quantity] == "" || w.base == nil {
		return 0
	}
	theta := make([]float64, len(at)-5)
	for i := range theta {
		theta[i] = at[i+5].At
	}
	d := df
	switch quantity {
	case "loss-tuned":
		d = set.Effective(n, df)
	case "loss-unified":
		d = set.Transferred(n, df)
	}
	return float64(w.base.Loss(theta, law.Point{N: n, D: w.c.Tokens(d)}))
}

func (w whyTransfer) formulas(quantity string) []plan.Formula {
	ls := w.levers()[:5]
	dt, de := plan.Chosen("D_T", w.value("chars-transferred", w.levers())), plan.Chosen("D_E", w.value("chars-effective", w.levers()))
	switch quantity {
	case "chars-transferred":
		return []plan.Formula{plan.Equation(`D_T=kD_F^{\alpha}N^{\beta}`, ls...)}
	case "chars-effective":
		return []plan.Formula{plan.Equation(`D_E=D_F+kD_F^{\alpha}N^{\beta}`, ls...)}
	case "multiplier":
		return []plan.Formula{plan.Equation(`\frac{D_F+D_T}{D_F}`, append(ls, dt)...)}
	case "fraction":
		return []plan.Formula{plan.Equation(`\frac{D_T}{D_E}`, dt, de)}
	case "zero-shot":
		return []plan.Formula{plan.Equation(`D_T=kN^{\beta}`, ls...)}
	case "data-times":
		return []plan.Formula{plan.Equation(`10^{\frac{\beta}{\alpha}}`, ls...)}
	}
	d := map[string]unit.Chars{"D_E": unit.Chars(de.At), "D_T": unit.Chars(dt.At), "D_F": unit.Chars(ls[0].At)}[lossOf[quantity]]
	return []plan.Formula{plan.LossFormula(w.base, w.baseSet, law.Point{N: w.n, D: w.c.Tokens(d)})}
}

func (w whyTransfer) spans(quantity string) []plan.SpanAt {
	n, df := float64(w.n), float64(w.r.Advice.DF)
	out := []plan.SpanAt{{Span: law.Span{Symbol: law.N, Lo: w.set.N.Lo, Hi: w.set.N.Hi, Grade: w.set.Grade}, At: n}}
	if quantity == "zero-shot" {
		df = 1
	}
	out = append(out, plan.SpanAt{Span: law.Span{Symbol: "D_F", Lo: w.set.DF.Lo, Hi: w.set.DF.Hi, Grade: w.set.Grade}, At: df})
	if quantity == "loss-scratch" {
		return plan.SpansAt(w.baseSet, law.Point{N: w.n, D: w.c.Tokens(w.r.Advice.DF)})
	}
	return out
}
