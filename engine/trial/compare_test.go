package trial

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// Of runs of Besiroglu's law with a noise of 0.4 % the law itself predicts those
// held out within the noise; laws that miss a term are several times as far off,
// and Akaike's criterion agrees.
func TestCompareFindsTheTrueFamily(t *testing.T) {
	runs := spread(0.004, 20)
	families := []Family{{Law: law.PowerN}, {Law: law.PowerD}, {Law: law.Chinchilla}, {Law: law.KaplanN}}
	last, total := 0, 0
	c, err := Compare(ctx, families, runs, nil, func(d, n int) { last, total = d, n })
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Rows) != 4 || c.Rows[0].Law != law.Chinchilla || last != total || total != 4*7 {
		t.Fatalf("%d rows, the first %s; progress %d of %d", len(c.Rows), c.Rows[0].Law.ID, last, total)
	}
	if best := c.Rows[0]; best.DAICc != 0 || best.Beyond.Mean > 0.01 || best.Folds.Mean > 0.006 || best.Beyond.Runs != c.Above || best.Folds.Runs != len(runs) {
		t.Errorf("the true family: %+v", best)
	}
	for i, r := range c.Rows[1:] {
		if r.DAICc < 50 || r.Folds.Mean < 3*c.Rows[0].Folds.Mean || r.Beyond.Mean < c.Rows[i].Beyond.Mean {
			t.Errorf("%s: ΔAICc %g, folds %g, beyond %g", r.Law.ID, r.DAICc, r.Folds.Mean, r.Beyond.Mean)
		}
	}
	if c.By != law.C || c.Below+c.Above != 30 || c.Below != 21 || c.Folds != 5 {
		t.Errorf("%d below and %d above %g %s, %d folds", c.Below, c.Above, c.Cut, c.By, c.Folds)
	}
}

func TestLeftOut(t *testing.T) {
	runs := spread(0.004, 21)
	c, err := Compare(ctx, []Family{
		{Law: law.KaplanNS}, {Law: law.DataConstrained}, {Law: law.ErrorOfLoss}, {Law: law.PowerAllocation},
		{Law: law.PowerN}, {Law: law.PowerN, Pinned: []float64{1}},
	}, runs, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []Reason
	for _, l := range c.Left {
		got = append(got, l.Reason)
	}
	if want := []Reason{NeedsCoordinate, NotRepeated, OtherOutput, NoPrediction, NoFit}; !slices.Equal(got, want) {
		t.Errorf("reasons %v, want %v", got, want)
	}
	if s := c.Left[0].Symbols; !slices.Equal(s, []law.Symbol{law.S}) {
		t.Errorf("Kaplan's L(N,S) misses %v, want S", s)
	}
	if c.Left[4].Err == nil || len(c.Rows) != 1 {
		t.Errorf("wrong pins: %v; %d rows", c.Left[4].Err, len(c.Rows))
	}
	four := []dataset.Run{runs[0], runs[7], runs[14], runs[21]} // of different sizes, which a law of N needs
	few, err := Compare(ctx, []Family{{Law: law.Chinchilla}, {Law: law.KaplanN}}, four, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(few.Left) != 1 || few.Left[0].Reason != FewRuns {
		t.Errorf("four runs: %+v", few.Left)
	}
	if same, err := Compare(ctx, []Family{{Law: law.KaplanN}}, runs[:4], nil, nil); err != nil || len(same.Left) != 1 || same.Left[0].Reason != FewRuns {
		t.Errorf("a law of N on four runs of one size: %+v, %v", same, err)
	}
	// Error rates are compared where losses are missing.
	errs := []dataset.Run{{N: 1e8, D: 1e9, Error: 0.8}, {N: 2e8, D: 1e9, Error: 0.7}}
	if l, ok := admit(Family{Law: law.Chinchilla}, errs); ok || l.Reason != OtherOutput {
		t.Errorf("a law of losses for error rates: %+v", l)
	}
	if _, err := Compare(ctx, nil, []dataset.Run{{Loss: 3}}, nil, nil); !errors.Is(err, ErrNoScale) {
		t.Errorf("no scale: %v", err)
	}
	done, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := Compare(done, []Family{{Law: law.PowerN}}, runs, nil, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// Every run is predicted once, by a fit that has not seen its size.
func TestFoldsAreOfWholeSizes(t *testing.T) {
	var runs []dataset.Run
	for i := range 90 {
		n := 1 + i*i%17 // nine sizes, of which some have many runs
		runs = append(runs, dataset.Run{N: unit.Params(n), D: 1, Loss: 1})
	}
	parts := deal(runs, 5)
	if len(parts) != 5 {
		t.Fatalf("%d folds", len(parts))
	}
	seen := make([]int, len(runs))
	for _, p := range parts {
		if len(p[0])+len(p[1]) != len(runs) || len(p[1]) == 0 {
			t.Errorf("a fold of %d and %d runs", len(p[0]), len(p[1]))
		}
		for _, i := range p[1] {
			seen[i]++
			for _, j := range p[0] {
				if runs[i].N == runs[j].N {
					t.Fatalf("N = %g is on both sides", float64(runs[i].N))
				}
			}
		}
	}
	if slices.Min(seen) != 1 || slices.Max(seen) != 1 {
		t.Errorf("runs are predicted %v times", seen)
	}
	if other := deal(runs, 6); slices.EqualFunc(parts, other, func(a, b [2][]int) bool { return slices.Equal(a[1], b[1]) }) {
		t.Error("another seed deals the same folds")
	}
	if one := deal(runs[:1], 5); one != nil {
		t.Errorf("folds %v of a single size", one)
	}
	// The same sizes fall together, however the runs are ordered.
	label := func(runs []dataset.Run) map[unit.Params]int {
		m := map[unit.Params]int{}
		for f, p := range deal(runs, 5) {
			for _, i := range p[1] {
				m[runs[i].N] = f
			}
		}
		return m
	}
	a := label(runs)
	mixed := slices.Clone(runs)
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	for n, f := range label(mixed) {
		if a[n] != f {
			t.Errorf("N = %g is dealt by the order of the runs", float64(n))
		}
	}
}
