package languages

import (
	"slices"
	"strings"
	"testing"

	"lossline/app/job"
	"lossline/app/text"
	"lossline/engine/dataset"
	"lossline/engine/unit"
)

// Whatever has a code has a sentence. That the languages have the same ones is
// TestComplete.
func TestFitCodesAreSentences(t *testing.T) {
	codes := In(English).Codes
	for _, c := range dataset.NoteCodes() {
		if codes.ReadNotes[c] == "" {
			t.Errorf("no sentence for the note %s", c)
		}
	}
	units := unit.Codes()
	for _, c := range dataset.ReadCodes() {
		_, row := codes.ReadProblems[c]
		_, file := codes.Jobs["file-"+string(c)]
		if !row && !file && !slices.Contains(units, unit.Code(c)) {
			t.Errorf("no sentence for %s", c)
		}
	}
}

// A sentence names row and column, and never shows a placeholder.
func TestJobErrorNamesThePlace(t *testing.T) {
	e := &job.Error{Code: "bad-cell", Message: "English", Args: []string{"3", string(unit.CodeNoNumber), "abc"}, Row: 12, Column: "loss"}
	for l, want := range map[text.Lang]string{English: "Row 12, column loss", Chinese: "第 12 行，loss 列"} {
		if got := In(l).JobError(e); !strings.HasPrefix(got, want) || strings.Contains(got, "English") || strings.ContainsAny(got, "{}") || !strings.Contains(got, "abc") {
			t.Errorf("%s: %q", l, got)
		}
	}
	for code := range In(English).Codes.Jobs {
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
