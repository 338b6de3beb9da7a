// Package isoflop divides a budget without a law of the loss: by the minima of
// isoFLOP profiles and by the minimum over training curves, approaches 2 and 1
// of Hoffmann et al. 2022, section 3.
//
//	Approach2  per budget C a parabola of the loss in ln N; its minimum N*; N* = k·C^a
//	Approach1  per C the run with the least loss so far; its N; N = k·C^a
//	Regress    the last step alone, on optima that somebody else found
//	Bias       what approach 2 gets wrong on this very grid of runs, if a law is true
//
// All of them give an Allocation, whose Theta is that of law.PowerAllocation.
package isoflop

import (
	"fmt"
	"math"

	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// Options are what a person may decide. The zero value has the defaults.
type Options struct {
	// Tolerance is how far apart two runs of one budget may be: ln C differs by
	// ln(1 + Tolerance) at most. 0: 0.05.
	Tolerance float64
	// Window leaves out of a profile the runs whose N is more than this factor
	// away from that of the profile's best run. Far from the minimum the loss is no
	// parabola. 0: all runs take part.
	Window     float64
	LogLoss    bool    // a parabola of ln L and not of L
	Unweighted bool    // all budgets count alike, and not by 1/SE² of their ln N*
	Level      float64 // of the intervals; 0: 0.95
}

func (o *Options) filled() Options {
	var f Options
	if o != nil {
		f = *o
	}
	if f.Tolerance == 0 {
		f.Tolerance = 0.05
	}
	if f.Level == 0 {
		f.Level = 0.95
	}
	return f
}

// check names an option that has no meaning.
func (o Options) check() error {
	switch {
	case !(o.Tolerance > 0) || math.IsInf(o.Tolerance, 0):
		return fmt.Errorf("tolerance of a budget %g: want a positive number", o.Tolerance)
	case o.Window != 0 && !(o.Window > 1):
		return fmt.Errorf("window %g: want a factor above 1", o.Window)
	case !(o.Level > 0 && o.Level < 1):
		return fmt.Errorf("level %g: want a number between 0 and 1", o.Level)
	}
	return nil
}

// Optimum is the best division of one budget.
type Optimum struct {
	C    unit.FLOPs
	N    unit.Params
	D    unit.Tokens // 0 stands for C/(6N)
	Loss unit.Loss   // 0 if unknown
	SE   float64     // standard error of ln N; 0 if unknown
}

// tokens is D with its default.
func (o Optimum) tokens() unit.Tokens {
	if o.D > 0 {
		return o.D
	}
	return unit.Tokens(float64(o.C) / (6 * float64(o.N)))
}

// Allocation is how the best N and D grow with the budget.
type Allocation struct {
	Params   Power // N* = k·C^a
	Tokens   Power // D* = k'·C^b; b = 1 − a only if C = 6ND in all runs
	Optima   []Optimum
	Weighted bool // the optima counted by 1/SE²
	Warnings []law.Warning

	Profiles []Profile // of approach 2, also those without a minimum; ascending C
	Envelope []Step    // of approach 1, also the steps left out; ascending C
}

// Theta are the coefficients {k, a} of law.PowerAllocation.
func (a *Allocation) Theta() []float64 { return []float64{a.Params.Coef, a.Params.Exponent} }

// The codes of warnings, and why a Profile or a Step gives no optimum.
const (
	FewSizes    law.Code = "few-sizes"   // a profile of fewer than three model sizes
	NoMinimum   law.Code = "no-minimum"  // the parabola does not open upwards
	BelowRuns   law.Code = "below-runs"  // its minimum is below the smallest model of the profile
	AboveRuns   law.Code = "above-runs"  // its minimum is above the largest model of the profile
	CurveEnd    law.Code = "curve-end"   // the best curve begins or ends here
	NoSmaller   law.Code = "no-smaller"  // the next smaller model was not being trained at this budget
	NoLarger    law.Code = "no-larger"   // the next larger model was not being trained at this budget
	LeftOut     law.Code = "left-out"    // Value of Limit profiles or steps give no optimum
	NotWeighted law.Code = "unweighted"  // SE of an optimum is unknown or 0: all count alike
	NotSixND    law.Code = "not-6nd"     // C is Value times 6ND in the run that is furthest off
	NoInterval  law.Code = "no-interval" // only two optima: the power law passes through both
)

// RunError reports a run that cannot be used.
type RunError struct {
	Index  int // in the runs as given, from 0
	Run    dataset.Run
	Symbol law.Symbol
	Value  float64
}

func (e *RunError) Error() string {
	place := fmt.Sprintf("run %d", e.Index+1)
	if e.Run.Row > 0 {
		place = fmt.Sprintf("row %d", e.Run.Row)
	}
	if e.Run.Name != "" {
		place += " (" + e.Run.Name + ")"
	}
	return fmt.Sprintf("%s: %s = %g: want a positive number", place, e.Symbol, e.Value)
}

// Compute is the run's C, or 6ND where it records none.
func Compute(r dataset.Run) unit.FLOPs {
	if r.C == 0 {
		return law.Compute(r.N, r.D)
	}
	return r.C
}

// checkRuns names the first run without a positive N, C (or D for it) or loss.
func checkRuns(runs []dataset.Run) error {
	good := func(v float64) bool { return v > 0 && !math.IsInf(v, 0) }
	for i, r := range runs {
		switch {
		case !good(float64(r.N)):
			return &RunError{i, r, law.N, float64(r.N)}
		case !good(float64(r.Loss)):
			return &RunError{i, r, law.L, float64(r.Loss)}
		case r.D != 0 && !good(float64(r.D)):
			return &RunError{i, r, law.D, float64(r.D)}
		case !good(float64(Compute(r))):
			return &RunError{i, r, law.C, float64(Compute(r))}
		case r.Weight != 0 && !good(r.Weight):
			return &RunError{i, r, "weight", r.Weight}
		}
	}
	return nil
}
