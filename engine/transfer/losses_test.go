package transfer

import (
	"math"
	"testing"

	"lossline/engine/unit"
)

func textOnWebText2() Losses { return Losses{TextToPython(), WebText2(0)} }

// Computed in double precision by another program from Table 1 of Hernandez et
// al. 2021, Table 2 of Kaplan et al. 2020 and 4.3 characters per token, for 40M
// parameters on 3e5 characters.
func TestLossValues(t *testing.T) {
	l := textOnWebText2()
	const n, d, tol = 4e7, 3e5, 1e-10
	near(t, "from scratch", float64(l.FromScratch(n, d)), 7.351964268430598, tol)
	near(t, "fine-tuned", float64(l.FineTuned(n, d)), 3.9233686181126624, tol)
	near(t, "unified", float64(l.Unified(n, d)), 3.924163941645134, tol)
	near(t, "limit", float64(l.Limit(n)), 2.961509422006738, tol)
	near(t, "gap", l.Gap(n, d), 0.8738907770453808, tol)
	for n, want := range map[unit.Params]float64{1e6: 292714477.61553884, 4e7: 2699484589.9305224, 1e9: 17578108292.833546} {
		got, ok := l.BreakEven(n, 0.01)
		if !ok {
			t.Errorf("no break-even at %v", n)
		}
		near(t, "break-even", float64(got), want, 1e-9)
	}
}

// Eq. 6.1 written out, against Unified.
func TestUnifiedIsEquation61(t *testing.T) {
	l := textOnWebText2()
	const aN, aD, nC, dC = 0.076, 0.103, 6.4e13, 1.8e13 * 4.3
	for _, n := range []float64{1e6, 4e7, 1e9} {
		for _, d := range []float64{1e5, 1e7, 1e9} {
			want := math.Pow(math.Pow(nC/n, aN/aD)+dC/(1.9e4*math.Pow(d, 0.18)*math.Pow(n, 0.38)), aD)
			near(t, "eq. 6.1", float64(l.Unified(unit.Params(n), unit.Chars(d))), want, exact)
		}
	}
}

func TestLossOrder(t *testing.T) {
	b, err := FromLaw(&additive, besiroglu, 4)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range []Losses{textOnWebText2(), {MixToPython(), WebText2(3.2)}, {TextToPython(), b}} {
		for n := unit.Params(1e5); n < 1e10; n *= 10 {
			gap := math.Inf(1)
			for d := unit.Chars(1); d < 1e13; d *= 10 {
				s, f, u, limit := l.FromScratch(n, d), l.FineTuned(n, d), l.Unified(n, d), l.Limit(n)
				if !(s >= f && u >= f && f >= limit) {
					t.Fatalf("N %v, D_F %v: from scratch %v, fine-tuned %v, unified %v, limit %v", n, d, s, f, u, limit)
				}
				// By the meaning of D_E: from scratch on D_E is fine-tuned on D_F.
				near(t, "loss at D_E", float64(l.FromScratch(n, l.Set.Effective(n, d))), float64(f), exact)
				if g := l.Gap(n, d); !(g < gap) {
					t.Fatalf("N %v, D_F %v: the gap rises from %v to %v", n, d, gap, g)
				} else {
					gap = g
				}
				// In the low-data regime the two forms agree to 1/multiplier.
				if m := l.Set.Multiplier(n, d); m > 1000 && u/f > 1.001 {
					t.Errorf("N %v, D_F %v, multiplier %v: eq. 6.1 is %v, at D_E %v", n, d, m, u, f)
				}
			}
		}
	}
}

func TestBreakEvenCloses(t *testing.T) {
	l := textOnWebText2()
	for _, tol := range []float64{0.001, 0.01, 0.1} {
		for n := unit.Params(1e5); n < 1e11; n *= 10 {
			d, ok := l.BreakEven(n, tol)
			if !ok {
				t.Fatalf("no break-even at N %v, tolerance %v", n, tol)
			}
			near(t, "gap at the break-even", l.Gap(n, d), tol, 1e-6)
		}
	}
	if d, ok := l.BreakEven(1e8, 1e9); ok {
		t.Errorf("a gap of 1e9 at %v characters", d)
	}
}

func TestDataForCloses(t *testing.T) {
	l := textOnWebText2()
	for _, target := range []unit.Loss{3.0, 3.2, 3.5, 3.9} {
		s, f, ok := l.DataFor(4e7, target)
		if !ok {
			t.Fatalf("%v is out of reach", target)
		}
		near(t, "loss from scratch", float64(l.FromScratch(4e7, s)), float64(target), 1e-9)
		near(t, "loss fine-tuned", float64(l.FineTuned(4e7, f)), float64(target), 1e-9)
	}
	if _, _, ok := l.DataFor(4e7, 2.9); ok { // the limit is 2.9615
		t.Error("a loss below the limit is reached")
	}
}

// L(N,∞) = (N_C/N)^α_N, so N = N_C/L^(1/α_N).
func TestParamsFor(t *testing.T) {
	l := textOnWebText2()
	n, ok := l.ParamsFor(3)
	if !ok {
		t.Fatal("no size reaches a loss of 3")
	}
	near(t, "N", float64(n), 33749607.59471761, 1e-9)
	if _, ok := l.ParamsFor(0.01); ok {
		t.Error("a size above 1e30 is offered")
	}
}
