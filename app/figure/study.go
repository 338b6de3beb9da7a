package figure

import (
	"math"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// trace samples a curve that its own parameter leads along, such as a learning
// curve; x must rise or fall all the way. inside says where its law was fitted.
func trace(at func(u float64) (p Point, inside bool)) (pts []Point, fitted [2]float64) {
	for i := range samples {
		p, in := at(float64(i) / (samples - 1))
		pts = append(pts, p)
		switch {
		case !in:
		case fitted == [2]float64{}:
			fitted = [2]float64{p.X, p.X}
		default:
			fitted = [2]float64{min(fitted[0], p.X), max(fitted[1], p.X)}
		}
	}
	if fitted == [2]float64{} { // nothing inside: all of the line is extrapolated
		last := max(pts[0].X, pts[samples-1].X)
		fitted = [2]float64{last * 2, last * 4}
	}
	return pts, fitted
}

// between is the value u of the way from lo to hi, evenly in the logarithm.
func between(lo, hi, u float64) float64 { return lo * math.Pow(hi/lo, u) }

// sizeLabel names one of several sizes.
func sizeLabel(t *text.Strings, n, yours unit.Params) string {
	if n == yours {
		return text.Fill(t.Study.Yours, t.Short(float64(n)))
	}
	return t.Short(float64(n))
}

// LearningByTokens is the learning curve of several sizes against the tokens
// that they have seen at the scenario's batch.
func LearningByTokens(o scenario.StudyOutcome, t *text.Strings) *XY {
	f := learning("fig-curves-d", t.Study.FigCurvesD, t.Study.AxisSeen, o, t,
		func(r law.KaplanRun) float64 { return float64(r.Tokens) })
	describe(f, t)
	return f
}

// LearningBySteps is the same against steps.
func LearningBySteps(o scenario.StudyOutcome, t *text.Strings) *XY {
	f := learning("fig-curves-s", t.Study.FigCurvesS, t.Study.AxisSteps, o, t,
		func(r law.KaplanRun) float64 { return float64(r.Steps) })
	describe(f, t)
	return f
}

// Learning curves are drawn from where the warmup is well over to ten times what
// the paper's runs took, in steps at a large batch.
const leastSteps, mostSteps = 1e3, 1e6

func learning(id, title, axis string, o scenario.StudyOutcome, t *text.Strings, x func(law.KaplanRun) float64) *XY {
	f := lossFigure(id, title, t.Study.FigCurvesSub, t)
	f.X = AxisSpec{Label: axis, Log: true, Format: Count}
	ns := o.Sets.NS
	for _, c := range o.Curves {
		pts, fitted := trace(func(u float64) (Point, bool) {
			least := unit.Steps(between(leastSteps, mostSteps, u))
			r := law.KaplanRunAfter(ns.Theta, o.Sets.Batch, c.N, least, o.Batch)
			return Point{x(r), float64(r.Loss)}, inside(ns, law.Point{N: c.N, S: least})
		})
		f.Lines = append(f.Lines, Line{Key: t.Short(float64(c.N)), Label: sizeLabel(t, c.N, o.N), Pts: pts, Fitted: fitted})
	}
	f.HLines = []Rule{{Label: t.Study.TargetRule, At: float64(o.Target)}}
	if r := o.Yours.Run; o.Yours.Reachable && r.SMin > leastSteps/10 && r.SMin < mostSteps*10 {
		f.Marks = []Mark{{Key: "you", Label: t.Study.MarkTarget, At: Point{x(r), float64(r.Loss)}}}
	}
	return f
}

// Tradeoff is the hyperbola of steps against tokens that reach the loss of the
// run, with the critical batch and the scenario's.
func Tradeoff(o scenario.StudyOutcome, t *text.Strings) *XY {
	r, txt := o.Run, &t.Study
	f := &XY{
		ID: "fig-tradeoff", Title: txt.FigTradeoff, Subtitle: text.Fill(txt.FigTradeSub, t.Loss(float64(r.Loss))), Bare: true,
		X: AxisSpec{Label: txt.AxisSteps, Log: true, Format: Count},
		Y: AxisSpec{Label: txt.AxisSeen, Log: true, Format: Count},
	}
	lo, hi := float64(min(r.Critical/20, r.Batch/2)), float64(max(r.Critical*20, r.Batch*2))
	pts, _ := trace(func(u float64) (Point, bool) {
		steps, tokens := r.AtBatch(unit.Tokens(between(lo, hi, u)))
		return Point{float64(steps), float64(tokens)}, true
	})
	f.Lines = []Line{{Key: "same-loss", Label: txt.TradeLine, Role: S5, Pts: pts}}
	steps, tokens := r.AtBatch(r.Critical)
	f.Marks = []Mark{{Key: "critical", Label: txt.MarkCritical, Role: S2, At: Point{float64(steps), float64(tokens)}}}
	if r.Batch != r.Critical {
		f.Marks = append(f.Marks, Mark{Key: "you", Label: txt.MarkBatch, At: Point{float64(r.Steps), float64(r.Tokens)}})
	}
	f.VLines, f.HLines = []Rule{{At: float64(r.SMin)}}, []Rule{{At: float64(r.EMin)}}
	f.X.Min, f.Y.Min = float64(r.SMin)*0.85, float64(r.EMin)*0.85
	describe(f, t)
	return f
}

// CriticalOverLoss is B_crit(L), with the run's.
func CriticalOverLoss(o scenario.StudyOutcome, t *text.Strings) *XY {
	b, txt := o.Sets.Batch, &t.Study
	f := &XY{
		ID: "fig-critical", Title: txt.FigCritical, Subtitle: txt.FigCritSub, Bare: true,
		X: AxisSpec{Label: t.AxisLoss, Of: Loss, Log: true, Format: Plain},
		Y: AxisSpec{Label: txt.AxisCritical, Log: true, Format: Count},
	}
	lo, hi := min(1.5, float64(o.Run.Loss)/1.2), max(float64(b.Hi), float64(o.Run.Loss)*1.2)
	f.X.Min, f.X.Max = lo, hi
	pts, fitted := trace(func(u float64) (Point, bool) {
		l := unit.Loss(between(lo, hi, u))
		return Point{float64(l), float64(b.Critical(l))}, l >= b.Lo && l <= b.Hi
	})
	f.Lines = []Line{{Key: b.ID, Label: txt.MarkCritical, Role: S5, Pts: pts, Fitted: fitted}}
	f.Marks = []Mark{{Key: "you", Label: t.YourPoint, At: Point{float64(o.Run.Loss), float64(o.Run.Critical)}}}
	describe(f, t)
	return f
}
