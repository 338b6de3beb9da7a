package pretraining

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/ui"
)

// Embeds lists the figures of the page that other sites can show.
func Embeds() []ui.Embedded {
	return []ui.Embedded{
		{ID: "loss-params", Page: scenario.Pretraining, Figure: func(c ui.Context) *chart.XY { return LossOverParams(c.State.Scenario, c.Outcome, c.T) }, Control: embedTokens, Source: embedLaws, Sets: embedSets},
		{ID: "loss-tokens", Page: scenario.Pretraining, Figure: func(c ui.Context) *chart.XY { return LossOverTokens(c.State.Scenario, c.Outcome, c.T) }, Control: embedParams, Source: embedLaws, Sets: embedSets},
		{ID: "loss-compute", Page: scenario.Pretraining, Figure: func(c ui.Context) *chart.XY { return LossOverCompute(c.State.Scenario, c.Outcome, c.T) }, Control: embedParams, Source: embedLaws, Sets: embedSets},
	}
}

// embedParams is the control of the parameters beside an embedded figure.
func embedParams(c ui.Context) h.UI {
	o, t := c.Outcome, c.T
	return c.Quantity(scenario.FieldParams, "params", t.ParamsLabel, "", t.Reading(float64(o.N), t.Params), float64(o.N), 1e6, 1e13, t.SpokenParams(float64(o.N)))
}

// embedTokens is the control of the tokens beside an embedded figure.
func embedTokens(c ui.Context) h.UI {
	o, t := c.Outcome, c.T
	return c.Quantity(scenario.FieldTokens, "tokens", t.TokensLabel, "", t.Reading(float64(o.D), t.Tokens), float64(o.D), 1e8, 1e14, t.SpokenTokens(float64(o.D)))
}

// embedLaws names the laws of the losses with their sets.
func embedLaws(c ui.Context) string {
	var all []string
	for _, l := range c.Outcome.Losses {
		all = append(all, ui.LawItem(c, c.T.Method(l.Method.ID), l.Method.Loss))
	}
	return ui.Laws(c, all)
}

// embedSets returns the IDs of the sets of the losses.
func embedSets(c ui.Context) (ids []string) {
	for _, l := range c.Outcome.Losses {
		ids = append(ids, l.Method.Loss)
	}
	return ids
}
