package law

import (
	"errors"
	"math"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/unit"
)

func TestKaplanOverfit(t *testing.T) {
	l, nd := mustSet(t, "kaplan2020.nd.1")
	// Eq. 4.2 by its definition from L(N,D).
	for _, n := range []unit.Params{1e6, 1e8, 1e10} {
		for _, d := range []unit.Tokens{1e8, 1e10, 1e12} {
			whole := l.Loss(nd, Point{N: n, D: unit.Tokens(math.Inf(1))})
			numtest.Near(t, "δL", KaplanOverfit(nd, n, d), float64(l.Loss(nd, Point{N: n, D: d})/whole)-1, 1e-9)
		}
		// CALC: on the paper's rule about 0.0211 for N in 1e6..1e10.
		numtest.Near(t, "δL at 5e3·N^0.74", KaplanOverfit(nd, n, KaplanTokensRule(n)), 0.0211, 0.03)
	}
	numtest.Near(t, "δL on data without limit", KaplanOverfit(nd, 1e9, unit.Tokens(math.Inf(1))), 0, 0)
	for _, bad := range []float64{0, -1e9, math.NaN()} {
		if x := KaplanOverfit(nd, unit.Params(bad), 1e9); !math.IsNaN(x) {
			t.Errorf("δL(N=%g) = %g, want NaN", bad, x)
		}
		if x := KaplanOverfit(nd, 1e9, unit.Tokens(bad)); !math.IsNaN(x) {
			t.Errorf("δL(D=%g) = %g, want NaN", bad, x)
		}
	}
}

func TestKaplanTokensAgainstOverfitting(t *testing.T) {
	_, nd := mustSet(t, "kaplan2020.nd.1")
	// CALC: 5e3·(1e9)^0.74 = 2.285e10, the 22B set. PAPER: models below 1e9
	// parameters overfit little on 22B tokens.
	numtest.Near(t, "rule at 1e9", KaplanTokensRule(1e9), 2.285e10, 3e-4)
	for _, n := range []unit.Params{1e6, 1e9, 1e12} {
		d, err := KaplanTokensFor(nd, n, KaplanNoise)
		if err != nil {
			t.Fatal(err)
		}
		numtest.Near(t, "δL at the answer", KaplanOverfit(nd, n, d), KaplanNoise, 1e-12)
		// CALC: solved for δL = 0.02 the prefactor of N^(α_N/α_D) is 5519.
		numtest.Near(t, "prefactor", float64(d)/math.Pow(float64(n), 0.076/0.103), 5519, 2e-4)
	}
	// PAPER, eq. 4.4: 8 times the model, about 5 times the data; CALC 4.64, and
	// 4.66 by the rounded rule.
	numtest.Near(t, "8 times the model", KaplanDataGrowth(nd, 8), 4.64, 2e-3)
	numtest.Near(t, "8 times the model, rule", KaplanTokensRule(8e9)/KaplanTokensRule(1e9), 4.66, 2e-3)

	for _, c := range []struct{ n, excess float64 }{{0, 0.02}, {-1, 0.02}, {math.NaN(), 0.02}, {1e9, 0}, {1e9, -0.1}, {1e9, math.NaN()}} {
		if d, err := KaplanTokensFor(nd, unit.Params(c.n), c.excess); err == nil {
			t.Errorf("tokens for N=%g, δL=%g: %g, want an error", c.n, c.excess, float64(d))
		}
	}
	if _, err := KaplanTokensFor(nd[:3], 1e9, 0.02); err == nil {
		t.Error("a short theta is no error")
	}
}

// Eq. 5.7 written out with the constants of Table 2 and Table 3.
func TestKaplanStopAfter(t *testing.T) {
	_, nd := mustSet(t, "kaplan2020.nd.1")
	_, ns := mustSet(t, "kaplan2020.ns.1")
	finite := math.Pow(math.Pow(6.4e13/1e8, 0.076/0.103)+1.8e13/1e9, 0.103)
	gap := finite - math.Pow(6.4e13/1e8, 0.076)
	stop, err := KaplanStopAfter(nd, ns, 1e8, 1e9)
	if err != nil {
		t.Fatal(err)
	}
	numtest.Near(t, "S_stop", float64(stop.Steps), 2.1e3/math.Pow(gap, 1/0.76), 1e-10)
	if len(stop.Warnings) != 1 || stop.Warnings[0].Code != StopIsLowerBound {
		t.Errorf("warnings %v, want that it is a bound", stop.Warnings)
	}

	more, err := KaplanStopAfter(nd, ns, 1e8, 1e10)
	if err != nil || more.Steps <= stop.Steps {
		t.Errorf("ten times the data: stop after %g (%v), not later than %g", float64(more.Steps), err, float64(stop.Steps))
	}
	never, err := KaplanStopAfter(nd, ns, 1e8, unit.Tokens(math.Inf(1)))
	if err != nil || !math.IsInf(float64(never.Steps), 1) {
		t.Errorf("data without limit: stop after %g (%v), want never", float64(never.Steps), err)
	}
	// PAPER, section 4.2: the fit is poor on 1/1024 of the data, 2e7 tokens.
	few, err := KaplanStopAfter(nd, ns, 1e8, 2e7)
	if err != nil || len(few.Warnings) != 2 || few.Warnings[1].Code != DataFitPoor {
		t.Errorf("on 2e7 tokens: %v, %v; want a warning about the fit", few.Warnings, err)
	}
	var ce *CoordinateError
	if _, err := KaplanStopAfter(nd, ns, -1, 1e9); !errors.As(err, &ce) || ce.Symbol != N {
		t.Errorf("negative N: %v", err)
	}
	if _, err := KaplanStopAfter(nd, ns[:2], 1e8, 1e9); err == nil {
		t.Error("a short theta is no error")
	}
}
