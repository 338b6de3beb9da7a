package trial

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/fit"
	"lossline/engine/internal/numtest"
	"lossline/engine/law"
	"lossline/engine/unit"
)

var ctx = context.Background()

var besiroglu = []float64{1.8172, 482.01, 0.3478, 2085.43, 0.3658}

// spread gives a grid of six sizes by five D/N runs of Besiroglu's law, with a
// noise of the given size in ln L.
func spread(noise float64, seed uint64) []dataset.Run {
	rng := rand.New(rand.NewPCG(seed, 1))
	var out []dataset.Run
	for _, n := range numtest.LogGrid(1e8, 3e9, 6) {
		for _, m := range numtest.LogGrid(5, 100, 5) {
			r := dataset.Run{N: unit.Params(n), D: unit.Tokens(n * m)}
			r.C = law.Compute(r.N, r.D)
			r.Loss = law.Chinchilla.Loss(besiroglu, r.Point()) * unit.Loss(math.Exp(noise*rng.NormFloat64()))
			out = append(out, r)
		}
	}
	return out
}

func fitted(t *testing.T, l *law.Law, runs []dataset.Run, s *fit.Settings) *fit.Result {
	t.Helper()
	r, err := fit.Fit(ctx, l, runs, s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func at(n, d float64) law.Point {
	return law.Point{N: unit.Params(n), D: unit.Tokens(d), C: law.Compute(unit.Params(n), unit.Tokens(d))}
}

var squares = &fit.Settings{Objective: fit.Squares}

// For least squares Noise is the usual s = √(RSS/(n−p)), and the prediction with
// one more run is that of the matrix (JᵀJ + jjᵀ)⁻¹·s², here built and inverted
// from scratch.
func TestGainByInvertingTheMatrix(t *testing.T) {
	runs := spread(0.004, 1)
	r := fitted(t, law.Chinchilla, runs, squares)
	target := at(7e10, 1.4e12)
	options := []law.Point{at(6e9, 2e10), at(3e9, 6e10), at(2e8, 6e11), at(1e9, 2e10)}
	a, err := Next(ctx, r, runs, Question{Target: target, Allowance: 1e22, Candidates: options})
	if err != nil {
		t.Fatal(err)
	}
	var rss float64
	for _, x := range r.Residuals {
		rss += x * x
	}
	s2 := rss / float64(len(runs)-5)
	numtest.Near(t, "noise", a.Noise, math.Sqrt(s2), 1e-6)
	variance := func(extra ...law.Point) float64 {
		m := make([][]float64, 5)
		for i := range m {
			m[i] = make([]float64, 5)
		}
		for _, x := range runs {
			extra = append(extra, x.Point())
		}
		for _, p := range extra {
			j := byWorking(r, p)
			for a := range m {
				for b := range m {
					m[a][b] += j[a] * j[b] / s2
				}
			}
		}
		g := byWorking(r, target)
		var v float64
		for i, x := range solve(m, g) {
			v += x * g[i]
		}
		return v
	}
	before := variance()
	numtest.Near(t, "interval before", math.Log(a.Before.Hi/a.Before.Center), 2.0595385527532946*math.Sqrt(before), 1e-5) // t(0.975, 25)
	last := 1.0
	for _, c := range a.Candidates {
		want := math.Sqrt(variance(c.Point) / before)
		numtest.Near(t, "share of the width", 1-c.Gain, want, 1e-5)
		numtest.Near(t, "width after", math.Log(c.After.Hi/c.After.Lo), want*math.Log(a.Before.Hi/a.Before.Lo), 1e-5)
		numtest.Near(t, "gain per FLOP", c.PerFLOP*6*float64(c.Point.N)*float64(c.Point.D), c.Gain, 1e-12)
		if c.Gain > last {
			t.Errorf("gain %g after %g: want the greatest first", c.Gain, last)
		}
		last = c.Gain
	}
	var all []law.Point
	for _, c := range a.Sequence {
		all = append(all, c.Point)
		numtest.Near(t, "share after the sequence", 1-c.Gain, math.Sqrt(variance(all...)/before), 1e-5)
	}
}

// byWorking is the gradient of ln f by ln θ, all of Chinchilla's E, A and B being
// searched by their logarithms, by fourth-order differences.
func byWorking(r *fit.Result, p law.Point) []float64 {
	g := make([]float64, len(r.Theta))
	for i := range g {
		g[i] = numtest.Derivative(func(x float64) float64 {
			theta := slices.Clone(r.Theta)
			if theta[i] = r.Theta[i] + x; r.Law.Coefs[i].Log {
				theta[i] = r.Theta[i] * math.Exp(x)
			}
			return math.Log(float64(r.Law.Loss(theta, p)))
		}, 0, 1e-3)
	}
	return g
}

// solve returns m⁻¹b by Gauss's elimination with pivots.
func solve(m [][]float64, b []float64) []float64 {
	n := len(b)
	a := make([][]float64, n)
	for i := range a {
		a[i] = append(slices.Clone(m[i]), b[i])
	}
	for c := range n {
		for r := c + 1; r < n; r++ {
			if math.Abs(a[r][c]) > math.Abs(a[c][c]) {
				a[r], a[c] = a[c], a[r]
			}
		}
		for r := c + 1; r < n; r++ {
			f := a[r][c] / a[c][c]
			for k := c; k <= n; k++ {
				a[r][k] -= f * a[c][k]
			}
		}
	}
	x := make([]float64, n)
	for r := n - 1; r >= 0; r-- {
		x[r] = a[r][n]
		for k := r + 1; k < n; k++ {
			x[r] -= a[r][k] * x[k]
		}
		x[r] /= a[r][r]
	}
	return x
}

// Brute force: in each of 400 worlds the runs get new noise, and the law is fitted
// to them alone and with each candidate added. The spread of the predictions over
// the worlds must shrink as Next says, and the candidates rank as it says. The
// standard error of a ratio of standard deviations over 400 worlds is some 5 %
// without the noise that the two share.
func TestGainByRefitting(t *testing.T) {
	const worlds, noise = 400, 0.002
	theta := []float64{2, 400, 0.3}
	sizes := numtest.LogGrid(1e7, 1e9, 12)
	draw := func(rng *rand.Rand, n float64) dataset.Run {
		r := dataset.Run{N: unit.Params(n), D: unit.Tokens(20 * n)}
		r.Loss = law.PowerN.Loss(theta, r.Point()) * unit.Loss(math.Exp(noise*rng.NormFloat64()))
		return r
	}
	rng := rand.New(rand.NewPCG(7, 7))
	world := func() (runs []dataset.Run) {
		for _, n := range sizes {
			runs = append(runs, draw(rng, n))
		}
		return runs
	}
	options := []law.Point{at(1e9, 2e10), at(4e9, 8e10), at(3e8, 6e9), at(1e7, 2e8)}
	target := at(1e11, 2e12)
	var base []float64
	with := make([][]float64, len(options))
	for range worlds {
		runs := world()
		predict := func(runs []dataset.Run) float64 {
			return math.Log(float64(law.PowerN.Loss(fitted(t, law.PowerN, runs, squares).Theta, target)))
		}
		base = append(base, predict(runs))
		for k, p := range options {
			with[k] = append(with[k], predict(append(slices.Clone(runs), draw(rng, float64(p.N)))))
		}
	}
	// The expectation at the true coefficients: runs without noise but for a
	// trace that gives the covariance its scale.
	exact := world()
	for i := range exact {
		r := &exact[i]
		r.Loss = law.PowerN.Loss(theta, r.Point()) * unit.Loss(math.Exp(noise*float64(1-2*(i%2))))
	}
	a, err := Next(ctx, fitted(t, law.PowerN, exact, squares), exact, Question{Target: target, Allowance: 1e24, Candidates: options})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range a.Candidates {
		k := slices.IndexFunc(options, func(p law.Point) bool { return p.N == c.Point.N })
		got := sd(with[k]) / sd(base)
		if math.Abs(got-(1-c.Gain)) > 0.05 {
			t.Errorf("N = %g: the spread shrinks to %.3f, predicted %.3f", float64(c.Point.N), got, 1-c.Gain)
		}
	}
	order := func(k int) float64 { return sd(with[k]) }
	ranks := []int{0, 1, 2, 3}
	slices.SortFunc(ranks, func(a, b int) int { return int(math.Copysign(1, order(a)-order(b))) })
	for i, k := range ranks[:2] { // the other two are worth next to nothing
		if options[k].N != a.Candidates[i].Point.N {
			t.Errorf("rank %d: N = %g by refitting, %g predicted", i+1, float64(options[k].N), float64(a.Candidates[i].Point.N))
		}
	}
}

func sd(v []float64) float64 {
	var mean, sum float64
	for _, x := range v {
		mean += x / float64(len(v))
	}
	for _, x := range v {
		sum += (x - mean) * (x - mean)
	}
	return math.Sqrt(sum / float64(len(v)-1))
}

// A second set of the same runs halves the variance: exactly for least squares,
// and for robust objectives as nearly as thirty runs of one noise make their
// sandwich agree with it.
func TestAllRunsAgainHalveTheVariance(t *testing.T) {
	runs := spread(0.004, 3)
	for o, tol := range map[fit.Objective]float64{fit.Squares: 1e-6, fit.Linear: 1e-6, fit.Huber: 0.2, fit.LAD: 0.2} {
		r := fitted(t, law.Chinchilla, runs, &fit.Settings{Objective: o})
		d, err := newDesign(r, runs, at(7e10, 1.4e12))
		if err != nil {
			t.Fatal(err)
		}
		before := d.variance
		for _, x := range runs {
			j, ok := d.gradient(x.Point())
			if !ok {
				t.Fatal("no gradient")
			}
			d.add(j)
		}
		numtest.Near(t, string(o)+": variance", d.variance, before/2, tol)
	}
}

// The grid stays within the allowance and within reach of the runs; a larger
// allowance gains no less.
func TestGrid(t *testing.T) {
	runs := spread(0.004, 4)
	r := fitted(t, law.Chinchilla, runs, nil)
	var top []float64
	for _, allowance := range []unit.FLOPs{1e20, 1e21, 1e22} {
		a, err := Next(ctx, r, runs, Question{Budget: 1e24, Allowance: allowance})
		if err != nil {
			t.Fatal(err)
		}
		best := law.Chinchilla.Frontier(r.Theta, 1e24)
		numtest.Near(t, "target", a.Target.N, best.N, 1e-12)
		for _, c := range a.Candidates {
			p := c.Point
			if numtest.RelErr(float64(law.Compute(p.N, p.D)), float64(p.C)) > 1e-12 || p.C > allowance*(1+1e-9) {
				t.Errorf("candidate %+v costs more than %g", p, float64(allowance))
			}
			if p.N < 0.999e8 || p.N > 3e9*4.001 || p.D/unit.Tokens(p.N) < 5/4.001 || p.D/unit.Tokens(p.N) > 400.1 {
				t.Errorf("candidate %+v is out of reach", p)
			}
			if !(c.Gain >= 0 && c.Gain < 1) || !(c.After.Lo >= a.Before.Lo && c.After.Hi <= a.Before.Hi) {
				t.Errorf("candidate %+v gains %g, %+v", p, c.Gain, c.After)
			}
		}
		top = append(top, a.Candidates[0].Gain)
		var cost unit.FLOPs
		for _, c := range a.Sequence {
			cost += c.Point.C
		}
		if len(a.Sequence) == 0 || cost > allowance*(1+1e-9) || a.Sequence[len(a.Sequence)-1].Gain < a.Candidates[0].Gain {
			t.Errorf("sequence of %d runs for %g of %g gains %v", len(a.Sequence), float64(cost), float64(allowance), a.Sequence)
		}
	}
	if !slices.IsSorted(top) {
		t.Errorf("gains %v: a larger allowance gains less", top)
	}
}

// Laws of one coordinate, and of steps.
func TestGridOfOtherLaws(t *testing.T) {
	runs := spread(0.004, 5)
	for i := range runs {
		runs[i].B = 5e5
		runs[i].S = unit.Steps(runs[i].D / 5e5)
	}
	target := at(1e11, 2e12)
	target.B, target.S = 5e5, 4e6
	for _, l := range []*law.Law{law.PowerN, law.PowerD, law.PowerC, law.KaplanNS, law.OverTraining, law.KaplanND} {
		a, err := Next(ctx, fitted(t, l, runs, nil), runs, Question{Target: target, Allowance: 1e22})
		if err != nil {
			t.Errorf("%s: %v", l.ID, err)
			continue
		}
		for _, s := range l.Needs {
			if v := a.Candidates[0].Point.Get(s); !(v > 0) {
				t.Errorf("%s: the best candidate has %s = %g", l.ID, s, v)
			}
		}
		if c := a.Candidates[0]; !(c.Gain > 0 && c.Gain < 1 && c.Point.C > 0 && c.Point.C < 1e22*1.000001) {
			t.Errorf("%s: best candidate %+v", l.ID, c)
		}
	}
}

func TestNextErrors(t *testing.T) {
	runs := spread(0.004, 6)
	r := fitted(t, law.Chinchilla, runs, nil)
	fine := Question{Target: at(7e10, 1.4e12), Allowance: 1e21}
	for _, c := range []struct {
		change func(q *Question)
		want   string
	}{
		{func(q *Question) { q.Allowance = 0 }, "allowance 0 FLOP"},
		{func(q *Question) { q.Allowance = 1e10 }, "allowance 1e+10 FLOP: the cheapest candidate costs"},
		{func(q *Question) { q.Level = 2 }, "level 2"},
		{func(q *Question) { q.Runs = -1 }, "sequence of -1"},
		{func(q *Question) { q.Target.D = 0 }, "target: law chinchilla: D = 0"},
		{func(q *Question) { q.Target = law.Point{} }, "target: law chinchilla: C = 0"},
		{func(q *Question) { q.Candidates = []law.Point{at(1e10, 1e12)} }, "the cheapest candidate costs 6e+22"},
		{func(q *Question) { q.Candidates = []law.Point{at(1e9, 1e10), {N: 1e9}} }, "candidate 2: law chinchilla: D = 0"},
	} {
		q := fine
		c.change(&q)
		if _, err := Next(ctx, r, runs, q); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %q", err, c.want)
		}
	}
	singular := *r
	singular.Cov = nil
	if _, err := Next(ctx, &singular, runs, fine); !errors.Is(err, ErrSingular) {
		t.Errorf("no covariance: %v", err)
	}
	var few *AllowanceError
	if _, err := Next(ctx, r, runs, Question{Target: fine.Target, Allowance: 1}); !errors.As(err, &few) || few.Allowance != 1 {
		t.Errorf("no allowance: %v", err)
	}
	done, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := Next(done, r, runs, fine); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
