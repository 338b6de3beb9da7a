package pretraining

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/ui"
)

// EmbedParams is the control of the parameters beside an embedded figure.
func EmbedParams(c ui.Context) h.UI {
	o, t := c.Outcome, c.T
	return c.Quantity(scenario.FieldParams, "params", t.ParamsLabel, "", t.Reading(float64(o.N), t.Params), float64(o.N), 1e6, 1e13, t.SpokenParams(float64(o.N)))
}

// EmbedTokens is the control of the tokens beside an embedded figure.
func EmbedTokens(c ui.Context) h.UI {
	o, t := c.Outcome, c.T
	return c.Quantity(scenario.FieldTokens, "tokens", t.TokensLabel, "", t.Reading(float64(o.D), t.Tokens), float64(o.D), 1e8, 1e14, t.SpokenTokens(float64(o.D)))
}

// EmbedLaws names the laws of the losses with their sets.
func EmbedLaws(c ui.Context) string {
	var all []string
	for _, l := range c.Outcome.Losses {
		all = append(all, ui.LawItem(c, c.T.Method(l.Method.ID), l.Method.Loss))
	}
	return ui.Laws(c, all)
}

// EmbedSets returns the IDs of the sets of the losses.
func EmbedSets(c ui.Context) (ids []string) {
	for _, l := range c.Outcome.Losses {
		ids = append(ids, l.Method.Loss)
	}
	return ids
}
