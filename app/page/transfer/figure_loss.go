package transfer

import (
	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/transfer"
	"lossline/engine/unit"
)

// LossOverData is the loss after fine-tuning and from scratch against
// D_F, at the scenario's size and at ten times that; beside it eq. 6.1 as
// printed.
func LossOverData(s scenario.Scenario, o scenario.TransferOutcome, t *text.Strings) *chart.XY {
	l, a, n := o.Chosen.Losses, o.Chosen.Advice, o.Cost.N
	lo, hi := chart.Around(1e5, 1e11, float64(a.DF))
	f := transferFigure("fig-tloss-d", t.Transfer.FigLossD, text.Fill(t.Transfer.FigLossSub, baseName(s, t)), t)
	f.X = chart.AxisSpec{Label: t.Transfer.AxisDF, Log: true, Format: chart.Count, Min: lo, Max: hi}
	f.Y = chart.AxisSpec{Label: t.AxisLoss, Of: ui.Loss, Log: true, Format: chart.Plain}
	for i, n := range []unit.Params{n, 10 * n} {
		at := func(d float64) (unit.Params, unit.Chars) { return n, unit.Chars(d) }
		f.Lines = append(f.Lines, lossPair(l, t, t.Short(float64(n)), i, lo, hi, at)...)
	}
	pts, fitted := chart.Sweep(lo, hi, func(d float64) (float64, bool) {
		return float64(l.Unified(n, unit.Chars(d))), tunedInside(l, n, unit.Chars(d))
	})
	f.Lines = append(f.Lines, chart.Line{Key: "printed", Label: t.Transfer.Printed, Role: chart.S4, Thin: true, Pts: pts, Fitted: fitted})
	f.VLines = rule(lo, hi, a.BreakEven, t.Transfer.Even)
	f.Beyond = "" // its place is that of the rule's label
	f.Marks = []chart.Mark{{Key: "you", Label: t.YourPoint, At: chart.Point{X: float64(a.DF), Y: float64(a.FineTuned)}}}
	ui.Describe(f, t)
	return f
}

// LossOverParams is the same against N, at the scenario's D_F and at
// ten times that.
func LossOverParams(s scenario.Scenario, o scenario.TransferOutcome, t *text.Strings) *chart.XY {
	l, a := o.Chosen.Losses, o.Chosen.Advice
	lo, hi := chart.Around(1e5, 1e10, float64(o.Cost.N))
	f := transferFigure("fig-tloss-n", t.Transfer.FigLossN, text.Fill(t.Transfer.FigLossSub, baseName(s, t)), t)
	f.X = chart.AxisSpec{Label: t.AxisParams, Of: ui.Params, Log: true, Format: chart.Count, Min: lo, Max: hi}
	f.Y = chart.AxisSpec{Label: t.AxisLoss, Of: ui.Loss, Log: true, Format: chart.Plain}
	for i, d := range []unit.Chars{a.DF, 10 * a.DF} {
		at := func(n float64) (unit.Params, unit.Chars) { return unit.Params(n), d }
		f.Lines = append(f.Lines, lossPair(l, t, t.Short(float64(d)), i, lo, hi, at)...)
	}
	f.Marks = []chart.Mark{{Key: "you", Label: t.YourPoint, At: chart.Point{X: float64(o.Cost.N), Y: float64(a.FineTuned)}}}
	ui.Describe(f, t)
	return f
}

// lossPair is the fine-tuned and the from-scratch line over one coordinate; the
// second pair is drawn thin.
func lossPair(l transfer.Losses, t *text.Strings, of string, i int, lo, hi float64, at func(float64) (unit.Params, unit.Chars)) []chart.Line {
	key := string(rune('0' + i))
	tuned, tunedFit := chart.Sweep(lo, hi, func(x float64) (float64, bool) {
		n, d := at(x)
		return float64(l.FineTuned(n, d)), tunedInside(l, n, d)
	})
	scratch, scratchFit := chart.Sweep(lo, hi, func(x float64) (float64, bool) {
		n, d := at(x)
		return float64(l.FromScratch(n, d)), baseInside(l, n, d)
	})
	return []chart.Line{
		{Key: "scratch" + key, Label: text.Fill(t.Transfer.Scratch, of), Role: chart.S3, Pts: scratch, Fitted: scratchFit, Thin: i > 0},
		{Key: "tuned" + key, Label: text.Fill(t.Transfer.Tuned, of), Role: chart.S2, Pts: tuned, Fitted: tunedFit, Thin: i > 0},
	}
}

