package pretraining

import (
	"regexp"
	"strings"
	"testing"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text/languages"
	"lossline/app/ui"
	"lossline/engine/unit"
)

// tex is the TeX that a formula has beside its drawing.
var tex = regexp.MustCompile(`alttext="[^"]*"`)

// Every section says its sentence, draws its figures and its formulas, in both
// languages, at the ends of what the fields take.
func TestStudySections(t *testing.T) {
	for _, l := range languages.All() {
		for _, at := range [][3]float64{{0, 0, 0}, {1e3, 1e3, 1e12}, {1e18, 1e20, 1}, {1e9, 2.2e10, 1 << 19}} {
			s := scenario.Default()
			s.N, s.D, s.Batch = unit.Params(at[0]), unit.Tokens(at[1]), unit.Tokens(at[2])
			c := ui.Context{T: languages.In(l), State: scenario.NewState(s), Outcome: scenario.Eval(s), Send: func(scenario.Msg) {}, Draw: &ui.Drawer{}}
			var page strings.Builder
			for _, section := range studySections(c, &ui.Footnotes{}) {
				page.WriteString(h.HTMLString(section))
			}
			for _, id := range scenario.Sections() {
				if !strings.Contains(page.String(), `id="`+id+`"`) {
					t.Errorf("%s %v: no section %s", l, at, id)
				}
			}
			if n := strings.Count(page.String(), "<svg"); n != 2*11 { // in both layouts
				t.Errorf("%s %v: %d drawings, want 22", l, at, n)
			}
			words := tex.ReplaceAllString(page.String(), "")
			for _, bad := range []string{"NaN", "Inf", "{0}", "{1}", "%!", "figure:", `<span>\`} {
				if strings.Contains(words, bad) {
					t.Errorf("%s %v: the page says %q", l, at, bad)
				}
			}
		}
	}
}
