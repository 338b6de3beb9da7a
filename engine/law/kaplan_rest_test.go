package law

import (
	"errors"
	"math"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/unit"
)

func TestKaplanCrossover(t *testing.T) {
	_, cmin := mustSet(t, "kaplan2020.cmin.1")
	_, d := mustSet(t, "kaplan2020.d.1")
	for id, want := range map[string][4]float64{ // CALC: C* in PF-days, N*, D*, L*
		"kaplan2020.alloc.1": {1.12e4, 1.17e12, 2.48e11, 1.668},
		"kaplan2020.alloc.2": {1.06e5, 6.1e12, 8.1e11, 1.490},
	} {
		_, alloc := mustSet(t, id)
		x, err := KaplanCrossover(cmin, d, alloc)
		if err != nil {
			t.Fatal(err)
		}
		numtest.Near(t, id+": C*", float64(x.C/unit.PFDay), want[0], 5e-3)
		numtest.Near(t, id+": N*", float64(x.N), want[1], 8e-3)
		numtest.Near(t, id+": D*", float64(x.D), want[2], 6e-3)
		numtest.Near(t, id+": L*", float64(x.Loss), want[3], 3e-4)
		// By definition the data's own bound meets the trend there.
		numtest.Near(t, id+": L(D*)", KaplanD.Loss(d, x.Point), x.Loss, 1e-12)
		// PAPER: C* ≈ 1e4, N* ≈ 1e12, D* ≈ 1e12, L* ≈ 1.7, C* good to a factor of
		// about ten, and with it the rest.
		for i, v := range []float64{float64(x.C / unit.PFDay), float64(x.N), float64(x.D)} {
			if off := math.Abs(math.Log10(v / [3]float64{1e4, 1e12, 1e12}[i])); off > 1.1 {
				t.Errorf("%s: coordinate %d is %.2g orders from the paper's", id, i, off)
			}
		}
		numtest.Near(t, id+": L* as printed", float64(x.Loss), 1.7, 0.13)
		if len(x.Warnings) != 1 || x.Warnings[0].Code != CrossoverUncertain {
			t.Errorf("%s: warnings %v", id, x.Warnings)
		}
	}
	_, alloc := mustSet(t, "kaplan2020.alloc.1")
	if _, err := KaplanCrossover([]float64{3.1e8, 0.02}, d, alloc); err == nil {
		t.Error("trends that never meet are no error")
	}
	if _, err := KaplanCrossover(cmin, d[:1], alloc); err == nil {
		t.Error("a short theta is no error")
	}
}

func TestKaplanTheory(t *testing.T) {
	for _, c := range []struct { // CALC, for α_N of Table 5 and of Table 3
		aN, loss, n float64
	}{{0.076, 0.05199, 0.684}, {0.077, 0.05245, 0.681}} {
		e := KaplanTheory(c.aN, 0.21, 0.76)
		numtest.Near(t, "α_C", e.Loss, c.loss, 1e-4)
		numtest.Near(t, "p_N", e.N, c.n, 8e-4)
		numtest.Near(t, "p_B", e.B, 0.250, 0.012) // 0.248 and 0.250
		numtest.Near(t, "p_S", e.S, 0.069, 0.012) // 0.068 and 0.069
		numtest.Near(t, "sum", e.N+e.B+e.S, 1, 1e-14)
		numtest.Near(t, "p_D", e.D, 1-e.N, 1e-14)
		// PAPER, eq. B.7 rounds to 0.052; eq. 6.4 and 6.5 print 4 % more.
		numtest.Near(t, "α_C as in B.7", e.Loss, KaplanAlphaCEqB7, 0.01)
		numtest.Near(t, "α_C as in 6.4", e.Loss, KaplanAlphaCEq64, 0.04)
		numtest.Near(t, "p_N as in 6.5", e.N, KaplanPNEq65, 0.045)
	}
	// PAPER, eq. 6.6: 0.74 of eq. 4.4 times 0.73 of Table 6.
	numtest.Near(t, "exponent of the data needed", 0.74*0.73, KaplanDataExponent, 1e-3)
	// The exponents are those of the frontier of appendix B.
	l, theta := mustSet(t, "kaplan2020.nc.1")
	e := KaplanTheory(theta[1], theta[5], theta[3])
	a, b := l.Frontier(theta, 1e20), l.Frontier(theta, 1e21)
	numtest.Near(t, "slope of N", math.Log10(float64(b.N/a.N)), e.N, 1e-12)
	numtest.Near(t, "slope of B", math.Log10(float64(b.B/a.B)), e.B, 1e-12)
	numtest.Near(t, "slope of S", math.Log10(float64(b.S/a.S)), e.S, 1e-12)
	numtest.Near(t, "slope of D", math.Log10(float64(b.D/a.D)), e.D, 1e-12)
}

