package fit

import (
	"context"
	"errors"
	"math"
	"testing"
	"time"

	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/unit"
)

func TestBadInput(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	good := func() []dataset.Run { return made(law.Chinchilla, law.Chinchilla.Sets[0].Theta, 12, 0.01) }
	with := func(change func(r *dataset.Run)) []dataset.Run {
		runs := good()
		runs[3].Row = 17
		change(&runs[3])
		return runs
	}
	for _, c := range []struct {
		name   string
		l      *law.Law
		runs   []dataset.Run
		s      *Settings
		code   string
		run    int
		symbol law.Symbol
		coef   int
	}{
		{"no N", law.Chinchilla, with(func(r *dataset.Run) { r.N = 0 }), nil, InputCoordinate, 3, law.N, -1},
		{"NaN", law.Chinchilla, with(func(r *dataset.Run) { r.D = unit.Tokens(nan) }), nil, InputCoordinate, 3, law.D, -1},
		{"infinite", law.PowerC, with(func(r *dataset.Run) { r.C *= unit.FLOPs(inf) }), nil, InputCoordinate, 3, law.C, -1},
		{"no steps", law.KaplanNS, good(), nil, InputCoordinate, 0, law.S, -1},
		{"loss 0", law.Chinchilla, with(func(r *dataset.Run) { r.Loss = 0 }), nil, InputTarget, 3, "", -1},
		{"loss below 0", law.Chinchilla, with(func(r *dataset.Run) { r.Loss = -1 }), &Settings{Objective: Linear}, InputTarget, 3, "", -1},
		{"no error rate", law.ErrorOfLoss, good(), nil, InputTarget, 0, "", -1},
		{"weight below 0", law.Chinchilla, with(func(r *dataset.Run) { r.Weight = -1 }), nil, InputWeight, 3, "", -1},
		{"weight NaN", law.Chinchilla, with(func(r *dataset.Run) { r.Weight = nan }), nil, InputWeight, 3, "", -1},
		{"few", law.Chinchilla, good()[:4], nil, InputFew, -1, "", -1},
		{"none", law.Chinchilla, nil, nil, InputFew, -1, "", -1},
		{"pinned out of range", law.Chinchilla, good(), &Settings{Pinned: []float64{nan, nan, 7, nan, nan}}, InputPinned, -1, "", 2},
		{"pinned below 0", law.Chinchilla, good(), &Settings{Pinned: []float64{-1, nan, nan, nan, nan}}, InputPinned, -1, "", 0},
		{"pins", law.Chinchilla, good(), &Settings{Pinned: []float64{1}}, InputPins, -1, "", -1},
		{"no loss", law.PowerAllocation, good(), nil, InputLaw, -1, "", -1},
		{"delta", law.Chinchilla, good(), &Settings{Delta: -1}, InputDelta, -1, "", -1},
		{"delta NaN", law.Chinchilla, good(), &Settings{Delta: nan}, InputDelta, -1, "", -1},
		{"objective", law.Chinchilla, good(), &Settings{Objective: "mse"}, InputObjective, -1, "", -1},
	} {
		r, err := Fit(context.Background(), c.l, c.runs, c.s)
		var e *InputError
		if r != nil || !errors.As(err, &e) {
			t.Errorf("%s: %v, %v", c.name, r, err)
			continue
		}
		if e.Code != c.code || e.Run != c.run || e.Symbol != c.symbol || e.Coef != c.coef {
			t.Errorf("%s: %+v", c.name, e)
		}
		if c.run == 3 && e.Row != 17 {
			t.Errorf("%s: line %d", c.name, e.Row)
		}
		if e.Error() == "" {
			t.Errorf("%s: no words", c.name)
		}
	}
}

func TestBadRequests(t *testing.T) {
	ctx := context.Background()
	runs := chinchilla(t)
	nan := math.NaN()
	r := fitted(t, law.Chinchilla, runs, &Settings{Pinned: []float64{1.8, nan, nan, nan, nan}})
	code := func(err error) string {
		var e *InputError
		if errors.As(err, &e) {
			return e.Code
		}
		return ""
	}
	if _, err := Bootstrap(ctx, r, runs, "columns", 0, 1, nil); code(err) != InputScheme {
		t.Error(err)
	}
	if _, err := Bootstrap(ctx, r, runs[1:], Rows, 0, 1, nil); code(err) != InputResult {
		t.Error(err)
	}
	for _, coef := range []int{-1, 0, 5} { // the first is pinned
		if _, err := Profile(ctx, r, runs, coef, 0.9); code(err) != InputResult {
			t.Error(coef, err)
		}
	}
	for _, level := range []float64{0, 1, nan} {
		if _, err := Profile(ctx, r, runs, 1, level); code(err) != InputLevel {
			t.Error(level, err)
		}
	}
	if p := r.Predict(law.Point{N: 1e9, D: 2e10}, 2); !math.IsNaN(p.Lo) || math.IsNaN(p.Center) {
		t.Error(p)
	}
}

// As many runs as coefficients are met exactly, and say nothing of their errors.
func TestNoFreedom(t *testing.T) {
	runs := made(law.PowerN, []float64{1.9, 300, 0.3}, 3, 0.01)
	r := fitted(t, law.PowerN, runs, nil)
	if r.Value > 1e-20 || r.Cov != nil || !math.IsNaN(r.SE[1]) || !math.IsInf(r.AICc, 1) {
		t.Errorf("value %g, covariance %v, SE %v, AICc %g", r.Value, r.Cov, r.SE, r.AICc)
	}
	found := false
	for _, w := range r.Warnings {
		found = found || w.Code == WarnExact
	}
	if !found {
		t.Errorf("warnings %v", r.Warnings)
	}
}

// Whatever is under way ends with the context's error.
func TestCancel(t *testing.T) {
	done, cancel := context.WithCancel(context.Background())
	cancel()
	runs := chinchilla(t)
	r := fitted(t, law.Chinchilla, runs, nil)
	_, err := Fit(done, law.Chinchilla, runs, nil)
	if !errors.Is(err, context.Canceled) {
		t.Error("Fit:", err)
	}
	if _, err = Bootstrap(done, r, runs, Rows, 0, 10, nil); !errors.Is(err, context.Canceled) {
		t.Error("Bootstrap:", err)
	}
	if _, err = Profile(done, r, runs, 1, 0.9); !errors.Is(err, context.Canceled) {
		t.Error("Profile:", err)
	}
	many := made(law.Chinchilla, r.Theta, 100000, 0.01)
	for _, o := range []Objective{Huber, LAD} {
		soon, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
		if _, err = Fit(soon, law.Chinchilla, many, &Settings{Objective: o}); !errors.Is(err, context.DeadlineExceeded) {
			t.Error("Fit of many rows:", err)
		}
		cancel()
	}
}
