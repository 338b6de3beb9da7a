package law

import (
	"errors"
	"fmt"
	"math"

	"lossline/engine/unit"
)

// ErrNoLoss is returned for an allocation law where a loss is asked for.
var ErrNoLoss = errors.New("the law divides a budget and predicts no loss")

// CoordinateError reports a coordinate of a Point at which a law has no value.
type CoordinateError struct {
	Law    string // ID
	Symbol Symbol
	Value  float64
}

func (e *CoordinateError) Error() string {
	return fmt.Sprintf("law %s: %s = %g: want a positive number", e.Law, e.Symbol, e.Value)
}

// Eval returns the loss at p. It is an error if the law predicts none, if theta
// does not fit the law, or if a coordinate that the law reads is not positive;
// +Inf is, and gives the limit.
func (l *Law) Eval(theta []float64, p Point) (unit.Loss, error) {
	if err := l.check(theta); err != nil {
		return 0, err
	}
	if l.Loss == nil {
		return 0, fmt.Errorf("law %s: %w", l.ID, ErrNoLoss)
	}
	for _, s := range l.Needs {
		if v := p.Get(s); !(v > 0) {
			return 0, &CoordinateError{l.ID, s, v}
		}
	}
	return l.Loss(theta, p), nil
}

// check reports a theta that is not one finite number for each coefficient.
func (l *Law) check(theta []float64) error {
	if len(theta) != len(l.Coefs) {
		return fmt.Errorf("law %s: %d coefficients, want %d", l.ID, len(theta), len(l.Coefs))
	}
	for i, v := range theta {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("law %s: coefficient %s = %g: want a finite number", l.ID, l.Coefs[i].Symbol, v)
		}
	}
	return nil
}

// Gradient puts dL/dtheta at p into dst, by Grad or, where the law has none, by
// central differences. Both need a law of losses.
func (l *Law) Gradient(dst, theta []float64, p Point) {
	if l.Grad != nil {
		l.Grad(dst, theta, p)
		return
	}
	at := make([]float64, len(theta))
	copy(at, theta)
	for i, v := range theta {
		h := 6e-6 * max(math.Abs(v), 1e-3) // ∛ε of the scale balances truncation and rounding
		at[i] = v + h
		up := l.Loss(at, p)
		at[i] = v - h
		dst[i] = float64(up-l.Loss(at, p)) / (2 * h)
		at[i] = v
	}
}
