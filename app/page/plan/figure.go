package plan

import (
	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Budget is the figure of the Plan page: the compute-optimal model size of each
// shown method against compute, with the scenario's budget marked.
func Budget(s scenario.Scenario, o scenario.Outcome, t *text.Strings) *chart.XY {
	lo, hi := 1e18, 1e25
	if o.C > 0 {
		lo, hi = chart.Around(lo, hi, float64(o.C))
	}
	f := &chart.XY{
		ID: "fig-budget", Title: t.FigPlanTitle, Subtitle: t.FigPlanSub, Bare: true,
		X: chart.AxisSpec{Label: t.AxisC, Of: ui.FLOPs, Log: true, Format: chart.Power, Min: lo, Max: hi},
		Y: chart.AxisSpec{Label: t.AxisParams, Of: ui.Params, Log: true, Format: chart.Count},
	}
	for _, a := range o.Rows {
		set := ui.AllocationSet(a.Method)
		pts, fitted := chart.Sweep(lo, hi, func(c float64) (float64, bool) {
			p, _ := o.Best(a.Method, unit.FLOPs(c))
			return float64(p.N), ui.Inside(set, law.Point{N: p.N, D: p.D, C: p.C})
		})
		f.Lines = append(f.Lines, chart.Line{Key: a.Method.ID, Label: t.Method(a.Method.ID), Role: ui.RoleOf(a.Method.ID),
			Pts: pts, Fitted: fitted, Thin: ui.Thin(a.Method.ID)})
	}
	f.Bands = append(disagreementBand(f.Lines, o, t.SpreadRow), jointBands(f.Lines, o, t)...)
	if o.C > 0 {
		f.Marks = []chart.Mark{{Key: "you", Label: t.YourBudget, At: chart.Point{X: float64(o.C), Y: float64(o.Head.N)}}}
	}
	ui.Describe(f, t)
	return f
}

// disagreementBand is the band between the laws that count parameters as the law in
// the sentence does. Their lines are sampled at the same budgets.
func disagreementBand(lines []chart.Line, o scenario.Outcome, label string) []chart.Band {
	var alike []chart.Line
	for i, a := range o.Rows {
		if a.Counting == o.Head.Counting {
			alike = append(alike, lines[i])
		}
	}
	if len(alike) < 2 {
		return nil
	}
	b := chart.Band{Key: "spread", Label: label, Role: chart.Muted}
	for i, p := range alike[0].Pts {
		lo, hi := p.Y, p.Y
		for _, l := range alike[1:] {
			lo, hi = min(lo, l.Pts[i].Y), max(hi, l.Pts[i].Y)
		}
		b.X, b.Lo, b.Hi = append(b.X, p.X), append(b.Lo, lo), append(b.Hi, hi)
	}
	return []chart.Band{b}
}

// jointBands are the intervals of the best sizes of the laws whose runs are at hand.
func jointBands(lines []chart.Line, o scenario.Outcome, t *text.Strings) []chart.Band {
	var out []chart.Band
	for i, a := range o.Rows {
		level := t.Percent(scenario.OwnLevel)
		b := chart.Band{Key: "joint", Label: t.Method(a.Method.ID) + t.ListSep + level, Role: lines[i].Role, Quiet: true, Of: i + 1, Short: level}
		for _, p := range lines[i].Pts {
			lo, hi, ok := plan.Joint(a.Method.Allocation, unit.FLOPs(p.X))
			if ok && !a.Method.IsOwn() {
				b.X, b.Lo, b.Hi = append(b.X, p.X), append(b.Lo, float64(lo)), append(b.Hi, float64(hi))
			}
		}
		if len(b.X) > 0 {
			out = append(out, b)
		}
	}
	return out
}
