package isoflop

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/internal/numtest"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// trained gives each size a curve of the law between two numbers of tokens.
func trained(theta, sizes []float64, from, to float64, checkpoints int) []dataset.Run {
	var out []dataset.Run
	for _, n := range sizes {
		for _, d := range numtest.LogGrid(from, to, checkpoints) {
			r := dataset.Run{N: unit.Params(n), D: unit.Tokens(d), Curve: fmt.Sprintf("%.3g", n)}
			r.Loss = law.Chinchilla.Loss(theta, r.Point())
			out = append(out, r)
		}
	}
	return out
}

// On curves that follow Besiroglu's law the envelope is the law's frontier, but
// for the steps between the sizes (a factor of 1.08, so that N is off by 4 % at
// most) and for chords that lie above the curves.
func TestEnvelopeOfAKnownLaw(t *testing.T) {
	_, s, _ := law.SetByID("besiroglu2024.1")
	runs := trained(s.Theta, numtest.LogGrid(5e7, 2e10, 80), 1e8, 1e13, 120)
	a, err := Approach1(ctx, runs, nil)
	if err != nil {
		t.Fatal(err)
	}
	truth := 0.3658 / (0.3478 + 0.3658)
	numtest.Near(t, "a", a.Params.Exponent, truth, 2e-3)
	numtest.Near(t, "b", a.Tokens.Exponent, 1-truth, 2e-3)
	for _, st := range a.Optima {
		best := law.Chinchilla.Frontier(s.Theta, st.C)
		if off := math.Abs(math.Log(float64(st.N / best.N))); off > 0.05 {
			t.Errorf("C = %g: N %g, the law's best %g", float64(st.C), float64(st.N), float64(best.N))
		}
		numtest.Near(t, "6ND", 6*float64(st.N)*float64(st.D), float64(st.C), 1e-9)
		numtest.Near(t, "loss", st.Loss, law.Chinchilla.Loss(s.Theta, best), 2e-4)
	}
	if i := a.Params.Interval; !(i.Lo < truth && truth < i.Hi && i.Hi-i.Lo < 0.02) {
		t.Errorf("interval %v of a = %g", i, truth)
	}
	// The frontier passes all sizes while C grows by a factor of 400^(1/a), out of
	// the (2e10·1e13)/(5e7·1e8) from the first checkpoint to the last.
	share := math.Log(400) / truth / math.Log(2e10*1e13/(5e7*1e8))
	numtest.Near(t, "steps that count", float64(len(a.Optima)), share*EnvelopeSteps, 0.03)
}

// With curves of equal tokens the largest model that was trained so far wins at
// large C only because the smaller ones have stopped. The rules leave those steps
// out, and a stays near the truth where all steps together would be far off it.
func TestEnvelopeLeavesOutWhatNobodyTried(t *testing.T) {
	_, s, _ := law.SetByID("besiroglu2024.1")
	runs := trained(s.Theta, numtest.LogGrid(1e7, 1e10, 60), 1e9, 4e10, 60)
	a, err := Approach1(ctx, runs, nil)
	if err != nil {
		t.Fatal(err)
	}
	truth := 0.3658 / (0.3478 + 0.3658)
	numtest.Near(t, "a", a.Params.Exponent, truth, 0.01)
	var x, y, w []float64
	reasons := map[law.Code]int{}
	for _, st := range a.Envelope {
		reasons[st.Reason]++
		x, y, w = append(x, math.Log(float64(st.C))), append(y, math.Log(float64(st.N))), append(w, 1)
	}
	if all := fitLine(x, y, w).slope; math.Abs(all-truth) < 0.04 {
		t.Errorf("all steps give a = %.4f: the case does not show what it is for", all)
	}
	for _, c := range []law.Code{CurveEnd, NoSmaller, NoLarger} {
		if reasons[c] == 0 {
			t.Errorf("no step left out for %s: %v", c, reasons)
		}
	}
}

// Errors robust to clusters, by numpy: two winners of three steps each are too
// few for an interval, three winners have one degree of freedom.
func TestClusteredErrors(t *testing.T) {
	x := []float64{1, 2, 3, 4, 5, 6}
	y := []float64{1.1, 1.9, 3.2, 3.8, 5.1, 6.3}
	p := clustered(x, y, []string{"a", "a", "b", "b", "c", "c"}, 0.95)
	numtest.Near(t, "slope", p.Exponent, 1.0342857142857138, 1e-12)
	numtest.Near(t, "SE", p.SE, 0.029660562932537698, 1e-11)
	if p := clustered(x, y, []string{"a", "a", "a", "b", "b", "b"}, 0.95); p.SE != 0 || p.Interval.Level != 0 {
		t.Errorf("two clusters give %+v", p)
	}
}

func TestApproach1Errors(t *testing.T) {
	_, s, _ := law.SetByID("besiroglu2024.1")
	fine := trained(s.Theta, numtest.LogGrid(1e8, 1e10, 10), 1e9, 1e11, 20)
	if _, err := Approach1(ctx, noisy(), nil); !errors.Is(err, ErrNoCurves) {
		t.Errorf("runs without curves: %v", err)
	}
	var none *EnvelopeError
	if _, err := Approach1(ctx, fine[:40], nil); !errors.As(err, &none) || len(none.Envelope) == 0 {
		t.Errorf("two curves: %v", err)
	}
	mixed := append([]dataset.Run{}, fine...)
	mixed[1].N *= 2
	if _, err := Approach1(ctx, mixed, nil); err == nil || !strings.Contains(err.Error(), "run 2: curve 1e+08 has two sizes") {
		t.Errorf("a curve of two sizes: %v", err)
	}
	done, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := Approach1(done, fine, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
