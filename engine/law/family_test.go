package law

import (
	"fmt"
	"math"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/unit"
)

// What every law must satisfy, for every set of every law in All.

func eachSet(t *testing.T, f func(t *testing.T, l *Law, s *Set)) {
	t.Helper()
	for _, l := range All() {
		for i := range l.Sets {
			t.Run(l.Sets[i].ID, func(t *testing.T) { f(t, l, &l.Sets[i]) })
		}
	}
	for _, l := range Forms() {
		s, ok := formSets[l.ID]
		if !ok {
			t.Errorf("%s: no values to test it with", l.ID)
			continue
		}
		t.Run(l.ID, func(t *testing.T) { f(t, l, &s) })
	}
}

// formSets are made-up values for laws that have no published ones, of the
// magnitudes that runs of language models give.
var formSets = map[string]Set{
	"power-n":         {Theta: []float64{1.7, 400, 0.34}, Domain: []Span{kaplanN}},
	"power-d":         {Theta: []float64{1.7, 400, 0.28}, Domain: []Span{kaplanD}},
	"power-c":         {Theta: []float64{1.7, 1070, 0.154}, Domain: []Span{kaplanC}},
	"kaplan-nd-floor": {Theta: []float64{0.5, 6.4e13, 0.076, 1.8e13, 0.103}, Domain: []Span{kaplanN, kaplanD}},
	"rectified":       {Theta: []float64{1.5, 900, 300, 0.6}, Domain: []Span{{Symbol: D, Lo: 200, Hi: 1.6384e6}}},
}

// span returns the fitted range of a coordinate.
func (s *Set) span(t *testing.T, sym Symbol) Span {
	t.Helper()
	for _, d := range s.Domain {
		if d.Symbol == sym {
			return d
		}
	}
	t.Fatalf("no fitted range of %s", sym)
	return Span{}
}

// grid returns points over the fitted range of what the law reads and, for a
// loss, a thousandfold beyond it on every side.
func grid(t *testing.T, l *Law, s *Set) []Point {
	t.Helper()
	points := []Point{{}}
	for _, sym := range l.Needs {
		d := s.span(t, sym)
		var next []Point
		for _, p := range points {
			beyond := 1e3
			if l.Output == OutputError {
				beyond = 1 // an error rate is one only where it was fitted
			}
			for _, v := range numtest.LogGrid(d.Lo/beyond, d.Hi*beyond, 9) {
				next = append(next, p.With(sym, v))
			}
		}
		points = next
	}
	return points
}

func name(l *Law, p Point) string {
	out := l.ID
	for _, s := range l.Needs {
		out += fmt.Sprintf(" %s=%.3g", s, p.Get(s))
	}
	return out
}

func TestFamilyLossIsFinitePositiveAndFalls(t *testing.T) {
	eachSet(t, func(t *testing.T, l *Law, s *Set) {
		if l.Loss == nil {
			return
		}
		for _, p := range grid(t, l, s) {
			loss, err := l.Eval(s.Theta, p)
			if err != nil || !(loss > 0) || math.IsInf(float64(loss), 0) {
				t.Errorf("%s: loss %g, %v", name(l, p), float64(loss), err)
			}
			for _, sym := range l.Decreasing {
				if more := l.Loss(s.Theta, p.With(sym, 1.5*p.Get(sym))); !(more < loss) {
					t.Errorf("%s: loss %g does not fall with %s: %g", name(l, p), float64(loss), sym, float64(more))
				}
			}
		}
	})
}

// The limit at +Inf is what large values approach, and is below them all.
func TestFamilyLimits(t *testing.T) {
	eachSet(t, func(t *testing.T, l *Law, s *Set) {
		if l.Loss == nil {
			return
		}
		for _, p := range grid(t, l, s) {
			for _, sym := range l.Decreasing {
				limit := l.Loss(s.Theta, p.With(sym, math.Inf(1)))
				if !(limit >= 0 && limit <= l.Loss(s.Theta, p)) {
					t.Errorf("%s: limit %g for %s → ∞", name(l, p), float64(limit), sym)
				}
				// The slowest power here, 0.05, leaves 1e-13 of itself at 1e280.
				numtest.Near(t, name(l, p)+": loss at "+string(sym)+" = 1e280", l.Loss(s.Theta, p.With(sym, 1e280)), limit, 1e-9)
			}
		}
	})
}

