package figure

import (
	"math"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/transfer"
	"lossline/engine/unit"
)

// EffectiveData is D_E against D_F for the scenario's size and those a hundred
// times smaller and larger, beside D_E = D_F, which is no pre-training at all.
func EffectiveData(o scenario.TransferOutcome, t *text.Strings) *XY {
	r := o.Chosen
	set, a := r.Losses.Set, r.Advice
	lo, hi := around(1e3, 1e11, float64(a.DF))
	f := transferFigure("fig-td", t.Transfer.FigDE, text.Fill(t.Transfer.FigDESub, sourceName(o, t)), t)
	f.X = AxisSpec{Label: t.Transfer.AxisDF, Log: true, Format: Count, Min: lo, Max: hi}
	f.Y = AxisSpec{Label: t.Transfer.AxisDE, Log: true, Format: Count}
	for i, n := range []unit.Params{100 * o.Cost.N, o.Cost.N, o.Cost.N / 100} {
		limit := transfer.LowDataLimit(r.Losses.Base, n)
		pts, fitted := sweep(lo, hi, func(d float64) (float64, bool) {
			return float64(set.Effective(n, unit.Chars(d))), fittedAt(set, n, unit.Chars(d), limit)
		})
		f.Lines = append(f.Lines, Line{Key: "n" + string(rune('0'+i)), Label: t.Params(float64(n)),
			Role: []Role{S3, S2, S5}[i], Pts: pts, Fitted: fitted, Thin: n != o.Cost.N})
	}
	f.Lines = append(f.Lines, Line{Key: "same", Label: t.Transfer.SameData, Role: Muted, Thin: true, Pts: []Point{{lo, lo}, {hi, hi}}})
	f.VLines = rule(lo, hi, a.LowDataLimit, t.Transfer.LowLimit)
	f.Marks = []Mark{{Key: "you", Label: t.YourPoint, At: Point{float64(a.DF), float64(a.DE)}}}
	describe(f, t)
	return f
}

// shares are the fractions from transfer whose contours are drawn, those of the
// paper's own figure of them.
var shares = [...]float64{0.1, 0.5, 0.9, 0.99}

// TransferMap is where over N and D_F which share of the effective data is
// transferred, and up to where the law was fitted.
func TransferMap(o scenario.TransferOutcome, t *text.Strings) *XY {
	set, base := o.Chosen.Losses.Set, o.Chosen.Losses.Base
	lo, hi := around(1e5, 1e10, float64(o.Cost.N))
	f := transferFigure("fig-tmap", t.Transfer.FigMap, text.Fill(t.Transfer.FigMapSub, sourceName(o, t)), t)
	f.X = AxisSpec{Label: t.AxisParams, Of: Params, Log: true, Format: Count, Min: lo, Max: hi}
	f.Y = AxisSpec{Label: t.Transfer.AxisDF, Log: true, Format: Count}
	for i, share := range shares {
		pts, fitted := sweep(lo, hi, func(n float64) (float64, bool) {
			d := set.DataAt(unit.Params(n), 1/(1-share))
			return float64(d), set.N.Factor(n) == 1 && set.DF.Factor(float64(d)) == 1
		})
		f.Lines = append(f.Lines, Line{Key: "share" + string(rune('0'+i)), Label: text.Fill(t.Transfer.Contour, t.Percent(share)),
			Role: []Role{S5, S2, S3, S4}[i], Pts: pts, Fitted: fitted})
	}
	limit, fitted := sweep(lo, hi, func(n float64) (float64, bool) {
		return float64(transfer.LowDataLimit(base, unit.Params(n))), base.About().N.Factor(n) == 1
	})
	f.Lines = append(f.Lines, Line{Key: "low", Label: t.Transfer.LowLine, Role: Muted, Thin: true, Pts: limit, Fitted: fitted})
	f.Marks = []Mark{{Key: "you", Label: t.YourPoint, At: Point{float64(o.Cost.N), float64(o.Chosen.Advice.DF)}}}
	describe(f, t)
	return f
}

// transferFigure is a figure of the page with its name and nothing in it.
func transferFigure(id, title, sub string, t *text.Strings) *XY {
	return &XY{ID: id, Title: title, Subtitle: sub, Bare: true, Beyond: t.Transfer.Beyond}
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
func rule(lo, hi float64, at unit.Chars, label string) []Rule {
	if d := float64(at); d > lo && d < hi {
		return []Rule{{Label: label, At: d}}
	}
	return nil
}

// steps samples y where it is given, over n points spread evenly in the
// logarithm of lo..hi.
func steps(lo, hi float64, n int, y func(x float64) (v float64, ok bool)) []Point {
	var pts []Point
	for i := range n {
		x := lo * math.Pow(hi/lo, float64(i)/float64(n-1))
		if v, ok := y(x); ok {
			pts = append(pts, Point{x, v})
		}
	}
	return pts
}
