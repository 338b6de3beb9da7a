package law

import (
	"math"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/unit"
)

func muennighoff(t *testing.T) []float64 {
	t.Helper()
	_, s, ok := SetByID("muennighoff2023.1")
	if !ok {
		t.Fatal("no set")
	}
	return s.Theta
}

// The two losses printed in the authors' README, to all of its digits.
func TestDataConstrainedPublished(t *testing.T) {
	theta := muennighoff(t)
	for _, c := range []struct {
		n    unit.Params
		d    unit.Tokens
		want float64
	}{
		{6.34e9, 242e9, 2.2256440889984477},
		{8.67e9, 178e9, 2.2269634075087867},
	} {
		numtest.Near(t, "L", float64(DataConstrained.Loss(theta, Point{N: c.n, D: c.d, U: 25e9})), c.want, 1e-12)
	}
}

// D'/U by epochs, computed in double precision from the constants.
func TestEffectiveTokens(t *testing.T) {
	theta := muennighoff(t)
	for epochs, want := range map[float64]float64{1: 1, 2: 1.968, 4: 3.726, 8: 6.624, 16: 10.582, 40: 15.167} {
		// Half a unit of the last digit quoted.
		if got := float64(EffectiveTokens(theta, unit.Tokens(epochs*1e9), 1e9)) / 1e9; math.Abs(got-want) > 5e-4 {
			t.Errorf("D'/U at %g epochs = %g, want %g", epochs, got, want)
		}
	}
	numtest.Near(t, "D'/U in the limit", float64(EffectiveTokens(theta, unit.Tokens(math.Inf(1)), 1e9))/1e9, 16.388, 1e-4)
	if EffectiveTokens(theta, 5e9, 0) != 5e9 {
		t.Error("without a limit of unique data tokens are not worth themselves")
	}
}

// N_opt = 0.051·U (the paper's α = β), to the digits quoted.
func TestDataOptimalParams(t *testing.T) {
	numtest.Near(t, "N_opt/U", float64(DataOptimalParams(muennighoff(t), 1e9))/1e9, 0.051, 0.01)
}

// The authors' grid optimum at 1e22 FLOP on 25e9 unique tokens: 2.3734e11 tokens,
// 9.49 epochs, 7.022e9 parameters. Near it the loss is flat, so a search on the
// budget meets their grid within its steps.
func TestDataConstrainedOptimum(t *testing.T) {
	theta := muennighoff(t)
	x := numtest.Minimum(func(ln float64) float64 {
		n := math.Exp(ln)
		return float64(DataConstrained.Loss(theta, Point{N: unit.Params(n), D: unit.Tokens(1e22 / (6 * n)), U: 25e9}))
	}, math.Log(1e9), math.Log(1e11))
	numtest.Near(t, "N", math.Exp(x), 7.022e9, 0.01)
	numtest.Near(t, "D", 1e22/(6*math.Exp(x)), 2.3734e11, 0.01)
}
