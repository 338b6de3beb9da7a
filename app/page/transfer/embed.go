package transfer

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/ui"
)

// Embeds lists the figures of the page that other sites can show.
func Embeds() []ui.Embedded {
	return []ui.Embedded{
		{ID: "effective-data", Page: scenario.Transfer, Figure: embedFigure, Control: embedControl, Source: embedLaws, Sets: embedSets},
	}
}

// embedFigure returns the figure that other sites can show.
func embedFigure(c ui.Context) *chart.XY {
	return EffectiveData(scenario.EvalTransfer(c.State.Scenario), c.T)
}

// embedControl is the control of the size beside the embedded figure.
func embedControl(c ui.Context) h.UI {
	n, t := float64(c.State.Transfer.N), c.T
	return c.Quantity(scenario.FieldTransferN, "tn", t.Transfer.NLabel, "", t.Reading(n, t.Params), n, 1e5, 1e12, t.SpokenParams(n))
}

// embedSets returns the ID of the set of the law of transfer.
func embedSets(c ui.Context) []string {
	return []string{scenario.EvalTransfer(c.State.Scenario).Chosen.Losses.Set.ID}
}

// embedLaws names the law of transfer with its set.
func embedLaws(c ui.Context) string {
	set := scenario.EvalTransfer(c.State.Scenario).Chosen.Losses.Set
	return ui.Laws(c, []string{ui.LawItem(c, set.Ref.String(), set.ID)})
}
