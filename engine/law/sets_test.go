package law

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/unit"
)

func TestSetsAreComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, l := range slices.Concat(All(), Forms()) {
		if seen[l.ID] || l.Name == "" || l.Ref.Source == nil || l.Ref.Where == "" || len(l.Needs) == 0 {
			t.Errorf("law %q: ID taken, or name, reference or needs missing", l.ID)
		}
		if form := slices.Contains(Forms(), l); form != (len(l.Sets) == 0) {
			t.Errorf("law %s: %d sets, but in Forms: %v", l.ID, len(l.Sets), form)
		}
		seen[l.ID] = true
		if l.Loss == nil && l.Frontier == nil {
			t.Errorf("law %s answers nothing", l.ID)
		}
		for _, c := range l.Coefs {
			if c.Meaning == "" || !(c.Min < c.Max) || !(c.Start >= c.Min && c.Start <= c.Max) || c.Log && !(c.Min > 0) {
				t.Errorf("law %s: coefficient %+v", l.ID, c)
			}
		}
	}
	eachSet(t, func(t *testing.T, l *Law, s *Set) {
		if s.ID == "" {
			return // made up for the tests
		}
		if seen[s.ID] {
			t.Error("ID taken")
		}
		seen[s.ID] = true
		if !strings.HasPrefix(s.ID, s.Ref.Source.Key+".") || strings.Trim(s.ID, "abcdefghijklmnopqrstuvwxyz0123456789.-") != "" {
			t.Errorf("ID is not the source's key, a dot and unreserved characters")
		}
		if s.Ref.Where == "" || s.Note == "" || s.Counting == 0 || s.Grade == 0 || len(s.Domain) == 0 {
			t.Errorf("incomplete: %+v", *s)
		}
		for _, d := range s.Domain {
			if !(d.Lo > 0 && d.Lo < d.Hi) || math.IsInf(d.Hi, 0) || d.Grade == 0 {
				t.Errorf("domain %+v", d)
			}
		}
	})
}

func TestSetsAreInsideTheirBounds(t *testing.T) {
	eachSet(t, func(t *testing.T, l *Law, s *Set) {
		if err := l.check(s.Theta); err != nil {
			t.Fatal(err)
		}
		for i, c := range l.Coefs {
			if v := s.Theta[i]; !(v > c.Min && v < c.Max) {
				t.Errorf("%s = %g is not inside %g..%g", c.Symbol, v, c.Min, c.Max)
			}
		}
		for i, ci := range s.CI {
			if v := s.Theta[i]; ci.Level != 0 && !(ci.Lo <= v && v <= ci.Hi && ci.Level < 1) {
				t.Errorf("%s = %g is not inside its interval %+v", l.Coefs[i].Symbol, v, ci)
			}
		}
		if n := len(s.SE); n != 0 && n != len(s.Theta) {
			t.Errorf("%d standard errors for %d coefficients", n, len(s.Theta))
		}
		if n := len(s.CI); n != 0 && n != len(s.Theta) {
			t.Errorf("%d intervals for %d coefficients", n, len(s.Theta))
		}
	})
}

// The ranges that the papers print, or that follow from what they print.
func TestDomains(t *testing.T) {
	hoffmann := []Span{{N, 70e6, 16e9, 'A'}, {D, 5e9, 500e9, 'A'}} // abstract
	for id, want := range map[string][]Span{
		"hoffmann2022.1":    hoffmann,
		"hoffmann2022.2":    hoffmann,
		"hoffmann2022.a1.1": hoffmann,
		"hoffmann2022.a2.1": append([]Span{{C, 6e18, 3e21, 'A'}}, hoffmann...), // nine budgets
		"kaplan2020.nd.1":   {{N, 768, 1.5e9, 'A'}, {D, 22e6, 23e9, 'A'}},      // section 3
		"kaplan2020.n.1":    {{N, 768, 1.5e9, 'A'}},
		"kaplan2020.d.1":    {{D, 22e6, 23e9, 'A'}},
	} {
		_, s, ok := SetByID(id)
		if !ok || !slices.Equal(s.Domain, want) {
			t.Errorf("%s: domain %v, want %v", id, s.Domain, want)
		}
	}
	// Kaplan's compute ends with the largest model's default run of 2.5e5 steps of
	// 2^19 tokens, and spans eight orders of magnitude (section 1.2).
	numtest.Near(t, "upper end of C", unit.FLOPs(kaplanC.Hi), RunCompute(1.5e9, 1<<19, 2.5e5), 1e-4)
	numtest.Near(t, "orders of C", math.Log10(kaplanC.Hi/kaplanC.Lo), 8, 1e-12)
}

// Of the published fits with both, an interval of 95 % is about as wide as 1.96
// standard errors to either side; A and B are skewed.
func TestStandardErrorsFitTheIntervals(t *testing.T) {
	eachSet(t, func(t *testing.T, l *Law, s *Set) {
		if s.SE == nil || s.CI == nil {
			return
		}
		for i, ci := range s.CI {
			if width := (ci.Hi - ci.Lo) / (2 * 1.96 * s.SE[i]); width < 0.8 || width > 1.25 {
				t.Errorf("%s: interval %+v is %.2f times what the standard error %g gives", l.Coefs[i].Symbol, ci, width, s.SE[i])
			}
		}
	})
}

// Links carry set IDs, so a set that was ever released keeps its values. Lines
// of the file are added with new sets and never edited.
func TestReleasedSetsNeverChange(t *testing.T) {
	frozen, err := os.ReadFile("testdata/sets.txt")
	if err != nil {
		t.Fatal(err)
	}
	released := map[string]bool{}
	for line := range strings.Lines(string(frozen)) {
		line = strings.TrimSpace(line)
		id, _, _ := strings.Cut(line, " ")
		released[id] = true
		l, s, ok := SetByID(id)
		if !ok {
			t.Errorf("released set %s is gone", id)
			continue
		}
		if now := freeze(l, s); now != line {
			t.Errorf("released set changed:\n was %s\n  is %s", line, now)
		}
	}
	eachSet(t, func(t *testing.T, l *Law, s *Set) {
		if s.ID != "" && !released[s.ID] {
			t.Errorf("not in testdata/sets.txt; add the line\n%s", freeze(l, s))
		}
	})
}

func freeze(l *Law, s *Set) string {
	line := s.ID + " " + l.ID
	for i, v := range s.Theta {
		line += fmt.Sprintf(" %s=%v", l.Coefs[i].Symbol, v)
	}
	return line
}

func TestByID(t *testing.T) {
	for _, want := range slices.Concat(All(), Forms()) {
		if l, ok := ByID(want.ID); !ok || l != want {
			t.Errorf("ByID(%s) = %v, %v", want.ID, l, ok)
		}
		for i := range want.Sets {
			if l, s, ok := SetByID(want.Sets[i].ID); !ok || l != want || s != &want.Sets[i] {
				t.Errorf("SetByID(%s) = %v, %v, %v", want.Sets[i].ID, l, s, ok)
			}
		}
	}
	if _, ok := ByID("chinchilla.1"); ok {
		t.Error("ByID finds an unknown law")
	}
	if _, _, ok := SetByID("chinchilla"); ok {
		t.Error("SetByID finds an unknown set")
	}
}
