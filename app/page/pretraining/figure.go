package pretraining

import (
	"sync"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// LossOverParams is L(N) at the scenario's tokens, one line a law, with the
// Chinchilla runs and the scenario's point.
func LossOverParams(s scenario.Scenario, o scenario.Outcome, t *text.Strings) *chart.XY {
	lo, hi := chart.Around(1e7, 1e12, float64(o.N))
	f := lossFigure("fig-n", t.FigNTitle, text.Fill(t.FigNSub, t.Count(float64(o.D))), t)
	f.X = chart.AxisSpec{Label: t.AxisParams, Of: ui.Params, Log: true, Format: chart.Count, Min: lo, Max: hi}
	for _, m := range lossMethods(o) {
		pts, fitted := chart.Sweep(lo, hi, func(n float64) (float64, bool) { return ui.LossAt(m, n, float64(o.D)) })
		f.Lines = append(f.Lines, lossLine(m, t, pts, fitted))
	}
	f.Points = runs(t, func(r dataset.Run) float64 { return float64(r.N) })
	markPoint(f, o, t, float64(o.N))
	ui.Describe(f, t)
	return f
}

// LossOverTokens is L(D) at the scenario's parameters.
func LossOverTokens(s scenario.Scenario, o scenario.Outcome, t *text.Strings) *chart.XY {
	lo, hi := chart.Around(1e8, 1e13, float64(o.D))
	f := lossFigure("fig-d", t.FigDTitle, text.Fill(t.FigDSub, t.Count(float64(o.N))), t)
	f.X = chart.AxisSpec{Label: t.AxisTokens, Of: ui.Tokens, Log: true, Format: chart.Count, Min: lo, Max: hi}
	for _, m := range lossMethods(o) {
		pts, fitted := chart.Sweep(lo, hi, func(d float64) (float64, bool) { return ui.LossAt(m, float64(o.N), d) })
		f.Lines = append(f.Lines, lossLine(m, t, pts, fitted))
	}
	f.Points = runs(t, func(r dataset.Run) float64 { return float64(r.D) })
	markPoint(f, o, t, float64(o.D))
	ui.Describe(f, t)
	return f
}

// LossOverCompute is each law's loss on its own frontier against compute. The
// scenario's point lies above its law's line as far as it is from optimal.
func LossOverCompute(s scenario.Scenario, o scenario.Outcome, t *text.Strings) *chart.XY {
	lo, hi := chart.Around(1e17, 1e25, float64(o.PointC))
	f := lossFigure("fig-c", t.FigCTitle, t.FigCSub, t)
	f.X = chart.AxisSpec{Label: t.AxisC, Of: ui.FLOPs, Log: true, Format: chart.Power, Min: lo, Max: hi}
	for _, m := range lossMethods(o) {
		set := ui.AllocationSet(m)
		pts, fitted := chart.Sweep(lo, hi, func(c float64) (float64, bool) {
			p, loss := o.Best(m, unit.FLOPs(c))
			return float64(loss), ui.Inside(set, law.Point{N: p.N, D: p.D})
		})
		f.Lines = append(f.Lines, lossLine(m, t, pts, fitted))
	}
	f.Points = runs(t, func(r dataset.Run) float64 { return float64(r.C) })
	markPoint(f, o, t, float64(o.PointC))
	ui.Describe(f, t)
	return f
}

func lossFigure(id, title, sub string, t *text.Strings) *chart.XY {
	return &chart.XY{ID: id, Title: title, Subtitle: sub, Bare: true,
		Y: chart.AxisSpec{Label: t.AxisLoss, Of: ui.Loss, Log: true, Format: chart.Plain}}
}

func lossMethods(o scenario.Outcome) []plan.Method {
	var ms []plan.Method
	for _, a := range o.Rows {
		if a.Method.HasLoss() {
			ms = append(ms, a.Method)
		}
	}
	return ms
}

func lossLine(m plan.Method, t *text.Strings, pts []chart.Point, fitted [2]float64) chart.Line {
	return chart.Line{Key: m.ID, Label: t.Method(m.ID), Role: ui.RoleOf(m.ID), Pts: pts, Fitted: fitted, Thin: ui.Thin(m.ID)}
}

// chinchilla is read once: it is part of the binary, so the same each time.
var chinchilla = sync.OnceValues(dataset.Chinchilla)

func runs(t *text.Strings, x func(dataset.Run) float64) []chart.Points {
	d, err := chinchilla()
	if err != nil { // a test reads it
		return nil
	}
	pts := make([]chart.Point, len(d.Runs))
	for i, r := range d.Runs {
		pts[i] = chart.Point{X: x(r), Y: float64(r.Loss)}
	}
	return []chart.Points{{Key: d.ID, Label: t.RunsLabel, Role: chart.Muted, Marker: chart.Circle, Pts: pts}}
}

// markPoint marks the scenario's point at the loss of the law in the sentence,
// or of the first law that predicts one.
func markPoint(f *chart.XY, o scenario.Outcome, t *text.Strings, x float64) {
	if len(o.Losses) == 0 {
		return
	}
	at, ok := o.AtHead()
	if !ok {
		at = o.Losses[0]
	}
	f.Marks = []chart.Mark{{Key: "you", Label: t.YourPoint, At: chart.Point{X: x, Y: float64(at.Loss)}}}
}
