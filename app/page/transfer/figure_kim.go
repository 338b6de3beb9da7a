package transfer

import (
	"math"

	"lossline/app/chart"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/transfer"
	"lossline/engine/unit"
)

// verdictLooks are the verdicts in the order of the legend, each with a colour
// and a shape of its own.
var verdictLooks = []struct {
	verdict transfer.Verdict
	role    chart.Role
	marker  chart.Marker
}{
	{transfer.Holds, chart.S2, chart.Circle}, {transfer.Fails, chart.S3, chart.Triangle},
	{transfer.CannotTell, chart.Muted, chart.Diamond}, {transfer.OutsideRegime, chart.S4, chart.Square},
}

// KimTransfer is D_T of the runs of one language of Kim 2021 against D_F, by
// what can be said of the law there, with the law fitted at each size.
func KimTransfer(r transfer.Replication, t *text.Strings) *chart.XY {
	f := transferFigure("fig-kim-"+r.Language, text.Fill(t.Transfer.KimFig, t.Language(r.Language)), "", t)
	f.X = chart.AxisSpec{Label: t.Transfer.AxisKimDF, Log: true, Format: chart.Count}
	f.Y = chart.AxisSpec{Label: t.Transfer.AxisDT, Log: true, Format: chart.Count}
	drawn := 0
	for _, look := range verdictLooks {
		p := chart.Points{Key: look.verdict.String(), Label: t.Verdict(look.verdict), Role: look.role, Marker: look.marker}
		for _, e := range r.Estimates {
			if e.Verdict() == look.verdict && e.Known && e.DT > 0 {
				p.Pts = append(p.Pts, chart.Point{X: float64(e.D), Y: float64(e.DT)})
			}
		}
		drawn += len(p.Pts)
		if len(p.Pts) > 0 {
			f.Points = append(f.Points, p)
		}
	}
	f.Lines = kimLaws(r, t)
	f.Subtitle = text.Fill(t.Transfer.KimSub, t.Count(float64(drawn)), t.Count(float64(len(r.Estimates)-drawn)))
	ui.Describe(f, t)
	return f
}

// kimLaws is the fitted law at each of its sizes, over the data of all runs and
// solid over those of the fit. A single size is labelled with its α.
func kimLaws(r transfer.Replication, t *text.Strings) []chart.Line {
	all, used := [2]float64{math.Inf(1), 0}, [2]float64{math.Inf(1), 0}
	for _, e := range r.Estimates {
		widen(&all, float64(e.D))
		if e.Used {
			widen(&used, float64(e.D))
		}
	}
	one := text.Fill(t.Transfer.KimLaw, text.Decimal(r.Alpha.Alpha.Value, 2))
	var lines []chart.Line
	for i, size := range r.Alpha.Sizes {
		l := chart.Line{Key: "law" + string(rune('0'+i)), Label: one, Role: chart.Ink, Fitted: used}
		if len(r.Alpha.Sizes) > 1 {
			l.Label, l.Thin = t.Short(float64(size.N)), true
		}
		for _, d := range []float64{all[0], used[1], all[1]} {
			dT, _ := r.Alpha.Transferred(size.N, unit.Tokens(d))
			l.Pts = append(l.Pts, chart.Point{X: d, Y: float64(dT)})
		}
		lines = append(lines, l)
	}
	return lines
}

func widen(r *[2]float64, v float64) { r[0], r[1] = min(r[0], v), max(r[1], v) }
