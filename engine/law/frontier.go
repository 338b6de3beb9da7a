package law

import (
	"fmt"
	"math"
	"slices"

	"lossline/engine/num"
	"lossline/engine/unit"
)

// Compute returns C = 6·N·D, the training compute of n parameters over d tokens:
// two FLOPs a parameter and token forwards, four backwards, attention over the
// context left out (Kaplan et al. 2020, section 2.1).
func Compute(n unit.Params, d unit.Tokens) unit.FLOPs {
	return unit.FLOPs(6 * float64(n) * float64(d))
}

// Best returns the point of lowest loss for the compute c: by Frontier where
// the law has one, else by a search over N, with D = C/(6N) or C itself as the
// law needs. A law of C alone gives the point {C: c}.
//
// It is an error if c is not a positive finite number, if compute does not tie
// the law's coordinates together, or if the loss has no minimum for N between 1
// and C/6.
func Best(l *Law, theta []float64, c unit.FLOPs) (Point, error) {
	if err := l.check(theta); err != nil {
		return Point{}, err
	}
	if !(c > 0) || math.IsInf(float64(c), 0) {
		return Point{}, &CoordinateError{l.ID, C, float64(c)}
	}
	if l.Frontier != nil {
		return l.Frontier(theta, c), nil
	}
	if l.Loss == nil {
		return Point{}, fmt.Errorf("law %s: %w", l.ID, ErrNoLoss)
	}
	if len(l.Needs) == 1 && l.Needs[0] == C {
		return Point{C: c}, nil
	}
	for _, s := range l.Needs {
		if !slices.Contains([]Symbol{N, D, C}, s) {
			return Point{}, fmt.Errorf("law %s: compute alone does not determine %s", l.ID, s)
		}
	}
	return search(l, theta, c)
}

func search(l *Law, theta []float64, c unit.FLOPs) (Point, error) {
	at := func(lnN float64) Point {
		n := num.Exp(lnN)
		return Point{N: unit.Params(n), D: unit.Tokens(float64(c) / (6 * n)), C: c}
	}
	loss := func(lnN float64) float64 { return float64(l.Loss(theta, at(lnN))) }
	hi := num.Log(float64(c) / 6)
	x := golden(loss, 0, hi)
	if hi <= 0 || !(loss(x) < loss(0) && loss(x) < loss(hi)) {
		return Point{}, fmt.Errorf("law %s: the loss for %g FLOP has no minimum between N = 1 and D = 1", l.ID, float64(c))
	}
	return at(x), nil
}
