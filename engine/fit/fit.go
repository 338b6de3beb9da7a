// Package fit finds the coefficients of a law from runs, says how sure they are,
// and what the runs cannot tell.
//
// A coefficient with Coef.Log is searched by its logarithm; what comes in and
// goes out is always the law's own theta.
//
// Everything is deterministic: exponentials and logarithms are those of package
// num, random numbers come from the seed alone, and work that is shared out is
// merged in a fixed order. The same input gives the same digits on any machine.
package fit

import (
	"context"

	"lossline/engine/dataset"
	"lossline/engine/law"
)

// Objective names what a fit minimises over the rows i, with weights w, the
// law's value f and the run's value y. It is a sum and not a mean, so that the
// stopping rule does not depend on how many rows there are.
type Objective string

// The objectives.
const (
	Huber   Objective = "huber"   // Σ w·h_δ(ln f − ln y); h_δ(r) = r²/2 for |r| ≤ δ, else δ(|r| − δ/2)
	LAD     Objective = "lad"     // Σ w·|ln f − ln y|
	Squares Objective = "squares" // Σ w·(ln f − ln y)²/2
	Linear  Objective = "linear"  // Σ w·(f − y)²/2
)

// DefaultDelta is the δ of the Huber objective where nobody says one: that of
// Hoffmann et al. 2022, approach 3.
const DefaultDelta = 1e-3

// Settings are what a person may decide about a fit. The zero value has the
// defaults.
type Settings struct {
	Objective Objective // "": Huber
	Delta     float64   // of Huber; 0: DefaultDelta
	Pinned    []float64 // by coefficient: the value it is held at, NaN if it is free; nil: all free
	Starts    int       // how many of the screened starts are polished; 0: enough for the families here
	Seed      uint64    // of whatever is drawn by chance
}

// Status says how a search ended.
type Status string

// The ends of a search. After the first three the coefficients can be used, with
// what Warnings say.
const (
	Converged Status = "converged" // the gradient vanishes to rounding
	Flat      Status = "flat"      // no step lowers the objective any more
	AtBound   Status = "bound"     // some coefficients lie at the ends of their range
	Stopped   Status = "stopped"   // the allowance of steps ran out
)

// Result is a fitted law.
type Result struct {
	Law      *law.Law
	Settings Settings // with the defaults filled in
	Theta    []float64
	Value    float64 // of the objective at Theta
	Status   Status

	Rows   int // runs that were fitted
	Free   int // coefficients that were
	Starts int // searches that were finished
	Agree  int // of them, how many ended within 1e-6 (relative) of the best Value

	Cov       [][]float64 // covariance of the working coefficients: ln θ where Coef.Log, else θ; zero rows where pinned; nil if singular
	SE        []float64   // standard errors of Theta by the delta method; NaN if unknown, 0 where pinned
	Condition float64     // condition number of the scaled Hessian; +Inf if singular
	Bounds    []int       // coefficients at an end of their range
	Weak      [][]int     // groups of coefficients that the runs cannot tell apart
	Residuals []float64   // ln f − ln y by row, or f − y for Linear
	R2        float64     // of ln y, or of y for Linear
	RMSE      float64     // root mean square of Residuals
	AICc      float64     // from the scale of the residuals under the objective's own error law
	Domain    []law.Span  // ranges of the runs
	Warnings  []Warning
}

// Warning is something that a reader of a fit must know, as a value: app/text
// has its sentence.
type Warning struct {
	Code  string
	Coefs []int     // which coefficients it is about
	Value []float64 // its numbers, in the order of the sentence
}

// Interval is the range that holds a value with the probability Level, around
// its best estimate.
type Interval struct{ Center, Lo, Hi, Level float64 }

// Fit finds the coefficients of l that minimise the objective over runs. Nil
// settings stand for the defaults. Its errors name the run and the coordinate:
// a law whose coordinates the runs do not have, too few runs, values that are
// not positive numbers, a pinned value out of range; or say that ctx was done.
func Fit(ctx context.Context, l *law.Law, runs []dataset.Run, s *Settings) (*Result, error) {
	return nil, nil
}

// Predict returns the law's value at p with the interval that the covariance
// gives by the delta method, in the logarithm of the value.
func (r *Result) Predict(p law.Point, level float64) Interval { return Interval{} }

// Scheme says what a bootstrap draws.
type Scheme string

// The schemes.
const (
	Rows  Scheme = "rows"  // runs, with replacement
	Sizes Scheme = "sizes" // whole model sizes with all their runs, or whole curves where there are some
)

// Samples are the coefficients of refits to resampled runs.
type Samples struct {
	Law    *law.Law
	Scheme Scheme
	Seed   uint64
	Theta  [][]float64 // by resample, in order; those that failed are left out
	Failed int
}

// Bootstrap refits r to the resamples from ≤ i < to. Resample i depends on the
// seed and on i alone, so parts may be computed anywhere and put together with
// Merge. Progress, which may be nil, is called now and then with how many are done.
func Bootstrap(ctx context.Context, r *Result, runs []dataset.Run, scheme Scheme, from, to int, progress func(done int)) (*Samples, error) {
	return nil, nil
}

// Merge puts parts together in their order.
func Merge(parts ...*Samples) *Samples { return nil }

// SE returns the standard deviation of each coefficient over the samples.
func (s *Samples) SE() []float64 { return nil }

// Coefs returns the percentile interval of each coefficient around theta.
func (s *Samples) Coefs(theta []float64, level float64) []Interval { return nil }

// Predict returns the percentile interval of the law's value at p around center.
func (s *Samples) Predict(p law.Point, center, level float64) Interval { return Interval{} }

// Curve is a profile: for each value at which the coefficient Coef was held, the
// least objective over the others.
type Curve struct {
	Coef     int
	At       []float64
	Value    []float64
	Theta    [][]float64 // the coefficients there
	Limit    float64     // the objective at the ends of the interval
	Interval Interval
	Open     [2]bool // the objective stays below Limit to the end of the range, low and high
}

// Profile re-optimises all other coefficients while the one numbered coef is
// moved away from its best value, until the objective passes the limit for the
// level.
func Profile(ctx context.Context, r *Result, runs []dataset.Run, coef int, level float64) (*Curve, error) {
	return nil, nil
}
