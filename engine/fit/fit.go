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

import "lossline/engine/law"

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

// Codes of a Warning.
const (
	WarnBound    law.Code = "bound"    // Coefs lie at an end of their range
	WarnWeak     law.Code = "weak"     // the runs cannot tell Coefs apart
	WarnSingular law.Code = "singular" // there is no covariance: the runs leave a direction open
	WarnExact    law.Code = "exact"    // as many coefficients as runs: no errors to learn from; Value: runs
	WarnDisagree law.Code = "disagree" // of Value[1] searches only Value[0] found the best value
	WarnStopped  law.Code = "stopped"  // the allowance of steps ran out
)

// Warning is something that a reader of a fit must know, as a value: app/text
// has its sentence.
type Warning struct {
	Code  law.Code
	Coefs []int     // which coefficients it is about
	Value []float64 // its numbers, in the order of the sentence
}