func TestFamilyGradient(t *testing.T) {
	eachSet(t, func(t *testing.T, l *Law, s *Set) {
		if l.Grad == nil {
			return
		}
		got := make([]float64, len(l.Coefs))
		for _, p := range grid(t, l, s) {
			l.Grad(got, s.Theta, p)
			for i := range got {
				want := numtest.Derivative(func(v float64) float64 {
					theta := append([]float64(nil), s.Theta...)
					theta[i] = v
					return float64(l.Loss(theta, p))
				}, s.Theta[i], 1e-3*s.Theta[i])
				// The differences themselves are rounded: a few ε·L over the step.
				rounding := 1e-12 * float64(l.Loss(s.Theta, p)) / s.Theta[i]
				numtest.Near(t, name(l, p)+": dL/d"+l.Coefs[i].Symbol, got[i], want, 1e-6+rounding/math.Abs(want))
			}
		}
	})
}

// In the limit the gradient stays finite, and is that of large values.
func TestFamilyGradientInTheLimit(t *testing.T) {
	eachSet(t, func(t *testing.T, l *Law, s *Set) {
		if l.Grad == nil {
			return
		}
		got, want := make([]float64, len(l.Coefs)), make([]float64, len(l.Coefs))
		for _, p := range grid(t, l, s) {
			for _, sym := range l.Decreasing {
				l.Grad(got, s.Theta, p.With(sym, math.Inf(1)))
				l.Grad(want, s.Theta, p.With(sym, 1e280))
				for i := range got {
					// Absolute, in units of what the whole coefficient is worth.
					numtest.Near(t, fmt.Sprintf("%s, %s → ∞: dL/d%s", name(l, p), sym, l.Coefs[i].Symbol),
						1+got[i]*s.Theta[i], 1+want[i]*s.Theta[i], 1e-9)
				}
			}
		}
	})
}

// budgets are the computes of the fitted range and a thousandfold beyond.
func budgets(t *testing.T, s *Set) []float64 {
	t.Helper()
	for _, d := range s.Domain {
		if d.Symbol == C {
			return numtest.LogGrid(d.Lo/1e3, d.Hi*1e3, 25)
		}
	}
	n, d := s.span(t, N), s.span(t, D)
	return numtest.LogGrid(6*n.Lo*d.Lo/1e3, 6*n.Hi*d.Hi*1e3, 25)
}

// needsParams reports whether compute has to be divided to use the law.
func needsParams(l *Law) bool {
	return l.Loss != nil && len(l.Needs) == 2 && l.Needs[0] == N && (l.Needs[1] == D || l.Needs[1] == C)
}

// Along C = 6ND (or at fixed C) the closed form must lie where the loss is
// least: by golden sections for the value, and for the place, which the flat
// minimum hides, by the zero of the derivative.
func TestFamilyFrontierIsTheMinimum(t *testing.T) {
	eachSet(t, func(t *testing.T, l *Law, s *Set) {
		if !needsParams(l) {
			return
		}
		if l.Frontier == nil {
			t.Fatal("no closed form of the frontier")
		}
		for _, c := range budgets(t, s) {
			loss := func(lnN float64) float64 {
				n := math.Exp(lnN)
				return float64(l.Loss(s.Theta, Point{N: unit.Params(n), D: unit.Tokens(c / (6 * n)), C: unit.FLOPs(c)}))
			}
			p := l.Frontier(s.Theta, unit.FLOPs(c))
			lnN := math.Log(float64(p.N))
			at := fmt.Sprintf("%s C=%.3g", l.ID, c)

			least := numtest.Minimum(loss, lnN-10, lnN+10)
			numtest.Near(t, at+": least loss", loss(lnN), loss(least), 1e-14)
			numtest.Near(t, at+": N by golden sections", float64(p.N), math.Exp(least), 1e-5)

			slope := func(x float64) float64 { return numtest.Derivative(loss, x, 1e-2) }
			stationary := numtest.Root(slope, lnN-1, lnN+1)
			numtest.Near(t, at+": N by the zero of the derivative", float64(p.N), math.Exp(stationary), 1e-6)
		}
	})
}

