package law

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/unit"
)

func TestKaplanLearningCurve(t *testing.T) {
	l, theta := mustSet(t, "kaplan2020.ns.1")
	for _, c := range []struct { // CALC, Table 3
		n    unit.Params
		s    float64
		want unit.Loss
	}{{1e8, 1e4, 3.1082}, {1e9, 1e5, 2.4005}, {1e6, 1e3, 5.7532}, {1e8, math.Inf(1), 2.8028}} {
		numtest.Near(t, fmt.Sprintf("L(%g, %g)", float64(c.n), c.s),
			l.Loss(theta, Point{N: c.n, S: unit.Steps(c.s)}), c.want, 2e-5)
	}
	if _, err := Best(l, theta, unit.PFDay); err == nil {
		t.Error("a learning curve gives an allocation without a batch")
	}
}

func TestKaplanNCFrontierValues(t *testing.T) {
	for _, c := range []struct { // CALC; 0: not given
		set           string
		days          float64
		loss, n, s, b float64
	}{
		{"kaplan2020.nc.1", 1, 2.6944, 5.844e8, 1.316e4, 1.872e6},
		{"kaplan2020.nc.1", 1e-3, 3.8710, 5.286e6, 8170, 3.335e5},
		{"kaplan2020.nc.2", 1, 2.7155, 6.033e8, 0, 0},
	} {
		l, theta := mustSet(t, c.set)
		p := l.Frontier(theta, unit.FLOPs(c.days)*unit.PFDay)
		at := fmt.Sprintf("%s at %g PF-days: ", c.set, c.days)
		numtest.Near(t, at+"L", float64(l.Loss(theta, p)), c.loss, 2e-5)
		numtest.Near(t, at+"N", float64(p.N), c.n, 2e-4)
		if c.s != 0 {
			numtest.Near(t, at+"S", float64(p.S), c.s, 4e-4)
			numtest.Near(t, at+"B", float64(p.B), c.b, 3e-4)
		}
	}
	for id, days := range map[string]float64{"kaplan2020.nc.1": 1.610e8, "kaplan2020.nc.2": 2.215e8} { // CALC
		_, theta := mustSet(t, id)
		numtest.Near(t, id+": C_c in PF-days", float64(kaplanNCScale(theta)/unit.PFDay), days, 3e-4)
	}
	_, theta := mustSet(t, "kaplan2020.nc.1")
	numtest.Near(t, "C_c in FLOP", kaplanNCScale(theta), 1.391e28, 3e-4) // CALC
}

// The paper's equations close: B.1 at (N(C), S(C)) is B.6, 6NBS is C, the batch
// is the critical one, and the loss is 1 + α_N/α_S of that at convergence (B.5).
func TestKaplanNCCloses(t *testing.T) {
	for _, id := range []string{"kaplan2020.nc.1", "kaplan2020.nc.2"} {
		l, theta := mustSet(t, id)
		nc, aN, sc, aS, b, aB := theta[0], theta[1], theta[2], theta[3], theta[4], theta[5]
		aC := 1 / (1/aS + 1/aB + 1/aN)
		for _, days := range []float64{1e-6, 1e-3, 1, 1e3, 1e6} {
			c := unit.FLOPs(days) * unit.PFDay
			p := l.Frontier(theta, c)
			at := fmt.Sprintf("%s at %g PF-days: ", id, days)
			b1 := math.Pow(nc/float64(p.N), aN) + math.Pow(sc/float64(p.S), aS)
			b6 := math.Pow(float64(kaplanNCScale(theta)/c), aC)
			numtest.Near(t, at+"B.1 against B.6", b1, b6, 1e-13)
			numtest.Near(t, at+"B.3 against B.6", float64(l.Loss(theta, p)), b6, 1e-13)
			numtest.Near(t, at+"6NBS", RunCompute(p.N, p.B, p.S), c, 1e-12)
			numtest.Near(t, at+"B", float64(p.B), b/math.Pow(b6, 1/aB), 1e-12)
			numtest.Near(t, at+"B.5", b6, (1+aN/aS)*math.Pow(nc/float64(p.N), aN), 1e-13)
			// B.4: (α_N/α_S) of the first term is the second.
			numtest.Near(t, at+"B.4", aN/aS*math.Pow(nc/float64(p.N), aN), math.Pow(sc/float64(p.S), aS), 1e-12)
			// B.10 as printed.
			b10 := float64(kaplanNCScale(theta)) / (6 * nc * b) * math.Pow(1+aN/aS, -1/aN) * math.Pow(float64(c/kaplanNCScale(theta)), aC/aS)
			numtest.Near(t, at+"B.10", float64(p.S), b10, 1e-12)
		}
	}
}

