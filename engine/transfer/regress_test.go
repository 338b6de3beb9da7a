package transfer

import (
	"math"
	"testing"
)

// Two-sided 95 % and 99 % points of Student's t, from the printed tables.
func TestStudentQuantile(t *testing.T) {
	for _, c := range []struct {
		level float64
		df    int
		want  float64
	}{
		{0.95, 1, 12.706}, {0.95, 2, 4.303}, {0.95, 3, 3.182}, {0.95, 4, 2.776}, {0.95, 5, 2.571},
		{0.95, 10, 2.228}, {0.95, 15, 2.131}, {0.95, 16, 2.120}, {0.95, 30, 2.042}, {0.95, 120, 1.980},
		{0.99, 1, 63.657}, {0.99, 4, 4.604}, {0.99, 7, 3.499}, {0.99, 30, 2.750},
	} {
		near(t, "quantile", studentQuantile(c.level, c.df), c.want, 0.0006/c.want)
	}
	// Closed forms: df 1 is Cauchy's, df 2 has P(T ≤ t) = 1/2 + t/(2√(2+t²)).
	near(t, "df 1", studentCDF(1, 1), 0.75, exact)
	near(t, "df 2", studentCDF(1.5, 2), 0.5+1.5/(2*math.Sqrt(2+2.25)), exact)
}

// Anscombe's first set (The American Statistician 27, 1973): intercept 3.00,
// slope 0.500 with standard error 0.118, residual sum of squares 13.75 on 9
// degrees of freedom. More digits: 3.00009, 0.50009, 0.11791, σ 1.23660.
func TestLineOfAnscombe(t *testing.T) {
	x := []float64{10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5}
	y := []float64{8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68}
	l, ok := parallel(make([]float64, 11), x, y)
	if !ok {
		t.Fatal("no line")
	}
	near(t, "slope", l.slope.Value, 0.50009, 1e-5)
	near(t, "intercept", l.intercept[0], 3.00009, 1e-5)
	near(t, "standard error", l.slope.SE, 0.11791, 1e-4)
	near(t, "σ", l.sigma, 1.23660, 1e-4)
	near(t, "upper end", l.slope.Hi, 0.50009+2.262157*0.11791, 1e-4) // t at 95 % and 9
	near(t, "lower end", l.slope.Lo, 0.50009-2.262157*0.11791, 1e-4)
	if l.slope.DoF != 9 || l.slope.Level != 0.95 {
		t.Errorf("%+v", l.slope)
	}
}

func TestParallelLines(t *testing.T) {
	// Two groups on y = 1 + 2x and y = 5 + 2x, and a third with one point, which
	// has an intercept and no say in the slope.
	group := []float64{1, 1, 1, 2, 2, 3}
	x := []float64{0, 1, 2, 5, 7, 4}
	y := []float64{1, 3, 5, 15, 19, 100}
	l, ok := parallel(group, x, y)
	if !ok {
		t.Fatal("no lines")
	}
	near(t, "slope", l.slope.Value, 2, exact)
	for g, want := range map[float64]float64{1: 1, 2: 5, 3: 92} {
		near(t, "intercept", l.intercept[g], want, exact)
	}
	if l.slope.DoF != 2 {
		t.Errorf("%d degrees of freedom, want 6 − 3 − 1", l.slope.DoF)
	}
	if _, ok := parallel([]float64{1, 2}, []float64{3, 4}, []float64{5, 6}); ok {
		t.Error("a slope from groups of one point")
	}
	if _, ok := parallel(nil, nil, nil); ok {
		t.Error("a slope from nothing")
	}
	two, ok := parallel([]float64{1, 1}, []float64{0, 1}, []float64{0, 3})
	if !ok || two.slope.Value != 3 || two.slope.Level != 0 || two.slope.SE != 0 {
		t.Errorf("two points: %+v, which have no interval", two.slope)
	}
}

func TestIntervalLinear(t *testing.T) {
	got := newInterval(2, 0.5, 4).linear(1, -0.38)
	near(t, "value", got.Value, 1-0.76, exact)
	near(t, "standard error", got.SE, 0.19, exact)
	near(t, "lower end", got.Lo, 1-0.38*(2+0.5*2.776445), 1e-6)
	near(t, "upper end", got.Hi, 1-0.38*(2-0.5*2.776445), 1e-6)
	if none := newInterval(2, 0, 0).linear(1, 3); none != (Interval{Value: 7}) {
		t.Errorf("an interval out of none: %+v", none)
	}
}
