package pretraining

import (
	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// LimitedData is L(N,D) over the unique tokens for several sizes.
func LimitedData(o scenario.StudyOutcome, t *text.Strings) *chart.XY {
	f := lossFigure("fig-overfit", t.Study.FigOver, t.Study.FigOverSub, t)
	f.Lines = overTokens(f, o, t, func(n unit.Params, d unit.Tokens) float64 {
		return float64(law.KaplanND.Loss(o.Sets.ND.Theta, law.Point{N: n, D: d}))
	})
	f.Marks = []chart.Mark{{Key: "you", Label: t.YourPoint, At: chart.Point{X: float64(o.D), Y: float64(o.Overfit.Loss)}}}
	ui.Describe(f, t)
	return f
}

// leastExcess is the least overfitting that is drawn: a hundredth of what can be
// told from the noise between seeds.
const leastExcess = law.KaplanNoise / 100

// ExcessOverTokens is δL over the unique tokens for several sizes.
func ExcessOverTokens(o scenario.StudyOutcome, t *text.Strings) *chart.XY {
	txt := &t.Study
	f := &chart.XY{
		ID: "fig-excess", Title: txt.FigExcess, Subtitle: txt.FigExcessSub, Bare: true,
		Y: chart.AxisSpec{Label: txt.AxisExcess, Log: true, Format: chart.Percent, Min: leastExcess},
	}
	f.Lines = overTokens(f, o, t, func(n unit.Params, d unit.Tokens) float64 {
		return law.KaplanOverfit(o.Sets.ND.Theta, n, d)
	})
	f.HLines = []chart.Rule{{Label: txt.RuleExcess, At: law.KaplanNoise}}
	if o.Overfit.Excess > leastExcess {
		f.Marks = []chart.Mark{{Key: "you", Label: t.YourPoint, At: chart.Point{X: float64(o.D), Y: o.Overfit.Excess}}}
	}
	ui.Describe(f, t)
	return f
}

// overTokens draws y over the tokens around the point, a line a size.
func overTokens(f *chart.XY, o scenario.StudyOutcome, t *text.Strings, y func(unit.Params, unit.Tokens) float64) []chart.Line {
	lo, hi := chart.Around(1e8, 1e12, float64(o.D))
	f.X = chart.AxisSpec{Label: t.Study.AxisUnique, Log: true, Format: chart.Count, Min: lo, Max: hi}
	var lines []chart.Line
	for i, c := range o.Curves[1:] {
		pts, fitted := chart.Sweep(lo, hi, func(d float64) (float64, bool) {
			return y(c.N, unit.Tokens(d)), ui.Inside(o.Sets.ND, law.Point{N: c.N, D: unit.Tokens(d)})
		})
		lines = append(lines, chart.Line{Key: t.Short(float64(c.N)), Label: sizeLabel(t, c.N, o.N), Role: chart.SeriesRole(i + 1), Pts: pts, Fitted: fitted})
	}
	return lines
}
