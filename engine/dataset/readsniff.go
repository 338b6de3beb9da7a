package dataset

import (
	"strings"
)

// Sniffed is what a file looks like, for a person to confirm or to correct.
type Sniffed struct {
	Guess   Mapping
	Header  []string   // names of the columns; "" where there is none
	Preview [][]string // the first records below the names, at most 8
	Sure    bool       // no need to ask
	Notes   []Note

	units []string // by column, from the line of units
}

// Note is something that a person should know about the guess.
type Note struct {
	Code      Code
	Column    string
	Lo, Hi    float64 // of the values in the column
	Scale     float64 // that is suggested, or was taken
	Transform Transform
}

const (
	sniffBytes = 256 << 10
	sniffRows  = 256
	maxPreview = 8
)

// sample is the beginning of a file, cut in one way.
type sample struct {
	m      Mapping
	rows   [][]string
	lines  []int
	remark string // the last comment above the first row
	at     int    // its line
	width  int    // cells of most rows
	score  float64
}

// Sniff looks at the beginning of text and guesses how it is to be read. The
// error is a *ReadError if there is no table in it.
func Sniff(text []byte) (*Sniffed, error) {
	s, code, err := decode(text)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(s) == "" {
		return nil, &ReadError{Code: CodeNoText}
	}
	out := &Sniffed{}
	if code != "" {
		out.Notes = append(out.Notes, Note{Code: code})
	}
	best, err := bestSample(head(s))
	if err != nil {
		return nil, err
	}
	out.Guess = best.m
	rows := best.names(out)
	if out.Guess.Decimal == "" {
		out.Guess.Decimal = "."
	}
	if best.m.tabular() {
		out.decimal(rows)
	}
	out.roles(rows)
	for _, r := range rows[:min(len(rows), maxPreview)] {
		cells := make([]string, len(r))
		for i, c := range r {
			cells[i] = cut(c)
		}
		out.Preview = append(out.Preview, cells)
	}
	return out, nil
}

// head is the beginning of s, up to the end of a line.
func head(s string) string {
	if len(s) <= sniffBytes {
		return s
	}
	s = s[:sniffBytes]
	if i := strings.LastIndexAny(s, "\n\r"); i > 0 {
		return s[:i+1]
	}
	return s
}

// bestSample cuts s in every way and returns the one that makes a table.
func bestSample(s string) (*sample, error) {
	switch t := strings.TrimLeft(s, " \t\r\n"); {
	case strings.HasPrefix(t, "{"):
		a, _ := takeSample(s, Mapping{Format: JSONL})
		if a != nil && a.width > 0 {
			return a, nil
		}
		fallthrough
	case strings.HasPrefix(t, "[") && strings.HasPrefix(strings.TrimLeft(t[1:], " \t\r\n"), "{"):
		a, err := takeSample(s, Mapping{Format: JSON})
		if err != nil || a.width > 0 {
			return a, err
		}
	}
	var best *sample
	var beyond error // the limit that keeps the likeliest cut from making a table
	for _, m := range []Mapping{{Format: Delimited, Delimiter: "\t"}, {Format: Delimited, Delimiter: ";"},
		{Format: Delimited, Delimiter: "|"}, {Format: Delimited, Delimiter: ","}, {Format: Delimited, Delimiter: "，"},
		{Format: Blanks, Delimiter: "  "}, {Format: Blanks, Delimiter: " "}} {
		a, err := takeSample(s, m)
		if a != nil && a.width > 1 && (best == nil || a.score > best.score) {
			best = a
		}
		if e, ok := err.(*ReadError); ok && (beyond == nil || e.Code == CodeColumns) {
			beyond = e
		}
	}
	switch {
	case best != nil:
		return best, nil
	case beyond != nil:
		return nil, beyond
	}
	return nil, &ReadError{Code: CodeNoTable}
}

// takeSample cuts s as m says. Its error says which limit that goes beyond.
func takeSample(s string, m Mapping) (*sample, error) {
	a := &sample{m: m}
	rec := newRecords(s, &m)
	rec.learn = true
	for len(a.rows) < sniffRows {
		ok, err := rec.next()
		if err != nil {
			return nil, err
		}
		if !ok {
			break
		}
		if len(a.rows) == 0 && rec.remark >= 0 && a.remark == "" && m.tabular() {
			a.remark, a.at = s[rec.remark:rec.lineEnd(rec.remark)], rec.row-1
		}
		if rec.bad != "" && !m.tabular() || empty(rec.cells) {
			continue
		}
		a.rows = append(a.rows, append([]string(nil), rec.cells...))
		a.lines = append(a.lines, rec.row)
	}
	if !m.tabular() {
		a.m.Columns = make([]Column, len(rec.keys))
		for k, i := range rec.keys {
			a.m.Columns[i].Name = k
		}
		a.width = len(rec.keys)
		return a, nil
	}
	a.rate()
	return a, nil
}

// rate sets the width, and a score from 0 to 1: the share of the rows that have
// it, times the share of their cells that are numbers.
func (a *sample) rate() {
	count := map[int]int{}
	for _, r := range a.rows {
		n := len(r)
		if count[n]++; count[n] > count[a.width] || count[n] == count[a.width] && n > a.width {
			a.width = n
		}
	}
	cells, numbers := 1, 0
	for i, r := range a.rows {
		if len(r) != a.width || i == 0 && len(a.rows) > 1 {
			continue
		}
		for _, c := range r {
			if absent(c) {
				continue
			}
			cells++
			if isNumber(c) {
				numbers++
			}
		}
	}
	// One number more than nothing, so that texts in the right number are better
	// than none.
	a.score = float64(count[a.width]) / float64(len(a.rows)+1) * float64(numbers+1) / float64(cells+1)
}

// isNumber says whether a cell is a number in some role, with whichever decimal
// mark.
func isNumber(cell string) bool {
	if plain(cell) {
		_, err := scaled(cell, 1)
		return err == nil
	}
	if c := cell[0]; c > '9' && c < 0x80 { // fast, and no role takes a number that starts so
		return false
	}
	for _, role := range [...]Role{RoleN, RoleD, RoleC, RoleLoss} {
		c := Column{Role: role}
		if _, code := c.amount(cell); code == "" {
			return true
		}
	}
	c := Column{Role: RoleN}
	if p, ok := pointed(cell); ok && p != cell {
		_, code := c.amount(p)
		return code == ""
	}
	return false
}
