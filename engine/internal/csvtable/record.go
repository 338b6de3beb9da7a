package csvtable

import (
	"errors"
	"fmt"
	"strconv"
)

// Record is one row of a table, for loaders that check the cells of a row against each other. It shares the table's
// first failure.
type Record struct {
	*Table
	row int
}

// Records calls load for each row until one fails, and returns the first failure. Columns that no row would ask for, and
// a table without rows, are failures as well.
func (t *Table) Records(load func(Record), columns ...string) error {
	for _, c := range columns {
		t.column(c)
	}
	if t.err == nil && len(t.rows) == 0 {
		t.fail(1, "", errors.New("no rows below the header"))
	}
	for i := range t.rows {
		if t.err != nil {
			break
		}
		load(Record{t, i})
	}
	return t.err
}

// Line returns the number of the row, as in Error.
func (r Record) Line() int { return r.rows[r.row].number }

// Text returns the cell of the column col as it stands.
func (r Record) Text(col string) string {
	i := r.column(col)
	if i < 0 {
		return ""
	}
	return r.rows[r.row].cells[i]
}

// Fail reports that the cell of the column col cannot be used, unless something failed before.
func (r Record) Fail(col, reason string) {
	r.fail(r.Line(), col, fmt.Errorf("%q %s", r.Text(col), reason))
}

// Amount reads a positive finite number.
func (r Record) Amount(col string) float64 { return cell(r, col, Amount) }

// Number reads a finite number in lo..hi.
func (r Record) Number(col string, lo, hi float64) float64 {
	return cell(r, col, func(text string) (float64, error) {
		v, err := Finite(text)
		if err == nil && !(v >= lo && v <= hi) {
			err = fmt.Errorf("%q is not between %g and %g", text, lo, hi)
		}
		return v, err
	})
}

// Whole reads a whole number from lo up, in digits.
func (r Record) Whole(col string, lo int64) int64 {
	return cell(r, col, func(text string) (int64, error) {
		v, err := strconv.ParseInt(text, 10, 64)
		switch {
		case err != nil:
			return 0, fmt.Errorf("%q is not a whole number", text)
		case v < lo:
			return 0, fmt.Errorf("%q is less than %d", text, lo)
		}
		return v, nil
	})
}

// Flag reads 0 or 1.
func (r Record) Flag(col string) bool { return cell(r, col, Flag) }

// cell reads one cell, zero after a failure.
func cell[T any](r Record, col string, value func(text string) (T, error)) (zero T) {
	text := r.Text(col)
	if r.err != nil {
		return zero
	}
	v, err := value(text)
	if err != nil {
		r.fail(r.Line(), col, err)
		return zero
	}
	return v
}
