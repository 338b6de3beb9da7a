package guide

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/mathml"
	"lossline/app/scenario"
	"lossline/app/text/languages"
	"lossline/app/ui"
	"lossline/engine/dataset"
)

// Every place of the Guide has words in both languages.
func TestGuideHasWords(t *testing.T) {
	ids := slices.Concat(scenario.GuideTraps(), scenario.GuideMethods(), scenario.GuideTerms())
	for _, l := range languages.All() {
		titles := map[string]string{}
		for _, id := range ids {
			e := languages.In(l).GuideEntry(id)
			if e.Title == "" || e.Text == "" || strings.ContainsAny(e.Text, "{}") {
				t.Errorf("%s: %s is without words: %+v", l, id, e)
			}
			if other := titles[e.Title]; other != "" && !strings.HasPrefix(id, "term") {
				t.Errorf("%s: %s and %s have the same title", l, id, other)
			}
			titles[e.Title] = id
		}
	}
}

// Every trap and method has a source, a formula that can be drawn, and leads to a
// place that there is; every entry of the table is one of them.
func TestGuideEntriesLeadSomewhere(t *testing.T) {
	var ids []string
	for _, e := range guideEntries() {
		ids = append(ids, e.id)
		if len(e.refs) == 0 || len(e.ways) == 0 {
			t.Errorf("%s has no source or leads nowhere", e.id)
		}
		if e.tex != "" {
			if _, err := mathml.From(e.tex, true); err != nil {
				t.Error(err)
			}
		}
		for _, to := range e.ways {
			page, choices, _ := strings.Cut(to, "?")
			if !slices.Contains(scenario.Pages(), scenario.Page(page)) {
				t.Errorf("%s leads to %s, which is no page", e.id, page)
			}
			key, value, ok := strings.Cut(choices, "=")
			s := scenario.NewState(scenario.Default())
			next := scenario.Update(s, scenario.Choose{Key: key, Value: value})
			if _, _, known := dataset.About(value); key == scenario.KeyFitData && known && value == s.Fit.Data {
				continue // what a first visit shows
			}
			if ok && next.Scenario == s.Scenario {
				t.Errorf("%s: %s chooses nothing", e.id, to)
			}
		}
	}
	want := slices.Concat(scenario.GuideTraps(), scenario.GuideMethods())
	if !slices.Equal(ids, want) {
		t.Errorf("the table has %v\nwant %v", ids, want)
	}
}

// The page has an element for every place that links name, once.
func TestGuideHasItsPlaces(t *testing.T) {
	for _, l := range languages.All() {
		s := scenario.NewState(scenario.Default())
		c := ui.Context{T: languages.In(l), State: s, Outcome: scenario.Eval(s.Scenario), Send: func(scenario.Msg) {}, Draw: &ui.Drawer{},
			Follow: func(string) {}, Href: func(to string) string { return "#" + to },
			NameOf: func(p scenario.Page, part string) (string, string) { return string(p), part }}
		page := h.HTMLString(Draw(c))
		for _, id := range slices.Concat(scenario.GuideSections(), scenario.GuideTraps(), scenario.GuideMethods(), scenario.GuideTerms()) {
			if n := len(regexp.MustCompile(` id="`+id+`"`).FindAllString(page, -1)); n != 1 {
				t.Errorf("%s: %d elements with the id %s", l, n, id)
			}
		}
	}
}
