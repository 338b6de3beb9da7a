package figure

import (
	"math"

	"lossline/app/job"
	"lossline/app/text"
	"lossline/engine/unit"
)

// IsoFLOP is the parabolas of approach 2, one a budget, with their runs and
// minima.
func IsoFLOP(a *job.Approach, t *text.Strings) *XY {
	txt := &t.Fit
	f := &XY{
		ID: "fig-isoflop", Title: txt.FigIso, Subtitle: txt.FigIsoSub, Bare: true,
		X: AxisSpec{Label: t.AxisParams, Of: Params, Log: true, Format: Count},
		Y: AxisSpec{Label: t.AxisLoss, Of: Loss, Log: true, Format: Plain},
	}
	everywhere := [2]float64{1 / largest, largest} // nothing is extrapolated: every line is solid
	for i, p := range a.Profiles {
		name, role := unit.Format(unit.FLOPs(p.C), unit.English), SeriesRole(i)
		if pts, _ := curveOf(p.Line); len(pts) > 1 {
			f.Lines = append(f.Lines, Line{Key: "profile", Label: name, Role: role, Pts: pts, Thin: true, Plain: true, Fitted: everywhere})
		}
		dots := Points{Key: "runs", Label: name, Role: role, Quiet: true}
		for _, d := range p.Dots {
			dots.Pts = append(dots.Pts, Point{d.X, d.Y})
		}
		if len(dots.Pts) > 0 {
			f.Points = append(f.Points, dots)
		}
	}
	minima := Points{Key: "minima", Label: txt.Minima, Role: Accent, Marker: Diamond}
	for _, o := range a.Optima {
		if o.Loss > 0 {
			minima.Pts = append(minima.Pts, Point{o.N, o.Loss})
			minima.Names = append(minima.Names, unit.Format(unit.FLOPs(o.C), unit.English))
		}
	}
	if len(minima.Pts) > 0 {
		f.Points = append(f.Points, minima)
	}
	describe(f, t)
	return f
}

// Optima is the best size against compute: the optimum of each budget and the
// power law through them.
func Optima(a *job.Approach, t *text.Strings) *XY {
	txt := &t.Fit
	f := &XY{
		ID: "fig-optima", Title: txt.FigOptima, Subtitle: text.Fill(txt.FigOptSub, unit.Digits(a.A.Value, 3)), Bare: true,
		X: AxisSpec{Label: t.AxisC, Of: FLOPs, Log: true, Format: Power},
		Y: AxisSpec{Label: txt.AxisBest, Log: true, Format: Count}, Beyond: t.Transfer.Beyond,
	}
	dots := Points{Key: "optima", Label: txt.Minima, Role: Ink, Marker: Diamond}
	lo, hi := math.Inf(1), 0.0
	for _, o := range a.Optima {
		dots.Pts = append(dots.Pts, Point{o.C, o.N})
		lo, hi = min(lo, o.C), max(hi, o.C)
	}
	if hi > 0 {
		pts, fitted := sweep(lo, 10*hi, func(c float64) (float64, bool) { return a.Coef * math.Pow(c, a.A.Value), c <= hi })
		f.Lines = []Line{{Key: "law", Label: txt.OptLine, Role: Accent, Pts: pts, Fitted: fitted}}
		f.Points = []Points{dots}
	}
	describe(f, t)
	return f
}
