package chart

import (
	"errors"
	"fmt"
	"math"
)

// ErrEmpty is the error of a figure that has nothing to draw.
var ErrEmpty = errors.New("figure: no data")

// check returns an error that names the first value that cannot be drawn: one
// that is not finite, or not positive on a log axis, or out of pair.
func (f *XY) check() error {
	for _, r := range f.ID {
		if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_') {
			return fmt.Errorf("figure: id %q: %q is not a letter, digit, '-' or '_'", f.ID, r)
		}
	}
	if err := f.checkAxes(); err != nil {
		return err
	}
	for i, l := range f.Lines {
		if err := f.checkPoints("line", i, l.Key, l.Pts); err != nil {
			return err
		}
		if !(l.Fitted[0] <= l.Fitted[1]) {
			return fmt.Errorf("figure: line %d %q: fitted range from %v to %v", i, l.Key, l.Fitted[0], l.Fitted[1])
		}
	}
	for i, p := range f.Points {
		if err := f.checkPoints("points", i, p.Key, p.Pts); err != nil {
			return err
		}
	}
	for i, m := range f.Marks {
		if err := f.checkPoints("mark", i, m.Key, []Point{m.At}); err != nil {
			return err
		}
	}
	for i, b := range f.Bands {
		if err := f.checkBand(i, b); err != nil {
			return err
		}
	}
	return f.checkRules()
}

func (f *XY) checkAxes() error {
	if err := f.X.check(); err != nil {
		return fmt.Errorf("figure: x axis: %w", err)
	}
	if err := f.Y.check(); err != nil {
		return fmt.Errorf("figure: y axis: %w", err)
	}
	return nil
}

func (f *XY) checkRules() error {
	for i, r := range f.VLines {
		if err := f.X.holds(r.At); err != nil {
			return fmt.Errorf("figure: vertical rule %d: %w", i, err)
		}
	}
	for i, r := range f.HLines {
		if err := f.Y.holds(r.At); err != nil {
			return fmt.Errorf("figure: horizontal rule %d: %w", i, err)
		}
	}
	return nil
}

func (f *XY) checkPoints(what string, i int, key string, pts []Point) error {
	for j, p := range pts {
		if err := f.X.holds(p.X); err != nil {
			return fmt.Errorf("figure: %s %d %q: point %d: x: %w", what, i, key, j, err)
		}
		if err := f.Y.holds(p.Y); err != nil {
			return fmt.Errorf("figure: %s %d %q: point %d: y: %w", what, i, key, j, err)
		}
	}
	return nil
}

func (f *XY) checkBand(i int, b Band) error {
	if len(b.X) != len(b.Lo) || len(b.X) != len(b.Hi) {
		return fmt.Errorf("figure: band %d %q: %d x, %d lower and %d upper values", i, b.Key, len(b.X), len(b.Lo), len(b.Hi))
	}
	for j := range b.X {
		if err := f.X.holds(b.X[j]); err != nil {
			return fmt.Errorf("figure: band %d %q: point %d: x: %w", i, b.Key, j, err)
		}
		for _, y := range [...]float64{b.Lo[j], b.Hi[j]} {
			if err := f.Y.holds(y); err != nil {
				return fmt.Errorf("figure: band %d %q: point %d: y: %w", i, b.Key, j, err)
			}
		}
	}
	return nil
}

// holds returns an error for a value that has no place on the axis.
func (a *AxisSpec) holds(v float64) error {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return fmt.Errorf("%v is not a number", v)
	case a.Log && v <= 0:
		return fmt.Errorf("%v on a log axis", v)
	case math.Abs(v) > Largest || a.Log && v < 1/Largest:
		return fmt.Errorf("%v is beyond any axis", v)
	}
	return nil
}

// Largest is far above any quantity, and so far below the largest float64 that
// the arithmetic of axes does not overflow.
const Largest = 1e100

// check returns an error for ends that no axis can have.
func (a *AxisSpec) check() error {
	for _, v := range [...]float64{a.Min, a.Max} {
		if v == 0 {
			continue
		}
		if err := a.holds(v); err != nil {
			return err
		}
	}
	if a.Min != 0 && a.Max != 0 && a.Min >= a.Max {
		return fmt.Errorf("from %v to %v", a.Min, a.Max)
	}
	return nil
}
