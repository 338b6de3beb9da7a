package scenario

import (
	"errors"
	"math"
	"slices"

	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Range is the lowest and the highest of several answers to one question.
type Range struct{ Lo, Hi float64 }

// Single reports whether there is nothing to disagree about.
func (r Range) Single() bool { return r.Lo == r.Hi }

// Spread is how far the shown methods that count parameters alike disagree.
type Spread struct {
	Methods          int
	C, N, D, B, S, L Range
}

// AtPoint is what a method says about the point looked at.
type AtPoint struct {
	Method   plan.Method
	Loss     unit.Loss
	Warnings []law.Warning
}

// Outcome is what follows from a Scenario.
type Outcome struct {
	Options plan.Options      // with which all plans were computed
	C       unit.FLOPs        // compute of the plan in the sentence
	Rows    []plan.Allocation // the shown methods that can answer, in the order of plan.Methods
	Unmet   []Unmet           // the shown methods that cannot
	Head    plan.Allocation   // the row in the sentence; without a method where no row answers
	Spread  Spread

	N      unit.Params // the point looked at
	D      unit.Tokens
	PointC unit.FLOPs // 6·N·D
	Losses []AtPoint

	Own OwnIntervals // of the fit of one's own, where it is shown
}

// sizeLimits hold any model that a loss or an amount of text can ask for: 768 parameters
// are the smallest that Kaplan et al. 2020 trained.
var sizeLimits = plan.Limits{Lo: 500, Hi: 1e15}

// Instead returns why the chosen law does not answer where another one does, and false
// where it does.
func (o Outcome) Instead(s Scenario) (Unmet, bool) {
	for _, u := range o.Unmet {
		if u.Method.ID == s.Head && len(o.Rows) > 0 {
			return u, true
		}
	}
	return Unmet{}, false
}

// Unmet is a method that cannot answer what is asked: it predicts no loss where
// one is to be reached, or its law ends above it.
type Unmet struct {
	Method plan.Method
	Floor  unit.Loss // where the law ends; 0: it predicts no loss
	Beyond bool      // the answer lies outside the budgets that can be planned for
}

// Intervals returns what holds the numbers of a row: of a fit of one's own all of them,
// of a published set the params where its runs are at hand (plan.Joint).
func (o Outcome) Intervals(a plan.Allocation) OwnIntervals {
	if a.Method.IsOwn() {
		return o.Own
	}
	lo, hi, _ := a.Joint()
	return OwnIntervals{N: Range{float64(lo), float64(hi)}}
}

// At divides another budget than that of the scenario, with the same Options.
func (o Outcome) At(m plan.Method, c unit.FLOPs) plan.Allocation {
	return plan.Allocate(m, c, o.Options)
}

// Best is the best point of the plan At the budget c and the loss there, without the
// rest of the plan: for lines, which need many.
func (o Outcome) Best(m plan.Method, c unit.FLOPs) (law.Point, unit.Loss) {
	return m.Frontier(c, o.Options)
}

// firstVisit is the plan of a first visit, which stands in where no law answers.
func (o Outcome) firstVisit() plan.Allocation {
	first := Default()
	m, _ := plan.MethodByID(first.Head)
	return o.At(m, first.Compute())
}

// AtHead is what the law in the sentence says about the point, and false where
// it predicts no loss.
func (o Outcome) AtHead() (AtPoint, bool) {
	for _, l := range o.Losses {
		if l.Method.ID == o.Head.Method.ID {
			return l, true
		}
	}
	return AtPoint{}, false
}

// Eval computes the Outcome of s. It is pure and takes well under a millisecond.
func Eval(s Scenario) Outcome {
	o := Outcome{Options: s.Options()}
	for _, m := range s.Methods() {
		if s.Shown.Has(m.ID) {
			o.row(s, m)
		}
	}
	if o.Head.Method.ID == "" && len(o.Rows) > 0 {
		o.Head = o.Rows[0] // the chosen law cannot answer, another can
	}
	o.C = o.Head.Budget
	o.Spread = spread(o.Rows, o.Head.Counting)
	o.point(s)
	for _, a := range o.Rows {
		if a.Method.IsOwn() {
			o.Own = s.ownIntervals(a, law.Point{N: o.N, D: o.D})
		}
	}
	return o
}

func (o *Outcome) row(s Scenario, m plan.Method) {
	c, err := s.budgetFor(m)
	if err != nil {
		var u *plan.UnreachableError
		var out *plan.OutOfRangeError
		unmet := Unmet{Method: m, Beyond: errors.As(err, &out)}
		if errors.As(err, &u) {
			unmet.Floor = u.Floor
		}
		o.Unmet = append(o.Unmet, unmet)
		return
	}
	a := o.At(m, c)
	if n := float64(a.N); s.Ask.Given != GivenCompute && (n < sizeLimits.Lo || n > sizeLimits.Hi) {
		o.Unmet = append(o.Unmet, Unmet{Method: m, Beyond: true})
		return
	}
	o.Rows = append(o.Rows, a)
	if m.ID == s.Head {
		o.Head = a
	}
}

// point fills in the point looked at: the chosen one or that of the plan, which
// is that of a first visit where there is no plan.
func (o *Outcome) point(s Scenario) {
	at := o.Head
	if at.Method.ID == "" {
		at = o.firstVisit()
	}
	o.N, o.D = s.N, s.D
	if o.N == 0 {
		o.N = at.N
	}
	if o.D == 0 {
		o.D = at.D
	}
	o.PointC = unit.FLOPs(6 * float64(o.N) * float64(o.D))
	for _, m := range s.Methods() {
		if !s.Shown.Has(m.ID) {
			continue
		}
		if loss, ok := m.LossAt(o.N, o.D); ok {
			o.Losses = append(o.Losses, AtPoint{m, loss, plan.PointWarnings(m, o.N, o.D)})
		}
	}
}

func spread(rows []plan.Allocation, counting law.Counting) Spread {
	alike := slices.DeleteFunc(slices.Clone(rows), func(a plan.Allocation) bool { return a.Counting != counting })
	over := func(get func(plan.Allocation) float64) Range {
		r := Range{math.Inf(1), math.Inf(-1)}
		for _, a := range alike {
			if v := get(a); v > 0 {
				r.Lo, r.Hi = min(r.Lo, v), max(r.Hi, v)
			}
		}
		return r
	}
	return Spread{
		Methods: len(alike),
		C:       over(func(a plan.Allocation) float64 { return float64(a.Budget) }),
		N:       over(func(a plan.Allocation) float64 { return float64(a.N) }),
		D:       over(func(a plan.Allocation) float64 { return float64(a.D) }),
		B:       over(func(a plan.Allocation) float64 { return float64(a.B) }),
		S:       over(func(a plan.Allocation) float64 { return float64(a.S) }),
		L:       over(func(a plan.Allocation) float64 { return float64(a.Loss) }),
	}
}
