package law

import (
	"errors"
	"fmt"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/unit"
)

// The loss of a run over D tokens stands on both sides of its equation. The wanted
// values are of a damped fixed-point iteration of
// L = (6.5e13/N)^0.077 + (2.1e3·(B_crit(L) + B)/D)^0.76 in Python.
func TestKaplanRunOn(t *testing.T) {
	_, ns := mustSet(t, "kaplan2020.ns.1")
	for _, c := range []struct {
		n, d, b           float64
		loss, crit, least float64
	}{
		{1e9, 2.2e10, 0, 2.76442788353, 1657055.60153, 6638.28056814},
		{1e9, 2.2e10, 1 << 19, 2.67880060278, 1924898.89574, 8982.57296667},
		{7.22e10, 1.33e12, 0, 1.77937369159, 13504263.0588, 49243.7089759},
		{1e8, 1e9, 1 << 19, 4.21153698373, 223199.151088, 1337.81563809},
	} {
		at := fmt.Sprintf("N %g, D %g, B %g: ", c.n, c.d, c.b)
		r, err := KaplanRunOn(ns, KaplanBatches[0], unit.Params(c.n), unit.Tokens(c.d), unit.Tokens(c.b))
		if err != nil {
			t.Fatal(err)
		}
		numtest.Near(t, at+"L", float64(r.Loss), c.loss, 1e-10)
		numtest.Near(t, at+"B_crit", float64(r.Critical), c.crit, 1e-9)
		numtest.Near(t, at+"S_min", float64(r.SMin), c.least, 1e-9)
		numtest.Near(t, at+"D", float64(r.Tokens), c.d, 1e-12)
		numtest.Near(t, at+"B·S", float64(r.Batch)*float64(r.Steps), c.d, 1e-12)
		// The adjustments of eq. 5.4 and 5.5, and C = 6NBS.
		numtest.Near(t, at+"S_min by eq. 5.4", float64(MinSteps(r.Steps, r.Batch, r.Critical)), c.least, 1e-9)
		numtest.Near(t, at+"C", float64(r.Compute), 6*c.n*c.d, 1e-12)
		numtest.Near(t, at+"C_min", float64(r.LeastCost), 6*c.n*float64(r.EMin), 1e-12)
		if c.b == 0 { // at B_crit twice the least of everything
			numtest.Near(t, at+"C/C_min", float64(r.Compute/r.LeastCost), 2, 1e-12)
		}

		back, err := KaplanRunTo(ns, KaplanBatches[0], r.N, r.Loss, unit.Tokens(c.b))
		if err != nil {
			t.Fatal(err)
		}
		numtest.Near(t, at+"tokens to that loss", float64(back.Tokens), c.d, 1e-9)
	}
}

func TestKaplanRunErrors(t *testing.T) {
	_, ns := mustSet(t, "kaplan2020.ns.1")
	var unreachable *UnreachableError
	// L(1e8, ∞) = 2.8028 = (6.5e13/1e8)^0.077, Table 3.
	if _, err := KaplanRunTo(ns, KaplanBatches[0], 1e8, 2.80, 0); !errors.As(err, &unreachable) {
		t.Errorf("a loss below the floor: %v", err)
	}
	for _, c := range [][3]float64{{0, 1e9, 0}, {1e8, 0, 0}, {1e8, 1e9, -1}} {
		if _, err := KaplanRunOn(ns, KaplanBatches[0], unit.Params(c[0]), unit.Tokens(c[1]), unit.Tokens(c[2])); err == nil {
			t.Errorf("%v: no error", c)
		}
	}
}
