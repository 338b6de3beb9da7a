package csvtable

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

// Amounts returns the column called name as positive finite numbers.
func (t *Table) Amounts(name string) []float64 { return read(t, name, Amount) }

// Counts returns the column called name as finite numbers from 0.
func (t *Table) Counts(name string) []float64 {
	return read(t, name, func(cell string) (float64, error) {
		v, err := Finite(cell)
		if errors.Is(err, ErrFinite) || err == nil && v < 0 {
			err = fmt.Errorf("%w: %q", ErrNegative, cell)
		}
		return v, err
	})
}

// Flags returns the column called name as booleans, written 0 and 1.
func (t *Table) Flags(name string) []bool { return read(t, name, Flag) }

// Texts returns the column called name as it stands.
func (t *Table) Texts(name string) []string {
	return read(t, name, func(cell string) (string, error) { return cell, nil })
}

// read returns nil once there was a failure.
func read[T any](t *Table, name string, value func(cell string) (T, error)) []T {
	i := t.column(name)
	if i < 0 {
		return nil
	}
	out := make([]T, len(t.rows))
	for j, r := range t.rows {
		v, err := value(r.cells[i])
		if err != nil {
			t.fail(r.number, name, err)
			return nil
		}
		out[j] = v
	}
	return out
}

// Finite reads a plain number that is neither NaN nor infinite.
func Finite(cell string) (float64, error) {
	v, err := strconv.ParseFloat(cell, 64)
	switch {
	case err != nil && !errors.Is(err, strconv.ErrRange):
		return 0, fmt.Errorf("%w: %q", ErrNumber, cell)
	case math.IsNaN(v) || math.IsInf(v, 0):
		return 0, fmt.Errorf("%w: %q", ErrFinite, cell)
	}
	return v, nil
}

// Amount reads a positive finite number.
func Amount(cell string) (float64, error) {
	v, err := Finite(cell)
	if errors.Is(err, ErrFinite) || err == nil && !(v > 0) {
		err = fmt.Errorf("%w: %q", ErrPositive, cell)
	}
	return v, err
}

// Flag reads 0 or 1.
func Flag(cell string) (bool, error) {
	if cell != "0" && cell != "1" {
		return false, fmt.Errorf("%w: %q", ErrFlag, cell)
	}
	return cell == "1", nil
}
