package fit

import (
	"math"

	"lossline/app/chart"
	"lossline/app/job"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/unit"
)

// IsoFLOP is the parabolas of approach 2, one a budget, with their runs and
// minima.
func IsoFLOP(a *job.Approach, t *text.Strings) *chart.XY {
	txt := &t.Fit
	f := &chart.XY{
		ID: "fig-isoflop", Title: txt.FigIso, Subtitle: txt.FigIsoSub, Bare: true,
		X: chart.AxisSpec{Label: t.AxisParams, Of: ui.Params, Log: true, Format: chart.Count},
		Y: chart.AxisSpec{Label: t.AxisLoss, Of: ui.Loss, Log: true, Format: chart.Plain},
	}
	everywhere := [2]float64{1 / chart.Largest, chart.Largest} // nothing is extrapolated: every line is solid
	for i, p := range a.Profiles {
		name, role := unit.Format(unit.FLOPs(p.C), unit.English), chart.SeriesRole(i)
		if pts, _ := curveOf(p.Line); len(pts) > 1 {
			f.Lines = append(f.Lines, chart.Line{Key: "profile", Label: name, Role: role, Pts: pts, Thin: true, Plain: true, Fitted: everywhere})
		}
		dots := chart.Points{Key: "runs", Label: name, Role: role, Quiet: true}
		for _, d := range p.Dots {
			dots.Pts = append(dots.Pts, chart.Point{X: d.X, Y: d.Y})
		}
		if len(dots.Pts) > 0 {
			f.Points = append(f.Points, dots)
		}
	}
	minima := chart.Points{Key: "minima", Label: txt.Minima, Role: chart.Accent, Marker: chart.Diamond}
	for _, o := range a.Optima {
		if o.Loss > 0 {
			minima.Pts = append(minima.Pts, chart.Point{X: o.N, Y: o.Loss})
			minima.Names = append(minima.Names, unit.Format(unit.FLOPs(o.C), unit.English))
		}
	}
	if len(minima.Pts) > 0 {
		f.Points = append(f.Points, minima)
	}
	ui.Describe(f, t)
	return f
}

// Optima is the best size against compute: the optimum of each budget and the
// power law through them.
func Optima(a *job.Approach, t *text.Strings) *chart.XY {
	txt := &t.Fit
	f := &chart.XY{
		ID: "fig-optima", Title: txt.FigOptima, Subtitle: text.Fill(txt.FigOptSub, unit.Digits(a.A.Value, 3)), Bare: true,
		X: chart.AxisSpec{Label: t.AxisC, Of: ui.FLOPs, Log: true, Format: chart.Power},
		Y: chart.AxisSpec{Label: txt.AxisBest, Log: true, Format: chart.Count}, Beyond: t.Transfer.Beyond,
	}
	dots := chart.Points{Key: "optima", Label: txt.Minima, Role: chart.Ink, Marker: chart.Diamond}
	lo, hi := math.Inf(1), 0.0
	for _, o := range a.Optima {
		dots.Pts = append(dots.Pts, chart.Point{X: o.C, Y: o.N})
		lo, hi = min(lo, o.C), max(hi, o.C)
	}
	if hi > 0 {
		pts, fitted := chart.Sweep(lo, 10*hi, func(c float64) (float64, bool) { return a.Coef * math.Pow(c, a.A.Value), c <= hi })
		f.Lines = []chart.Line{{Key: "law", Label: txt.OptLine, Role: chart.Accent, Pts: pts, Fitted: fitted}}
		f.Points = []chart.Points{dots}
	}
	ui.Describe(f, t)
	return f
}
