package fit

import (
	"context"
	"math"
	"slices"

	"lossline/engine/dataset"
	"lossline/engine/law"
)

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

// resampler refits one fit to many resamples. A resample is a weight for each
// row: how often it was drawn, times its own.
type resampler struct {
	f      *fitter
	o      objective
	origin vector // of the fit to all runs, from which each search sets out
	own    []float64
	groups [][]int // rows that are drawn together
	seed   uint64
	count  []int
}

// Bootstrap refits r to the resamples from ≤ i < to. Resample i depends on the
// seed and on i alone, so parts may be computed anywhere and put together with
// Merge. Progress, which may be nil, is called now and then with how many are done.
//
// A resample has failed if it has fewer different runs than free coefficients,
// or if its search came to no end. Runs must be those of r, in the same order.
func Bootstrap(ctx context.Context, r *Result, runs []dataset.Run, scheme Scheme, from, to int, progress func(done int)) (*Samples, error) {
	b, err := newResampler(ctx, r, runs, scheme)
	if err != nil {
		return nil, err
	}
	out := &Samples{Law: r.Law, Scheme: scheme, Seed: r.Settings.Seed}
	for i := from; i < to; i++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		theta, err := b.refit(i)
		switch {
		case err != nil:
			return nil, err
		case theta == nil:
			out.Failed++
		default:
			out.Theta = append(out.Theta, theta)
		}
		if done := i - from + 1; progress != nil && (done%64 == 0 || i+1 == to) {
			progress(done)
		}
	}
	return out, nil
}

func newResampler(ctx context.Context, r *Result, runs []dataset.Run, scheme Scheme) (*resampler, error) {
	f, o, u, err := reopen(ctx, r, runs)
	if err != nil {
		return nil, err
	}
	b := &resampler{f: f, o: o, origin: u, seed: r.Settings.Seed, own: slices.Clone(f.all.table.w)}
	switch scheme {
	case Rows:
		b.groups = make([][]int, len(runs))
		for i := range runs {
			b.groups[i] = []int{i}
		}
	case Sizes:
		b.groups = sizes(runs)
	default:
		return nil, wrong(InputScheme, math.NaN())
	}
	b.count = make([]int, len(runs))
	return b, f.all.measure(&o, &u)
}

// reopen prepares more searches for a fit that has been made.
func reopen(ctx context.Context, r *Result, runs []dataset.Run) (f *fitter, o objective, u vector, err error) {
	set, err := settle(r.Law, &r.Settings)
	if err != nil {
		return nil, o, u, err
	}
	if len(r.Theta) != len(r.Law.Coefs) || r.Rows != 0 && r.Rows != len(runs) {
		return nil, o, u, wrong(InputResult, float64(len(runs)))
	}
	o = set.objective()
	t, err := newTable(ctx, r.Law, runs, o.linear)
	if err != nil {
		return nil, o, u, err
	}
	f = newFitter(ctx, r.Law, set, t)
	for i, v := range r.Theta {
		u[i] = into(&r.Law.Coefs[i], v)
	}
	return f, o, f.all.clamp(u), nil
}

// sizes groups runs by their curve, or where they have none by their N.
func sizes(runs []dataset.Run) [][]int {
	type key struct {
		curve string
		n     float64
	}
	at := map[key]int{}
	var out [][]int
	for i, r := range runs {
		k := key{curve: r.Curve}
		if k.curve == "" {
			k.n = float64(r.N)
		}
		g, ok := at[k]
		if !ok {
			g = len(out)
			at[k] = g
			out = append(out, nil)
		}
		out[g] = append(out[g], i)
	}
	return out
}

// draw sets the weights to those of resample i, and returns how many different
// rows it has.
func (b *resampler) draw(i int) (different int) {
	clear(b.count)
	state := stream(b.seed, i)
	for range b.groups {
		for _, row := range b.groups[below(&state, len(b.groups))] {
			b.count[row]++
		}
	}
	w := b.f.all.table.w
	for row, n := range b.count {
		w[row] = b.own[row] * float64(n)
		if n > 0 {
			different++
		}
	}
	return different
}

// refit returns the coefficients of resample i, nil if it failed.
func (b *resampler) refit(i int) ([]float64, error) {
	if b.draw(i) < b.f.free() {
		return nil, nil
	}
	u, v, status, err := b.search()
	if err != nil {
		return nil, err
	}
	if status == Stopped || math.IsNaN(v) || math.IsInf(v, 0) {
		return nil, nil
	}
	theta := make([]float64, b.f.all.n)
	for j := range theta {
		theta[j] = outOf(&b.f.law.Coefs[j], u[j])
		if b.f.all.pinned[j] {
			theta[j] = b.f.set.Pinned[j]
		}
	}
	return theta, nil
}

// search finds the optimum of the resample that was drawn, from that of all runs.
func (b *resampler) search() (vector, float64, Status, error) {
	u := b.origin
	s := b.f.all
	if b.o.scale == 1 {
		v, status, err := s.run(&b.o, &u, quick, 0, maxSteps)
		return u, v, status, err
	}
	v, status, err := s.descend(b.o, &u, s.middle(&b.o, &u), quick, maxSteps)
	return u, v, status, err
}
