// Package csvtable reads the comma-separated files that ship with the engine, by the names of their columns. Runs of a
// person's own are read by engine/dataset, which understands far more; here whatever is not as expected is an error that
// names the file, the row and the column.
package csvtable

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// Error reports a cell that cannot be used. Row 1 is the header, as in a spreadsheet; Column is the name in the header,
// empty if the whole row is wrong.
type Error struct {
	File   string
	Row    int
	Column string
	Err    error
}

func (e *Error) Error() string {
	if e.Column == "" {
		return fmt.Sprintf("%s: row %d: %v", e.File, e.Row, e.Err)
	}
	return fmt.Sprintf("%s: row %d, column %s: %v", e.File, e.Row, e.Column, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// What can be wrong with a file.
var (
	ErrHeader   = errors.New("want exactly one column of this name in the header")
	ErrWidth    = errors.New("a different number of cells than in the header")
	ErrNumber   = errors.New("not a number")
	ErrFinite   = errors.New("want a finite number")
	ErrPositive = errors.New("want a finite number above 0")
	ErrNegative = errors.New("want a finite number, not below 0")
	ErrFlag     = errors.New("want 0 or 1")
	ErrQuote    = errors.New("a quotation mark that does not open or close a whole cell")
)

// Table is a file of comma-separated values with a header. It takes the subset of RFC 4180 in which no cell spans lines;
// a byte order mark, CR LF and blank lines are passed over, and so are blanks round a cell.
//
// The first failure is kept, and what is read after it is zero: a loader reads all that it needs and asks Err once.
type Table struct {
	file   string
	header []string
	rows   []row
	err    error
}

type row struct {
	number int // as in Error
	cells  []string
}

// Parse reads csv; file is the name used in errors.
func Parse(file string, csv []byte) *Table {
	t := &Table{file: file}
	csv = bytes.TrimPrefix(csv, []byte("\ufeff"))
	number := 0
	for line := range strings.SplitSeq(string(csv), "\n") {
		number++
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" {
			continue
		}
		cells, err := split(line)
		switch {
		case err != nil:
			t.fail(number, "", err)
		case t.header == nil:
			t.header = cells
		case len(cells) != len(t.header):
			t.fail(number, "", fmt.Errorf("%w: %d, want %d", ErrWidth, len(cells), len(t.header)))
		default:
			t.rows = append(t.rows, row{number, cells})
		}
		if t.err != nil {
			return t
		}
	}
	return t
}

// Len returns the number of rows below the header.
func (t *Table) Len() int { return len(t.rows) }

// Number returns the row number of row i as a spreadsheet shows it.
func (t *Table) Number(i int) int { return t.rows[i].number }

// Err returns the first failure, nil if there was none.
func (t *Table) Err() error { return t.err }

func (t *Table) fail(number int, column string, err error) {
	if t.err == nil {
		t.err = &Error{t.file, number, column, err}
	}
}

// column returns the index of the column called name, -1 after a failure.
func (t *Table) column(name string) int {
	if t.err != nil {
		return -1
	}
	found := -1
	for i, h := range t.header {
		if h != name {
			continue
		}
		if found >= 0 {
			found = -1
			break
		}
		found = i
	}
	if found < 0 {
		t.fail(1, name, ErrHeader)
	}
	return found
}

// split cuts a line at its commas, those in quoted cells left alone.
func split(line string) ([]string, error) {
	var cells []string
	for {
		cell, rest, more, err := next(line)
		if err != nil {
			return nil, err
		}
		cells = append(cells, strings.TrimSpace(cell))
		if !more {
			return cells, nil
		}
		line = rest
	}
}

// next takes the first cell off line; more says that a comma followed it.
func next(line string) (cell, rest string, more bool, err error) {
	if !strings.HasPrefix(line, `"`) {
		cell, rest, more = strings.Cut(line, ",")
		if strings.Contains(cell, `"`) {
			return "", "", false, ErrQuote
		}
		return cell, rest, more, nil
	}
	var b strings.Builder
	for i := 1; i < len(line); i++ {
		switch {
		case line[i] != '"':
			b.WriteByte(line[i])
		case strings.HasPrefix(line[i:], `""`): // stands for one mark
			b.WriteByte('"')
			i++
		case i+1 == len(line):
			return b.String(), "", false, nil
		case line[i+1] == ',':
			return b.String(), line[i+2:], true, nil
		default:
			return "", "", false, ErrQuote
		}
	}
	return "", "", false, ErrQuote // never closed
}
