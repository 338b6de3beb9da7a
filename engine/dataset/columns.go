package dataset

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
)

// columns reads a file by its columns and keeps the first error, so that a
// loader asks for all that it needs and checks once, in build.
type columns struct {
	*table
	err error
}

// open reads csv; file is the name used in errors.
func open(file string, csv []byte) *columns {
	t, err := parse(file, csv)
	return &columns{t, err}
}

// build makes a data set of info, with a run for each row: used and ungrouped
// until fill says otherwise.
func (c *columns) build(info Dataset, fill func(i int, r *Run)) (*Dataset, error) {
	if c.err != nil {
		return nil, c.err
	}
	info.Caveats = slices.Clone(info.Caveats)
	info.Runs = make([]Run, len(c.rows))
	for i := range info.Runs {
		r := &info.Runs[i]
		r.Row, r.Used = c.rows[i].number, true
		fill(i, r)
	}
	return &info, nil
}

// amounts returns the column called name as positive finite numbers.
func (c *columns) amounts(name string) []float64 {
	return read(c, name, func(cell string) (float64, error) {
		v, err := finite(cell)
		if err == nil && !(v > 0) {
			err = fmt.Errorf("%w: %q", ErrPositive, cell)
		}
		return v, err
	})
}

// counts returns the column called name as finite numbers from 0.
func (c *columns) counts(name string) []float64 {
	return read(c, name, func(cell string) (float64, error) {
		v, err := finite(cell)
		if errors.Is(err, ErrPositive) || err == nil && v < 0 {
			err = fmt.Errorf("%w: %q", ErrNegative, cell)
		}
		return v, err
	})
}

// finite reads a plain number.
func finite(cell string) (float64, error) {
	v, err := strconv.ParseFloat(cell, 64)
	switch {
	case err != nil && !errors.Is(err, strconv.ErrRange):
		return 0, fmt.Errorf("%w: %q", ErrNumber, cell)
	case math.IsNaN(v) || math.IsInf(v, 0):
		return 0, fmt.Errorf("%w: %q", ErrPositive, cell)
	}
	return v, nil
}

// flags returns the column called name as booleans, written 0 and 1.
func (c *columns) flags(name string) []bool {
	return read(c, name, func(cell string) (bool, error) {
		if cell != "0" && cell != "1" {
			return false, fmt.Errorf("%w: %q", ErrFlag, cell)
		}
		return cell == "1", nil
	})
}

// texts returns the column called name as it stands.
func (c *columns) texts(name string) []string {
	return read(c, name, func(cell string) (string, error) { return cell, nil })
}

// read returns nil once there was an error.
func read[T any](c *columns, name string, value func(cell string) (T, error)) []T {
	if c.err != nil {
		return nil
	}
	i, err := c.column(name)
	if err != nil {
		c.err = err
		return nil
	}
	out := make([]T, len(c.rows))
	for j, r := range c.rows {
		if out[j], err = value(r.cells[i]); err != nil {
			c.err = &CellError{c.file, r.number, name, err}
			return nil
		}
	}
	return out
}
