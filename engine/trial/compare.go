package trial

import (
	"context"
	"errors"

	"lossline/engine/dataset"
	"lossline/engine/fit"
	"lossline/engine/law"
)

// Family is a law to be compared, with the coefficients that are held; nil: none.
type Family struct {
	Law    *law.Law
	Pinned []float64 // as in fit.Settings
}

// Comparison has the families by what they predict of runs that they were not
// fitted to.
type Comparison struct {
	Rows []Row // the best first
	Left []LeftOut

	By    law.Symbol // what the upper part is large in: C, or D or N
	Cut   float64    // where it begins; 0 if the runs allow no such part
	Below int        // runs under Cut
	Above int
	Folds int // of whole model sizes; 0 if there are too few sizes
}

// Row is one family. Errors without Runs are not known, for the reason in the Err
// beside them.
type Row struct {
	Law  *law.Law
	Full *fit.Result // the fit to all runs: Free, AICc, R2, RMSE, Status

	Beyond    Errors // on the upper part of compute, fitted to the lower
	BeyondErr error
	Folds     Errors // over all folds, each predicted by a fit to the others
	FoldsErr  error

	// How far Beyond.Mean is behind that of the first row, and the standard error of
	// that over the runs held out, taken as independent; zeros where that is not known.
	Behind, BehindSE float64

	DAICc float64 // Full.AICc above the least; comparable under one objective only
}

// Reason says why a family is left out.
type Reason string

// The reasons.
const (
	NeedsCoordinate Reason = "needs"       // Symbols are missing in some of the runs
	OtherOutput     Reason = "output"      // it predicts an error rate where losses are compared, or the reverse
	NoPrediction    Reason = "no-loss"     // it divides budgets and predicts nothing
	FewRuns         Reason = "few-runs"    // fewer runs, or different places of them, than its coefficients want
	NoFit           Reason = "fit-failed"  // Err says why
	NotRepeated     Reason = "no-repeated" // no run repeats its data: the law is that of its first two terms
)

// LeftOut is a family that was not compared.
type LeftOut struct {
	Law     *law.Law
	Reason  Reason
	Symbols []law.Symbol // with NeedsCoordinate
	Err     error        // with NoFit and FewRuns
}

// lowerShare of the runs, by compute, are fitted to predict the others; folds is
// how many parts the model sizes are dealt into.
const (
	lowerShare = 0.7
	folds      = 5
)

var errNotHeldOut = errors.New("the runs allow no part to be held out")

// Compare fits the families to the runs and to parts of them. The upper part of
// compute, 30 % of the runs, is predicted from the lower: that is what a law is
// for, and it decides the order. Beside it, whole model sizes are predicted from
// the other sizes, dealt into five folds by the seed of the settings. Pins of the
// settings are not read, those of each Family are.
//
// Only laws of one output are compared: of losses where all runs have one, else of
// error rates. Progress, which may be nil, hears how many of all fits are done.
// Errors are ErrNoScale, or that ctx was done; what is wrong with one family is in
// Left.
func Compare(ctx context.Context, families []Family, runs []dataset.Run, s *fit.Settings, progress func(done, total int)) (*Comparison, error) {
	runs, size, by, err := ordered(runs)
	if err != nil {
		return nil, err
	}
	c := &Comparison{By: by}
	lower, upper := c.split(size)
	parts := deal(runs, seed(s))
	c.Folds = len(parts)
	each := 2 + len(parts) // fits of a family
	for k, f := range families {
		c.add(ctx, f, runs, s, [][2][]int{{lower, upper}}, parts, counter(progress, each*k, each*len(families)))
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		counter(progress, each*k, each*len(families))(each) // also where a fit failed
	}
	c.sort()
	return c, nil
}

