package transfer

import (
	"math"
	"strconv"
)

const mustBePositive = "positive and finite"

// InputError says which input cannot be used.
type InputError struct {
	Field string // the symbol of the field: "N", "D_F", "α"
	Value float64
	Must  string // what it has to be, English
}

func (e *InputError) Error() string {
	return "transfer: " + e.Field + " = " + strconv.FormatFloat(e.Value, 'g', -1, 64) + " must be " + e.Must
}

// need returns an error unless v is positive and finite.
func need(field string, v float64) error {
	if positive(v) {
		return nil
	}
	return &InputError{field, v, mustBePositive}
}

func positive(v float64) bool { return v > 0 && !math.IsInf(v, 1) }

// root returns the x in [lo, hi] at which f, which rises or falls throughout,
// is zero, by bisection of log x: 0 < lo ≤ hi. Where f has one sign the nearer
// end is returned.
func root(lo, hi float64, f func(x float64) float64) float64 {
	up := f(hi) > 0
	a, b := math.Log(lo), math.Log(hi)
	// 80 halvings take any range of floats below the spacing of its logarithms.
	for range 80 {
		m := (a + b) / 2
		if (f(math.Exp(m)) > 0) == up {
			b = m
		} else {
			a = m
		}
	}
	return math.Exp((a + b) / 2)
}
