package trial

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"lossline/engine/dataset"
	"lossline/engine/fit"
	"lossline/engine/law"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// Question is what a person wants to know better, and what it may cost.
type Question struct {
	Target     law.Point   // where the prediction is wanted; zero: the law's best point for Budget
	Budget     unit.FLOPs  // read if Target is zero
	Allowance  unit.FLOPs  // what all new runs together may cost, 6ND each
	Candidates []law.Point // runs that could be trained; nil: a grid about the runs
	Runs       int         // how many runs the sequence may have; 0: 4
	Level      float64     // of the intervals; 0: 0.95
}

// Advice ranks the runs that could be trained by what they would teach.
type Advice struct {
	Target     law.Point
	Before     fit.Interval // the prediction as it is
	Noise      float64      // standard deviation of a run about the law: of ln y, or of y for fit.Linear
	Candidates []Candidate  // each alone; the greatest gain first
	Sequence   []Candidate  // several, within the allowance together; After and Gain are those of all up to here
	Held       []int        // coefficients that were held, since the runs do not tell them
}

// Candidate is a run that could be trained.
type Candidate struct {
	Point   law.Point    // with C = 6ND
	After   fit.Interval // the prediction at the target once it has been trained, if its outcome is as the law says
	Gain    float64      // 1 − width after/width before, of ln y
	PerFLOP float64      // Gain over cost
	Doubts  []law.Warning
}

// Errors of Next.
var (
	ErrSingular   = errors.New("the runs do not determine the coefficients: pin one, or fit a smaller law, before asking which run to add")
	ErrCandidates = errors.New("the law reads coordinates of which no grid can be made: name the candidates")
	ErrRange      = errors.New("the law has no positive value there")
)

// AllowanceError says that no candidate is cheap enough.
type AllowanceError struct{ Allowance, Least unit.FLOPs }

func (e *AllowanceError) Error() string {
	return fmt.Sprintf("allowance %g FLOP: the cheapest candidate costs %g", float64(e.Allowance), float64(e.Least))
}

// Next ranks candidate runs by how much each would shrink the interval of the
// prediction at a target, given the fit r to runs.
//
// Near the optimum the law is linear in its working coefficients u, so that their
// covariance is Σ = σ²·(∑ w·j·jᵀ)⁻¹, with j the gradient of a run's residual by u
// and σ² the variance of one run. A new run adds j·jᵀ/σ² to the inverse of Σ,
// whatever its outcome. By Sherman and Morrison's formula
//
//	Σ' = Σ − Σj·(Σj)ᵀ/(σ² + jᵀΣj)
//
// and the variance of the prediction, whose gradient at the target is g, becomes
//
//	gᵀΣ'g = gᵀΣg − (gᵀΣj)²/(σ² + jᵀΣj)
//
// σ² is recovered from Σ = fit.Result.Cov and the runs: σ² = tr(Σ·∑ w·j·jᵀ)/free.
// For least squares that is s² = ∑wr²/(n−p). For the robust objectives Σ is a
// sandwich, in which each run has a noise of its own, and σ² their mean as it
// bears on the coefficients: a new run is taken to scatter like the runs so far
// and to have the weight 1. Student's t stays that of the runs so far. That the law
// itself may be wrong, and more so far away, is not in these numbers.
//
// The sequence is chosen one run after the other: for each number of runs m up to
// Question.Runs, each time the candidate with the greatest gain that leaves as much
// of the allowance for each run still to come as it costs itself; of these
// sequences the one with the narrowest interval in the end is returned. A place may
// be chosen again: a second run there averages its noise.
//
// A coefficient that the runs do not tell, and that no other moves with, is held
// at its value, and the rest fitted again: its variance, a number without meaning,
// would drown all others.
//
// Its errors are ErrSingular, ErrCandidates, ErrRange, *AllowanceError, those of
// law.Best for a budget, a coordinate that the target or a candidate lacks, an
// allowance or a level that means nothing; or that ctx was done.
func Next(ctx context.Context, r *fit.Result, runs []dataset.Run, q Question) (*Advice, error) {
	if err := q.fill(r); err != nil {
		return nil, err
	}
	r, held, err := holding(ctx, r, runs)
	if err != nil {
		return nil, err
	}
	d, err := newDesign(r, runs, q.Target)
	if err != nil {
		return nil, err
	}
	a := &Advice{Target: q.Target, Before: r.Predict(q.Target, q.Level), Noise: math.Sqrt(d.noise), Held: held}
	if b := &a.Before; !(b.Lo > 0) || math.IsInf(b.Hi, 0) {
		return nil, ErrSingular // an interval from nothing to infinity cannot shrink
	}
	all, err := q.affordable(r.Law, runs, q.Allowance)
	if err != nil {
		return nil, err
	}
	var found []Candidate
	for i, p := range all {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if j, ok := d.gradient(p); ok {
			after, _ := d.with(j)
			found = append(found, a.candidate(p, after/d.variance))
		}
	}
	if len(found) == 0 {
		return nil, ErrRange
	}
	a.Candidates = ranked(found)
	a.Sequence, err = a.sequence(ctx, d, r.Law, runs, q)
	doubt(a.Candidates, runs)
	doubt(a.Sequence, runs)
	return a, err
}

