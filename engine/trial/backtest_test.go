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

func chinchilla(t *testing.T) []dataset.Run {
	t.Helper()
	d, err := dataset.Chinchilla()
	if err != nil {
		t.Fatal(err)
	}
	return d.Used()
}

// The digitised Chinchilla runs at eight cuts. From the 30 smallest runs the law
// predicts up to 1500 times more compute within 2 % on average, and from about a
// hundred on within 1.2 %, where its residuals on all runs are 0.75 %. With the
// floor held at 1.817 the errors lean less to one side.
func TestChinchillaBackTest(t *testing.T) {
	runs := chinchilla(t)
	r, err := BackTest(ctx, law.Chinchilla, runs, nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	// The Huber optimum of these runs, as in TestFit of package fit.
	numtest.Near(t, "floor", r.At, 1.817218, 1e-5)
	if r.By != law.C || len(r.Cuts) != 8 {
		t.Fatalf("%d cuts by %s, want 8 by C", len(r.Cuts), r.By)
	}
	open, held := 0.0, 0.0
	for i, c := range r.Cuts {
		if c.Below+c.Above != 240 || c.Below < 30 || c.Above < 12 || i > 0 && !(c.At > r.Cuts[i-1].At) {
			t.Errorf("cut %g has %d below and %d above", c.At, c.Below, c.Above)
		}
		for _, f := range []Fitted{c.Free, c.Pinned} {
			limit := 0.02
			if c.Below > 90 {
				limit = 0.012
			}
			if !f.OK() || f.Runs != c.Above || f.Mean > limit || f.Worst < f.Mean || math.Abs(f.Bias) > f.Mean {
				t.Errorf("cut %.3g: %v, errors %+v", c.At, f.Err, f.Errors)
			}
			last := f.Held[len(f.Held)-1]
			numtest.Near(t, "beyond", last.Beyond, c.Beyond, 1e-12)
			numtest.Near(t, "largest C", c.Beyond*c.At, 1.295602267e22, 1e-12) // the last row of the file by compute
		}
		numtest.Near(t, "held floor", c.Pinned.Theta[0], r.At, 1e-15)
		open, held = open+math.Abs(c.Free.Bias), held+math.Abs(c.Pinned.Bias)
	}
	if held > open/2 {
		t.Errorf("biases add up to %.4f with the floor held and %.4f with it free: want less than half", held, open)
	}
}

// What is above a cut must not tell the fit below it: with other losses above, the
// coefficients below stay the same to the last digit.
func TestNothingLeaksThroughTheCut(t *testing.T) {
	runs := spread(0.004, 8)
	cut := []float64{1e20}
	a, err := BackTest(ctx, law.Chinchilla, runs, nil, cut, nil)
	if err != nil {
		t.Fatal(err)
	}
	other := slices.Clone(runs)
	for i := range other {
		if float64(other[i].C) >= cut[0] {
			other[i].Loss *= 1.01
		}
	}
	b, err := BackTest(ctx, law.Chinchilla, other, nil, cut, nil)
	if err != nil {
		t.Fatal(err)
	}
	x, y := a.Cuts[0].Free, b.Cuts[0].Free
	if !slices.Equal(x.Theta, y.Theta) {
		t.Errorf("coefficients %v and %v", x.Theta, y.Theta)
	}
	numtest.Near(t, "predictions against losses 1 % higher", 1+y.Bias, (1+x.Bias)/1.01, 1e-12)
	if a.At == b.At {
		t.Error("the held floor is not that of all runs")
	}
}

func TestPinsOfBackTest(t *testing.T) {
	nan := math.NaN()
	s := &fit.Settings{Pinned: []float64{1.7, nan, 0.34, nan, nan}}
	r, err := BackTest(ctx, law.Chinchilla, spread(0.004, 9), s, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range r.Cuts {
		if c.Free.Theta[0] == 1.7 || c.Pinned.Theta[0] != 1.7 || c.Free.Theta[2] != 0.34 || c.Pinned.Theta[2] != 0.34 {
			t.Errorf("cut %g: %v and %v, want E free and held at 1.7, α held", c.At, c.Free.Theta, c.Pinned.Theta)
		}
	}
	// A law without a floor is fitted once.
	r, err = BackTest(ctx, law.KaplanND, spread(0.004, 9), nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if r.Floor != -1 || r.At != 0 {
		t.Errorf("floor %d at %g of a law without one", r.Floor, r.At)
	}
	for _, c := range r.Cuts {
		if !c.Free.OK() || c.Pinned.OK() || c.Pinned.Err != nil {
			t.Errorf("cut %g: %+v", c.At, c.Pinned)
		}
	}
}

// A cut with too few runs below says so, and does not end the others.
func TestACutThatFails(t *testing.T) {
	runs := spread(0.004, 10)
	sizes := make([]float64, len(runs))
	for i, r := range runs {
		sizes[i] = float64(r.C)
	}
	slices.Sort(sizes)
	r, err := BackTest(ctx, law.Chinchilla, runs, nil, []float64{sizes[3], sizes[15]}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var few *fit.InputError
	if c := r.Cuts[0]; c.Below != 3 || !errors.As(c.Free.Err, &few) || few.Code != fit.InputFew || c.Free.OK() {
		t.Errorf("three runs below: %+v", c.Free)
	}
	if !r.Cuts[1].Free.OK() {
		t.Errorf("the second cut: %v", r.Cuts[1].Free.Err)
	}
}

// The order of the runs is of no consequence, but for rounding.
func TestOrderOfRuns(t *testing.T) {
	runs := spread(0.004, 11)
	a, err := BackTest(ctx, law.Chinchilla, runs, squares, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	mixed := slices.Clone(runs)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	b, err := BackTest(ctx, law.Chinchilla, mixed, squares, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := range a.Cuts {
		numtest.Near(t, "cut", b.Cuts[i].At, a.Cuts[i].At, 1e-12)
		numtest.Near(t, "mean error", b.Cuts[i].Free.Mean, a.Cuts[i].Free.Mean, 1e-4)
	}
}

// Without C and N the runs are ordered by D, without C and D by N.
func TestOrderBySingleCoordinates(t *testing.T) {
	for _, l := range []*law.Law{law.PowerD, law.PowerN} {
		runs := spread(0.004, 12)
		for i := range runs {
			runs[i].C = 0
			if l == law.PowerD {
				runs[i].N = 0
			} else {
				runs[i].D = 0
			}
		}
		r, err := BackTest(ctx, l, runs, nil, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if r.By != l.Needs[0] || len(r.Cuts) == 0 {
			t.Errorf("%s: %d cuts by %s", l.ID, len(r.Cuts), r.By)
		}
	}
}

func TestDefaultCuts(t *testing.T) {
	equal := []float64{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
	if got := DefaultCuts(law.PowerC, equal); got != nil {
		t.Errorf("cuts %v between equal sizes", got)
	}
	if got := DefaultCuts(law.Chinchilla, equal[:6]); got != nil {
		t.Errorf("cuts %v of six runs", got)
	}
	// Five below at least, three above at least: between 5 and 6 … 9 and 10.
	size := []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}
	got := DefaultCuts(law.PowerC, size)
	want := []float64{5, 6, 7, 8, 9}
	if len(got) != len(want) {
		t.Fatalf("cuts %v", got)
	}
	for i, n := range want {
		numtest.Near(t, "cut", got[i], math.Sqrt(n*(n+1)), 1e-14)
	}
}

func TestBackTestErrors(t *testing.T) {
	runs := spread(0.004, 13)
	bad := slices.Clone(runs)
	bad[4].Loss, bad[4].Row = unit.Loss(math.NaN()), 9
	for _, c := range []struct {
		runs []dataset.Run
		cuts []float64
		want string
	}{
		{runs, []float64{1}, "cut 1: 0 runs below it and 30 above"},
		{runs, []float64{1e30}, "cut 1e+30: 30 runs below it and 0 above"},
		{runs, []float64{math.NaN()}, "cut NaN"},
		{bad, nil, "run 5 (line 9)"},
		{[]dataset.Run{{Loss: 3}, {Loss: 2}}, nil, ErrNoScale.Error()},
		{nil, nil, ErrNoScale.Error()},
	} {
		if _, err := BackTest(ctx, law.Chinchilla, c.runs, nil, c.cuts, nil); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %q", err, c.want)
		}
	}
}

func TestBackTestProgressAndCancel(t *testing.T) {
	runs := spread(0.004, 14)
	last, total := 0, 0
	if _, err := BackTest(ctx, law.Chinchilla, runs, nil, nil, func(d, n int) {
		if d <= last && last > 0 || total > 0 && n != total {
			t.Errorf("progress %d of %d after %d of %d", d, n, last, total)
		}
		last, total = d, n
	}); err != nil {
		t.Fatal(err)
	}
	if last == 0 || last != total {
		t.Errorf("progress ends at %d of %d", last, total)
	}
	half, cancel := context.WithCancel(ctx)
	_, err := BackTest(half, law.Chinchilla, runs, nil, nil, func(d, n int) {
		if d > n/2 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
