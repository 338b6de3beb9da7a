package isoflop

import (
	"context"
	"errors"
	"math"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/internal/numtest"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// grid plans n runs per budget, evenly in ln N from e^-half to e^half about
// center times the optimum of the law.
func grid(theta []float64, budgets []float64, half float64, n int, center func(k int) float64) []dataset.Run {
	var out []dataset.Run
	for k, c := range budgets {
		best := float64(law.Chinchilla.Frontier(theta, unit.FLOPs(c)).N) * center(k)
		for i := range n {
			m := best * math.Exp(half*(2*float64(i)/float64(n-1)-1))
			out = append(out, dataset.Run{N: unit.Params(m), C: unit.FLOPs(c), Loss: 1})
		}
	}
	return out
}

var ctx = context.Background()

func centered(int) float64 { return 1 }

// The simulations of Open-Athena/scaling-law-analysis, "Problems with Chinchilla
// Approach 2": 15 runs at each of 1e17, 1e18, … 1e21 FLOP over a factor of 2^±m
// in D about the optimum, extrapolated to 1e24 FLOP. Their files
// extrapolation_error_data.csv and off_center_*_bias_data.csv give the relative
// error of D in percent; α and β differ, A = 406.4, B = 410.7, E = 1.69.
func TestBiasOfPublishedSimulations(t *testing.T) {
	budgets := []float64{1e17, 1e18, 1e19, 1e20, 1e21}
	triple := func(int) float64 { return 1.0 / 3 }                       // three times the tokens
	drift := func(k int) float64 { return math.Pow(3, -float64(k)/4) }   // once to three times
	opposite := func(k int) float64 { return math.Pow(3, float64(k)/4) } // not theirs: the mirror image
	for _, c := range []struct {
		name        string
		alpha, beta float64
		times       float64
		center      func(int) float64
		percent     float64
	}{
		{"symmetric", 0.31, 0.31, 16, centered, 0},
		{"Chinchilla", 0.34, 0.28, 2, centered, -0.326937803732719},
		{"Chinchilla", 0.34, 0.28, 4, centered, -1.301125043704300},
		{"Chinchilla", 0.34, 0.28, 8, centered, -2.902904738135434},
		{"Chinchilla", 0.34, 0.28, 16, centered, -5.100244551712022},
		{"lopsided", 0.465, 0.155, 2, centered, -1.674747716507073},
		{"lopsided", 0.465, 0.155, 16, centered, -23.116308048545221},
		{"off-centre", 0.31, 0.31, 8, triple, 2.645165430356910},
		{"off-centre", 0.31, 0.31, 16, triple, 1.509792259842919},
		{"drifting", 0.31, 0.31, 8, drift, 3.697903197519233},
		{"drifting", 0.31, 0.31, 16, drift, 1.689066535602950},
	} {
		theta := []float64{1.69, 406.4, c.alpha, 410.7, c.beta}
		b, err := BiasOf(ctx, theta, grid(theta, budgets, math.Log(c.times), 15, c.center), &Options{Unweighted: true})
		if err != nil {
			t.Fatal(err)
		}
		got := 100 * (1/b.Factor(1e24) - 1) // 6ND = C: D is off by the inverse factor
		if math.Abs(got-c.percent) > 2e-7 {
			t.Errorf("%s ×%g: D off by %.12g %%, published %.12g %%", c.name, c.times, got, c.percent)
		}
		truth := float64(law.Chinchilla.Frontier(theta, 1e24).D)
		numtest.Near(t, c.name+" D*", b.Found.Tokens.At(1e24), truth*(1+c.percent/100), 3e-9)
	}
	theta := []float64{1.69, 406.4, 0.31, 410.7, 0.31}
	b, err := BiasOf(ctx, theta, grid(theta, budgets, math.Log(16), 15, opposite), &Options{Unweighted: true})
	if err != nil {
		t.Fatal(err)
	}
	// A symmetric law seen in a mirror: computed with numpy.
	numtest.Near(t, "mirrored drift, b", b.Found.Tokens.Exponent-0.5, -0.0014715426991352976, 1e-8)
	// Within a factor of 2 about three times the optimum no run brackets it: the
	// simulations take the vertex all the same, we do not.
	var none *OptimaError
	if _, err := BiasOf(ctx, theta, grid(theta, budgets, math.Log(2), 15, triple), nil); !errors.As(err, &none) || none.Profiles[0].Reason != AboveRuns {
		t.Errorf("a vertex outside of the runs: %v", err)
	}
}

// Besiroglu's law, seven budgets from 1e18 to 1e21 FLOP, nine runs each within a
// factor e^half; numbers by numpy.polyfit, independent of this package.
func TestBiasOfBesiroglusLaw(t *testing.T) {
	_, s, _ := law.SetByID("besiroglu2024.1")
	var budgets []float64
	for k := range 7 {
		budgets = append(budgets, 1e18*math.Pow(10, float64(k)/2))
	}
	for _, c := range []struct {
		half, drift, exponent, factor float64
	}{
		{0.2, 0, 0, 0.9999115036182977}, // narrow and centred: a = β/(α+β)
		{2.5, 0, 0, 0.9862600249064591}, // wide: the prefactor alone is off
		{2.5, 0.3, -0.0006821687048323977, 0.982834421390616},
		{2.5, -0.3, 0.0006821687048322866, 0.9968271922937707},
	} {
		runs := grid(s.Theta, budgets, c.half, 9, func(k int) float64 { return math.Exp(c.drift * float64(k-3)) })
		b, err := BiasOf(ctx, s.Theta, runs, &Options{Unweighted: true})
		if err != nil {
			t.Fatal(err)
		}
		numtest.Near(t, "β/(α+β)", b.True, 0.3658/(0.3478+0.3658), 1e-15)
		if math.Abs(b.Exponent-c.exponent) > 2e-9 {
			t.Errorf("half width %g, drift %g: exponent off by %.10g, want %.10g", c.half, c.drift, b.Exponent, c.exponent)
		}
		numtest.Near(t, "factor at 1e24", b.Factor(1e24), c.factor, 2e-7)
		if e := b.Excess(1e24); !(e >= 0 && e < 1e-4) {
			t.Errorf("half width %g: the loss at the found division is %.3g above the best", c.half, e)
		}
	}
}
