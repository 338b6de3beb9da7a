package plan

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/ui"
)

// Embeds lists the figures of the page that other sites can show.
func Embeds() []ui.Embedded {
	return []ui.Embedded{
		{ID: "budget", Page: scenario.Plan, Figure: func(c ui.Context) *chart.XY { return Budget(c.State.Scenario, c.Outcome, c.T) }, Control: embedControl, Source: embedLaws, Sets: embedSets},
	}
}

// embedControl is the control beside the embedded figure.
func embedControl(c ui.Context) h.UI {
	s, t := c.State, c.T
	if s.Ask.Given != scenario.GivenCompute {
		return h.Div().Class("inputs").Body(askControls(c)...)
	}
	return c.Quantity(scenario.FieldBudget, "budget", t.BudgetLabel, "", t.Budget(s.Budget),
		float64(s.Compute()), 1e17, 1e27, t.SpokenFLOP(float64(s.Compute())))
}

// embedLaws names the laws of the plan with their sets.
func embedLaws(c ui.Context) string {
	var all []string
	for _, a := range c.Outcome.Rows {
		all = append(all, ui.LawItem(c, c.T.Method(a.Method.ID), a.Method.Allocation))
	}
	return ui.Laws(c, all)
}

// embedSets returns the IDs of the sets of the plan.
func embedSets(c ui.Context) (ids []string) {
	for _, a := range c.Outcome.Rows {
		ids = append(ids, a.Method.Allocation)
	}
	return ids
}
