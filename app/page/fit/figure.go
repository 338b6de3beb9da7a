package fit

import (
	"lossline/app/chart"
	"lossline/app/job"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/law"
)

// FitView is a fitted law over one coordinate: the runs, those put aside hollow,
// and the law for a few values of the other coordinate, each with its band and
// the runs that are nearest to it in its colour.
func FitView(v job.View, f *job.FitReply, t *text.Strings) *chart.XY {
	txt := &t.Fit
	axis, of, output := t.AxisLoss, ui.Loss, t.ColLoss
	if v.Output == "error" {
		axis, of, output = txt.AxisError, "", txt.AxisError
	}
	x := coordinateAxis(v.X, t)
	g := &chart.XY{
		ID: "fig-fit-" + v.X, Title: text.Fill(txt.FigFit, output, x.Label), Bare: true,
		Subtitle: text.Fill(txt.FigFitSub, t.Count(float64(f.Rows)), t.Percent(f.Level)), Beyond: t.Transfer.Beyond,
		X: x, Y: chart.AxisSpec{Label: axis, Of: of, Log: true, Format: chart.Plain},
	}
	if first := f.Views[0]; v.X != first.X || v.By != first.By {
		g.Subtitle = txt.FigFitMore
	}
	dots := v.Dots()
	if len(dots) < v.Total {
		g.Subtitle += t.SemiSep + text.Fill(txt.FigFitThin, t.Count(float64(len(dots))), t.Count(float64(v.Total)))
	}
	d := f.Domain[v.X]
	for i, c := range v.Lines {
		name, role := lineName(v, c, t), lineOf(v, i)
		pts, band := curveOf(c)
		g.Lines = append(g.Lines, chart.Line{Key: "line", Label: name, Role: role, Pts: pts, Fitted: [2]float64{d.Lo, d.Hi}})
		if len(band.X) > 1 {
			band.Key, band.Role, band.Quiet, band.Of, band.Short = "band", role, true, len(g.Lines), text.Fill(t.Readout.Interval, t.Percent(f.Level))
			band.Label = text.Fill(txt.Band, name, t.Percent(f.Level))
			g.Bands = append(g.Bands, band)
		}
	}
	g.Points = dotsByLine(v, dots, t)
	ui.Describe(g, t)
	return g
}

// lineOf is the colour of line i of a view: that of one's own fit where it is
// the law itself.
func lineOf(v job.View, i int) chart.Role {
	if v.By == "" || v.Lines[i].By == 0 {
		return chart.Accent
	}
	return chart.SeriesRole(i)
}

// lineName is what a line of a view stands for: the value of the other
// coordinate, the least loss of all sizes, or the law.
func lineName(v job.View, c job.Curve, t *text.Strings) string {
	switch {
	case v.By == "":
		return t.Fit.FormulaTitle
	case c.By == 0:
		return t.Fit.BestSize
	}
	return v.By + " = " + t.Coordinate(law.Symbol(v.By), c.By)
}

// dotsByLine are the runs, one set a line, and those put aside.
func dotsByLine(v job.View, dots []job.Dot, t *text.Strings) []chart.Points {
	sets := make([]chart.Points, len(v.Lines)+1)
	aside := &sets[len(v.Lines)]
	*aside = chart.Points{Key: "aside", Label: t.Fit.AsideRuns, Hollow: true}
	for i, c := range v.Lines {
		label := t.Fit.Runs
		if v.By != "" {
			label = text.Fill(t.Fit.Near, v.By, t.Coordinate(law.Symbol(v.By), c.By))
		}
		sets[i] = chart.Points{Key: "runs", Label: label, Role: lineOf(v, i), Quiet: true}
	}
	for _, d := range dots {
		to := aside
		if !d.Aside && d.Line < len(v.Lines) {
			to = &sets[d.Line]
		}
		to.Pts = append(to.Pts, chart.Point{X: d.X, Y: d.Y})
	}
	var out []chart.Points
	for _, s := range sets {
		if len(s.Pts) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// coordinateAxis is the axis of a coordinate of a law, by its symbol.
func coordinateAxis(symbol string, t *text.Strings) chart.AxisSpec {
	a := chart.AxisSpec{Log: true, Format: chart.Count}
	switch law.Symbol(symbol) {
	case law.N:
		a.Label, a.Of = t.AxisParams, ui.Params
	case law.D:
		a.Label, a.Of = t.AxisTokens, ui.Tokens
	case law.C:
		a.Label, a.Of, a.Format = t.AxisC, ui.FLOPs, chart.Power
	case law.S:
		a.Label = t.Fit.AxisSteps
	case law.U:
		a.Label = t.Fit.AxisUnique
	case law.L:
		a.Label, a.Of, a.Format = t.AxisLoss, ui.Loss, chart.Plain
	default:
		a.Label = symbol
	}
	return a
}

// curveOf is a curve and its band without what has no place on logarithmic axes.
func curveOf(c job.Curve) (pts []chart.Point, b chart.Band) {
	for i, x := range c.X {
		if !(x > 0 && c.Y[i] > 0) {
			continue
		}
		pts = append(pts, chart.Point{X: x, Y: c.Y[i]})
		if i < len(c.Lo) && i < len(c.Hi) && c.Lo[i] > 0 && c.Hi[i] < chart.Largest {
			b.X, b.Lo, b.Hi = append(b.X, x), append(b.Lo, c.Lo[i]), append(b.Hi, c.Hi[i])
		}
	}
	return pts, b
}