// L of B.3 stands on both sides of its equation.
func TestKaplanNCLossSolvesItsEquation(t *testing.T) {
	l, th := mustSet(t, "kaplan2020.nc.1")
	for _, n := range numtest.LogGrid(1, 1e15, 16) {
		for _, c := range numtest.LogGrid(1e8, 1e30, 23) {
			loss := float64(l.Loss(th, Point{N: unit.Params(n), C: unit.FLOPs(c)}))
			right := math.Pow(th[0]/n, th[1]) + math.Pow(6*th[4]*th[2]*n/(math.Pow(loss, 1/th[5])*c), th[3])
			numtest.Near(t, fmt.Sprintf("N=%.2g C=%.2g", n, c), loss, right, 1e-13)
		}
	}
	if got := l.Loss(th, Point{N: 1e9, C: unit.FLOPs(math.Inf(1))}); float64(got) != math.Pow(6.5e13/1e9, 0.077) {
		t.Errorf("loss for compute without limit = %g", float64(got))
	}
	if got := l.Loss(th, Point{N: 1e9}); !math.IsInf(float64(got), 1) {
		t.Errorf("loss without compute = %g, want +Inf", float64(got))
	}
}

func TestKaplanComputeFor(t *testing.T) {
	l, theta := mustSet(t, "kaplan2020.nc.1")
	for _, c := range numtest.LogGrid(1e16, 1e24, 5) {
		for _, n := range []unit.Params{1e6, 1e8, 1e10} {
			got, err := KaplanComputeFor(theta, n, l.Loss(theta, Point{N: n, C: unit.FLOPs(c)}))
			if err != nil {
				t.Fatal(err)
			}
			numtest.Near(t, "B.15 undoes B.3", float64(got), c, 1e-8)
		}
	}
	var u *UnreachableError
	if _, err := KaplanComputeFor(theta, 1e6, 3); !errors.As(err, &u) || u.Symbol != C {
		t.Errorf("a loss of 3 with 1e6 parameters: %v, want UnreachableError", err)
	}
	if _, err := KaplanComputeFor(theta, -1, 3); err == nil {
		t.Error("negative N is no error")
	}
	if _, err := KaplanComputeFor(theta[:5], 1e9, 3); err == nil {
		t.Error("a short theta is no error")
	}
}

// PAPER, appendix B: 2.7 times the parameters, 0.13 of the steps (7.7 times
// fewer), 65 % less compute. CALC with α_N = 0.076 and f = 0.1, f' = 0.02.
func TestKaplanConvergence(t *testing.T) {
	_, theta := mustSet(t, "kaplan2020.nc.2")
	n, s, c := KaplanConvergence(theta, 0.1, 0.02)
	numtest.Near(t, "N", n, 2.7007, 3e-5)
	numtest.Near(t, "S", s, 0.13288, 5e-5)
	numtest.Near(t, "C", c, 0.359, 1e-3)
	numtest.Near(t, "N as printed", n, 2.7, 0.02)
	numtest.Near(t, "1/S as printed", 1/s, 7.7, 0.03)
	numtest.Near(t, "C as printed", c, 0.35, 0.03)
	// PAPER, eq. B.5: efficient training stops about 10 % above convergence.
	numtest.Near(t, "α_N/α_S", theta[1]/theta[3], 0.10, 1e-12)

	for _, bad := range [][2]float64{{0, 0.02}, {0.1, -1}, {math.NaN(), 0.02}} {
		if n, s, c := KaplanConvergence(theta, bad[0], bad[1]); !math.IsNaN(n) || !math.IsNaN(s) || !math.IsNaN(c) {
			t.Errorf("f = %v: %g, %g, %g, want NaN", bad, n, s, c)
		}
	}
}