// What a frontier answers spends the budget it was given.
func TestFamilyFrontierSpendsTheBudget(t *testing.T) {
	eachSet(t, func(t *testing.T, l *Law, s *Set) {
		if l.Frontier == nil {
			return
		}
		for _, c := range budgets(t, s) {
			p := l.Frontier(s.Theta, unit.FLOPs(c))
			numtest.Near(t, "C", p.C, unit.FLOPs(c), 0)
			if l == KaplanAllocation {
				continue // its D is not C/(6N): see TestKaplanAllocationCloses
			}
			numtest.Near(t, fmt.Sprintf("%s C=%.3g: 6ND", l.ID, c), Compute(p.N, p.D), unit.FLOPs(c), 1e-12)
		}
	})
}

// The search of Best, which laws without a closed form get, agrees with the
// closed forms.
func TestFamilySearchAgreesWithFrontier(t *testing.T) {
	eachSet(t, func(t *testing.T, l *Law, s *Set) {
		if !needsParams(l) {
			return
		}
		bare := *l
		bare.Frontier = nil
		for _, c := range budgets(t, s) {
			want := l.Frontier(s.Theta, unit.FLOPs(c))
			got, err := Best(&bare, s.Theta, unit.FLOPs(c))
			if err != nil {
				t.Errorf("C=%.3g: %v", c, err)
				continue
			}
			numtest.Near(t, fmt.Sprintf("C=%.3g: N", c), got.N, want.N, 1e-5) // √ε of golden sections
			want.D = unit.Tokens(c / (6 * float64(want.N)))
			numtest.Near(t, fmt.Sprintf("C=%.3g: loss", c), l.Loss(s.Theta, got), l.Loss(s.Theta, want), 1e-14)
		}
	})
}

// Solve undoes Loss in each coordinate in which it falls.
func TestFamilySolveUndoesLoss(t *testing.T) {
	eachSet(t, func(t *testing.T, l *Law, s *Set) {
		if l.Loss == nil {
			return
		}
		for _, p := range grid(t, l, s) {
			for _, sym := range l.Decreasing {
				loss := l.Loss(s.Theta, p)
				floor := l.Loss(s.Theta, p.With(sym, math.Inf(1)))
				x, err := Solve(l, s.Theta, p, sym, loss)
				if err != nil {
					t.Errorf("%s: %v", name(l, p), err)
					continue
				}
				// Rounding of L leaves this much of x undetermined.
				slack := 1e-14 * float64(loss/(loss-floor)) / 0.04
				numtest.Near(t, name(l, p)+": solved "+string(sym), x, p.Get(sym), 1e-12+slack)
			}
		}
	})
}

func TestFamilyComputeForLossUndoesTheFrontier(t *testing.T) {
	eachSet(t, func(t *testing.T, l *Law, s *Set) {
		if _, err := Best(l, s.Theta, unit.PFDay); err != nil || l.Loss == nil {
			return
		}
		for _, c := range budgets(t, s) {
			p, err := Best(l, s.Theta, unit.FLOPs(c))
			if err != nil {
				t.Fatal(err)
			}
			back, err := ComputeForLoss(l, s.Theta, l.Loss(s.Theta, p))
			if err != nil {
				t.Errorf("C=%.3g: %v", c, err)
				continue
			}
			numtest.Near(t, fmt.Sprintf("C=%.3g", c), back.C, unit.FLOPs(c), 1e-10)
		}
	})
}

// The fallback gradient agrees with the analytic ones.
func TestFamilyGradientByDifferences(t *testing.T) {
	eachSet(t, func(t *testing.T, l *Law, s *Set) {
		if l.Grad == nil {
			return
		}
		bare := *l
		bare.Grad = nil
		got, want := make([]float64, len(s.Theta)), make([]float64, len(s.Theta))
		p := Point{N: 1e8, D: 1e10, C: 1e20, B: 1e6, S: 1e5, T: 100, L: 3}
		bare.Gradient(got, s.Theta, p)
		l.Gradient(want, s.Theta, p)
		for i := range got {
			// The loss is rounded at ε·L; the step is 6e-6 of the coefficient.
			rounding := 4e-11 * float64(l.Loss(s.Theta, p)) / s.Theta[i]
			numtest.Near(t, "dL/d"+l.Coefs[i].Symbol, got[i], want[i], 1e-6+rounding/math.Abs(want[i]))
		}
	})
}