// baseInside reports whether the from-scratch law was fitted at n and d.
func baseInside(l transfer.Losses, n unit.Params, d unit.Chars) bool {
	about := l.Base.About()
	return about.N.Factor(float64(n)) == 1 && about.D.Factor(float64(d)) == 1
}

// tunedInside reports whether both laws were fitted where the loss after
// fine-tuning asks them.
func tunedInside(l transfer.Losses, n unit.Params, dF unit.Chars) bool {
	return fittedAt(l.Set, n, dF, transfer.LowDataLimit(l.Base, n)) && baseInside(l, n, l.Set.Effective(n, dF))
}

func baseName(s scenario.Scenario, t *text.Strings) string {
	if s.Transfer.Base == scenario.BaseBesiroglu {
		return t.Method("besiroglu2024.1")
	}
	return t.Method("kaplan2020.1") + t.MethodSep + "WebText2"
}

// Compute is the compute with which the scenario's size reaches a loss:
// from scratch, by fine-tuning alone and, where it is known, with the
// pre-training. It is drawn from just above L(N,∞) to the loss of training from
// scratch on the scenario's data.
func Compute(s scenario.Scenario, o scenario.TransferOutcome, t *text.Strings) *chart.XY {
	l, a, n := o.Chosen.Losses, o.Chosen.Advice, o.Cost.N
	f := transferFigure("fig-tcost", t.Transfer.FigCost, text.Fill(t.Transfer.FigCostSub, t.Params(float64(n))), t)
	lo, hi := 1.01*float64(a.Limit), max(float64(a.Scratch), 1.2*float64(a.Limit))
	f.X = chart.AxisSpec{Label: t.Transfer.AxisLossReach, Log: true, Format: chart.Plain, Min: lo, Max: hi}
	f.Y = chart.AxisSpec{Label: t.AxisC, Of: ui.FLOPs, Log: true, Format: chart.Power}
	cost := func(x float64, get func(transfer.Cost) float64) (float64, bool) {
		c, err := l.Compute(n, unit.Loss(x), o.Chosen.Assumptions(s.Transfer))
		return get(c), err == nil && c.Reachable && get(c) > 0
	}
	for _, k := range []struct {
		key, label string
		role       chart.Role
		get        func(transfer.Cost) float64
	}{
		{"both", t.Transfer.CostBoth, chart.S5, withPretraining},
		{"scratch", t.Transfer.CostScratch, chart.S3, func(c transfer.Cost) float64 { return float64(c.Scratch) }},
		{"tuned", t.Transfer.CostTuned, chart.S2, func(c transfer.Cost) float64 { return float64(c.FineTune) }},
	} {
		pts := chart.Steps(lo, hi, 41, func(x float64) (float64, bool) { return cost(x, k.get) })
		if len(pts) > 1 {
			f.Lines = append(f.Lines, chart.Line{Key: k.key, Label: k.label, Role: k.role, Pts: pts})
		}
	}
	if o.Cost.Reachable && o.Cost.FineTune > 0 && float64(o.Level) > lo && float64(o.Level) < hi {
		f.Marks = []chart.Mark{{Key: "you", Label: t.YourPoint, At: chart.Point{X: float64(o.Level), Y: float64(o.Cost.FineTune)}}}
	}
	ui.Describe(f, t)
	return f
}

// withPretraining is the compute of both phases, 0 where that of the first is
// not known.
func withPretraining(c transfer.Cost) float64 {
	if c.Pretrain == 0 {
		return 0
	}
	return float64(c.Pretrain + c.FineTune)
}
