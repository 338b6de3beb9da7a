package transfer

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/ui"
)

// EmbedFigure returns the figure that other sites can show.
func EmbedFigure(c ui.Context) *chart.XY {
	return EffectiveData(scenario.EvalTransfer(c.State.Scenario), c.T)
}

// EmbedControl is the control of the size beside the embedded figure.
func EmbedControl(c ui.Context) h.UI {
	n, t := float64(c.State.Transfer.N), c.T
	return c.Quantity(scenario.FieldTransferN, "tn", t.Transfer.NLabel, "", t.Reading(n, t.Params), n, 1e5, 1e12, t.SpokenParams(n))
}

// EmbedSets returns the ID of the set of the law of transfer.
func EmbedSets(c ui.Context) []string {
	return []string{scenario.EvalTransfer(c.State.Scenario).Chosen.Losses.Set.ID}
}

// EmbedLaws names the law of transfer with its set.
func EmbedLaws(c ui.Context) string {
	set := scenario.EvalTransfer(c.State.Scenario).Chosen.Losses.Set
	return ui.Laws(c, []string{ui.LawItem(c, set.Ref.String(), set.ID)})
}
