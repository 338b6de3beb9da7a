package law

import (
	"math"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/unit"
)

func TestCriticalBatch(t *testing.T) {
	want := map[unit.Loss]unit.Tokens{ // CALC with B_* = 2.1e8
		4: 2.853e5, 3.5: 5.388e5, 3: 1.123e6, 2.5: 2.675e6, 2.4: 3.249e6, 2: 7.740e6,
	}
	numtest.WantFunc(t, "B_crit", CriticalBatch, want, 4.5e-4) // half a unit of the fourth digit
	// The text's B_* is 2e8: 1/1.05 of Table 5's at every loss.
	for l := range want {
		numtest.Near(t, "text/Table 5", KaplanBatches[1].Critical(l)/CriticalBatch(l), 1/1.05, 1e-14)
	}
	// PAPER: doubles for each 13 % by which the loss falls; CALC 13.55 %.
	drop := unit.Loss(1 - 0.1355)
	numtest.Near(t, "B_crit after a fall of 13.55 %", CriticalBatch(3*drop)/CriticalBatch(3), 2, 5e-4)
	for _, l := range []float64{0, -1, math.NaN()} {
		if b := CriticalBatch(unit.Loss(l)); !math.IsNaN(float64(b)) {
			t.Errorf("B_crit(%g) = %g, want NaN", l, float64(b))
		}
	}
	// PAPER, section 5.1: 1-2 million tokens at convergence for the largest
	// models, which end near 2.4 to 3 nats per token.
	if b := CriticalBatch(2.7); b < 1e6 || b > 2e6 {
		t.Errorf("B_crit(2.7) = %g, want 1e6 to 2e6", float64(b))
	}
}

func TestBatchAdjustments(t *testing.T) {
	const b = 1 << 19
	for _, c := range []struct { // CALC at B = 2^19
		loss           unit.Loss
		steps, compute float64
	}{{3, 0.3184, 0.6816}, {4, 0.6476, 0.3524}} {
		crit := CriticalBatch(c.loss)
		numtest.Near(t, "S_min/S", float64(MinSteps(1, b, crit)), c.steps, 2e-4)
		numtest.Near(t, "C_min/C", float64(MinCompute(1, b, crit)), c.compute, 2e-4)
		numtest.Near(t, "S again", StepsAt(MinSteps(7e4, b, crit), b, crit), 7e4, 1e-14)
		numtest.Near(t, "C again", ComputeAt(MinCompute(3e20, b, crit), b, crit), 3e20, 1e-14)
	}
	for _, bad := range []unit.Tokens{0, -1e6} {
		got := []float64{
			float64(MinSteps(1, bad, 1e6)), float64(StepsAt(1, bad, 1e6)),
			float64(MinCompute(1, bad, 1e6)), float64(ComputeAt(1, 1e6, bad)),
		}
		for i, v := range got {
			if !math.IsNaN(v) {
				t.Errorf("adjustment %d at a batch of %g = %g, want NaN", i, float64(bad), v)
			}
		}
	}
}

// Kaplan et al. 2020, eq. 5.1 and 5.2.
func TestTradeoff(t *testing.T) {
	h := Tradeoff{SMin: 5400, EMin: 1.08e10} // Table 6 at 1 PF-day: B_crit = 2e6
	numtest.Near(t, "B_crit", h.Critical(), 2e6, 1e-14)

	s, e := h.AtBatch(h.Critical()) // PAPER: twice of each at the critical batch
	numtest.Near(t, "S at B_crit", s, 2*5400, 1e-14)
	numtest.Near(t, "E at B_crit", e, 2*1.08e10, 1e-14)

	for _, b := range []unit.Tokens{1e3, 1e5, 2e6, 3e7, 1e9} {
		s, e := h.AtBatch(b)
		numtest.Near(t, "E = B·S", e, b*unit.Tokens(s), 1e-14)
		product := (float64(s)/5400 - 1) * (float64(e)/1.08e10 - 1)
		numtest.Near(t, "hyperbola", product, 1, 1e-10)
		numtest.Near(t, "S_min", MinSteps(s, b, h.Critical()), h.SMin, 1e-14)

		again, err := h.TokensFor(s)
		if err != nil {
			t.Error(err)
		}
		numtest.Near(t, "E for S", again, e, 1e-9)
		steps, err := h.StepsFor(e)
		if err != nil {
			t.Error(err)
		}
		numtest.Near(t, "S for E", steps, s, 1e-9)
	}
	for _, s := range []float64{5400, 100, -1, math.NaN()} {
		if e, err := h.TokensFor(unit.Steps(s)); err == nil {
			t.Errorf("tokens for %g steps = %g, want an error", s, float64(e))
		}
	}
	for _, e := range []float64{1.08e10, 0, math.NaN()} {
		if s, err := h.StepsFor(unit.Tokens(e)); err == nil {
			t.Errorf("steps for %g tokens = %g, want an error", e, float64(s))
		}
	}
	if _, err := (Tradeoff{}).TokensFor(1); err == nil {
		t.Error("an empty hyperbola gives tokens")
	}
}
