package pretraining

import (
	"math"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// TwoRoutes is the best size against compute by Table 6 and by appendix B, each
// with its own constants.
func TwoRoutes(o scenario.StudyOutcome, t *text.Strings) *chart.XY {
	txt, k := &t.Study, o.Sets
	lo, hi := chart.Around(1e17, 1e24, float64(o.Alloc.CMin))
	f := &chart.XY{
		ID: "fig-alloc", Title: txt.FigAlloc, Subtitle: txt.FigAllocSub, Bare: true,
		X: chart.AxisSpec{Label: txt.AxisCritC, Log: true, Format: chart.Power, Min: lo, Max: hi},
		Y: chart.AxisSpec{Label: t.AxisParams, Of: ui.Params, Log: true, Format: chart.Count},
	}
	for _, route := range []struct {
		set   *law.Set
		law   *law.Law
		label string
		role  chart.Role
	}{
		{k.Alloc, law.KaplanAllocation, txt.Table6, chart.S5},
		{k.NC, law.KaplanNC, txt.AppendixB, chart.S3},
	} {
		pts, fitted := chart.Sweep(lo, hi, func(c float64) (float64, bool) {
			p := route.law.Frontier(route.set.Theta, unit.FLOPs(c))
			return float64(p.N), ui.Inside(route.set, law.Point{N: p.N, C: p.C})
		})
		f.Lines = append(f.Lines, chart.Line{Key: route.set.ID, Label: route.label, Role: route.role, Pts: pts, Fitted: fitted})
	}
	f.Marks = []chart.Mark{{Key: "you", Label: t.YourPoint, At: chart.Point{X: float64(o.Alloc.CMin), Y: float64(o.N)}}}
	ui.Describe(f, t)
	return f
}

// mostGrowth is how far the figure of shares follows the growth of compute.
const mostGrowth = 1e9

// Shares is how growing compute divides into model, batch and steps: on both
// logarithmic axes each takes a band as high as its exponent.
func Shares(o scenario.StudyOutcome, t *text.Strings) *chart.XY {
	txt, theta := &t.Study, o.Sets.Alloc.Theta
	f := &chart.XY{
		ID: "fig-shares", Title: txt.FigShares, Subtitle: txt.FigSharesSub, Bare: true,
		X: chart.AxisSpec{Label: txt.AxisGrowth, Log: true, Format: chart.Power, Min: 1, Max: mostGrowth},
		Y: chart.AxisSpec{Label: txt.AxisFactor, Log: true, Format: chart.Power, Min: 1, Max: mostGrowth},
	}
	below := 0.0
	for _, part := range []struct {
		key, label string
		role       chart.Role
		exponent   float64
	}{{"n", txt.ShareModel, chart.S5, theta[1]}, {"b", txt.ShareBatch, chart.S2, theta[3]}, {"s", txt.ShareSteps, chart.S3, theta[5]}} {
		band := chart.Band{Key: part.key, Label: part.label + " " + t.Percent(part.exponent), Role: part.role}
		for i := range 10 {
			x := math.Pow(10, float64(i))
			band.X = append(band.X, x)
			band.Lo = append(band.Lo, math.Pow(x, below))
			band.Hi = append(band.Hi, math.Pow(x, below+part.exponent))
		}
		below += part.exponent
		f.Bands = append(f.Bands, band)
	}
	ui.Describe(f, t)
	f.Summary += t.SentenceSep + text.Fill(txt.ShareSummary, t.Percent(theta[1]), t.Percent(theta[3]), t.Percent(theta[5]))
	return f
}

// The part of the figure of sizes that says something: left of it the cost has
// no end, right of it the authors do not trust their formula.
const leastTimes, mostCost = 1.04, 4

// OffSize is what another size than the best costs in compute and in steps.
func OffSize(o scenario.StudyOutcome, t *text.Strings) *chart.XY {
	txt, v, nc := &t.Study, o.Size, o.Sets.NC
	lo, hi := law.KaplanSmallest(nc.Theta)*leastTimes, float64(law.KaplanSizeTrust)
	f := &chart.XY{
		ID: "fig-size", Title: txt.FigSize, Subtitle: txt.FigSizeSub, Bare: true,
		X: chart.AxisSpec{Label: txt.AxisSize, Log: true, Format: chart.Plain, Min: lo, Max: hi},
		Y: chart.AxisSpec{Label: txt.AxisCost, Log: true, Format: chart.Plain, Max: mostCost},
	}
	for _, cost := range []struct {
		key, label string
		role       chart.Role
		of         func(law.SizeCost) float64
	}{
		{"compute", txt.CostCompute, chart.S5, func(c law.SizeCost) float64 { return c.Compute }},
		{"steps", txt.CostSteps, chart.S2, func(c law.SizeCost) float64 { return c.Steps }},
	} {
		pts, _ := chart.Sweep(lo, hi, func(x float64) (float64, bool) {
			c, _ := law.KaplanSizeCost(nc.Theta, x) // x is above KaplanSmallest
			return cost.of(c), true
		})
		f.Lines = append(f.Lines, chart.Line{Key: cost.key, Label: cost.label, Role: cost.role, Pts: pts})
	}
	f.HLines = []chart.Rule{{Label: text.Fill(txt.RuleSlack, t.Percent(v.Slack)), At: 1 + v.Slack}}
	f.VLines = []chart.Rule{{At: v.Lo}, {At: v.Hi}}
	if v.Times > lo && v.Times < hi && v.Cost.Compute > 0 && v.Cost.Compute < mostCost {
		f.Marks = []chart.Mark{{Key: "you", Label: t.YourPoint, At: chart.Point{X: v.Times, Y: v.Cost.Compute}}}
	}
	ui.Describe(f, t)
	return f
}
