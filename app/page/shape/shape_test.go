package shape

import (
	"strings"
	"testing"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/mathml"
	"lossline/app/scenario"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

func TestShapeFormulas(t *testing.T) {
	for _, tex := range []string{texGPT, texT5, texFLOPs} {
		if _, err := mathml.From(tex, true); err != nil {
			t.Error(err)
		}
	}
}

// A token of T5 passes its encoder or its decoder: FLOP a token is about N, and no column
// says 2N of it. The lengths are those of span corruption, Raffel et al. 2020, 3.1.4.
func TestT5SaysItsTokens(t *testing.T) {
	words := languages.In(languages.English)
	draw := func(family string) string {
		s := scenario.Default()
		s.Shape.Family = family
		c := view{ui.Context{T: words, State: scenario.NewState(s), Outcome: scenario.Eval(s), Send: func(scenario.Msg) {}, Draw: &ui.Drawer{}}, scenario.EvalShape(s), &words.Shape}
		return h.HTMLString(list(c, &ui.Footnotes{}))
	}
	if said := draw(scenario.ShapeT5); strings.Contains(said, "2N<") || !strings.Contains(said, "512 inputs and 114 targets") {
		t.Error("the table of T5 has 2N, or no lengths")
	}
	if said := draw("gpt"); !strings.Contains(said, words.Shape.ColFLOPs) || strings.Contains(said, "114 targets") {
		t.Error("the table of GPT has no 2N, or lengths of T5")
	}
	for _, k := range scenario.EvalShape(func() scenario.Scenario { s := scenario.Default(); s.Shape.Family = scenario.ShapeT5; return s }()).Advice.Candidates {
		total := float64(k.Shape.Count().Total())
		if share := float64(k.Forward.Matrices()) / total; share < 0.5 || share > 1.3 {
			t.Errorf("%v: %.2f N FLOP a token", k.Shape, share)
		}
	}
}
