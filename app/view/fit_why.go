package view

import (
	"lossline/app/control"
	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/plan"
	"lossline/engine/unit"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// bestSize is the best size in the sentence, which can be asked where the fit is a
// law that divides budgets.
func (v fitView) bestSize(i job.Interval) h.UI {
	if o, ok := scenario.OwnFrom(v.f); !ok || !o.Plans() {
		return v.interval("params", i, v.T.Params, v.T.Short)
	}
	value := h.Strong().Body(v.lawNum(exact(i.Value), "params", plan.OwnID, v.T.Params(i.Value)))
	if i.Level == 0 || i.Lo == i.Hi {
		return value
	}
	return h.Span().Body(v.fill(v.txt.Between, value,
		control.Num(exact(i.Lo), "params-lo", plan.OwnID, v.T.Short(i.Lo)),
		control.Num(exact(i.Hi), "params-hi", plan.OwnID, v.T.Short(i.Hi)))...)
}

// whyCard is the card of the best size: what the fitted law says, with the interval
// of the fit.
func (v fitView) whyCard() (card, bool) {
	if v.State.Why != scenario.WhyKey("params", plan.OwnID) || v.f == nil || v.f.Flat == nil {
		return card{}, false
	}
	s := v.State.Scenario
	var ok bool
	if s.Own, ok = scenario.OwnFrom(v.f); !ok {
		return card{}, false
	}
	m, ok := s.Own.Method()
	if !ok {
		return card{}, false
	}
	v.State.Scenario = s // whose own fit is this one
	a := v.f.Flat
	w := scenario.WhyPlan(s, plan.Allocate(m, unit.FLOPs(a.C), plan.Options{}), "params")
	k := v.lawCard(w)
	if i := a.Size; i.Level > 0 && i.Lo < i.Hi {
		k.sure = text.Fill(v.T.To, v.T.Count(i.Lo), v.T.Count(i.Hi)) + v.T.ListSep + v.T.Percent(i.Level)
	}
	return k, true
}
