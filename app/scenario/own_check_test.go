package scenario

import (
	"math"
	"testing"

	"lossline/engine/law"
)

// An interval whose end is beyond all numbers is not known.
func TestIntervalsAreNumbers(t *testing.T) {
	o := OwnLaw{Law: "chinchilla", Theta: [8]float64{1.8, 480, 0.35, 2000, 0.37}}
	of := func(theta []float64) float64 { return theta[1] }
	for _, variance := range []float64{1e-300, 1e-4, 1, 100, 1e4, 1e5, 1e6} {
		o.Cov[2] = variance // of ln A
		if !o.Valid() {
			t.Fatalf("a variance of %g is refused", variance)
		}
		r := o.Interval(of)
		if math.IsNaN(r.Lo) || math.IsInf(r.Hi, 0) || r.Hi < r.Lo || (r == Range{}) != (r.Lo == 0) {
			t.Errorf("a variance of %g gives %+v", variance, r)
		}
		if known := r != (Range{}); known != (variance < 1e6) {
			t.Errorf("a variance of %g gives %+v", variance, r)
		}
	}
}

// A matrix is semidefinite to the slack, whatever the order of its rows.
func TestSemidefinite(t *testing.T) {
	for _, c := range []struct {
		tri   []float64
		n     int
		slack float64
		want  bool
	}{
		{[]float64{1, 1, 1}, 2, 0, true}, {[]float64{1, 1 + 1e-6, 1}, 2, 0, false}, {[]float64{1, 1 + 1e-6, 1}, 2, 2e-6, true},
		{[]float64{0, 0, 1}, 2, 0, true}, {[]float64{0, 1e-3, 1}, 2, 0, false}, {[]float64{1, 0, -1e-12}, 2, 0, false},
		{[]float64{1, 0, -1e-12}, 2, 1e-11, true}, {[]float64{2, -1, 2, 0, -1, 2}, 3, 0, true}, {[]float64{1, 0.9, 1, 0, 0.9, 1}, 3, 0, false},
	} {
		if got := semidefinite(c.tri, c.n, c.slack); got != c.want {
			t.Errorf("%v with %g: %v", c.tri, c.slack, got)
		}
	}
}

// A fit that gives no sizes divides no budget, and is a law all the same.
func TestFitWithoutSizes(t *testing.T) {
	o := OwnLaw{Law: "chinchilla", Theta: [8]float64{1e-6, 1e40, 0.001, 1e-12, 0.001}}
	if _, _, ok := o.Set(); !ok || !o.Valid() || o.Plans() {
		t.Errorf("set %v, valid %v, plans %v", ok, o.Valid(), o.Plans())
	}
	for _, l := range law.Fittable() { // those that are published do
		for _, s := range l.Sets {
			o := OwnLaw{Law: l.ID}
			copy(o.Theta[:], s.Theta)
			if can := l.Frontier != nil && l.Output == law.OutputLoss; o.Plans() && !can {
				t.Errorf("%s plans", s.ID)
			} else if l.ID == "chinchilla" && !o.Plans() {
				t.Errorf("%s plans nothing", s.ID)
			}
		}
	}
}
