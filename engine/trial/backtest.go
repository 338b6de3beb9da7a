package trial

import (
	"context"
	"fmt"
	"math"

	"lossline/engine/dataset"
	"lossline/engine/fit"
	"lossline/engine/law"
)

// Report is a back-test: what the runs below a cut would have told about those
// above it.
type Report struct {
	Law  *law.Law
	By   law.Symbol  // what is cut: C, or D or N of runs that have nothing else
	Full *fit.Result // the fit to all runs
	Cuts []Cut       // ascending

	Floor int     // index of the coefficient E, which Held holds; -1 if the law has no floor
	At    float64 // the value that it is held at
}

// Cut is a fit to the runs below a budget and its errors on those above it.
type Cut struct {
	At     float64 // FLOP, or tokens or parameters as Report.By says
	Below  int     // runs smaller than At
	Above  int     // the others
	Beyond float64 // the largest run, in multiples of At
	Free   Fitted  // the floor is fitted to the runs below
	Pinned Fitted  // the floor is held at Report.At; empty if there is none
}

// Fitted is one fit of a back-test. Err says why there is none.
type Fitted struct {
	Theta  []float64
	Status fit.Status
	Errors
	Held []Held // ascending in Beyond
	Err  error
}

// OK reports whether the fit succeeded.
func (f *Fitted) OK() bool { return f.Err == nil && f.Theta != nil }

// BackTest fits l to the runs below each cut and predicts the others. A run
// without C gets 6ND. Nil settings stand for the defaults, nil cuts for
// DefaultCuts. Progress, which may be nil, hears how many of all fits are done.
//
// Each cut is fitted twice where the law has a floor: with E free, and with E held
// at the value that the settings pin, or else at that of the fit to all runs. The
// latter knows the future; the difference between the two tells how much of the
// error comes from a floor that small runs cannot see. A cut at which a fit fails
// is named by its Err and does not end the back-test.
//
// Its errors are those of the fit to all runs, ErrNoScale, a cut that leaves no
// runs on one of its sides, or that ctx was done.
func BackTest(ctx context.Context, l *law.Law, runs []dataset.Run, s *fit.Settings, cuts []float64, progress func(done, total int)) (*Report, error) {
	runs, size, by, err := ordered(runs)
	if err != nil {
		return nil, err
	}
	full, err := fit.Fit(ctx, l, runs, s)
	if err != nil {
		return nil, err
	}
	r := &Report{Law: l, By: by, Full: full, Floor: floor(l)}
	free, pinned := r.pins(s)
	if cuts == nil {
		cuts = DefaultCuts(l, size)
	}
	tell := counter(progress, 0, 1+len(cuts)*2)
	tell(1)
	for _, at := range cuts {
		c, err := r.cut(ctx, runs, size, at, settings(s, free), settings(s, pinned))
		if err != nil {
			return nil, err
		}
		r.Cuts = append(r.Cuts, c)
		tell(2)
	}
	return r, nil
}

// counter returns a function that adds to what is done and tells
// progress.
func counter(progress func(done, total int), done, total int) func(int) {
	return func(n int) {
		if done += n; progress != nil {
			progress(done, total)
		}
	}
}

// floor returns the index of the coefficient E, -1 if the law has none.
func floor(l *law.Law) int {
	for i, c := range l.Coefs {
		if c.Symbol == "E" {
			return i
		}
	}
	return -1
}

// pins returns the pins with the floor free and with it held, the latter nil for
// a law without one.
func (r *Report) pins(s *fit.Settings) (open, held []float64) {
	open, held = make([]float64, len(r.Law.Coefs)), make([]float64, len(r.Law.Coefs))
	for i := range open {
		open[i] = math.NaN()
		if s != nil && s.Pinned != nil {
			open[i] = s.Pinned[i]
		}
		held[i] = open[i]
	}
	if r.Floor < 0 {
		return open, nil
	}
	r.At = r.Full.Theta[r.Floor] // the pinned one, if it is
	open[r.Floor], held[r.Floor] = math.NaN(), r.At
	return open, held
}

// cut fits below at, twice, and predicts above it.
func (r *Report) cut(ctx context.Context, runs []dataset.Run, size []float64, at float64, open, held *fit.Settings) (Cut, error) {
	c := Cut{At: at}
	var below, above []int
	for _, i := range rank(size) {
		if size[i] < at {
			below = append(below, i)
		} else {
			above = append(above, i)
		}
		c.Beyond = size[i] / at
	}
	c.Below, c.Above = len(below), len(above)
	if c.Below == 0 || c.Above == 0 {
		return c, fmt.Errorf("cut %g: %d runs below it and %d above: want some on both sides", at, c.Below, c.Above)
	}
	c.Free = r.fitted(ctx, runs, size, at, below, above, open)
	if held.Pinned != nil {
		c.Pinned = r.fitted(ctx, runs, size, at, below, above, held)
	}
	return c, ctx.Err()
}

func (r *Report) fitted(ctx context.Context, runs []dataset.Run, size []float64, at float64, below, above []int, s *fit.Settings) Fitted {
	res, err := fit.Fit(ctx, r.Law, pick(runs, below), s)
	if err != nil {
		return Fitted{Err: err}
	}
	f := Fitted{Theta: res.Theta, Status: res.Status}
	f.Held, f.Err = predict(r.Law, res.Theta, runs, above)
	for k := range f.Held {
		f.Held[k].Beyond = size[f.Held[k].Run] / at
	}
	f.Errors = summarise(f.Held)
	return f
}

// DefaultCuts returns up to eight cuts between different sizes, at even steps
// in the number of runs below. Below each are at least two runs more than the law
// has coefficients and an eighth of all, above at least three and a twentieth.
// Fewer runs than that allow no cut.
func DefaultCuts(l *law.Law, size []float64) []float64 {
	const most = 8
	sorted := make([]float64, len(size))
	for k, i := range rank(size) {
		sorted[k] = size[i]
	}
	first, last := max(len(l.Coefs)+2, len(size)/8), len(size)-max(3, len(size)/20)
	var at []int // how many are below, where a cut is possible
	for k := first; k <= last; k++ {
		if sorted[k-1] < sorted[k] {
			at = append(at, k)
		}
	}
	var out []float64
	chosen := -1
	for j := range most {
		want := first + (last-first)*j/(most-1)
		best := -1
		for _, k := range at {
			if best < 0 || abs(k-want) < abs(best-want) {
				best = k
			}
		}
		if best > chosen {
			chosen = best
			out = append(out, between(sorted[best-1], sorted[best]))
		}
	}
	return out
}

// between returns the geometric mean, or b if that does not part the two.
func between(a, b float64) float64 {
	if m := math.Sqrt(a) * math.Sqrt(b); m > a && m <= b {
		return m
	}
	return b
}

func abs(n int) int { return max(n, -n) }
