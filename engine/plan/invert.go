package plan

import (
	"fmt"

	"lossline/engine/law"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// UnreachableError reports a target loss that a method's law attains with no
// budget that can be planned for.
type UnreachableError struct {
	Method string
	Target unit.Loss
	Floor  unit.Loss // the loss of endless params and tokens
}

func (e *UnreachableError) Error() string {
	return fmt.Sprintf("%s: no budget reaches a loss of %g: its floor is %g", e.Method, float64(e.Target), float64(e.Floor))
}

// BudgetForLoss returns the least compute with which the method's plan has the
// loss target. It is law.ErrNoLoss where the method predicts none, and an
// *UnreachableError where no budget does, an *OutOfRangeError where one outside
// BudgetLimits does.
func BudgetForLoss(m Method, target unit.Loss, o Options) (unit.FLOPs, error) {
	if m.LossOfC == "" && m.Loss == "" {
		return 0, fmt.Errorf("%s: %w", m.ID, law.ErrNoLoss)
	}
	loss := func(c float64) float64 {
		_, l := m.frontier(m.given(unit.FLOPs(c), o))
		return float64(l)
	}
	if floor := loss(BudgetLimits.Hi); float64(target) < floor {
		if end, ok := m.LossAt(1e100, 1e100); ok && m.LossOfC == "" && target <= end {
			return 0, &UnreachableError{m.ID, target, end}
		}
		return 0, &OutOfRangeError{m.ID}
	}
	if top := loss(BudgetLimits.Lo); float64(target) > top {
		return 0, &OutOfRangeError{m.ID}
	}
	return solve(func(c float64) bool { return loss(c) <= float64(target) }), nil
}

// BudgetForTokens returns the compute whose plan by the method sees d tokens: the
// budget for which d is neither too little nor too much. It is an
// *OutOfRangeError where no budget within BudgetLimits does.
func BudgetForTokens(m Method, d unit.Tokens, o Options) (unit.FLOPs, error) {
	enough := func(c float64) bool {
		p, _ := m.frontier(m.given(unit.FLOPs(c), o))
		return p.D >= d
	}
	if enough(BudgetLimits.Lo) || !enough(BudgetLimits.Hi) {
		return 0, &OutOfRangeError{m.ID}
	}
	return solve(enough), nil
}

// OutOfRangeError reports a question whose answer lies outside BudgetLimits.
type OutOfRangeError struct{ Method string }

func (e *OutOfRangeError) Error() string {
	return fmt.Sprintf("%s: the budget that this takes is outside %g to %g FLOP", e.Method, BudgetLimits.Lo, BudgetLimits.Hi)
}

// solve returns the smallest budget within BudgetLimits for which enough is
// true, to the last digits of a float64. enough is false below some budget and
// true above it; where it is true everywhere or nowhere the limit is returned.
func solve(enough func(c float64) bool) unit.FLOPs {
	lo, hi := num.Log(BudgetLimits.Lo), num.Log(BudgetLimits.Hi)
	for range 80 {
		mid := (lo + hi) / 2
		if enough(num.Exp(mid)) {
			hi = mid
		} else {
			lo = mid
		}
	}
	return unit.FLOPs(num.Exp(hi))
}
