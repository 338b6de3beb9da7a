package figure

import (
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// kaplanExponent is that of N ∝ C_min^0.73 (Kaplan et al. 2020, eq. 1.7 and Table 6).
var kaplanExponent = law.KaplanAllocation.Sets[0].Theta[1]

// LocalExponent is the exponent that somebody measures who leaves embeddings out,
// at each compute, if the laws hold for all parameters; with the power law that is
// fitted to the chosen range.
func LocalExponent(o scenario.GuideOutcome, t *text.Strings) *XY {
	txt := &t.Guide
	lo, hi := around(1e12, 1e24, float64(o.Lo))
	_, hi = around(lo, hi, float64(o.Hi))
	f := &XY{ID: "fig-exponent", Title: txt.FigTitle, Subtitle: txt.FigSub, Bare: true,
		X: AxisSpec{Label: t.AxisC, Of: FLOPs, Log: true, Format: Power, Min: lo, Max: hi},
		Y: AxisSpec{Label: txt.AxisExponent, Format: Plain, Min: 0.4, Max: 1.05}}
	for _, l := range o.Laws {
		theta, role := l.Set.Theta, RoleOf(l.Set.ID)
		pts, fitted := sweep(lo, hi, func(c float64) (float64, bool) {
			n := law.PearceOptimum(theta, o.Gamma, unit.FLOPs(c))
			total, err := law.TotalParams(n, o.Gamma)
			p := law.Point{N: total, D: unit.Tokens(c / float64(6*n))}
			return law.PearceExponent(theta, o.Gamma, n), err == nil && inside(l.Set, p)
		})
		f.Lines = append(f.Lines, Line{Key: l.Set.ID, Label: t.Method(l.Set.ID), Role: role, Pts: pts, Fitted: fitted},
			Line{Key: l.Set.ID + "-fit", Label: text.Fill(txt.FigFit, t.Method(l.Set.ID)), Role: role, Plain: true,
				Pts: []Point{{float64(o.Lo), l.Fitted}, {float64(o.Hi), l.Fitted}}})
	}
	f.Lines = append(f.Lines, Line{Key: "own", Label: text.Fill(txt.FigOwn, unit.Digits(o.Laws[0].Own, 2)), Role: Muted,
		Pts: []Point{{lo, o.Laws[0].Own}, {hi, o.Laws[0].Own}}})
	f.HLines = []Rule{{Label: text.Fill(txt.FigKaplan, unit.Digits(kaplanExponent, 2)), Role: S5, At: kaplanExponent}}
	f.VLines = []Rule{{Label: txt.FigFrom, At: float64(o.Lo)}, {Label: txt.FigTo, At: float64(o.Hi)}}
	describe(f, t)
	return f
}
