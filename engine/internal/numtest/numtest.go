// Package numtest has what tests of numbers need: comparisons that say how far
// off a value is, and plain numerical methods to hold closed forms against.
//
// Its methods are slow and simple on purpose, and share no code with the
// engine: an agreement between the two then means something.
package numtest

import (
	"maps"
	"math"
	"slices"
	"testing"
)

// RelErr returns |got−want|/|want|, the absolute error where want is 0, and 0
// for equal infinities. It is NaN if only one of the two is, and 0 if both are.
func RelErr(got, want float64) float64 {
	switch {
	case got == want, math.IsNaN(got) && math.IsNaN(want):
		return 0
	case want == 0:
		return math.Abs(got)
	case math.IsInf(want, 0):
		return math.Inf(1)
	}
	return math.Abs(got-want) / math.Abs(want)
}

// Near reports an error unless got is within the relative tolerance relTol of
// want. For a want of 0 the tolerance is absolute.
func Near[F ~float64](t testing.TB, name string, got, want F, relTol float64) {
	t.Helper()
	// The negation catches NaN.
	if err := RelErr(float64(got), float64(want)); !(err <= relTol) {
		t.Errorf("%s = %.12g, want %.12g (relative error %.2g, allowed %.2g)",
			name, float64(got), float64(want), err, relTol)
	}
}

// WantFunc holds f against a table of its values, in ascending order of x, each
// to the relative tolerance relTol.
func WantFunc[X, Y ~float64](t testing.TB, name string, f func(X) Y, want map[X]Y, relTol float64) {
	t.Helper()
	for _, x := range slices.Sorted(maps.Keys(want)) {
		got := f(x)
		if err := RelErr(float64(got), float64(want[x])); !(err <= relTol) {
			t.Errorf("%s(%g) = %.12g, want %.12g (relative error %.2g, allowed %.2g)",
				name, float64(x), float64(got), float64(want[x]), err, relTol)
		}
	}
}

// LogGrid returns n values from lo to hi, both included, evenly spaced in their
// logarithm. It needs 0 < lo < hi and n ≥ 2.
func LogGrid(lo, hi float64, n int) []float64 {
	out := make([]float64, n)
	step := math.Log(hi/lo) / float64(n-1)
	for i := range out {
		out[i] = lo * math.Exp(float64(i)*step)
	}
	out[n-1] = hi
	return out
}
