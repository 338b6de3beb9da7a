package export

import (
	"strings"

	"lossline/engine/cite"
	"lossline/engine/law"
)

// App is the name of the program that wrote a file.
const App = "Lossline"

// Meta says where a file comes from. Every file that is written carries it.
type Meta struct {
	Version   string // of Lossline; "" if it has none
	Date      string // of the file: 2026-10-03
	Permalink string // the page's absolute address with its state behind the #
	Title     string // of what is in the file
	Alt       string // what it shows, in words
	Uses      []Use  // what its numbers rest on
}

// Use is a set of coefficients, or another thing with a source, on which numbers
// rest.
type Use struct {
	ID    string // "hoffmann2022.2"
	Ref   cite.Ref
	Grade cite.Grade
}

// Sets lists published sets of coefficients as what numbers rest on, each once.
func Sets(sets ...*law.Set) []Use {
	var uses []Use
	seen := map[string]bool{}
	for _, s := range sets {
		if s != nil && !seen[s.ID] {
			seen[s.ID] = true
			uses = append(uses, Use{s.ID, s.Ref, s.Grade})
		}
	}
	return uses
}

// State is the fragment of the permalink, without the #.
func (m *Meta) State() string {
	_, state, _ := strings.Cut(m.Permalink, "#")
	return state
}

// program is the name and the version: "Lossline 1.2".
func (m *Meta) program() string { return strings.TrimSpace(App + " " + m.Version) }

// Lines returns what a file in which only comments can say it says of its
// origin: program and date, title, permalink, a line for each use. None has a
// line break.
func (m *Meta) Lines() []string {
	lines := []string{m.program(), m.Title, m.Permalink}
	if m.Date != "" {
		lines[0] += ", " + m.Date
	}
	for _, u := range m.Uses {
		lines = append(lines, u.String())
	}
	out := lines[:0]
	for _, l := range lines {
		if l = oneLine(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// String is the use in running text: "hoffmann2022.2: Hoffmann et al. 2022, eq. 10, grade A".
func (u Use) String() string {
	s := u.ID
	if ref := u.Ref.String(); ref != "" {
		s += ": " + ref
	}
	if u.Grade != 0 {
		s += ", grade " + string(rune(u.Grade))
	}
	return s
}

// oneLine is s without line breaks and other characters that control a device or
// the direction of text. Bytes that are not UTF-8 become U+FFFD.
func oneLine(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r < ' ', r >= 0x7f && r < 0xa0, r == '\u2028', r == '\u2029':
			return ' '
		case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == '\u200e', r == '\u200f', r == '\ufeff':
			return -1 // shows a text in another order than it is read
		}
		return r
	}, s))
}

// FileName returns the name of a file with a figure or table of a page:
// lossline_plan_budget_20261003.svg. What is not a letter, a digit or a hyphen
// is left out of the parts, and a figure's id loses its "fig-".
func (m *Meta) FileName(page, of, ext string) string {
	name := "lossline"
	for _, part := range [...]string{page, strings.TrimPrefix(of, "fig-"), strings.ReplaceAll(m.Date, "-", "")} {
		if part = plainName(part); part != "" {
			name += "_" + part
		}
	}
	return name + "." + plainName(ext)
}

// plainName keeps what is safe in a file's name, and in a label of LaTeX.
func plainName(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, s)
}
