package export

import (
	"math"
	"strings"
)

// Sheet is a table for use elsewhere: of a figure's data, or of laws side by
// side.
type Sheet struct {
	ID    string // stem of the label in LaTeX
	Title string
	Heads []string // with the unit in brackets
	Rows  [][]Cell
	Note  string // below the table
}

// Cell is a cell of a Sheet: a text, or a number with the text that stands for
// it on the screen.
type Cell struct {
	Text   string
	Value  float64
	Number bool
}

// Text is a cell of text.
func Text(s string) Cell { return Cell{Text: s} }

// Num is a cell with a number. NaN and the infinities are empty in CSV.
func Num(v float64, shown string) Cell { return Cell{shown, v, true} }

// numeric reports whether a column has numbers only, and at least one.
func (s *Sheet) numeric(col int) bool {
	some := false
	for _, r := range s.Rows {
		if col < len(r) && (r[col].Number || r[col].Text != "") {
			if !r[col].Number {
				return false
			}
			some = true
		}
	}
	return some
}

// CSV writes the sheet by RFC 4180, UTF-8 without a mark: a line of heads, then a
// line a row. A number has the digits from which the same float64 is read,
// whatever the screen shows. A text that a spreadsheet would take for a formula,
// because it begins with = + - @ or a tab, gets an apostrophe before it; numbers
// keep their sign.
//
// Two columns more say where the numbers come from: source, in every row, is the
// program with the date and the IDs of m.Uses; permalink stands in the first row
// only.
func (s *Sheet) CSV(m Meta) []byte {
	var b strings.Builder
	for i, h := range s.Heads {
		csvText(&b, i > 0, h)
	}
	b.WriteString(",source,permalink\r\n")
	source := m.program()
	if m.Date != "" {
		source += " " + m.Date
	}
	for _, u := range m.Uses {
		source += " " + u.ID
	}
	for i, r := range s.Rows {
		for k := range s.Heads {
			switch {
			case k >= len(r):
				csvText(&b, k > 0, "")
			case !r[k].Number:
				csvText(&b, k > 0, r[k].Text)
			default:
				csvNumber(&b, k > 0, r[k].Value)
			}
		}
		csvText(&b, true, source)
		if i > 0 {
			m.Permalink = ""
		}
		csvText(&b, true, m.Permalink)
		b.WriteString("\r\n")
	}
	return []byte(b.String())
}

func csvNumber(b *strings.Builder, more bool, v float64) {
	if more {
		b.WriteByte(',')
	}
	if !math.IsNaN(v) && !math.IsInf(v, 0) {
		b.WriteString(number(v))
	}
}

// formula are the characters with which a spreadsheet's formula begins; those of
// full width count in Chinese editions (OWASP, CSV Injection).
const formula = "=+-@\t\r\n＝＋－＠"

func csvText(b *strings.Builder, more bool, s string) {
	if more {
		b.WriteByte(',')
	}
	s = strings.ReplaceAll(s, "\x00", "")
	if start := strings.TrimLeft(s, " \u00a0\ufeff\u200b"); start != "" && strings.ContainsRune(formula, []rune(start)[0]) {
		s = "'" + s
	}
	if strings.ContainsAny(s, ",;\"\r\n\t") || s != strings.TrimSpace(s) {
		s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	b.WriteString(s)
}
