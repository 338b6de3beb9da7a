package plan

import (
	"errors"
	"math"
	"testing"

	"lossline/engine/law"
	"lossline/engine/unit"
)

// A budget found for a loss, or for tokens, gives just them.
func TestInversesGiveBack(t *testing.T) {
	for _, m := range Methods() {
		for _, c := range []unit.FLOPs{1e18, 5.76e23, 1e26} {
			a := Allocate(m, c, Options{})
			back, err := BudgetForTokens(m, a.D, Options{})
			if err != nil {
				t.Error(err)
			}
			near(t, m.ID+" for tokens", float64(back), float64(c), 1e-9)
			got, err := BudgetForLoss(m, a.Loss, Options{})
			if !a.HasLoss() {
				if !errors.Is(err, law.ErrNoLoss) {
					t.Errorf("%s: error %v, want ErrNoLoss", m.ID, err)
				}
				continue
			}
			if err != nil {
				t.Errorf("%s: %v", m.ID, err)
			}
			near(t, m.ID+" for loss", float64(got), float64(c), 1e-8)
		}
	}
}

// No budget is below Besiroglu's E = 1.8172 (Besiroglu et al. 2024, Table 1), which the
// error names. Just above E the law ends higher than that within BudgetLimits.
func TestUnreachableLoss(t *testing.T) {
	_, err := BudgetForLoss(method(t, "besiroglu2024.1"), 1.80, Options{})
	var u *UnreachableError
	if !errors.As(err, &u) {
		t.Fatalf("error %v", err)
	}
	near(t, "floor", float64(u.Floor), 1.8172, 1e-12)
	var out *OutOfRangeError
	if _, err := BudgetForLoss(method(t, "besiroglu2024.1"), 1.8175, Options{}); !errors.As(err, &out) {
		t.Errorf("error %v", err)
	}
}

// On the frontier of an additive law L − E ∝ C^(−αβ/(α+β)) (Hoffmann et al. 2022,
// eq. 4 put into eq. 2), so the budget for a loss has a closed form.
func TestBudgetForLossClosedForm(t *testing.T) {
	const e, alpha, beta = 1.8172, 0.3478, 0.3658
	m := method(t, "besiroglu2024.1")
	l0 := float64(Allocate(m, 1e21, Options{}).Loss)
	want := 1e21 * math.Pow((2.2-e)/(l0-e), -(alpha+beta)/(alpha*beta))
	got, err := BudgetForLoss(m, 2.2, Options{})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "C", float64(got), want, 1e-9)
}

// Muennighoff et al. 2023: the authors' grid optimum for 1e22 FLOP on 25e9 unique
// tokens has 7.022e9 parameters, 2.3734e11 tokens, 9.49 epochs; the loss at it
// is 2.2256 (README of their repository).
func TestScarce(t *testing.T) {
	s := Scarce(1e22, 25e9)
	if s.Ways[0].Way != Unlimited || s.Ways[1].Way != Repeat {
		t.Fatalf("the order is %v, %v", s.Ways[0].Way, s.Ways[1].Way)
	}
	best := s.Ways[1]
	near(t, "N", float64(best.N), 7.022e9, 0.01)
	near(t, "D", float64(best.D), 2.3734e11, 0.01)
	near(t, "epochs", best.Epochs, 9.49, 0.01)
	if best.Loss > 2.2256440889984477 {
		t.Errorf("the optimum has a loss of %g, the authors' grid found 2.22564", best.Loss)
	}
	last := s.Ways[0].Loss
	for _, w := range s.Ways[1:] {
		if w.Loss < last {
			t.Errorf("%s is out of order", w.Way)
		}
		last = w.Loss
		if float64(w.Cost) > 1e22*(1+1e-9) {
			t.Errorf("%s costs %g of 1e22", w.Way, w.Cost)
		}
		// One pass gives tokens their full worth.
		if w.Epochs == 1 && w.Effective != w.D {
			t.Errorf("%s: %g tokens are worth %g", w.Way, w.D, w.Effective)
		}
	}
}

// With data enough nothing is scarce: repeating is no better than one pass at
// the law's own optimum, which is then among the ways.
func TestScarceWithEnough(t *testing.T) {
	s := Scarce(1e20, 1e13)
	for _, w := range s.Ways[1:] {
		if w.Way == Repeat && w.Epochs < 1-1e-9 {
			t.Errorf("a repetition of %g epochs", w.Epochs)
		}
	}
}

// Published values: DeepSeek LLM 2024 prints for its 7B model a batch of 9.2M and
// LR 4.2e-4, for 67B 19.7M and 3.2e-4; the rest computed in double precision.
func TestHints(t *testing.T) {
	of := func(id string, n unit.Params, d unit.Tokens) Hint {
		for _, h := range Hints(n, d, 2) {
			if h.ID == id {
				return h
			}
		}
		t.Fatalf("no hint %s", id)
		return Hint{}
	}
	at := func(c float64) (unit.Params, unit.Tokens) { return 1e9, unit.Tokens(c / 6e9) }
	for _, c := range []struct{ c, lr, b float64 }{{1e20, 9.86e-4, 1.017e6}, {8.5e22, 4.243e-4, 9.238e6}, {8.6e23, 3.177e-4, 1.970e7}} {
		n, d := at(c.c)
		h := of("deepseek2024", n, d)
		near(t, "DeepSeek LR", h.LR, c.lr, 6e-4)
		near(t, "DeepSeek batch", float64(h.Batch), c.b, 6e-4)
	}
	h := of("steplaw2025", 7e9, 1.4e12)
	near(t, "Step Law LR", h.LR, 9.166e-4, 1e-4)
	near(t, "Step Law batch", float64(h.Batch), 5.00e6, 1e-3)
	h = of("steplaw2025", 1e9, 1e11)
	near(t, "Step Law LR", h.LR, 1.632e-3, 4e-4)
	near(t, "Step Law batch", float64(h.Batch), 1.108e6, 5e-4)
	// Kaplan et al. 2020, eq. D.1 and eq. 5.3 with Table 5.
	k := of("kaplan2020", 1e9, 2e10)
	near(t, "Kaplan LR", k.LR, 3.481e-4, 3e-4)
	near(t, "Kaplan batch", float64(k.Batch), 7.740e6, 1e-4)
}

// A question whose answer lies beyond the budgets that can be planned for has
// none: a loss of 12 before any training, ten tokens, 1e30 tokens.
func TestOutOfRange(t *testing.T) {
	m := method(t, "kaplan2020.1")
	var out *OutOfRangeError
	if _, err := BudgetForLoss(m, 12, Options{}); !errors.As(err, &out) {
		t.Errorf("a loss of 12: %v", err)
	}
	for _, d := range []unit.Tokens{10, 1e30} {
		if c, err := BudgetForTokens(m, d, Options{}); !errors.As(err, &out) {
			t.Errorf("%g tokens: %g FLOP, %v", d, c, err)
		}
	}
}
