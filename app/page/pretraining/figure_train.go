package pretraining

import (
	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// sizeLabel names one of several sizes.
func sizeLabel(t *text.Strings, n, yours unit.Params) string {
	if n == yours {
		return text.Fill(t.Study.Yours, t.Short(float64(n)))
	}
	return t.Short(float64(n))
}

// LearningByTokens is the learning curve of several sizes against the tokens
// that they have seen at the scenario's batch.
func LearningByTokens(o scenario.StudyOutcome, t *text.Strings) *chart.XY {
	f := learning("fig-curves-d", t.Study.FigCurvesD, t.Study.AxisSeen, o, t,
		func(r law.KaplanRun) float64 { return float64(r.Tokens) })
	ui.Describe(f, t)
	return f
}

// LearningBySteps is the same against steps.
func LearningBySteps(o scenario.StudyOutcome, t *text.Strings) *chart.XY {
	f := learning("fig-curves-s", t.Study.FigCurvesS, t.Study.AxisSteps, o, t,
		func(r law.KaplanRun) float64 { return float64(r.Steps) })
	ui.Describe(f, t)
	return f
}

// Learning curves are drawn from where the warmup is well over to ten times what
// the paper's runs took, in steps at a large batch.
const leastSteps, mostSteps = 1e3, 1e6

func learning(id, title, axis string, o scenario.StudyOutcome, t *text.Strings, x func(law.KaplanRun) float64) *chart.XY {
	f := lossFigure(id, title, t.Study.FigCurvesSub, t)
	f.X = chart.AxisSpec{Label: axis, Log: true, Format: chart.Count}
	ns := o.Sets.NS
	for _, c := range o.Curves {
		pts, fitted := chart.Trace(func(u float64) (chart.Point, bool) {
			least := unit.Steps(chart.Between(leastSteps, mostSteps, u))
			r := law.KaplanRunAfter(ns.Theta, o.Sets.Batch, c.N, least, o.Batch)
			return chart.Point{X: x(r), Y: float64(r.Loss)}, ui.Inside(ns, law.Point{N: c.N, S: least})
		})
		f.Lines = append(f.Lines, chart.Line{Key: t.Short(float64(c.N)), Label: sizeLabel(t, c.N, o.N), Pts: pts, Fitted: fitted})
	}
	f.HLines = []chart.Rule{{Label: t.Study.TargetRule, At: float64(o.Target)}}
	if r := o.Yours.Run; o.Yours.Reachable && r.SMin > leastSteps/10 && r.SMin < mostSteps*10 {
		f.Marks = []chart.Mark{{Key: "you", Label: t.Study.MarkTarget, At: chart.Point{X: x(r), Y: float64(r.Loss)}}}
	}
	return f
}

// Tradeoff is the hyperbola of steps against tokens that reach the loss of the
// run, with the critical batch and the scenario's.
func Tradeoff(o scenario.StudyOutcome, t *text.Strings) *chart.XY {
	r, txt := o.Run, &t.Study
	f := &chart.XY{
		ID: "fig-tradeoff", Title: txt.FigTradeoff, Subtitle: text.Fill(txt.FigTradeSub, t.Loss(float64(r.Loss))), Bare: true,
		X: chart.AxisSpec{Label: txt.AxisSteps, Log: true, Format: chart.Count},
		Y: chart.AxisSpec{Label: txt.AxisSeen, Log: true, Format: chart.Count},
	}
	lo, hi := float64(min(r.Critical/20, r.Batch/2)), float64(max(r.Critical*20, r.Batch*2))
	pts, _ := chart.Trace(func(u float64) (chart.Point, bool) {
		steps, tokens := r.AtBatch(unit.Tokens(chart.Between(lo, hi, u)))
		return chart.Point{X: float64(steps), Y: float64(tokens)}, true
	})
	f.Lines = []chart.Line{{Key: "same-loss", Label: txt.TradeLine, Role: chart.S5, Pts: pts}}
	steps, tokens := r.AtBatch(r.Critical)
	f.Marks = []chart.Mark{{Key: "critical", Label: txt.MarkCritical, Role: chart.S2, At: chart.Point{X: float64(steps), Y: float64(tokens)}}}
	if r.Batch != r.Critical {
		f.Marks = append(f.Marks, chart.Mark{Key: "you", Label: txt.MarkBatch, At: chart.Point{X: float64(r.Steps), Y: float64(r.Tokens)}})
	}
	f.VLines, f.HLines = []chart.Rule{{At: float64(r.SMin)}}, []chart.Rule{{At: float64(r.EMin)}}
	f.X.Min, f.Y.Min = float64(r.SMin)*0.85, float64(r.EMin)*0.85
	ui.Describe(f, t)
	return f
}

// CriticalOverLoss is B_crit(L), with the run's.
func CriticalOverLoss(o scenario.StudyOutcome, t *text.Strings) *chart.XY {
	b, txt := o.Sets.Batch, &t.Study
	f := &chart.XY{
		ID: "fig-critical", Title: txt.FigCritical, Subtitle: txt.FigCritSub, Bare: true,
		X: chart.AxisSpec{Label: t.AxisLoss, Of: ui.Loss, Log: true, Format: chart.Plain},
		Y: chart.AxisSpec{Label: txt.AxisCritical, Log: true, Format: chart.Count},
	}
	lo, hi := min(1.5, float64(o.Run.Loss)/1.2), max(float64(b.Hi), float64(o.Run.Loss)*1.2)
	f.X.Min, f.X.Max = lo, hi
	pts, fitted := chart.Trace(func(u float64) (chart.Point, bool) {
		l := unit.Loss(chart.Between(lo, hi, u))
		return chart.Point{X: float64(l), Y: float64(b.Critical(l))}, l >= b.Lo && l <= b.Hi
	})
	f.Lines = []chart.Line{{Key: b.ID, Label: txt.MarkCritical, Role: chart.S5, Pts: pts, Fitted: fitted}}
	f.Marks = []chart.Mark{{Key: "you", Label: t.YourPoint, At: chart.Point{X: float64(o.Run.Loss), Y: float64(o.Run.Critical)}}}
	ui.Describe(f, t)
	return f
}