func TestKaplanLearningRate(t *testing.T) {
	rate := func(n unit.Params) LearningRate {
		lr, err := KaplanLearningRate(n)
		if err != nil {
			t.Fatal(err)
		}
		return lr
	}
	numtest.WantFunc(t, "LR", func(n unit.Params) float64 { return rate(n).Rate }, map[unit.Params]float64{ // CALC
		1e6: 1.3117e-3, 1e8: 6.693e-4, 1e9: 3.481e-4, 1.5e9: 2.915e-4,
	}, 1.5e-4)
	numtest.Near(t, "LR(1e10)", rate(1e10).Rate, 2.69e-5, 1e-3) // CALC

	// CALC: the rule crosses zero at 1.213e10.
	numtest.Near(t, "zero", float64(KaplanLRZero), 1.213e10, 5e-4)
	numtest.Near(t, "zero", float64(KaplanLRZero), math.Exp(0.003239/0.0001395), 1e-8)
	for _, c := range []struct {
		n     unit.Params
		codes []Code
	}{
		{1e10, nil},
		{1.1e10, []Code{LearningRateBreaks}},
		{1.3e10, []Code{LearningRateBreaks, LearningRateClamped}},
		{1e12, []Code{LearningRateBreaks, LearningRateClamped}},
	} {
		lr := rate(c.n)
		if len(lr.Warnings) != len(c.codes) {
			t.Errorf("N=%g: warnings %v, want %v", float64(c.n), lr.Warnings, c.codes)
			continue
		}
		for i, w := range lr.Warnings {
			if w.Code != c.codes[i] || w.Value != float64(c.n) {
				t.Errorf("N=%g: warning %+v, want %s", float64(c.n), w, c.codes[i])
			}
		}
		if clamped := len(c.codes) == 2; clamped != (lr.Rate == 0) {
			t.Errorf("N=%g: rate %g", float64(c.n), lr.Rate)
		}
	}
	for _, n := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		var ce *CoordinateError
		if _, err := KaplanLearningRate(unit.Params(n)); !errors.As(err, &ce) {
			t.Errorf("LR(%g): %v, want CoordinateError", n, err)
		}
	}
}

// CALC: means of the six lines of Figure 20's legend over T = 1..1024. They
// fall with size, as the paper's models do.
func TestKaplanPosition(t *testing.T) {
	want := []unit.Loss{4.228, 3.581, 3.103, 2.882, 2.581, 2.482}
	if len(KaplanPosition.Sets) != len(want) {
		t.Fatalf("%d sets, want %d", len(KaplanPosition.Sets), len(want))
	}
	for i, s := range KaplanPosition.Sets {
		numtest.Near(t, s.ID, KaplanContextLoss(s.Theta, 1024), want[i], 2e-4)
		// The first token is predicted from nothing: L_∞ + A.
		numtest.Near(t, s.ID+" at T = 1", KaplanContextLoss(s.Theta, 1), unit.Loss(s.Theta[0]+s.Theta[1]), 1e-15)
	}
	if l := KaplanContextLoss(KaplanPosition.Sets[0].Theta, 0); !math.IsNaN(float64(l)) {
		t.Errorf("loss over no context = %g, want NaN", float64(l))
	}
}
