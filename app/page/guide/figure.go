package guide

import (
	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// kaplanExponent is that of N ∝ C_min^0.73 (Kaplan et al. 2020, eq. 1.7 and Table 6).
var kaplanExponent = law.KaplanAllocation.Sets[0].Theta[1]

// LocalExponent is the exponent that somebody measures who leaves embeddings out,
// at each compute, if the laws hold for all parameters; with the power law that is
// fitted to the chosen range.
func LocalExponent(o scenario.GuideOutcome, t *text.Strings) *chart.XY {
	txt := &t.Guide
	lo, hi := chart.Around(1e12, 1e24, float64(o.Lo))
	_, hi = chart.Around(lo, hi, float64(o.Hi))
	f := &chart.XY{ID: "fig-exponent", Title: txt.FigTitle, Subtitle: txt.FigSub, Bare: true,
		X: chart.AxisSpec{Label: t.AxisC, Of: ui.FLOPs, Log: true, Format: chart.Power, Min: lo, Max: hi},
		Y: chart.AxisSpec{Label: txt.AxisExponent, Format: chart.Plain, Min: 0.4, Max: 1.05}}
	for _, l := range o.Laws {
		theta, role := l.Set.Theta, ui.RoleOf(l.Set.ID)
		pts, fitted := chart.Sweep(lo, hi, func(c float64) (float64, bool) {
			n := law.PearceOptimum(theta, o.Gamma, unit.FLOPs(c))
			total, err := law.TotalParams(n, o.Gamma)
			p := law.Point{N: total, D: unit.Tokens(c / float64(6*n))}
			return law.PearceExponent(theta, o.Gamma, n), err == nil && ui.Inside(l.Set, p)
		})
		f.Lines = append(f.Lines, chart.Line{Key: l.Set.ID, Label: t.Method(l.Set.ID), Role: role, Pts: pts, Fitted: fitted},
			chart.Line{Key: l.Set.ID + "-fit", Label: text.Fill(txt.FigFit, t.Method(l.Set.ID)), Role: role, Plain: true,
				Pts: []chart.Point{{X: float64(o.Lo), Y: l.Fitted}, {X: float64(o.Hi), Y: l.Fitted}}})
	}
	f.Lines = append(f.Lines, chart.Line{Key: "own", Label: text.Fill(txt.FigOwn, unit.Digits(o.Laws[0].Own, 2)), Role: chart.Muted,
		Pts: []chart.Point{{X: lo, Y: o.Laws[0].Own}, {X: hi, Y: o.Laws[0].Own}}})
	f.HLines = []chart.Rule{{Label: text.Fill(txt.FigKaplan, unit.Digits(kaplanExponent, 2)), Role: chart.S5, At: kaplanExponent}}
	f.VLines = []chart.Rule{{Label: txt.FigFrom, At: float64(o.Lo)}, {Label: txt.FigTo, At: float64(o.Hi)}}
	ui.Describe(f, t)
	return f
}
