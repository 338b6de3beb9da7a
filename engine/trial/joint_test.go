package trial

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/fit"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// The table of plan.Joint, from the 240 runs that Besiroglu et al. 2024 fitted. It
// is within 0.1 % of the percentiles at the budgets that it has, and within 1 %
// between them. A test that fails prints the table as it should be.
//
// Far away the interval grows in ln N by 2·1.96·SE of a = β/(α+β) for each unit of
// ln C: the authors' notebook has SE 0.020, from a bootstrap of its own.
func TestJointInterval(t *testing.T) {
	d, err := dataset.Chinchilla()
	if err != nil {
		t.Fatal(err)
	}
	runs := d.Used()
	r := fitted(t, law.Chinchilla, runs, &fit.Settings{Seed: 1})
	s, err := fit.Bootstrap(ctx, r, runs, fit.Rows, 0, 4000, nil)
	if err != nil || s.Failed > 0 {
		t.Fatal(s.Failed, err)
	}
	want := func(c float64) (lo, hi float64) {
		var n []float64
		for _, theta := range s.Theta {
			p, err := law.Best(law.Chinchilla, theta, unit.FLOPs(c))
			if err != nil {
				t.Fatal(err)
			}
			n = append(n, float64(p.N))
		}
		slices.Sort(n)
		q := func(p float64) float64 {
			x := p * float64(len(n)-1)
			i := int(x)
			return n[i] + (x-float64(i))*(n[i+1]-n[i])
		}
		return q(0.025), q(0.975)
	}
	off := func(c float64) (worst float64) {
		lo, hi := want(c)
		a, b, ok := plan.Joint("besiroglu2024.1", unit.FLOPs(c))
		if !ok {
			return math.Inf(1)
		}
		return max(math.Abs(float64(a)/lo-1), math.Abs(float64(b)/hi-1))
	}
	table := ""
	worst, between := 0.0, 0.0
	nodes := []float64{1e10, 1e14, 1e16, 1e17, 1e18, 3e18, 1e19, 3e19, 1e20, 3e20, 1e21, 1e22, 1e24, 1e27, 1e35}
	for i, c := range nodes {
		lo, hi := want(c)
		table += fmt.Sprintf("\t{%.3g, %.4g, %.4g},\n", c, lo, hi)
		worst = max(worst, off(c))
		if i > 0 {
			for _, p := range []float64{0.25, 0.5, 0.75} {
				between = max(between, off(nodes[i-1]*math.Pow(c/nodes[i-1], p)))
			}
		}
	}
	if !(worst < 1e-3 && between < 0.01) {
		t.Errorf("off by %g, and between by %g; the table:\n%s", worst, between, table)
	}
	lo, hi, _ := plan.Joint("besiroglu2024.1", 5.76e23)
	if math.Abs(float64(lo)/5.165e10-1) > 0.01 || math.Abs(float64(hi)/1.149e11-1) > 0.01 {
		t.Errorf("at 5.76e23: %.4g to %.4g, want 5.165e10 to 1.149e11", float64(lo), float64(hi))
	}
	width := func(c unit.FLOPs) float64 {
		lo, hi, _ := plan.Joint("besiroglu2024.1", c)
		return math.Log(float64(hi / lo))
	}
	if se := (width(1e35) - width(1e27)) / (8 * math.Ln10) / (2 * 1.96); math.Abs(se-0.020) > 0.0005 {
		t.Errorf("standard error of the exponent %.4f, want 0.020", se)
	}
	for c := 1e11; c < 1e35; c *= 7 { // the set's own best size lies inside
		p, _ := law.Best(law.Chinchilla, besiroglu, unit.FLOPs(c))
		if lo, hi, _ := plan.Joint("besiroglu2024.1", p.C); p.N < lo || p.N > hi {
			t.Errorf("%g: %.4g is outside %.4g to %.4g", c, float64(p.N), float64(lo), float64(hi))
		}
	}
	for _, c := range []unit.FLOPs{9e9, 2e35} {
		if _, _, ok := plan.Joint("besiroglu2024.1", c); ok {
			t.Errorf("%g has an interval", float64(c))
		}
	}
	if _, _, ok := plan.Joint("hoffmann2022.2", 1e21); ok {
		t.Error("a set whose runs are not at hand has an interval")
	}
}
