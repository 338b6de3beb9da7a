package page

import (
	"testing"

	"lossline/app/scenario"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// The row of a page has all that tells it from the others: what its files rest on is of
// that page, and so are its embeds; each part that a way can open has a title.
func TestRowsAreWhole(t *testing.T) {
	parts := map[scenario.Page][]string{scenario.Pretraining: scenario.Sections(), scenario.Fit: {"chinchilla-epoch"}}
	s := scenario.Default()
	for _, p := range All() {
		if p.Draw == nil || p.Origin == nil || p.Digest == nil {
			t.Fatalf("%s: a row without draw, origin or digest", p.ID)
		}
		for _, e := range p.Embeds {
			if e.Page != p.ID {
				t.Errorf("%s has %s, an embed of %s", p.ID, e.ID, e.Page)
			}
		}
		for _, l := range languages.All() {
			c := ui.Context{T: languages.In(l), State: scenario.NewState(s), Outcome: scenario.Eval(s), Work: &scenario.Work{}}
			if of := p.Origin(c); of.Page != p.ID || len(of.Uses()) == 0 {
				t.Errorf("%s %s: its files rest on %d sources of %s", l, p.ID, len(of.Uses()), of.Page)
			}
			if p.Name(c.T) == "" || p.Title(c.T) == "" || p.Description(c.T) == "" {
				t.Errorf("%s %s: no name, title or description", l, p.ID)
			}
			for _, id := range parts[p.ID] {
				if p.Part(c.T, id) == "" {
					t.Errorf("%s %s: %s has no title", l, p.ID, id)
				}
			}
		}
	}
}
