// Package trial judges a fitted law by what it was not fitted to, and says which
// runs would teach it most.
//
//	BackTest   fit below a budget, predict above it; the floor free and held
//	Compare    families of laws by what they predict of runs held out
//	Next       which runs would shrink the interval of a prediction most
//	FlatRange  the sizes that are nearly as good as the best
package trial

import (
	"errors"
	"fmt"
	"math"

	"lossline/engine/dataset"
	"lossline/engine/fit"
	"lossline/engine/law"
	"lossline/engine/num"
)

// Errors says how far a law is off on runs that it was not fitted to. An error
// is relative, f/y − 1 for the law's value f and the run's y.
type Errors struct {
	Runs  int     // how many were predicted
	Mean  float64 // of |f/y − 1|
	Worst float64 // the largest |f/y − 1|
	Bias  float64 // mean of f/y − 1: above 0 where too much is predicted
	RMS   float64 // root mean square of ln f − ln y

	held []Held
}

// Held is the prediction of one run that was held out.
type Held struct {
	Run    int     // its index in the runs as given
	Beyond float64 // its compute in multiples of the cut
	Error  float64 // f/y − 1
}

func summarise(held []Held) Errors {
	e := Errors{Runs: len(held), held: held}
	for _, h := range held {
		e.Mean += math.Abs(h.Error) / float64(len(held))
		e.Bias += h.Error / float64(len(held))
		e.Worst = max(e.Worst, math.Abs(h.Error))
		r := num.Log1p(h.Error)
		e.RMS += r * r / float64(len(held))
	}
	e.RMS = math.Sqrt(e.RMS)
	return e
}

// behind returns by how much the mean of |f/y − 1| is above that of o on the same
// runs, and the standard error of that: of the differences run by run. It reports
// false where the runs are not the same, or fewer than two.
func (e *Errors) behind(o *Errors) (mean, se float64, ok bool) {
	n := float64(len(e.held))
	if len(e.held) != len(o.held) || n < 2 {
		return 0, 0, false
	}
	var squares float64
	for i, h := range e.held {
		if h.Run != o.held[i].Run {
			return 0, 0, false
		}
		d := math.Abs(h.Error) - math.Abs(o.held[i].Error)
		mean += d / n
		squares += d * d
	}
	return mean, math.Sqrt(max(0, squares-n*mean*mean) / (n * (n - 1))), true
}

// PredictionError says that a fitted law has no value for a run that was held out.
type PredictionError struct {
	Law   string // ID
	Run   int    // index in the runs as given
	Row   int    // line of its file, 0 if from none
	Value float64
}

func (e *PredictionError) Error() string {
	return fmt.Sprintf("law %s, run %d (line %d): the prediction %g is no positive number", e.Law, e.Run+1, e.Row, e.Value)
}

// predict returns the errors of l on the runs with the indexes idx.
func predict(l *law.Law, theta []float64, runs []dataset.Run, idx []int) ([]Held, error) {
	held := make([]Held, 0, len(idx))
	for _, i := range idx {
		f, y := float64(l.Loss(theta, runs[i].Point())), runs[i].Target(l)
		if !(f > 0) || math.IsInf(f, 0) {
			return nil, &PredictionError{l.ID, i, runs[i].Row, f}
		}
		held = append(held, Held{Run: i, Error: f/y - 1})
	}
	return held, nil
}

// ErrNoScale is returned for runs that nothing puts into an order of size.
var ErrNoScale = errors.New("the runs have neither C nor N and D, nor any of them alone: none is larger than another")

// ordered returns the runs with C = 6ND where it was not recorded, how large each
// is, and in what: compute where all have it, else D, else N.
func ordered(runs []dataset.Run) ([]dataset.Run, []float64, law.Symbol, error) {
	out := make([]dataset.Run, len(runs))
	for i, r := range runs {
		if r.C == 0 {
			r.C = law.Compute(r.N, r.D)
		}
		out[i] = r
	}
	for _, s := range []law.Symbol{law.C, law.D, law.N} {
		size := make([]float64, len(out))
		all, largest := true, 0.0
		for i, r := range out {
			size[i] = r.Point().Get(s)
			// A model that is not tuned at all has D = 0, and is the smallest.
			all = all && (size[i] > 0 || size[i] == 0 && s == law.C && r.N > 0)
			largest = max(largest, size[i])
		}
		if all && largest > 0 && !math.IsInf(largest, 0) {
			return out, size, s, nil
		}
	}
	return nil, nil, "", ErrNoScale
}

// pick returns the runs with the indexes idx.
func pick(runs []dataset.Run, idx []int) []dataset.Run {
	out := make([]dataset.Run, len(idx))
	for k, i := range idx {
		out[k] = runs[i]
	}
	return out
}

// rank returns the indexes of v in ascending order of its values.
func rank(v []float64) []int {
	idx := make([]int, len(v))
	for i := range idx {
		idx[i] = i
	}
	sortBy(idx, func(i int) float64 { return v[i] })
	return idx
}

// settings copies s, nil standing for the defaults, with other pins.
func settings(s *fit.Settings, pinned []float64) *fit.Settings {
	var c fit.Settings
	if s != nil {
		c = *s
	}
	c.Pinned = pinned
	return &c
}
