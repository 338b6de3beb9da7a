package fit

import (
	"slices"
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/ui"
	"lossline/engine/unit"
)

// content is how the table is read, while that is being asked, and the figures.
func content(v view) []h.UI {
	out := []h.UI{mapping(v)}
	if v.f == nil {
		return out
	}
	figures := h.Div().Class("stack").Class(v.old(scenario.WorkFit))
	if v.f.Approach != nil {
		return append(out, figures.Body(approach(v)...))
	}
	return append(out, figures.Body(views(v)...))
}

// views are the figures of a law, the first one large. Runs can be clicked.
func views(v view) []h.UI {
	var rest, out []h.UI
	for i := range v.f.Views {
		view := &v.f.Views[i]
		f := v.Once("view-"+strconv.Itoa(i), v.f, func() *chart.XY { return FitView(*view, v.f, v.T) })
		pick := func(p chart.Point) { pick(v, view, p) }
		if i == 0 {
			out = append(out, ui.Picked(v.Context, f, ui.Large, pick))
		} else {
			rest = append(rest, ui.Picked(v.Context, f, ui.Medium, pick))
		}
	}
	if len(out) == 0 {
		return nil
	}
	out = append(out, h.P().Class("note").Text(v.txt.FigPick))
	if len(rest) > 0 {
		out = append(out, h.Div().Class("pair").Body(rest...))
	}
	return out
}

// pick puts the run at p aside or takes it back. What the published fit left out
// is no run that was put aside by hand.
func pick(v view, view *job.View, p chart.Point) {
	byHand := v.State.Fit.AsideRows()
	for _, d := range view.Dots() {
		if d.X == p.X && d.Y == p.Y && d.Row > 0 && (!d.Aside || slices.Contains(byHand, d.Row)) {
			v.Send(scenario.PutAside{Row: d.Row, On: !d.Aside})
			return
		}
	}
}

// approach is the figures of approaches 1 and 2, and what is known of their bias.
func approach(v view) []h.UI {
	a := v.f.Approach
	var figures []h.UI
	if len(a.Profiles) > 0 {
		figures = append(figures, v.Figure(v.Once("isoflop", v.f, func() *chart.XY { return IsoFLOP(a, v.T) }), ui.Large))
	}
	if len(a.Optima) > 0 {
		figures = append(figures, v.Figure(v.Once("optima", v.f, func() *chart.XY { return Optima(a, v.T) }), ui.Large))
	}
	said := []h.UI{}
	if b := a.Bias; b != nil {
		said = append(said, h.Li().ID("fit-bias").Body(v.Fill(v.txt.BiasSaid, num(v, "bias-true", b.True, v.three), num(v, "bias-found", b.Found, v.three))...))
	}
	if p := a.Plain; p != nil {
		said = append(said, h.Li().ID("fit-plain").Body(v.Fill(v.txt.Plain, v.interval("plain", *p, v.three, v.three))...))
	}
	if p := a.Parametric; p != nil {
		said = append(said, h.Li().ID("fit-parametric").Body(v.Fill(v.txt.Parametric, v.interval("parametric", *p, v.three, v.three))...))
	}
	if len(said) > 0 {
		figures = append(figures, h.Ul().Class("rules").Body(said...))
	}
	return append(figures, optima(v, a))
}

// optima is a table of the minima.
func optima(v view, a *job.Approach) h.UI {
	var rows []ui.Row
	for _, o := range a.Optima {
		rows = append(rows, ui.Row{What: v.T.FLOP(o.C), Cells: []h.UI{
			num(v, "params", o.N, v.T.Short), known(v, "loss", o.Loss, v.T.Loss), known(v, "se", o.SE, v.share)}})
	}
	if len(rows) == 0 {
		return h.Div()
	}
	return v.TableAs("tight", v.txt.OptTable, []string{v.T.Answers.ColCompute, v.txt.AxisBest, v.T.ColLoss, v.txt.ColSE}, rows)
}

func (v view) three(x float64) string { return unit.Digits(x, 3) }

// num is a number of the fit.
func num(v view, quantity string, x float64, show func(float64) string) h.UI {
	return ui.NumOf(x, quantity, "own", show)
}

// known is a number, or nil where 0 stands for unknown.
func known(v view, quantity string, x float64, show func(float64) string) h.UI {
	if x == 0 {
		return nil
	}
	return num(v, quantity, x, show)
}

// span is an interval in a table.
func span(v view, quantity string, lo, hi float64, show func(float64) string) h.UI {
	if lo == 0 && hi == 0 {
		return nil
	}
	if show(lo) == show(hi) { // no range to its digits
		return num(v, quantity, lo, show)
	}
	return h.Span().Body(v.Fill(v.T.To, num(v, quantity+"-lo", lo, show), num(v, quantity+"-hi", hi, show))...)
}

// reading is a row of facts.
func reading(v view, what, quantity string, x float64, show func(float64) string) ui.Row {
	return ui.Row{What: what, Cells: []h.UI{num(v, quantity, x, show)}}
}

// word is a row of facts whose value is in words.
func word(what, said string) ui.Row { return ui.Row{What: what, Cells: []h.UI{h.Text(said)}} }
