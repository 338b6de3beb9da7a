package text

import (
	"slices"
	"strings"
	"testing"

	"lossline/app/job"
	"lossline/engine/dataset"
	"lossline/engine/unit"
)

// Whatever has a code has a sentence in both languages, with the same
// placeholders and all of them filled.
func TestFitCodesAreSentences(t *testing.T) {
	check := func(code string, b both) {
		as, bs := slot.FindAllString(b.en, -1), slot.FindAllString(b.zh, -1)
		slices.Sort(as)
		slices.Sort(bs)
		if b.en == "" || b.zh == "" || !slices.Equal(as, bs) {
			t.Errorf("%s: %q, %q", code, b.en, b.zh)
		}
	}
	for _, m := range []map[string]both{jobErrors, fitWarnings, leftOut} {
		for code, b := range m {
			check(code, b)
		}
	}
	for _, m := range []map[dataset.Code]both{readNotes, readProblems} {
		for code, b := range m {
			check(string(code), b)
		}
	}
	for _, c := range dataset.NoteCodes() {
		if _, ok := readNotes[c]; !ok {
			t.Errorf("no sentence for the note %s", c)
		}
	}
	units := unit.Codes()
	for _, c := range dataset.ReadCodes() {
		_, row := readProblems[c]
		_, file := jobErrors["file-"+string(c)]
		if !row && !file && !slices.Contains(units, unit.Code(c)) {
			t.Errorf("no sentence for %s", c)
		}
	}
}

// A sentence names row and column, and never shows a placeholder.
func TestJobErrorNamesThePlace(t *testing.T) {
	e := &job.Error{Code: "bad-cell", Message: "English", Args: []string{"3", string(unit.CodeNoNumber), "abc"}, Row: 12, Column: "loss"}
	for l, want := range map[Lang]string{English: "Row 12, column loss", Chinese: "第 12 行，loss 列"} {
		if got := In(l).JobError(e); !strings.HasPrefix(got, want) || strings.Contains(got, "English") || strings.ContainsAny(got, "{}") || !strings.Contains(got, "abc") {
			t.Errorf("%s: %q", l, got)
		}
	}
	for code := range jobErrors {
		if got := In(English).JobError(&job.Error{Code: code}); strings.ContainsAny(got, "{}") {
			t.Errorf("%s: %q", code, got)
		}
	}
	if got := In(Chinese).JobError(&job.Error{Code: "new", Message: "the English one"}); got != "the English one" {
		t.Errorf("an unknown code: %q", got)
	}
}

func TestFitWarningsHaveTheirNumbers(t *testing.T) {
	w := job.Warning{Code: "weak", Coefs: []string{"A", "B", "α"}}
	if got := In(English).FitWarning(w); !strings.Contains(got, "A, B and α") {
		t.Errorf("%q", got)
	}
	w = job.Warning{Code: "disagree", Value: []float64{3, 20}}
	if got := In(English).FitWarning(w); !strings.Contains(got, "3 of 20") {
		t.Errorf("%q", got)
	}
}
