package shape

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// table is a CSV file in memory: a header and rows of equal length.
type table struct {
	name string
	cols map[string]int
	rows [][]string
}

// parseTable reads comma-separated text with a header. A cell in double quotes
// may hold commas. Errors name the file and the row, the header being row 1.
func parseTable(name, text string, columns ...string) (table, error) {
	t := table{name: name, cols: map[string]int{}}
	for i, line := range strings.Split(strings.TrimRight(text, "\r\n"), "\n") {
		cells, err := splitCells(strings.TrimSuffix(line, "\r"))
		if err != nil {
			return t, fmt.Errorf("%s: row %d: %w", name, i+1, err)
		}
		if i == 0 {
			for j, c := range cells {
				t.cols[c] = j
			}
			continue
		}
		if len(cells) != len(t.cols) {
			return t, fmt.Errorf("%s: row %d: %d cells, the header has %d", name, i+1, len(cells), len(t.cols))
		}
		t.rows = append(t.rows, cells)
	}
	for _, c := range columns {
		if _, ok := t.cols[c]; !ok {
			return t, fmt.Errorf("%s: row 1: no column %q", name, c)
		}
	}
	if len(t.rows) == 0 {
		return t, fmt.Errorf("%s: no rows", name)
	}
	return t, nil
}

func splitCells(line string) ([]string, error) {
	var cells []string
	for {
		if strings.HasPrefix(line, `"`) {
			end := strings.IndexByte(line[1:], '"')
			if end < 0 {
				return nil, fmt.Errorf("a quote is not closed")
			}
			cell, rest := line[1:1+end], line[2+end:]
			if rest != "" && rest[0] != ',' {
				return nil, fmt.Errorf("text after a closing quote")
			}
			cells = append(cells, cell)
			if rest == "" {
				return cells, nil
			}
			line = rest[1:]
			continue
		}
		cell, rest, more := strings.Cut(line, ",")
		cells = append(cells, cell)
		if !more {
			return cells, nil
		}
		line = rest
	}
}

// record reads the cells of one row. The first failure is kept in err, and
// everything after it returns zero, so that a loader checks once per row.
type record struct {
	t   *table
	row int // index into t.rows
	err error
}

func (r *record) text(col string) string { return r.t.rows[r.row][r.t.cols[col]] }

func (r *record) fail(col, reason string) {
	if r.err == nil {
		r.err = fmt.Errorf("%s: row %d, column %q: %q %s", r.t.name, r.row+2, col, r.text(col), reason)
	}
}

// num reads a finite number in lo..hi.
func (r *record) num(col string, lo, hi float64) float64 {
	v, err := strconv.ParseFloat(r.text(col), 64)
	switch {
	case r.err != nil:
		return 0
	case err != nil || math.IsNaN(v) || math.IsInf(v, 0):
		r.fail(col, "is not a number")
		return 0
	case v < lo || v > hi:
		r.fail(col, fmt.Sprintf("is not between %g and %g", lo, hi))
		return 0
	}
	return v
}

// count reads a whole number from lo up, in digits.
func (r *record) count(col string, lo int64) int64 {
	v, err := strconv.ParseInt(r.text(col), 10, 64)
	switch {
	case r.err != nil:
		return 0
	case err != nil:
		r.fail(col, "is not a whole number")
		return 0
	case v < lo:
		r.fail(col, fmt.Sprintf("is less than %d", lo))
		return 0
	}
	return v
}

// flag reads 0 or 1.
func (r *record) flag(col string) bool {
	s := r.text(col)
	if s != "0" && s != "1" {
		r.fail(col, "is neither 0 nor 1")
	}
	return s == "1"
}
