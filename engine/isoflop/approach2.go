package isoflop

import (
	"context"
	"fmt"
	"math"

	"lossline/engine/dataset"
	"lossline/engine/num"
)

// Approach2 is approach 2 of Hoffmann et al. 2022 (section 3.2): the runs are
// gathered by budget, through the losses of each budget goes a parabola in ln N,
// and a power law goes through the minima. A run's Weight is that of its loss in
// the parabola; a run without C gets 6ND. Nil options stand for the defaults.
//
// The weights of the minima come from one variance of the residuals, pooled over
// all profiles: by itself a profile has too few runs to tell its own.
//
// The parabola is not the true shape of the profile; Bias says what follows.
//
// Its errors name the run or the option, say that ctx was done, or are an
// *OptimaError.
func Approach2(ctx context.Context, runs []dataset.Run, o *Options) (*Allocation, error) {
	f := o.filled()
	if err := f.check(); err != nil {
		return nil, err
	}
	if err := checkRuns(runs); err != nil {
		return nil, err
	}
	var profiles []Profile
	for _, idx := range group(runs, f.Tolerance) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		profiles = append(profiles, profile(runs, idx, f))
	}
	optima := standardErrors(profiles)
	a, err := Regress(optima, &f)
	if err != nil {
		return nil, &OptimaError{profiles, err}
	}
	a.Profiles = profiles
	if left := len(profiles) - len(optima); left > 0 {
		a.warn(LeftOut, float64(left), float64(len(profiles)))
	}
	if off := furthest(runs); math.Abs(off-1) > 0.02 {
		a.warn(NotSixND, off, 0)
	}
	return a, nil
}

// OptimaError says that fewer than two budgets have a minimum, and keeps the
// profiles, whose Reason says why.
type OptimaError struct {
	Profiles []Profile
	Err      error
}

func (e *OptimaError) Error() string {
	ok := 0
	for i := range e.Profiles {
		if e.Profiles[i].OK() {
			ok++
		}
	}
	return fmt.Sprintf("%d of %d budgets have a minimum between their smallest and largest model: %v", ok, len(e.Profiles), e.Err)
}

func (e *OptimaError) Unwrap() error { return e.Err }

// standardErrors fills SE from the pooled variance of the residuals and returns
// the optima.
func standardErrors(profiles []Profile) []Optimum {
	var rss float64
	dof := 0
	for _, p := range profiles {
		rss += p.rss
		dof += p.dof
	}
	var optima []Optimum
	for i := range profiles {
		p := &profiles[i]
		if !p.OK() {
			continue
		}
		if dof > 0 {
			p.SE = p.unc * math.Sqrt(rss/float64(dof))
		}
		optima = append(optima, p.Optimum)
	}
	return optima
}

// furthest returns C/(6ND) of the run in which it is furthest from 1.
func furthest(runs []dataset.Run) float64 {
	worst := 1.0
	for _, r := range runs {
		if r.C == 0 || r.D == 0 {
			continue
		}
		if v := float64(r.C) / (6 * float64(r.N) * float64(r.D)); math.Abs(num.Log(v)) > math.Abs(num.Log(worst)) {
			worst = v
		}
	}
	return worst
}
