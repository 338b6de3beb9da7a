package pretraining

import (
	"strings"
	"testing"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/engine/unit"
)

func studyFigures(s scenario.Scenario, t *text.Strings) []*chart.XY {
	o := scenario.EvalStudy(s, scenario.Eval(s))
	return []*chart.XY{LearningByTokens(o, t), LearningBySteps(o, t), Tradeoff(o, t), CriticalOverLoss(o, t), LimitedData(o, t),
		ExcessOverTokens(o, t), TwoRoutes(o, t), Shares(o, t), OffSize(o, t), Contradiction(o, t), AlongContext(t)}
}

// Every figure of the study can be drawn at the ends of what the fields take, in
// both layouts and languages, and says in words what it shows.
func TestStudyFiguresAreDrawn(t *testing.T) {
	for _, l := range languages.All() {
		for _, n := range []float64{0, scenario.ParamsLimits.Lo, scenario.ParamsLimits.Hi} {
			for _, d := range []float64{0, scenario.TokensLimits.Lo, scenario.TokensLimits.Hi} {
				for _, b := range []float64{0, scenario.BatchLimits.Lo, scenario.BatchLimits.Hi} {
					s := scenario.Default()
					s.N, s.D, s.Batch = unit.Params(n), unit.Tokens(d), unit.Tokens(b)
					for _, f := range studyFigures(s, languages.In(l)) {
						for _, size := range []chart.Size{{W: 440, H: 340}, {W: 300, H: 300}} {
							if _, err := new(chart.Renderer).Draw(f, chart.Light, size); err != nil {
								t.Errorf("%s: N %g, D %g, B %g: %s: %v", l, n, d, b, f.ID, err)
							}
						}
						if !strings.Contains(f.Summary, f.Title) || len(f.Tables()) == 0 {
							t.Errorf("%s: no words or no table", f.ID)
						}
					}
				}
			}
		}
	}
}

// The bands of the shares fill the whole of the growth but for the rounding of
// Table 6, whose exponents add up to 1.00.
func TestSharesFillTheGrowth(t *testing.T) {
	s := scenario.Default()
	f := Shares(scenario.EvalStudy(s, scenario.Eval(s)), languages.In(languages.English))
	for i, b := range f.Bands {
		last := len(b.X) - 1
		if i > 0 && b.Lo[last] != f.Bands[i-1].Hi[last] {
			t.Errorf("band %d begins at %g, the one below ends at %g", i, b.Lo[last], f.Bands[i-1].Hi[last])
		}
	}
	top := f.Bands[2]
	if x, y := top.X[len(top.X)-1], top.Hi[len(top.Hi)-1]; y < x*0.999999 || y > x*1.000001 {
		t.Errorf("%g times the compute, and the bands reach %g", x, y)
	}
}
