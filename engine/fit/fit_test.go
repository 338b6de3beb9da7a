package fit

import (
	"context"
	"math"
	"slices"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/internal/numtest"
	"lossline/engine/law"
)

// chinchilla returns the 240 runs that Besiroglu et al. keep.
func chinchilla(t testing.TB) []dataset.Run {
	t.Helper()
	d, err := dataset.Chinchilla()
	if err != nil {
		t.Fatal(err)
	}
	return d.Used()
}

func fitted(t testing.TB, l *law.Law, runs []dataset.Run, s *Settings) *Result {
	t.Helper()
	r, err := Fit(context.Background(), l, runs, s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// near holds the coefficients against want, each to its relative tolerance.
func near(t *testing.T, name string, got, want []float64, tol ...float64) {
	t.Helper()
	for i := range want {
		numtest.Near(t, name+" "+string(rune('0'+i)), got[i], want[i], tol[min(i, len(tol)-1)])
	}
}

// The optimum of the Huber sum with δ = 1e-3, found by scipy's L-BFGS from 4500
// starts with an analytic gradient: the value to ten digits, the coefficients to
// those that are stated. Order E, A, α, B, β.
func TestHuberOptimum(t *testing.T) {
	r := fitted(t, law.Chinchilla, chinchilla(t), nil)
	numtest.Near(t, "value", r.Value, 0.0010182740178, 1e-9)
	near(t, "θ", r.Theta, []float64{1.817218, 477.826, 0.3473105, 2143.42, 0.3671725}, 3e-7, 1.1e-6, 1.5e-7, 2.4e-6, 3e-7)
	if r.Status != Converged || r.Agree != r.Starts || r.Rows != 240 || r.Free != 5 || r.Warnings != nil {
		t.Errorf("status %s, %d of %d starts agree, %d rows, %d free, warnings %v", r.Status, r.Agree, r.Starts, r.Rows, r.Free, r.Warnings)
	}
}

// Besiroglu et al. 2024 publish A 482.01, B 2085.43, E 1.8172 (1.81686 in their
// notebook), α 0.3478, β 0.3658: the optimum of absolute deviations. The value and
// more digits are those of successive linear programs (scipy's HiGHS), an exact
// and independent method.
func TestLeastAbsoluteDeviations(t *testing.T) {
	r := fitted(t, law.Chinchilla, chinchilla(t), &Settings{Objective: LAD})
	near(t, "published θ", r.Theta, []float64{1.81686, 482.01, 0.3478, 2085.43, 0.3658}, 3e-6, 1.1e-5, 1.5e-4)
	near(t, "exact θ", r.Theta, []float64{1.81686414, 482.0060680, 0.34781307, 2085.43625, 0.36585416}, 3e-9, 1e-8, 2e-8)
	numtest.Near(t, "value", r.Value, 1.129494653147827, 1e-13)
	met := 0
	for _, d := range r.Residuals {
		if math.Abs(d) < 1e-12 {
			met++
		}
	}
	if met != 5 {
		t.Errorf("the curve goes through %d runs, want as many as there are coefficients", met)
	}
}

// With the five outliers: scipy, as for the 240 runs, to the digits stated.
func TestAllRuns(t *testing.T) {
	d, err := dataset.Chinchilla()
	if err != nil {
		t.Fatal(err)
	}
	r := fitted(t, law.Chinchilla, d.Runs, nil)
	near(t, "θ", r.Theta, []float64{1.89134, 495.73, 0.34931, 12845.6, 0.45305}, 5e-6, 1.1e-5, 1.5e-5)
}

// A pinned coefficient keeps every digit, has no error, and the others are at
// the optimum given it: no small change of one of them lowers the objective.
func TestPinned(t *testing.T) {
	runs := chinchilla(t)
	nan := math.NaN()
	r := fitted(t, law.Chinchilla, runs, &Settings{Pinned: []float64{1.69, nan, nan, nan, 0.3}})
	if r.Theta[0] != 1.69 || r.Theta[4] != 0.3 || r.SE[0] != 0 || r.SE[4] != 0 || r.Free != 3 {
		t.Errorf("θ %v, SE %v, %d free", r.Theta, r.SE, r.Free)
	}
	for _, i := range []int{1, 2, 3} {
		for _, f := range []float64{0.999, 1.001} {
			theta := slices.Clone(r.Theta)
			theta[i] *= f
			if v := huberSum(law.Chinchilla, theta, runs, 1e-3); v <= r.Value {
				t.Errorf("coefficient %d times %g: %v, the fit has %v", i, f, v, r.Value)
			}
		}
	}
	numtest.Near(t, "value", r.Value, huberSum(law.Chinchilla, r.Theta, runs, 1e-3), 1e-12)
	all := fitted(t, law.Chinchilla, runs, &Settings{Pinned: r.Theta})
	if all.Free != 0 || !slices.Equal(all.Theta, r.Theta) {
		t.Errorf("all pinned: %d free, θ %v", all.Free, all.Theta)
	}
}

// huberSum is the objective as its definition reads, with package math.
func huberSum(l *law.Law, theta []float64, runs []dataset.Run, delta float64) float64 {
	var sum float64
	for _, r := range runs {
		d := math.Abs(math.Log(float64(l.Loss(theta, r.Point())) / r.Target(l)))
		if d > delta {
			sum += delta * (d - delta/2)
		} else {
			sum += d * d / 2
		}
	}
	return sum
}

// Every law is found again from runs that lie on it, whatever the objective.
func TestExactRuns(t *testing.T) {
	for _, c := range []struct {
		l     *law.Law
		theta []float64
		tol   float64
	}{
		{law.Chinchilla, []float64{1.7, 400, 0.34, 1200, 0.31}, 1e-6},
		{law.OverTraining, []float64{1.84, 212, 367, 0.136}, 1e-6},
		{law.PowerN, []float64{1.9, 300, 0.3}, 1e-6},
		{law.PowerD, []float64{2.1, 800, 0.35}, 1e-6},
		{law.PowerC, []float64{1.5, 90, 0.11}, 1e-6},
		{law.KaplanN, []float64{8.8e13, 0.076}, 1e-6},
		{law.KaplanD, []float64{5.4e13, 0.095}, 1e-6},
		{law.KaplanC, []float64{1e28, 0.057}, 1e-6},
		{law.KaplanND, []float64{6.4e13, 0.076, 1.8e13, 0.103}, 1e-5},
		{law.KaplanNDFloor, []float64{0.9, 6.4e11, 0.11, 1.8e11, 0.15}, 1e-5},
	} {
		runs := made(c.l, c.theta, 60, 0)
		for _, o := range []Objective{Huber, LAD, Squares, Linear} {
			r := fitted(t, c.l, runs, &Settings{Objective: o})
			near(t, c.l.ID+" "+string(o), r.Theta, c.theta, c.tol)
		}
	}
}

// A run of weight 2 is two runs, and a weight of 1 may be left out.
func TestWeights(t *testing.T) {
	runs := chinchilla(t)[:60]
	twice := append(slices.Clone(runs), runs[:20]...)
	weighted := slices.Clone(runs)
	for i := range weighted[:20] {
		weighted[i].Weight = 2
	}
	weighted[30].Weight = 1
	for _, o := range []Objective{Huber, LAD, Squares} {
		a := fitted(t, law.Chinchilla, twice, &Settings{Objective: o})
		b := fitted(t, law.Chinchilla, weighted, &Settings{Objective: o})
		numtest.Near(t, string(o), b.Value, a.Value, 1e-12)
		near(t, string(o), b.Theta, a.Theta, 1e-6)
	}
}

// The same runs give the same digits, and are not changed.
func TestPure(t *testing.T) {
	runs := chinchilla(t)
	before := slices.Clone(runs)
	a, b := fitted(t, law.Chinchilla, runs, nil), fitted(t, law.Chinchilla, runs, nil)
	if !slices.Equal(a.Theta, b.Theta) || a.Value != b.Value || !slices.Equal(a.SE, b.SE) {
		t.Error("two fits differ")
	}
	if !slices.Equal(runs, before) {
		t.Error("the runs were changed")
	}
}

// Criteria from their textbook forms: normal errors for least squares, Laplace's
// for absolute deviations, which a Huber sum with a tiny δ approaches.
func TestAICc(t *testing.T) {
	runs := chinchilla(t)
	const n, k = 240., 6.
	more := 2*k + 2*k*(k+1)/(n-k-1)
	sq := fitted(t, law.Chinchilla, runs, &Settings{Objective: Squares})
	numtest.Near(t, "squares", sq.AICc, n*(math.Log(2*math.Pi*2*sq.Value/n)+1)+more, 1e-9)
	lad := fitted(t, law.Chinchilla, runs, &Settings{Objective: LAD})
	laplace := 2*n*(math.Log(2*lad.Value/n)+1) + more
	numtest.Near(t, "absolute deviations", lad.AICc, laplace, 1e-6)
	tiny := fitted(t, law.Chinchilla, runs, &Settings{Delta: 1e-5})
	numtest.Near(t, "Huber, tiny δ", tiny.AICc, laplace, 1e-4)
	wide := fitted(t, law.Chinchilla, runs, &Settings{Delta: 1})
	numtest.Near(t, "Huber, wide δ", wide.AICc, sq.AICc, 1e-9)
}

// N and D that go together leave A and α with B and β untold; one size leaves a
// direction open altogether.
func TestWeak(t *testing.T) {
	runs := made(law.Chinchilla, law.Chinchilla.Sets[0].Theta, 40, 0.01)
	for i := range runs {
		runs[i].N = 1e9
	}
	r := fitted(t, law.Chinchilla, runs, nil)
	told := func(group []int) bool {
		return slices.Contains(group, 0) || slices.Contains(group, 1) || slices.Contains(group, 2)
	}
	if len(r.Weak) == 0 || !slices.ContainsFunc(r.Weak, told) || !math.IsInf(r.Condition, 1) || r.Cov != nil {
		t.Errorf("one size: weak %v, condition %g", r.Weak, r.Condition)
	}
	if !slices.ContainsFunc(r.Warnings, func(w Warning) bool { return w.Code == WarnSingular }) {
		t.Errorf("warnings %v", r.Warnings)
	}
}

// From scipy.stats, but for the two closed forms.
func TestQuantiles(t *testing.T) {
	for _, c := range []struct{ p, want float64 }{
		{0.6, 0.2533471031357997}, {0.9, 1.2815515655446004}, {0.975, 1.959963984540054}, {0.999, 3.090232306167813}, {1e-6, -4.753424308822899},
	} {
		numtest.Near(t, "normal", normalQuantile(c.p), c.want, 1e-12)
	}
	for _, c := range []struct{ p, df, want, tol float64 }{
		{0.975, 1, 12.706204736174696, 1e-13}, {0.975, 2, 4.302652729749464, 1e-13}, // tan(0.475π), √(2/0.0975 − 2)
		{0.975, 3, 3.182446305284263, 1e-3}, {0.975, 4, 2.7764451051977987, 1e-3},
		{0.995, 5, 4.032142983557536, 1e-4}, {0.9995, 6, 5.958816179933981, 1e-4},
		{0.9, 7, 1.4149239276488585, 1e-5}, {0.975, 10, 2.2281388519649385, 1e-5}, {0.6, 12, 0.25903274567688694, 1e-5},
		{0.95, 30, 1.6972608943617378, 1e-6}, {0.975, 235, 1.970110062267077, 1e-6},
	} {
		numtest.Near(t, "Student", studentQuantile(c.p, c.df), c.want, c.tol)
	}
}

func TestEigen(t *testing.T) {
	a := matrix{{4, 1, -2}, {1, 3, 0.5}, {-2, 0.5, 5}}
	was := a
	var val vector
	var vec matrix
	eigen(&a, 3, &val, &vec)
	for v := range 3 {
		for i := range 3 {
			var av float64
			for j := range 3 {
				av += was[i][j] * vec[j][v]
			}
			numtest.Near(t, "A·v − λ·v", av-val[v]*vec[i][v], 0, 1e-14)
		}
	}
	numtest.Near(t, "trace", val[0]+val[1]+val[2], 12, 1e-15)
}

func BenchmarkFitChinchilla(b *testing.B) {
	runs := chinchilla(b)
	for b.Loop() {
		if _, err := Fit(context.Background(), law.Chinchilla, runs, nil); err != nil {
			b.Fatal(err)
		}
	}
}
