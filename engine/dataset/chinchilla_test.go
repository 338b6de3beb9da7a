package dataset

import (
	"math"
	"slices"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/law"
)

func chinchilla(t *testing.T) *Dataset {
	t.Helper()
	d, err := Chinchilla()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// span returns the smallest and the largest value of get over runs.
func span(runs []Run, get func(Run) float64) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, r := range runs {
		lo, hi = min(lo, get(r)), max(hi, get(r))
	}
	return lo, hi
}

// The counts and ranges are those that the publisher of the tidied file states
// for it: N 5.73e7..1.62e10, D 2.45e8..3.18e11, loss 2.077..5.006, 240 of 245 kept.
func TestChinchillaSchema(t *testing.T) {
	d := chinchilla(t)
	if len(d.Runs) != 245 || len(d.Used()) != 240 {
		t.Errorf("%d runs, %d used, want 245 and 240", len(d.Runs), len(d.Used()))
	}
	for _, c := range []struct {
		name   string
		get    func(Run) float64
		lo, hi float64
		tol    float64 // half a unit of the last digit
	}{
		{"N", func(r Run) float64 { return float64(r.N) }, 5.73e7, 1.62e10, 3e-3},
		{"D", func(r Run) float64 { return float64(r.D) }, 2.45e8, 3.18e11, 2e-3},
		{"loss", func(r Run) float64 { return float64(r.Loss) }, 2.077, 5.006, 2.5e-4},
	} {
		lo, hi := span(d.Runs, c.get)
		numtest.Near(t, "least "+c.name, lo, c.lo, c.tol)
		numtest.Near(t, "largest "+c.name, hi, c.hi, c.tol)
	}
}

// The first row of the file, read by eye.
func TestChinchillaFirstRow(t *testing.T) {
	want := Run{N: 6795600349, D: 245105957.9, C: 9.9938528e18, Loss: 5.005581996, Used: false, Row: 2}
	if got := chinchilla(t).Runs[0]; got != want {
		t.Errorf("first run %+v, want %+v", got, want)
	}
}

// D is C/(6N), written with ten digits.
func TestChinchillaTokensFollowFromCompute(t *testing.T) {
	for i, r := range chinchilla(t).Runs {
		if err := numtest.RelErr(float64(law.Compute(r.N, r.D)), float64(r.C)); err > 1e-9 {
			t.Errorf("run %d: 6ND is off C by %.2g", i, err)
		}
	}
}

// Besiroglu et al. drop the five runs of highest loss.
func TestChinchillaDropsTheHighestLosses(t *testing.T) {
	runs := chinchilla(t).Runs
	slices.SortFunc(runs, func(a, b Run) int {
		if a.Loss > b.Loss {
			return -1
		}
		return 1
	})
	for i, r := range runs {
		if r.Used != (i >= 5) {
			t.Errorf("run with the %d. highest loss %g: used %v", i+1, float64(r.Loss), r.Used)
		}
	}
}

// The fitted range that the law states is that of the runs its fit used.
func TestBesirogluDomainIsThatOfTheRuns(t *testing.T) {
	_, set, ok := law.SetByID("besiroglu2024.1")
	if !ok {
		t.Fatal("no set besiroglu2024.1")
	}
	used := chinchilla(t).Used()
	if len(set.Domain) != 2 {
		t.Fatalf("domain %v, want N and D", set.Domain)
	}
	for _, s := range set.Domain {
		lo, hi := span(used, func(r Run) float64 { return r.Point().Get(s.Symbol) })
		if s.Lo > lo || s.Hi < hi {
			t.Errorf("%s: domain %g..%g leaves out runs at %g..%g", s.Symbol, s.Lo, s.Hi, lo, hi)
		}
		numtest.Near(t, string(s.Symbol)+" lower end", s.Lo, lo, 5e-4) // four digits
		numtest.Near(t, string(s.Symbol)+" upper end", s.Hi, hi, 5e-4)
	}
}

// Of the objective that the published values minimise (Besiroglu et al.: in
// effect the absolute deviation of log loss) they must be a minimum on these
// runs, up to their rounding: no change of E by half a percent may lower it.
func TestBesirogluFitsTheRuns(t *testing.T) {
	l, set, _ := law.SetByID("besiroglu2024.1")
	used := chinchilla(t).Used()
	deviation := func(theta []float64) float64 {
		var sum float64
		for _, r := range used {
			sum += math.Abs(math.Log(float64(l.Loss(theta, r.Point()) / r.Loss)))
		}
		return sum / float64(len(used))
	}
	at := deviation(set.Theta)
	for _, f := range []float64{0.995, 1.005} {
		theta := slices.Clone(set.Theta)
		theta[0] *= f
		if got := deviation(theta); got <= at {
			t.Errorf("E·%g has mean deviation %g, the published E %g", f, got, at)
		}
	}
	if at > 0.005 {
		t.Errorf("mean deviation of log loss %g: the law does not describe these runs", at)
	}
}

// A caller who changes the runs must not change them for the next one.
func TestLoadsAreIndependent(t *testing.T) {
	a := chinchilla(t)
	a.Runs[0].N = -1
	if b := chinchilla(t); b.Runs[0].N < 0 {
		t.Error("two loads share their runs")
	}
}
