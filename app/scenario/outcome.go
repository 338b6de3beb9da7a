package scenario

import (
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
	Methods       int
	N, D, B, S, L Range
}

// AtPoint is what a method says about the point looked at.
type AtPoint struct {
	Method   plan.Method
	Loss     unit.Loss
	Warnings []plan.Warning
}

// Outcome is what follows from a Scenario.
type Outcome struct {
	C      unit.FLOPs
	Rows   []plan.Allocation // the shown methods, in the order of plan.Methods
	Head   plan.Allocation
	Spread Spread

	N      unit.Params // the point looked at
	D      unit.Tokens
	PointC unit.FLOPs // 6·N·D
	Losses []AtPoint
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

// Eval computes the Outcome of s. It is pure and takes microseconds.
func Eval(s Scenario) Outcome {
	o := Outcome{C: s.Compute()}
	opt := plan.Options{Kaplan: s.Kaplan, Batch: s.Batch}
	for _, m := range plan.Methods() {
		if !s.Shown.Has(m.ID) {
			continue
		}
		a := plan.Allocate(m, o.C, opt)
		o.Rows = append(o.Rows, a)
		if m.ID == s.Head {
			o.Head = a
		}
	}
	o.Spread = spread(o.Rows, o.Head.Counting)
	o.point(s)
	return o
}

func (o *Outcome) point(s Scenario) {
	o.N, o.D = s.N, s.D
	if o.N == 0 {
		o.N = o.Head.N
	}
	if o.D == 0 {
		o.D = o.Head.D
	}
	o.PointC = unit.FLOPs(6 * float64(o.N) * float64(o.D))
	for _, a := range o.Rows {
		if loss, ok := a.Method.LossAt(o.N, o.D); ok {
			o.Losses = append(o.Losses, AtPoint{a.Method, loss, plan.PointWarnings(a.Method, o.N, o.D)})
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
		N:       over(func(a plan.Allocation) float64 { return float64(a.N) }),
		D:       over(func(a plan.Allocation) float64 { return float64(a.D) }),
		B:       over(func(a plan.Allocation) float64 { return float64(a.B) }),
		S:       over(func(a plan.Allocation) float64 { return float64(a.S) }),
		L:       over(func(a plan.Allocation) float64 { return float64(a.Loss) }),
	}
}
