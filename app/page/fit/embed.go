package fit

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/text/languages"
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
	v := newView(c)
	switch {
	case v.f == nil:
		return nil
	case len(v.f.Views) > 0:
		return v.Once("view-0", v.f, func() *chart.XY { return FitView(v.f.Views[0], v.f, v.T) })
	case v.f.Approach != nil && len(v.f.Approach.Profiles) > 0:
		return v.Once("isoflop", v.f, func() *chart.XY { return IsoFLOP(v.f.Approach, v.T) })
	case v.f.Approach != nil && len(v.f.Approach.Optima) > 0:
		return v.Once("optima", v.f, func() *chart.XY { return Optima(v.f.Approach, v.T) })
	}
	return nil
}

// embedControl is the menu of the data beside the embedded figure.
func embedControl(c ui.Context) h.UI { return dataMenu(newView(c)) }

// embedSets returns the IDs of the data and of the law that was fitted.
func embedSets(c ui.Context) []string {
	v := newView(c)
	return []string{v.State.Fit.Data, v.f.Law}
}

// embedLaws names the data and the law that was fitted.
func embedLaws(c ui.Context) string {
	v := newView(c)
	runs := v.txt.PasteName
	if !v.own() {
		runs = ui.LawItem(c, c.T.Said(v.data.Name), v.data.ID)
	}
	return text.Fill(languages.In(c.T.Lang).Embed.Runs, runs, c.T.FitLaw(v.f.Law))
}
