package fit

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
)

// Embeds lists the figures of the page that other sites can show.
func Embeds() []ui.Embedded {
	return []ui.Embedded{
		{ID: "fit", Page: scenario.Fit, Figure: embedFigure, Control: embedControl, Source: embedLaws, Sets: embedSets},
	}
}

// embedFigure is the first figure of a fit.
func embedFigure(c ui.Context) *chart.XY {
	v := NewView(c)
	switch {
	case v.F == nil:
		return nil
	case len(v.F.Views) > 0:
		return v.Once("view-0", v.F, func() *chart.XY { return FitView(v.F.Views[0], v.F, v.T) })
	case v.F.Approach != nil && len(v.F.Approach.Profiles) > 0:
		return v.Once("isoflop", v.F, func() *chart.XY { return IsoFLOP(v.F.Approach, v.T) })
	case v.F.Approach != nil && len(v.F.Approach.Optima) > 0:
		return v.Once("optima", v.F, func() *chart.XY { return Optima(v.F.Approach, v.T) })
	}
	return nil
}

// embedControl is the menu of the data beside the embedded figure.
func embedControl(c ui.Context) h.UI { return dataMenu(NewView(c)) }

// embedSets returns the IDs of the data and of the law that was fitted.
func embedSets(c ui.Context) []string {
	v := NewView(c)
	return []string{v.State.Fit.Data, v.F.Law}
}

// embedLaws names the data and the law that was fitted.
func embedLaws(c ui.Context) string {
	v := NewView(c)
	runs := v.txt.PasteName
	if !v.own() {
		runs = ui.LawItem(c, c.T.Said(v.data.Name), v.data.ID)
	}
	return text.Fill(c.T.Embed.Runs, runs, c.T.FitLaw(v.F.Law))
}
