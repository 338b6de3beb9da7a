package numtest

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// recorder is a testing.TB that keeps failures instead of reporting them.
type recorder struct {
	testing.TB
	failures []string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.failures = append(r.failures, fmt.Sprintf(format, args...))
}

func TestNear(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range []struct {
		got, want, tol float64
		fails          bool
	}{
		{1.0009, 1, 1e-3, false},
		{1.0011, 1, 1e-3, true},
		{-1.0011, -1, 1e-3, true},
		{0, 0, 0, false},
		{1e-9, 0, 1e-8, false},
		{1e-7, 0, 1e-8, true},
		{nan, 1, 1e9, true},
		{1, nan, 1e9, true},
		{nan, nan, 0, false},
		{inf, inf, 0, false},
		{-inf, inf, 1e9, true},
		{inf, 1, 1e9, true},
		{1, inf, 1e9, true},
	} {
		r := &recorder{TB: t}
		Near(r, "x", c.got, c.want, c.tol)
		if failed := len(r.failures) > 0; failed != c.fails {
			t.Errorf("Near(%g, %g, %g) failed: %v, want %v", c.got, c.want, c.tol, failed, c.fails)
		}
	}
}

func TestWantFuncNamesThePlace(t *testing.T) {
	type metres float64
	r := &recorder{TB: t}
	double := func(x metres) metres { return 2 * x }
	WantFunc(r, "double", double, map[metres]metres{1: 2, 3: 7, 2: 4}, 1e-12)
	if len(r.failures) != 1 || !strings.HasPrefix(r.failures[0], "double(3) = 6, want 7") {
		t.Errorf("failures %q, want one about double(3)", r.failures)
	}
}

func TestLogGrid(t *testing.T) {
	g := LogGrid(1, 1000, 4)
	for i, want := range []float64{1, 10, 100, 1000} {
		Near(t, fmt.Sprint("LogGrid ", i), g[i], want, 1e-14)
	}
}

func TestMinimum(t *testing.T) {
	// cosh has its minimum at 0; shifted so that the answer is not a midpoint.
	got := Minimum(func(x float64) float64 { return math.Cosh(x - 1.7) }, -3, 20)
	Near(t, "Minimum of cosh(x-1.7)", got, 1.7, 3e-8)
}

func TestDerivative(t *testing.T) {
	Near(t, "d/dx e^x at 1", Derivative(math.Exp, 1, 1e-3), math.E, 1e-12)
	Near(t, "d/dx ln x at 5", Derivative(math.Log, 5, 5e-3), 0.2, 1e-11)
}

func TestRoot(t *testing.T) {
	Near(t, "root of x²-2", Root(func(x float64) float64 { return x*x - 2 }, 0, 5), math.Sqrt2, 1e-15)
	if r := Root(math.Exp, 0, 1); !math.IsNaN(r) {
		t.Errorf("Root without a change of sign = %g, want NaN", r)
	}
}
