package shape

import (
	"slices"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/shape"
)

// Score is the fine-tuned score of the T5 models of Tay et al. (2021)
// against what they cost. The frontier runs through the usable rows only; the
// others are hollow. Table 3 states parameters and no other cost.
func Score(s scenario.Scenario, o scenario.ShapeOutcome, t *text.Strings) *chart.XY {
	st := &t.Shape
	cost, label, axis := costOf(s.Shape.Cost, t)
	f := &chart.XY{ID: "fig-score", Title: text.Fill(st.FigScore, label), Subtitle: st.FigScoreSub, Bare: true,
		X: axis, Y: chart.AxisSpec{Label: st.AxisScore, Format: chart.Plain}}
	at := func(r shape.Table4Row) chart.Point { return chart.Point{X: cost.Of(r), Y: r.Scores.Downstream()} }
	front, _ := shape.Frontier(o.Table4, cost, shape.Scores.Downstream) // scores and costs are checked when read
	l := chart.Line{Key: "frontier", Label: st.Frontier, Role: chart.S2, Plain: true}
	for _, r := range front {
		l.Pts = append(l.Pts, at(r))
	}
	f.Lines = []chart.Line{l}
	f.Points = rowsOfTable4(o.Table4, at, t)
	if cost == shape.CostParams {
		f.Points = append(f.Points, table3(func(c shape.Contrast) chart.Point { return chart.Point{X: float64(c.Params), Y: c.Scores.Downstream()} }, t))
	}
	ui.Describe(f, t)
	return f
}

func costOf(choice string, t *text.Strings) (shape.Cost, string, chart.AxisSpec) {
	switch choice {
	case "flops":
		return shape.CostFLOPs, t.Shape.CostFLOPsOf, chart.AxisSpec{Label: t.Shape.AxisTFLOPs, Log: true, Format: chart.Plain}
	case "time":
		return shape.CostTime, t.Shape.CostTimeOf, chart.AxisSpec{Label: t.Shape.AxisSeconds, Log: true, Format: chart.Plain}
	}
	return shape.CostParams, t.Shape.CostParamsOf, chart.AxisSpec{Label: t.AxisParams, Of: ui.Params, Log: true, Format: chart.Count}
}

// Upstream is the score before against that after fine-tuning. The two
// models of Table 3 lie the other way round than all others do.
func Upstream(o scenario.ShapeOutcome, t *text.Strings) *chart.XY {
	st := &t.Shape
	f := &chart.XY{ID: "fig-upstream", Title: st.FigUp, Subtitle: st.FigUpSub, Bare: true,
		X: chart.AxisSpec{Label: st.AxisUp, Format: chart.Plain}, Y: chart.AxisSpec{Label: st.AxisScore, Format: chart.Plain}}
	f.Points = rowsOfTable4(o.Table4, func(r shape.Table4Row) chart.Point {
		return chart.Point{X: r.Scores.Upstream, Y: r.Scores.Downstream()}
	}, t)
	pair := table3(func(c shape.Contrast) chart.Point { return chart.Point{X: c.Scores.Upstream, Y: c.Scores.Downstream()} }, t)
	f.Points = append([]chart.Points{pair}, f.Points...)
	f.Lines = []chart.Line{{Key: "contrast", Label: st.Contrast, Role: chart.S3, Plain: true, Pts: slices.Clone(pair.Pts)}}
	slices.SortFunc(f.Lines[0].Pts, func(a, b chart.Point) int {
		if a.X < b.X {
			return -1
		}
		return 1
	})
	ui.Describe(f, t)
	return f
}

// rowsOfTable4 are the usable rows and, hollow, the doubtful ones.
func rowsOfTable4(rows []shape.Table4Row, at func(shape.Table4Row) chart.Point, t *text.Strings) []chart.Points {
	used := chart.Points{Key: "table4", Label: t.Shape.Usable, Role: chart.S2, Marker: chart.Circle}
	doubt := chart.Points{Key: "doubtful", Label: t.Shape.Doubtful, Role: chart.S2, Marker: chart.Circle, Hollow: true}
	for _, r := range rows {
		p := &used
		if !r.Usable {
			p = &doubt
		}
		p.Pts = append(p.Pts, at(r))
		p.Names = append(p.Names, r.Model)
	}
	return []chart.Points{used, doubt}
}

func table3(at func(shape.Contrast) chart.Point, t *text.Strings) chart.Points {
	p := chart.Points{Key: "table3", Label: t.Shape.Table3, Role: chart.S3, Marker: chart.Triangle}
	for _, c := range shape.Table3() {
		p.Pts = append(p.Pts, at(c))
		p.Names = append(p.Names, c.Name)
	}
	return p
}
