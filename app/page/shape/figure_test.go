package shape

import (
	"slices"
	"strings"
	"testing"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text/languages"
)

// The frontiers of Table 4's ten usable rows, found by hand: sorted by cost,
// every row that scores more than all before it. The four doubtful rows are
// hollow and on no frontier.
func TestShapeScore(t *testing.T) {
	s := scenario.Default()
	for cost, want := range map[string]string{
		"params": "Mini-8L Small Small-16L Small-32EL Large XL XL-32L",
		"flops":  "Mini-8L Small Small-16L Small-20L Small-22L Small-32EL Large XL XL-32L",
		"time":   "Mini-8L Small Small-16L Small-20L Small-32EL Large XL-32L",
	} {
		s.Shape.Cost = cost
		f := Score(s, scenario.EvalShape(s), languages.In(languages.English))
		used, doubtful := f.Points[0], f.Points[1]
		var names []string
		for _, p := range f.Lines[0].Pts {
			names = append(names, used.Names[slices.Index(used.Pts, p)])
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s: the frontier is %s, want %s", cost, got, want)
		}
		if got := strings.Join(doubtful.Names, " "); !doubtful.Hollow || got != "Small-24L Base-36L Large-36L XXL" {
			t.Errorf("%s: hollow rows %s", cost, got)
		}
	}
}

// Tay et al. (2021), Table 3: NL12-XXL is better upstream (−1.46 against
// −1.49), NL32-XL after fine-tuning (mean of 86.9, 79.9, 89.5 against that of
// 85.1, 76.5, 88.1).
func TestShapeUpstream(t *testing.T) {
	f := Upstream(scenario.EvalShape(scenario.Default()), languages.In(languages.English))
	want := []chart.Point{{X: -1.46, Y: (85.1 + 76.5 + 88.1) / 3}, {X: -1.49, Y: (86.9 + 79.9 + 89.5) / 3}}
	if !slices.Equal(f.Points[0].Pts, want) || !slices.Equal(f.Points[0].Names, []string{"NL12-XXL", "NL32-XL"}) {
		t.Errorf("Table 3 is %v %v, want %v", f.Points[0].Names, f.Points[0].Pts, want)
	}
}

// Six groups of Gemstones have shapes that differ twofold; the largest has N
// near 1.72B, three models and a spread of 1.6 % (from the released losses).
func TestShapeLoss(t *testing.T) {
	f := Loss(scenario.EvalShape(scenario.Default()), languages.In(languages.English))
	if len(f.Lines) != 6 || f.Lines[5].Label != "N = 1.72B" || len(f.Lines[5].Pts) != 3 {
		t.Fatalf("%d lines, the last %+v", len(f.Lines), f.Lines[len(f.Lines)-1])
	}
	pts := f.Lines[5].Pts
	if r := pts[2].Y/pts[0].Y - 1; r < 0.0159 || r > 0.0161 {
		t.Errorf("the spread is %.4f", r)
	}
}

// Every figure of the page can be drawn in every state, size and language, and
// says what it shows.
func TestShapeFiguresDraw(t *testing.T) {
	for _, change := range []func(*scenario.ShapeChoice){
		func(*scenario.ShapeChoice) {},
		func(c *scenario.ShapeChoice) { c.Family, c.Purpose, c.Cost = "t5", "loss", "flops" },
		func(c *scenario.ShapeChoice) { c.Params, c.Seen = 3e12, "10b" },
		func(c *scenario.ShapeChoice) { c.Params, c.Cost = 3e7, "time" },
	} {
		s := scenario.Default()
		change(&s.Shape)
		o := scenario.EvalShape(s)
		for _, l := range languages.All() {
			in := languages.In(l)
			for _, f := range []*chart.XY{Shapes(o, "1B", in), Score(s, o, in), Upstream(o, in), Loss(o, in)} {
				for _, size := range []chart.Size{{W: 720, H: 400}, {W: 440, H: 340}, {W: 300, H: 300}} {
					if _, err := (&chart.Renderer{}).Draw(f, chart.Light, size); err != nil {
						t.Errorf("%s, %s, %v: %v", f.ID, l, size, err)
					}
				}
				if !strings.HasPrefix(f.Summary, f.Title) || strings.Contains(f.Summary, "{") {
					t.Errorf("%s, %s: %q", f.ID, l, f.Summary)
				}
			}
		}
	}
}

// A decoder's figure has the published ones as dots and their trend, and no band of
// T5's 32 to 36 layers; those near in size are named. At 72B these are Falcon 40B to
// Qwen2.5 72B.
func TestShapesHasPublishedDecoders(t *testing.T) {
	s := scenario.Default()
	s.Shape.Params = 7.2e10
	f := Shapes(scenario.EvalShape(s), "72B", languages.In(languages.English))
	if len(f.Points) != 2 || len(f.Lines) != 1 || len(f.VLines) != 0 {
		t.Fatalf("%d groups of points, %d lines, %d rules", len(f.Points), len(f.Lines), len(f.VLines))
	}
	for name, at := range map[string]chart.Point{"Llama 2 70B": {X: 80, Y: 8192}, "DeepSeek LLM 67B": {X: 95, Y: 8192}, "Falcon 40B": {X: 60, Y: 8192}, "Llama 33B": {}} {
		i := slices.Index(f.Points[1].Names, name)
		if (i >= 0) != (at.X > 0) || i >= 0 && f.Points[1].Pts[i] != at {
			t.Errorf("%s is the point %d", name, i)
		}
	}
	s.Shape.Family = scenario.ShapeT5
	if f := Shapes(scenario.EvalShape(s), "72B", languages.In(languages.English)); len(f.Points) != 1 || len(f.VLines) != 2 {
		t.Error("the figure of T5 has decoders, or no band")
	}
}
