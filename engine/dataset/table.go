package dataset

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// CellError reports a cell that cannot be read. Row 1 is the header, as in a
// spreadsheet; Column is the name in the header, empty if the whole row is
// wrong.
type CellError struct {
	File   string
	Row    int
	Column string
	Err    error
}

func (e *CellError) Error() string {
	if e.Column == "" {
		return fmt.Sprintf("%s: row %d: %v", e.File, e.Row, e.Err)
	}
	return fmt.Sprintf("%s: row %d, column %s: %v", e.File, e.Row, e.Column, e.Err)
}

func (e *CellError) Unwrap() error { return e.Err }

// What can be wrong with a file.
var (
	ErrHeader   = errors.New("want exactly one column of this name in the header")
	ErrWidth    = errors.New("a different number of cells than in the header")
	ErrNumber   = errors.New("not a number")
	ErrPositive = errors.New("want a finite number above 0")
	ErrNegative = errors.New("want a finite number, not below 0")
	ErrFlag     = errors.New("want 0 or 1")
	ErrQuote    = errors.New("a quotation mark that does not open or close a whole cell")
)

// table is a file of comma-separated values with a header. It takes the subset
// of RFC 4180 in which no cell spans lines; a byte order mark, CR LF and blank
// lines are passed over.
type table struct {
	file   string
	header []string
	rows   []row
}

type row struct {
	number int // as in CellError
	cells  []string
}

// parse reads csv; file is the name used in errors.
func parse(file string, csv []byte) (*table, error) {
	t := &table{file: file}
	csv = bytes.TrimPrefix(csv, []byte("\ufeff"))
	for i, line := range strings.Split(string(csv), "\n") {
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" {
			continue
		}
		cells, err := split(line)
		switch {
		case err != nil:
			return nil, &CellError{file, i + 1, "", err}
		case t.header == nil:
			t.header = cells
		case len(cells) != len(t.header):
			return nil, &CellError{file, i + 1, "", fmt.Errorf("%w: %d, want %d", ErrWidth, len(cells), len(t.header))}
		default:
			t.rows = append(t.rows, row{i + 1, cells})
		}
	}
	return t, nil
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

// column returns the index of the column called name.
func (t *table) column(name string) (int, error) {
	found := -1
	for i, h := range t.header {
		if h == name {
			if found >= 0 {
				return 0, &CellError{t.file, 1, name, ErrHeader}
			}
			found = i
		}
	}
	if found < 0 {
		return 0, &CellError{t.file, 1, name, ErrHeader}
	}
	return found, nil
}
