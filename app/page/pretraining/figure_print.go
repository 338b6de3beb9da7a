package pretraining

import (
	"strconv"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// Contradiction is L(C_min) against the bound that its own tokens put on it.
func Contradiction(o scenario.StudyOutcome, t *text.Strings) *chart.XY {
	txt, k := &t.Study, o.Sets
	lo, hi := chart.Around(1e15, 1e27, float64(o.Alloc.CMin))
	hi = max(hi, chart.Decade(float64(o.Cross.C)*30, 1))
	f := lossFigure("fig-cross", txt.FigCross, txt.FigCrossSub, t)
	f.X = chart.AxisSpec{Label: txt.AxisCMin, Log: true, Format: chart.Power, Min: lo, Max: hi}
	trend, fitted := chart.Sweep(lo, hi, func(c float64) (float64, bool) {
		p := law.Point{C: unit.FLOPs(c)}
		return float64(law.KaplanCMin.Loss(k.CMin.Theta, p)), ui.Inside(k.CMin, p)
	})
	f.Lines = append(f.Lines, chart.Line{Key: k.CMin.ID, Label: txt.LineCMin, Role: chart.S5, Pts: trend, Fitted: fitted})
	bound, fitted := chart.Sweep(lo, hi, func(c float64) (float64, bool) {
		d := law.Point{D: law.KaplanAllocation.Frontier(k.Alloc.Theta, unit.FLOPs(c)).D}
		return float64(law.KaplanD.Loss(k.D.Theta, d)), ui.Inside(k.D, d)
	})
	f.Lines = append(f.Lines, chart.Line{Key: k.D.ID, Label: txt.LineD, Role: chart.S2, Pts: bound, Fitted: fitted})
	f.Marks = []chart.Mark{{Key: "crossing", Label: txt.MarkCross, Role: chart.Ink, At: chart.Point{X: float64(o.Cross.C), Y: float64(o.Cross.Loss)}}}
	f.VLines = []chart.Rule{{Label: txt.RuleYours, Role: chart.Accent, At: float64(o.Alloc.CMin)}}
	ui.Describe(f, t)
	return f
}

// contextTokens is the context of the paper's models (section 2).
const contextTokens = 1024

// AlongContext is the loss by the position of the token in its context, six
// models in order of size.
func AlongContext(t *text.Strings) *chart.XY {
	f := lossFigure("fig-context", t.Study.FigContext, t.Study.FigCtxSub, t)
	f.X = chart.AxisSpec{Label: t.Study.AxisPosition, Log: true, Format: chart.Plain, Min: 1, Max: contextTokens}
	for i, set := range law.KaplanPosition.Sets {
		pts, _ := chart.Sweep(1, contextTokens, func(at float64) (float64, bool) {
			return float64(law.KaplanPosition.Loss(set.Theta, law.Point{T: unit.Tokens(at)})), true
		})
		line := chart.Line{Key: set.ID, Label: text.Fill(t.Study.ContextLine, strconv.Itoa(i+1)), Pts: pts}
		if i >= chart.NumSeries {
			line.Role = chart.Muted
		}
		f.Lines = append(f.Lines, line)
	}
	ui.Describe(f, t)
	return f
}