// holding fits r again with those coefficients held that alone are weak.
func holding(ctx context.Context, r *fit.Result, runs []dataset.Run) (*fit.Result, []int, error) {
	var held []int
	s := r.Settings
	s.Pinned = slices.Clone(s.Pinned)
	for i := range r.Theta {
		if s.Pinned == nil {
			s.Pinned = slices.Repeat([]float64{math.NaN()}, len(r.Theta))
		}
		if slices.ContainsFunc(r.Weak, func(g []int) bool { return len(g) == 1 && g[0] == i }) {
			s.Pinned[i] = r.Theta[i]
			held = append(held, i)
		}
	}
	if held == nil || len(held) == r.Free {
		return r, nil, nil
	}
	r, err := fit.Fit(ctx, r.Law, runs, &s)
	return r, held, err
}

// fill completes and checks the question.
func (q *Question) fill(r *fit.Result) error {
	if q.Runs == 0 {
		q.Runs = 4
	}
	if q.Level == 0 {
		q.Level = 0.95
	}
	switch {
	case !(q.Allowance > 0) || math.IsInf(float64(q.Allowance), 0):
		return fmt.Errorf("allowance %g FLOP: want a positive number", float64(q.Allowance))
	case !(q.Level > 0 && q.Level < 1):
		return fmt.Errorf("level %g: want a number between 0 and 1", q.Level)
	case q.Runs < 0:
		return fmt.Errorf("a sequence of %d runs: want 1 at least", q.Runs)
	case r.Cov == nil || r.Free == 0:
		return ErrSingular
	}
	if q.Target == (law.Point{}) {
		p, err := law.Best(r.Law, r.Theta, q.Budget)
		if err != nil {
			return fmt.Errorf("target: %w", err)
		}
		q.Target = p
	}
	if q.Target.C == 0 {
		q.Target.C = law.Compute(q.Target.N, q.Target.D)
	}
	if err := needs(r.Law, q.Target); err != nil {
		return fmt.Errorf("target: %w", err)
	}
	if math.IsInf(float64(q.Target.C), 0) {
		return fmt.Errorf("target: %w", ErrRange)
	}
	return q.complete(r.Law)
}

// complete gives the candidates their C and checks them.
func (q *Question) complete(l *law.Law) error {
	q.Candidates = slices.Clone(q.Candidates)
	for i := range q.Candidates {
		p := &q.Candidates[i]
		if p.N > 0 && p.D > 0 || p.C == 0 {
			p.C = law.Compute(p.N, p.D)
		}
		err := needs(l, *p)
		switch {
		case err != nil:
		case math.IsInf(float64(p.C), 0): // 6ND is more than a float64 holds
			err = ErrRange
		case !(p.C > 0):
			err = &law.CoordinateError{Law: l.ID, Symbol: law.C, Value: float64(p.C)}
		}
		if err != nil {
			return fmt.Errorf("candidate %d: %w", i+1, err)
		}
	}
	return nil
}

// needs names a coordinate that the law reads and p does not have.
func needs(l *law.Law, p law.Point) error {
	for _, s := range l.Needs {
		if v := p.Get(s); s != law.U && !(v > 0 && !math.IsInf(v, 0)) {
			return &law.CoordinateError{Law: l.ID, Symbol: s, Value: v}
		}
	}
	return nil
}

// candidate reads the share of the variance that is left.
func (a *Advice) candidate(p law.Point, share float64) Candidate {
	width := math.Sqrt(max(share, 0))
	c := Candidate{Point: p, Gain: 1 - width, PerFLOP: (1 - width) / float64(p.C), After: a.Before}
	c.After.Lo = a.Before.Center * num.Exp(-width*num.Log(a.Before.Center/a.Before.Lo))
	c.After.Hi = a.Before.Center * num.Exp(width*num.Log(a.Before.Hi/a.Before.Center))
	return c
}

// ranked sorts by gain; of equal gains the cheaper run comes first.
func ranked(c []Candidate) []Candidate {
	idx := make([]int, len(c))
	for i := range idx {
		idx[i] = i
	}
	sortBy(idx, func(i int) float64 { return float64(c[i].Point.C) })
	sortBy(idx, func(i int) float64 { return -c[i].Gain })
	out := make([]Candidate, len(c))
	for k, i := range idx {
		out[k] = c[i]
	}
	return out
}

// sequence is the best of the greedy ones.
func (a *Advice) sequence(ctx context.Context, d *design, l *law.Law, runs []dataset.Run, q Question) ([]Candidate, error) {
	var best []Candidate
	least := d.variance
	for m := 1; m <= q.Runs; m++ {
		at, left := d.clone(), q.Allowance
		var chosen []Candidate
		for k := range m {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			points, err := q.affordable(l, runs, left/unit.FLOPs(m-k))
			if err != nil {
				break // the share buys nothing
			}
			p, ok := at.greedy(points)
			if !ok {
				break
			}
			left -= p.C
			chosen = append(chosen, a.candidate(p, at.variance/d.variance))
		}
		if at.variance < least*(1-1e-9) {
			best, least = chosen, at.variance
		}
	}
	return best, nil
}
