package law

import (
	"fmt"
	"math"
	"slices"

	"lossline/engine/num"
	"lossline/engine/unit"
)

// UnreachableError reports a target loss at or below what is left when a
// coordinate grows without bound, the others held.
type UnreachableError struct {
	Law    string // ID
	Symbol Symbol
	Target unit.Loss
	Floor  unit.Loss // approached, never attained
}

func (e *UnreachableError) Error() string {
	return fmt.Sprintf("law %s: no %s reaches a loss of %g: the floor is %g", e.Law, e.Symbol, float64(e.Target), float64(e.Floor))
}

// Solve returns the value of the coordinate s at which the loss is target, the
// other coordinates as in p. It is an UnreachableError if no value is, and an
// error if the loss does not fall all the way with s, if another coordinate is
// not positive or target is not a positive number.
func Solve(l *Law, theta []float64, p Point, s Symbol, target unit.Loss) (float64, error) {
	if !slices.Contains(l.Decreasing, s) {
		return 0, fmt.Errorf("law %s: the loss does not fall all the way with %s", l.ID, s)
	}
	floor, err := l.Eval(theta, p.With(s, math.Inf(1)))
	if err != nil {
		return 0, err
	}
	return invert(l, s, target, floor, func(x float64) unit.Loss { return l.Loss(theta, p.With(s, x)) })
}

// ParamsForLoss returns the N with L(N,d) = target; the errors are those of Solve.
func ParamsForLoss(l *Law, theta []float64, d unit.Tokens, target unit.Loss) (unit.Params, error) {
	n, err := Solve(l, theta, Point{D: d}, N, target)
	return unit.Params(n), err
}

// TokensForLoss returns the D with L(n,D) = target; the errors are those of Solve.
func TokensForLoss(l *Law, theta []float64, n unit.Params, target unit.Loss) (unit.Tokens, error) {
	d, err := Solve(l, theta, Point{N: n}, D, target)
	return unit.Tokens(d), err
}

// ComputeForLoss returns the point on the law's frontier at which the loss is
// target; its C is the least compute that attains it. It is an UnreachableError
// if no compute does, and an error where Best has one.
func ComputeForLoss(l *Law, theta []float64, target unit.Loss) (Point, error) {
	if _, err := Best(l, theta, unit.PFDay); err != nil {
		return Point{}, err
	}
	if l.Loss == nil {
		return Point{}, fmt.Errorf("law %s: %w", l.ID, ErrNoLoss)
	}
	best := func(c float64) Point {
		p, _ := Best(l, theta, unit.FLOPs(c)) // differs from the call above in c alone
		return p
	}
	onFrontier := func(c float64) unit.Loss { return l.Loss(theta, best(c)) }
	c, err := invert(l, C, target, onFrontier(num.Exp(lnMax)), onFrontier)
	if err != nil {
		return Point{}, err
	}
	return best(c), nil
}

// lnMin and lnMax bound the search for a coordinate: nearly all that a float64
// holds, so that what is not found there is not there.
const lnMin, lnMax = -690, 690 // 1e-300 to 1e300

// invert solves loss(x) = target for a falling loss by bisection in ln x.
func invert(l *Law, s Symbol, target, floor unit.Loss, loss func(float64) unit.Loss) (float64, error) {
	if !(target > 0) || math.IsInf(float64(target), 0) {
		return 0, fmt.Errorf("law %s: target loss %g: want a positive number", l.ID, float64(target))
	}
	excess := func(lnX float64) float64 { return float64(loss(num.Exp(lnX)) - target) }
	if target <= floor || !(excess(lnMax) <= 0) {
		return 0, &UnreachableError{l.ID, s, target, floor}
	}
	if !(excess(lnMin) >= 0) {
		return 0, fmt.Errorf("law %s: every %s gives less than a loss of %g", l.ID, s, float64(target))
	}
	return num.Exp(bisect(excess, lnMin, lnMax)), nil
}
