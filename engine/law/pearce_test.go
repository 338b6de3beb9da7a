package law

import (
	"math"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/unit"
)

func TestPearceConversion(t *testing.T) {
	for _, gamma := range []float64{0, 1e-9, 1, PearceGamma, 1e9} {
		for _, n := range numtest.LogGrid(1, 1e15, 31) {
			total, err := TotalParams(unit.Params(n), gamma)
			if err != nil {
				t.Fatal(err)
			}
			numtest.Near(t, "N_T", float64(total), n+gamma*math.Pow(n, 1.0/3), 1e-14)
			back, err := NonEmbeddingParams(total, gamma)
			if err != nil {
				t.Fatal(err)
			}
			numtest.Near(t, "N again", float64(back), n, 1e-13)
		}
	}
}

// By hand: for N = 1e9, N^(1/3) = 1e3 and N_T = 1e9 + 4.7491e7.
func TestPearceValue(t *testing.T) {
	total, err := TotalParams(1e9, PearceGamma)
	if err != nil {
		t.Fatal(err)
	}
	numtest.Near(t, "N_T(1e9)", total, 1.047491e9, 1e-15)
	n, err := NonEmbeddingParams(1.047491e9, PearceGamma)
	if err != nil {
		t.Fatal(err)
	}
	numtest.Near(t, "N(1.047491e9)", n, 1e9, 1e-14)
}

// PAPER: γ = 47491 for a vocabulary of 32e3 and an aspect ratio of 39.2, which
// is rounded.
func TestPearceGamma(t *testing.T) {
	numtest.Near(t, "γ", PearceGammaFor(32e3, 39.2), PearceGamma, 5e-4)
	// From the counts themselves: N = 12·n·d², embedding V·d, for n = 24, d = 24·39.2.
	const layers, width = 24, 24 * 39.2
	n := unit.Params(12 * layers * width * width)
	total, err := TotalParams(n, PearceGammaFor(32e3, 39.2))
	if err != nil {
		t.Fatal(err)
	}
	numtest.Near(t, "embedding", float64(total-n), 32e3*width, 1e-9)
	if g := PearceGammaFor(32e3, -1); !math.IsNaN(g) {
		t.Errorf("γ for a negative aspect = %g, want NaN", g)
	}
}

func TestPearceErrors(t *testing.T) {
	for _, c := range [][2]float64{
		{0, 1}, {-1, 1}, {math.NaN(), 1}, {math.Inf(1), 1}, {1e9, -1}, {1e9, math.NaN()}, {1e9, math.Inf(1)},
	} {
		if n, err := TotalParams(unit.Params(c[0]), c[1]); err == nil {
			t.Errorf("TotalParams(%g, %g) = %g, want an error", c[0], c[1], float64(n))
		}
		if n, err := NonEmbeddingParams(unit.Params(c[0]), c[1]); err == nil {
			t.Errorf("NonEmbeddingParams(%g, %g) = %g, want an error", c[0], c[1], float64(n))
		}
	}
}
