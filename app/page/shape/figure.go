package shape

import (
	"math"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/shape"
	"lossline/engine/unit"
)

// named is how many of the shapes are written beside their points, from the
// best on.
const named = 4

// Shapes is every buildable shape that meets the budget, depth against width,
// with the range of aspect ratios that Kaplan et al. (2020) found flat; for T5 with
// the depth at which DeepNarrow stops, for decoders with the published ones and
// their trend.
func Shapes(o scenario.ShapeOutcome, budget string, t *text.Strings) *chart.XY {
	s := &t.Shape
	f := &chart.XY{ID: "fig-shapes", Title: s.FigShapes, Subtitle: text.Fill(s.FigShapesSub, t.Percent(o.Request.Tolerance), budget), Bare: true,
		X: chart.AxisSpec{Label: s.AxisLayers, Log: true, Format: chart.Whole}, Y: chart.AxisSpec{Label: s.AxisWidth, Log: true, Format: chart.Whole}}
	if o.Request.Family == shape.FamilyT5 {
		f.X.Label = s.AxisStack
	}
	p := chart.Points{Key: "shapes", Label: s.Shapes, Role: chart.S2, Marker: chart.Circle}
	lo, hi := math.Inf(1), 0.0
	for i, c := range o.All {
		at := chart.Point{X: c.Layers, Y: float64(c.Shape.Width())}
		lo, hi = min(lo, c.Layers), max(hi, c.Layers)
		p.Pts = append(p.Pts, at)
		if i > 0 && i < named {
			p.Names = append(p.Names, t.Whole(at.X)+" × "+t.Whole(at.Y))
		} else {
			p.Names = append(p.Names, "")
		}
	}
	if len(p.Pts) == 0 {
		return f
	}
	f.Points = []chart.Points{p}
	f.Bands = []chart.Band{flatBand(s.Flat, lo/1.3, max(hi, 36)*1.3)}
	first := p.Pts[0]
	f.Marks = []chart.Mark{{Key: "you", Label: t.Whole(first.X) + " × " + t.Whole(first.Y), At: first}}
	f.X.Min, f.X.Max = lo/1.3, max(hi, 36)*1.3
	f.Y.Min, f.Y.Max = widths(p.Pts)
	if o.Request.Family == shape.FamilyT5 {
		f.VLines = []chart.Rule{{At: 32}, {Label: s.DepthBand, At: 36}}
	} else {
		published(f, o, s)
	}
	ui.Describe(f, t)
	return f
}

// published adds the published decoders, those within a factor of two in size with
// their names, and their trend over the sizes from the smallest to the largest.
func published(f *chart.XY, o scenario.ShapeOutcome, s *text.ShapeText) {
	list, _ := shape.Decoders()
	p := chart.Points{Key: "published", Label: s.Published, Role: chart.Muted, Marker: chart.Diamond}
	line := chart.Line{Key: "trend", Label: s.Trend, Role: chart.Muted}
	for _, d := range list {
		at := chart.Point{X: d.Shape.Stack(), Y: float64(d.Shape.DModel)}
		if at.X < f.X.Min || at.X > f.X.Max || at.Y < f.Y.Min || at.Y > f.Y.Max {
			continue
		}
		name := ""
		if q := float64(d.Params / o.All[0].Total); q > 0.5 && q < 2 {
			name = d.Name
		}
		p.Pts, p.Names = append(p.Pts, at), append(p.Names, name)
	}
	for i := range chart.Samples {
		l, w := shape.Ladder(unit.Params(1e8 * math.Pow(5000, float64(i)/(chart.Samples-1))))
		line.Pts = append(line.Pts, chart.Point{X: l, Y: w})
	}
	f.Points, f.Lines = append(f.Points, p), append(f.Lines, line)
}

// flatBand is d_model between 33.3 and 715 times the layers.
func flatBand(label string, lo, hi float64) chart.Band {
	b := chart.Band{Key: "flat", Label: label, Role: chart.Muted}
	for i := range chart.Samples {
		x := lo * math.Pow(hi/lo, float64(i)/(chart.Samples-1))
		b.X, b.Lo, b.Hi = append(b.X, x), append(b.Lo, shape.AspectLow*x), append(b.Hi, shape.AspectHigh*x)
	}
	return b
}

// widths returns ends of the axis of d_model, with room for names.
func widths(pts []chart.Point) (lo, hi float64) {
	lo = math.Inf(1)
	for _, p := range pts {
		lo, hi = min(lo, p.Y), max(hi, p.Y)
	}
	return lo / 1.5, hi * 1.3
}

// Loss is the loss of the Gemstones against their aspect ratio, a line for
// models of near-equal N: where shape does not matter it is level.
func Loss(o scenario.ShapeOutcome, t *text.Strings) *chart.XY {
	s := &t.Shape
	f := &chart.XY{ID: "fig-aspect", Title: s.FigAspect, Subtitle: text.Fill(s.FigAspectSub, t.Count(float64(o.Seen))), Bare: true,
		X: chart.AxisSpec{Label: s.AxisAspect, Log: true, Format: chart.Plain, Min: 2, Max: 1000}, Y: chart.AxisSpec{Label: t.AxisLoss, Of: ui.Loss, Format: chart.Plain}}
	lo, hi := math.Inf(1), 0.0
	for i, g := range Telling(o.Aspects) {
		l := chart.Line{Key: t.Short(float64(g.N)), Label: text.Fill(s.GroupOfN, t.Short(float64(g.N))), Role: chart.SeriesRole(i), Plain: true}
		for _, a := range g.Points {
			l.Pts = append(l.Pts, chart.Point{X: a.AspectRatio, Y: float64(a.Loss)})
			lo, hi = min(lo, float64(a.Loss)), max(hi, float64(a.Loss))
		}
		names := make([]string, len(l.Pts))
		names[len(names)-1] = l.Label
		f.Lines = append(f.Lines, l)
		f.Points = append(f.Points, chart.Points{Key: l.Key, Role: l.Role, Pts: l.Pts, Names: names})
	}
	room := (hi - lo) / 8
	f.Y.Min, f.Y.Max = lo-room, hi+room
	f.Bands = []chart.Band{{Key: "flat", Label: s.Flat, Role: chart.Muted, X: []float64{shape.AspectLow, shape.AspectHigh},
		Lo: []float64{f.Y.Min, f.Y.Min}, Hi: []float64{f.Y.Max, f.Y.Max}}}
	if c, ok := o.First(); ok && c.Shape.Family() == shape.FamilyGPT && f.X.Shows(c.AspectRatio) {
		f.VLines = []chart.Rule{{Label: s.YourShape, Role: chart.Accent, At: c.AspectRatio}}
	}
	ui.Describe(f, t)
	return f
}

// twofold is the least ratio of aspect ratios at which a group tells anything.
const twofold = 2

// Telling returns the groups whose shapes differ enough.
func Telling(groups []shape.AspectGroup) []shape.AspectGroup {
	var out []shape.AspectGroup
	for _, g := range groups {
		if g.AspectFold >= twofold {
			out = append(out, g)
		}
	}
	return out
}
