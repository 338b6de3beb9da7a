package languages

import (
	"strings"
	"testing"

	"lossline/engine/cite"
	"lossline/engine/shape"
)

// Every note of the engine is a whole sentence in both languages, with its
// source where it has one.
func TestEveryShapeNoteHasASentence(t *testing.T) {
	for _, c := range shape.Codes() {
		for _, l := range All() {
			n := shape.Note{Code: c, Args: [4]float64{1, 2, 3, 4}, Names: [2]string{"one", "two"}}
			s := In(l).ShapeNote(n)
			if s == "" || strings.Contains(s, "{") {
				t.Errorf("%s, %s: %q", l, c, s)
			}
			n.Ref, n.Grade = cite.Ref{Source: cite.Tay2021, Where: "section 4.4"}, cite.GradeA
			if s := In(l).ShapeNote(n); c != shape.NoneInTolerance && !strings.Contains(s, "Tay et al. 2021, section 4.4") {
				t.Errorf("%s, %s: no source in %q", l, c, s)
			}
		}
	}
}

func TestWhole(t *testing.T) {
	for v, want := range map[float64]string{8: "8", 999: "999", 1408: "1,408", 50304: "50,304", 6738415616: "6,738,415,616"} {
		if got := In(English).Whole(v); got != want {
			t.Errorf("%g: %s, want %s", v, got, want)
		}
	}
}
