package languages

import (
	"testing"

	"lossline/app/text/en"
	"lossline/app/text/texttest"
)

// The language that tests add is complete, and does not change English.
func TestPseudo(t *testing.T) {
	s := texttest.Pseudo()
	for _, problem := range missing(In(English), s) {
		t.Error(problem)
	}
	if s.Tour[0].Title == en.Strings.Tour[0].Title || s.Presets["gpt-3"] == en.Strings.Presets["gpt-3"] || s.Copy == en.Strings.Copy {
		t.Error("a string of it is the English one")
	}
	if got := texttest.Longer("{0} runs"); got != "{0} ⟦runs öö⟧" {
		t.Errorf("%q", got)
	}
}
