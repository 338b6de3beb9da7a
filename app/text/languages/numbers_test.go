package languages

import (
	"slices"
	"testing"

	"lossline/app/text/texttest"
	"lossline/engine/unit"
)

// Every language has all words for quantities, and so has the one that tests add.
func TestNumberWords(t *testing.T) {
	for _, s := range append(slices.Clone(list), texttest.Pseudo()) {
		w := s.Numbers
		for k := unit.KindParams; k <= unit.KindNumber; k++ {
			if w.Phrases[k] == "" || k != unit.KindNumber && (w.Nouns[k].One == "" || w.Nouns[k].Many == "") {
				t.Errorf("%s: %s is %q, %q", s.Lang, k, w.Phrases[k], w.Nouns[k])
			}
		}
		for i, n := range w.Times {
			if n.One == "" || n.Many == "" {
				t.Errorf("%s: unit %d of time is %q", s.Lang, i, n)
			}
		}
		if len(w.Scales) < 2 || w.Scales[0] != "" || slices.Contains(w.Scales[1:], "") || w.ScaleDigits < 1 || w.Gloss != (w.Dollars != "") {
			t.Errorf("%s: scale %q of %d digits, dollars %q", s.Lang, w.Scales, w.ScaleDigits, w.Dollars)
		}
		for _, c := range []struct {
			words string
			slots int
		}{
			{w.Spoken.Minus, 0}, {w.Spoken.Infinite, 0}, {w.Spoken.Undefined, 0}, {w.Spoken.Power, 2}, {w.Spoken.MinusPower, 2},
			{w.Devices.Timed, 3}, {w.Devices.Utilisation, 1}, {w.Devices.Joint, 0},
		} {
			if got := slots(c.words); c.words == "" || len(got) != c.slots || len(slices.Compact(got)) != c.slots {
				t.Errorf("%s: %q should have %d placeholders", s.Lang, c.words, c.slots)
			}
		}
	}
}

// A language that has its own words for quantities says them.
func TestNumbersInAnotherLanguage(t *testing.T) {
	s := texttest.Pseudo()
	if got := s.SpokenTokens(1.33e12); got != "1.33 ⟦trillion ööö⟧ ⟦tokens öö⟧" {
		t.Errorf("%q", got)
	}
	if got := s.Quantity(unit.KindDuration, float64(21*unit.Day)); got != "21 ⟦days öö⟧" {
		t.Errorf("%q", got)
	}
	if got := s.ParseError(unit.ParseError{Code: unit.CodeNegative, Want: unit.KindTokens}); got == "" || got == unit.CodeNegative.English() {
		t.Errorf("%q", got)
	}
}
