package transfer

import (
	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/transfer"
	"lossline/engine/unit"
)

// EffectiveData is D_E against D_F for the scenario's size and those a hundred
// times smaller and larger, beside D_E = D_F, which is no pre-training at all.
func EffectiveData(o scenario.TransferOutcome, t *text.Strings) *chart.XY {
	r := o.Chosen
	set, a := r.Losses.Set, r.Advice
	lo, hi := chart.Around(1e3, 1e11, float64(a.DF))
	f := transferFigure("fig-td", t.Transfer.FigDE, text.Fill(t.Transfer.FigDESub, sourceName(o, t)), t)
	f.X = chart.AxisSpec{Label: t.Transfer.AxisDF, Log: true, Format: chart.Count, Min: lo, Max: hi}
	f.Y = chart.AxisSpec{Label: t.Transfer.AxisDE, Log: true, Format: chart.Count}
	for i, n := range []unit.Params{100 * o.Cost.N, o.Cost.N, o.Cost.N / 100} {
		limit := transfer.LowDataLimit(r.Losses.Base, n)
		pts, fitted := chart.Sweep(lo, hi, func(d float64) (float64, bool) {
			return float64(set.Effective(n, unit.Chars(d))), fittedAt(set, n, unit.Chars(d), limit)
		})
		f.Lines = append(f.Lines, chart.Line{Key: "n" + string(rune('0'+i)), Label: t.Params(float64(n)),
			Role: []chart.Role{chart.S3, chart.S2, chart.S5}[i], Pts: pts, Fitted: fitted, Thin: n != o.Cost.N})
	}
	f.Lines = append(f.Lines, chart.Line{Key: "same", Label: t.Transfer.SameData, Role: chart.Muted, Thin: true, Pts: []chart.Point{{X: lo, Y: lo}, {X: hi, Y: hi}}})
	f.VLines = rule(lo, hi, a.LowDataLimit, t.Transfer.LowLimit)
	f.Marks = []chart.Mark{{Key: "you", Label: t.YourPoint, At: chart.Point{X: float64(a.DF), Y: float64(a.DE)}}}
	ui.Describe(f, t)
	return f
}

// shares are the fractions from transfer whose contours are drawn, those of the
// paper's own figure of them.
var shares = [...]float64{0.1, 0.5, 0.9, 0.99}

// Map is where over N and D_F which share of the effective data is
// transferred, and up to where the law was fitted.
func Map(o scenario.TransferOutcome, t *text.Strings) *chart.XY {
	set, base := o.Chosen.Losses.Set, o.Chosen.Losses.Base
	lo, hi := chart.Around(1e5, 1e10, float64(o.Cost.N))
	f := transferFigure("fig-tmap", t.Transfer.FigMap, text.Fill(t.Transfer.FigMapSub, sourceName(o, t)), t)
	f.X = chart.AxisSpec{Label: t.AxisParams, Of: ui.Params, Log: true, Format: chart.Count, Min: lo, Max: hi}
	f.Y = chart.AxisSpec{Label: t.Transfer.AxisDF, Log: true, Format: chart.Count}
	for i, share := range shares {
		pts, fitted := chart.Sweep(lo, hi, func(n float64) (float64, bool) {
			d := set.DataAt(unit.Params(n), 1/(1-share))
			return float64(d), set.N.Factor(n) == 1 && set.DF.Factor(float64(d)) == 1
		})
		f.Lines = append(f.Lines, chart.Line{Key: "share" + string(rune('0'+i)), Label: text.Fill(t.Transfer.Contour, t.Percent(share)),
			Role: []chart.Role{chart.S5, chart.S2, chart.S3, chart.S4}[i], Pts: pts, Fitted: fitted})
	}
	limit, fitted := chart.Sweep(lo, hi, func(n float64) (float64, bool) {
		return float64(transfer.LowDataLimit(base, unit.Params(n))), base.About().N.Factor(n) == 1
	})
	f.Lines = append(f.Lines, chart.Line{Key: "low", Label: t.Transfer.LowLine, Role: chart.Muted, Thin: true, Pts: limit, Fitted: fitted})
	f.Marks = []chart.Mark{{Key: "you", Label: t.YourPoint, At: chart.Point{X: float64(o.Cost.N), Y: float64(o.Chosen.Advice.DF)}}}
	ui.Describe(f, t)
	return f
}

// transferFigure is a figure of the page with its name and nothing in it.
func transferFigure(id, title, sub string, t *text.Strings) *chart.XY {
	return &chart.XY{ID: id, Title: title, Subtitle: sub, Bare: true, Beyond: t.Transfer.Beyond}
}

func sourceName(o scenario.TransferOutcome, t *text.Strings) string {
	return t.SourceName(o.Chosen.ID == scenario.SourceMix)
}

// fittedAt reports whether the law of transfer was fitted at n and dF: in its
// ranges and in the low-data regime.
func fittedAt(set transfer.Set, n unit.Params, dF, limit unit.Chars) bool {
	return set.N.Factor(float64(n)) == 1 && set.DF.Factor(float64(dF)) == 1 && dF <= limit
}

// rule is a vertical rule at an amount of data, where the axis has it.
func rule(lo, hi float64, at unit.Chars, label string) []chart.Rule {
	if d := float64(at); d > lo && d < hi {
		return []chart.Rule{{Label: label, At: d}}
	}
	return nil
}