// add compares one family, or leaves it out.
func (c *Comparison) add(ctx context.Context, f Family, runs []dataset.Run, s *fit.Settings, beyond, parts [][2][]int, tell func(int)) {
	if left, ok := admit(f, runs); !ok {
		c.Left = append(c.Left, left)
		return
	}
	full, err := fit.Fit(ctx, f.Law, runs, settings(s, f.Pinned))
	if err != nil {
		c.Left = append(c.Left, failed(f, err))
		return
	}
	tell(1)
	row := Row{Law: f.Law, Full: full}
	row.Beyond, row.BeyondErr = heldOut(ctx, f, runs, s, beyond, tell)
	row.Folds, row.FoldsErr = heldOut(ctx, f, runs, s, parts, tell)
	c.Rows = append(c.Rows, row)
}

func seed(s *fit.Settings) uint64 {
	if s == nil {
		return 0
	}
	return s.Seed
}

// heldOut fits each part's first runs and predicts its second ones.
func heldOut(ctx context.Context, f Family, runs []dataset.Run, s *fit.Settings, parts [][2][]int, tell func(int)) (Errors, error) {
	var all []Held
	for _, p := range parts {
		if len(p[0]) == 0 || len(p[1]) == 0 {
			continue
		}
		r, err := fit.Fit(ctx, f.Law, pick(runs, p[0]), settings(s, f.Pinned))
		tell(1)
		if err != nil {
			return Errors{}, err
		}
		held, err := predict(f.Law, r.Theta, runs, p[1])
		if err != nil {
			return Errors{}, err
		}
		all = append(all, held...)
	}
	if len(all) == 0 {
		return Errors{}, errNotHeldOut
	}
	return summarise(all), nil
}

// split parts the runs at the size nearest to lowerShare of them at which sizes
// differ.
func (c *Comparison) split(size []float64) (lower, upper []int) {
	idx := rank(size)
	want, best := int(lowerShare*float64(len(idx))+0.5), 0
	for k := 1; k < len(idx); k++ {
		if size[idx[k-1]] < size[idx[k]] && (best == 0 || abs(k-want) < abs(best-want)) {
			best = k
		}
	}
	if best == 0 {
		return nil, nil
	}
	c.Cut, c.Below, c.Above = between(size[idx[best-1]], size[idx[best]]), best, len(idx)-best
	return idx[:best], idx[best:]
}

// deal parts the runs into folds of whole model sizes: in an order drawn by the
// seed each size goes to the fold with the fewest runs so far. It returns, for
// each fold, the runs of the others and its own.
func deal(runs []dataset.Run, seed uint64) [][2][]int {
	sizes := bySize(runs)
	if len(sizes) < 2 {
		return nil
	}
	for k := len(sizes) - 1; k > 0; k-- {
		j := int(draw(&seed) % uint64(k+1))
		sizes[k], sizes[j] = sizes[j], sizes[k]
	}
	fold := make([]int, len(runs))
	count := make([]int, min(folds, len(sizes)))
	for _, idx := range sizes {
		least := 0
		for f := range count {
			if count[f] < count[least] {
				least = f
			}
		}
		count[least] += len(idx)
		for _, i := range idx {
			fold[i] = least
		}
	}
	parts := make([][2][]int, len(count))
	for i, own := range fold {
		for f := range parts {
			side := 0
			if f == own {
				side = 1
			}
			parts[f][side] = append(parts[f][side], i)
		}
	}
	return parts
}

// bySize gathers the indexes of the runs by N, ascending, so that what is drawn
// does not depend on the order of the sizes in the file.
func bySize(runs []dataset.Run) [][]int {
	n := make([]float64, len(runs))
	for i, r := range runs {
		n[i] = float64(r.N)
	}
	var out [][]int
	for _, i := range rank(n) {
		if k := len(out) - 1; k >= 0 && n[out[k][0]] == n[i] {
			out[k] = append(out[k], i)
		} else {
			out = append(out, []int{i})
		}
	}
	return out
}

// draw is the next number of SplitMix64 (Steele, Lea & Flood 2014).
func draw(state *uint64) uint64 {
	*state += 0x9e3779b97f4a7c15
	z := *state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}
