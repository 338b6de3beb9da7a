package languages

import (
	"strings"
	"testing"

	"lossline/app/text"
	"lossline/engine/law"
)

// Every warning of the laws is a sentence in both languages, with its numbers.
func TestLawWarningsAreSentences(t *testing.T) {
	for _, c := range []law.Code{law.LearningRateBreaks, law.LearningRateClamped, law.SizeFarFromOptimum, law.DataFitPoor, law.StopIsLowerBound, law.CrossoverUncertain} {
		w := law.Warning{Code: c, Value: 7.2e10, Limit: 10}
		said := map[text.Lang]string{}
		for _, l := range All() {
			said[l] = In(l).LawWarning(w)
			if said[l] == string(c) || strings.ContainsAny(said[l], "{}") {
				t.Errorf("%s: %s: %q", l, c, said[l])
			}
		}
		if said[English] == said[Chinese] {
			t.Errorf("%s has no Chinese", c)
		}
	}
}

func TestBatchNotesAreTranslated(t *testing.T) {
	for _, b := range law.KaplanBatches {
		if In(Chinese).Said(b.Note) == b.Note {
			t.Errorf("no Chinese for %q", b.Note)
		}
	}
}

// A share too small for percent with a decimal keeps two digits, so that it is
// never said to be nothing.
func TestSmallShare(t *testing.T) {
	for v, want := range map[float64]string{0.2: "20%", 0.009: "0.9%", 0.00034: "0.034%"} {
		if got := In(English).SmallShare(v); got != want {
			t.Errorf("SmallShare(%g) = %q, want %q", v, got, want)
		}
	}
}