func TestKaplanSizeCost(t *testing.T) {
	_, theta := mustSet(t, "kaplan2020.nc.1") // α_N = 0.077
	cost := func(x float64) SizeCost {
		c, err := KaplanSizeCost(theta, x)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	numtest.WantFunc(t, "C", func(x float64) float64 { return cost(x).Compute }, map[float64]float64{ // CALC
		0.5: 1.3934, 0.6: 1.1647, 0.8: 1.0240, 1: 1, 1.5: 1.0585, 2.2: 1.2037, 3: 1.3837, 5: 1.8257, 10: 2.8392,
	}, 5e-5)
	numtest.WantFunc(t, "S", func(x float64) float64 { return cost(x).Steps }, map[float64]float64{ // CALC
		0.6: 1.9412, 1: 1, 2.2: 0.5471, 10: 0.2839,
	}, 2e-4)
	// PAPER: 2.2 times the size uses 45 % fewer steps.
	numtest.Near(t, "steps saved at 2.2", 1-cost(2.2).Steps, 0.45, 0.01)

	// CALC: it diverges below 0.286 of the best size.
	numtest.Near(t, "smallest", KaplanSmallest(theta), 0.286, 2e-3)
	for _, x := range []float64{0.28, 0, -1, math.NaN(), math.Inf(1)} {
		if c, err := KaplanSizeCost(theta, x); err == nil {
			t.Errorf("%g times the best size costs %g, want an error", x, c.Compute)
		}
	}
	if w := cost(10).Warnings; len(w) != 0 {
		t.Errorf("warnings at 10: %v", w)
	}
	if w := cost(30).Warnings; len(w) != 1 || w[0] != (Warning{SizeFarFromOptimum, N, 30, 10}) {
		t.Errorf("warnings at 30: %v", w)
	}
}

// The ratio of B.16 is that of the computes in which B.15 reaches one loss.
func TestKaplanSizeCostIsTheRatioOfComputes(t *testing.T) {
	l, theta := mustSet(t, "kaplan2020.nc.1")
	best := l.Frontier(theta, unit.PFDay)
	loss := l.Loss(theta, best)
	for _, x := range []float64{0.4, 0.6, 1, 2, 20} {
		c, err := KaplanComputeFor(theta, best.N*unit.Params(x), loss)
		if err != nil {
			t.Fatal(err)
		}
		cost, err := KaplanSizeCost(theta, x)
		if err != nil {
			t.Fatal(err)
		}
		numtest.Near(t, fmt.Sprintf("C at %g", x), float64(c/unit.PFDay), cost.Compute, 1e-10)
	}
}

// PAPER: 0.6 to 2.2 times the size for 20 % more compute; CALC the lower edge is 0.577.
func TestKaplanSizesFor(t *testing.T) {
	_, theta := mustSet(t, "kaplan2020.nc.1")
	lo, hi, err := KaplanSizesFor(theta, 1.2)
	if err != nil {
		t.Fatal(err)
	}
	numtest.Near(t, "lower edge", lo, 0.577, 1e-3)
	numtest.Near(t, "upper edge", hi, 2.2, 0.02)
	for _, ratio := range []float64{1.001, 1.2, 3, 50} {
		lo, hi, err := KaplanSizesFor(theta, ratio)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range []float64{lo, hi} {
			cost, err := KaplanSizeCost(theta, x)
			if err != nil {
				t.Fatal(err)
			}
			numtest.Near(t, "cost at the edge", cost.Compute, ratio, 1e-9)
		}
	}
	lo, hi, err = KaplanSizesFor(theta, 1)
	if err != nil || math.Abs(lo-1) > 1e-6 || math.Abs(hi-1) > 1e-6 {
		t.Errorf("sizes for the least compute: %g, %g, %v", lo, hi, err)
	}
	for _, ratio := range []float64{0.99, 0, -1, math.NaN(), math.Inf(1)} {
		if _, _, err := KaplanSizesFor(theta, ratio); err == nil {
			t.Errorf("sizes for %g times the least compute are no error", ratio)
		}
	}
}
