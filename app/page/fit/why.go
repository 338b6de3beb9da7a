package fit

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// bestSize is the best size in the sentence, which can be asked where the fit is a
// law that divides budgets.
func bestSize(v view, i job.Interval) h.UI {
	if o, ok := scenario.OwnFrom(v.f); !ok || !o.Plans() {
		return v.interval("params", i, v.T.Params, v.T.Short)
	}
	value := h.Strong().Body(v.LawNum(ui.Exact(i.Value), "params", plan.OwnID, v.T.Params(i.Value)))
	if i.Level == 0 || i.Lo == i.Hi {
		return value
	}
	return h.Span().Body(v.Fill(v.txt.Between, value,
		ui.Num(ui.Exact(i.Lo), "params-lo", plan.OwnID, v.T.Short(i.Lo)),
		ui.Num(ui.Exact(i.Hi), "params-hi", plan.OwnID, v.T.Short(i.Hi)))...)
}

// whyCard is the card of the best size: what the fitted law says, with the interval
// of the fit.
func (v view) whyCard() (ui.WhyCard, bool) {
	if v.State.Why != scenario.WhyKey("params", plan.OwnID) || v.f == nil || v.f.Flat == nil {
		return ui.WhyCard{}, false
	}
	s := v.State.Scenario
	var ok bool
	if s.Own, ok = scenario.OwnFrom(v.f); !ok {
		return ui.WhyCard{}, false
	}
	m, ok := s.Own.Method()
	if !ok {
		return ui.WhyCard{}, false
	}
	v.State.Scenario = s // whose own fit is this one
	a := v.f.Flat
	w := scenario.WhyPlan(s, v.Outcome.At(m, unit.FLOPs(a.C)), "params")
	k := ui.LawCard(v.Context, w)
	if i := a.Size; i.Level > 0 && i.Lo < i.Hi {
		k.Sure = text.Fill(v.T.To, v.T.Count(i.Lo), v.T.Count(i.Hi)) + v.T.ListSep + v.T.Percent(i.Level)
	}
	return k, true
}
