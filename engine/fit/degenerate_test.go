package fit

import (
	"context"
	"errors"
	"math"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// growing has n runs of growing sizes, all with the loss y(i).
func growing(n int, y func(i int) float64) []dataset.Run {
	out := make([]dataset.Run, n)
	for i := range out {
		size := 1e8 * math.Pow(1.1, float64(i))
		out[i] = dataset.Run{N: unit.Params(size), D: unit.Tokens(20 * size * (1 + 0.1*float64(i%7))), Loss: unit.Loss(y(i))}
		out[i].C = law.Compute(out[i].N, out[i].D)
	}
	return out
}

// Runs from which no law follows are refused with the reason, in place of the
// coefficients at which a search happens to end.
func TestDegenerateRuns(t *testing.T) {
	constant := growing(50, func(int) float64 { return 2.9 })
	same := make([]dataset.Run, 50)
	noisy := make([]dataset.Run, 50)
	for i := range same {
		same[i], noisy[i] = constant[0], constant[0]
		noisy[i].Loss += unit.Loss(1e-3 * float64(i%5))
	}
	few := append(append([]dataset.Run{}, noisy...), growing(3, func(i int) float64 { return 3 - 0.1*float64(i) })...)
	for _, c := range []struct {
		what       string
		runs       []dataset.Run
		code       string
		have, want float64
	}{
		{"fifty identical rows", same, InputDistinct, 1, 5},
		{"fifty runs of one setting", noisy, InputDistinct, 1, 5},
		{"three settings", few, InputDistinct, 3, 5},
		{"constant losses", constant, InputConstant, 2.9, 0},
		{"four runs", constant[:4], InputFew, 4, 5},
	} {
		_, err := Fit(context.Background(), law.Chinchilla, c.runs, nil)
		var in *InputError
		if !errors.As(err, &in) || in.Code != c.code || in.Value != c.have || in.Want != c.want {
			t.Errorf("%s: %v", c.what, err)
		}
	}
	// Held coefficients need no runs, and one alone may pass through equal losses.
	nan := math.NaN()
	if _, err := Fit(context.Background(), law.PowerN, constant, &Settings{Pinned: []float64{nan, 400, 0.34}}); err != nil {
		t.Errorf("the floor alone: %v", err)
	}
}
