package export

import (
	"strings"
	"testing"
)

func TestFileName(t *testing.T) {
	m := origin()
	for _, c := range [...][4]string{
		{"plan", "fig-budget", "svg", "lossline_plan_budget_20261003.svg"},
		{"fit", "", "csv", "lossline_fit_20261003.csv"},
		{"../..", `a/b\c:"`, "png\x00", "lossline_abc_20261003.png"},
	} {
		if got := m.FileName(c[0], c[1], c[2]); got != c[3] {
			t.Errorf("%q %q: %s, want %s", c[0], c[1], got, c[3])
		}
	}
}

// Each line is one line, whatever the title: a second one would not be a comment.
func TestLines(t *testing.T) {
	m := origin()
	lines := m.Lines()
	if len(lines) != 6 {
		t.Fatalf("%d lines, want program, title, permalink and three sets: %q", len(lines), lines)
	}
	for _, l := range lines {
		if strings.ContainsAny(l, "\r\n\u2028\u0085") {
			t.Errorf("two lines: %q", l)
		}
	}
	if lines[0] != "Lossline 1.2, 2026-10-03" {
		t.Errorf("%q", lines[0])
	}
}
