package isoflop

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/internal/numtest"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// Six runs with weights; vertex, its standard error by the delta method and the
// loss there from numpy's normal equations.
func TestVertexAndItsError(t *testing.T) {
	var runs []dataset.Run
	n := []float64{1e8, 1.6e8, 3e8, 5e8, 1.1e9, 1.5e9}
	loss := []float64{2.71, 2.655, 2.622, 2.631, 2.68, 2.75}
	for i, w := range []float64{1, 1, 2, 1, 0, 0.5} { // 0 stands for 1
		runs = append(runs, dataset.Run{N: unit.Params(n[i]), C: 1e20, Loss: unit.Loss(loss[i]), Weight: w})
	}
	p := []Profile{profile(runs, []int{0, 1, 2, 3, 4, 5}, (*Options)(nil).filled())}
	standardErrors(p)
	numtest.Near(t, "N*", float64(p[0].N), 356054056.9679078, 1e-11)
	numtest.Near(t, "SE", p[0].SE, 0.037799932592672725, 1e-11)
	numtest.Near(t, "loss*", float64(p[0].Loss), 2.6200163238919894, 1e-13)
	numtest.Near(t, "D*", float64(p[0].D), 1e20/6/356054056.9679078, 1e-11)
	numtest.Near(t, "C", float64(p[0].C), 1e20, 1e-13)
}

// Five optima with errors; everything from numpy and scipy.stats.t.
func TestRegressionAndItsInterval(t *testing.T) {
	var o []Optimum
	n := []unit.Params{1.1e8, 2.3e8, 3.9e8, 7.2e8, 1.5e9}
	se := []float64{0.1, 0.2, 0.05, 0.1, 0.3}
	for i, c := range []unit.FLOPs{1e18, 3e18, 1e19, 3e19, 1e20} {
		o = append(o, Optimum{C: c, N: n[i], SE: se[i]})
	}
	a, err := Regress(o, nil)
	if err != nil {
		t.Fatal(err)
	}
	numtest.Near(t, "a", a.Params.Exponent, 0.5497923753737557, 1e-12)
	numtest.Near(t, "SE of a", a.Params.SE, 0.015002192364485238, 1e-11)
	numtest.Near(t, "lower end of a", a.Params.Interval.Lo, 0.5020487037122359, 1e-10)
	numtest.Near(t, "N at 1e22", a.Params.At(1e22), 17538078732.05293, 1e-11)
	numtest.Near(t, "lower end of N at 1e22", a.Params.Band(1e22).Lo, 12446099563.726847, 1e-10)
	numtest.Near(t, "b", a.Tokens.Exponent, 1-0.5497923753737557, 1e-12)
	p := law.PowerAllocation.Frontier(a.Theta(), 1e22)
	numtest.Near(t, "N of the law", float64(p.N), 17538078732.05293, 1e-11)
}

// scipy.stats.t.ppf, which has about ten digits; the first is tan(0.475·π).
func TestStudentQuantile(t *testing.T) {
	for _, c := range []struct {
		level float64
		dof   int
		want  float64
	}{
		{0.95, 1, 12.706204736432095}, {0.95, 2, 4.302652729911275}, {0.9, 5, 2.015048372669157}, {0.8, 7, 1.4149239276488585},
		{0.95, 10, 2.2281388519649385}, {0.99, 30, 2.7499956535670305}, {0.95, 100, 1.9839715184496334},
	} {
		numtest.Near(t, "quantile", studentQuantile(c.level, c.dof), c.want, 1e-9)
	}
	numtest.Near(t, "quantile of Cauchy's distribution", studentQuantile(0.95, 1), math.Tan(0.475*math.Pi), 1e-13)
}

func at(c, n, loss float64) dataset.Run {
	return dataset.Run{C: unit.FLOPs(c), N: unit.Params(n), Loss: unit.Loss(loss)}
}

// Every reason by the smallest profile that has it, beside two that are fine: the
// parabola 2 + (ln N − ln 4e8)² through three runs.
func TestReasons(t *testing.T) {
	good := func(c float64) []dataset.Run {
		q := func(n float64) float64 { return 2 + math.Pow(math.Log(n/4e8), 2) }
		return []dataset.Run{at(c, 2e8, q(2e8)), at(c, 5e8, q(5e8)), at(c, 9e8, q(9e8))}
	}
	runs := slices.Concat(good(1e18), good(1e19),
		[]dataset.Run{at(1e20, 1e8, 3), at(1e20, 2e8, 2.9)},
		[]dataset.Run{at(1e21, 1e8, 3), at(1e21, 2e8, 3.1), at(1e21, 4e8, 3)},
		[]dataset.Run{at(1e22, 1e8, 3), at(1e22, 2e8, 3.1), at(1e22, 4e8, 3.3)},
		[]dataset.Run{at(1e23, 1e8, 3.3), at(1e23, 2e8, 3.1), at(1e23, 4e8, 3)})
	a, err := Approach2(ctx, runs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []law.Code
	for _, p := range a.Profiles {
		got = append(got, p.Reason)
	}
	if want := []law.Code{"", "", FewSizes, NoMinimum, BelowRuns, AboveRuns}; !slices.Equal(got, want) {
		t.Errorf("reasons %v, want %v", got, want)
	}
	for _, o := range a.Optima {
		numtest.Near(t, "N*", float64(o.N), 4e8, 1e-10)
		numtest.Near(t, "loss*", float64(o.Loss), 2, 1e-12)
	}
	if math.Abs(a.Params.Exponent) > 1e-10 {
		t.Errorf("exponent %g of equal optima, want 0", a.Params.Exponent)
	}
	if a.Params.Interval != (law.Interval{}) || a.Params.Band(1e20) != (law.Interval{}) {
		t.Errorf("two optima have the interval %v", a.Params.Interval)
	}
	want := []law.Warning{{Code: NotWeighted}, {Code: NoInterval}, {Code: LeftOut, Value: 4, Limit: 6}}
	if !slices.Equal(a.Warnings, want) {
		t.Errorf("warnings %v, want %v", a.Warnings, want)
	}
}

func TestGroups(t *testing.T) {
	var runs []dataset.Run
	for _, c := range []float64{3e20, 1e18, 1.04e18, 1e20, 1.02e18, 3e20, 1.3e18} {
		runs = append(runs, at(c, 1e8, 3))
	}
	got := group(runs, 0.05)
	want := [][]int{{1, 4, 2}, {6}, {3}, {0, 5}}
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("groups %v, want %v", got, want)
	}
	// Of a row of steps of 4 % the densest windows hold two each.
	runs = nil
	for i := range 6 {
		runs = append(runs, at(1e18*math.Pow(1.04, float64(i)), 1e8, 3))
	}
	for _, g := range group(runs, 0.05) {
		if len(g) != 2 {
			t.Errorf("group %v of a row of steps, want pairs", g)
		}
	}
}

// The window leaves runs out of the parabola and says which.
func TestWindow(t *testing.T) {
	runs := []dataset.Run{at(1e20, 1e7, 9), at(1e20, 1e8, 3), at(1e20, 2e8, 2.9), at(1e20, 4e8, 3), at(1e20, 4e9, 8)}
	p := profile(runs, []int{0, 1, 2, 3, 4}, Options{Window: 2.5})
	if !slices.Equal(p.Runs, []int{1, 2, 3}) || !slices.Equal(p.Skipped, []int{0, 4}) {
		t.Errorf("runs %v, skipped %v", p.Runs, p.Skipped)
	}
	numtest.Near(t, "N*", float64(p.N), 2e8, 1e-9)
}

// noisy has three budgets of seven runs of Besiroglu's law with a noise of 0.3 %.
func noisy() []dataset.Run {
	_, s, _ := law.SetByID("besiroglu2024.1")
	rng := rand.New(rand.NewPCG(1, 2))
	runs := grid(s.Theta, []float64{1e19, 1e20, 1e21}, 1.5, 7, centered)
	for i, r := range runs {
		p := law.Point{N: r.N, D: unit.Tokens(float64(r.C) / (6 * float64(r.N)))}
		runs[i].Loss = law.Chinchilla.Loss(s.Theta, p) * unit.Loss(1+0.003*rng.NormFloat64())
	}
	return runs
}

func TestInvariances(t *testing.T) {
	runs := noisy()
	fit := func(change func(r *dataset.Run)) *Allocation {
		t.Helper()
		out := slices.Clone(runs)
		for i := range out {
			change(&out[i])
		}
		a, err := Approach2(ctx, out, nil)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	base := fit(func(*dataset.Run) {})
	if base.Params.SE == 0 || !base.Weighted {
		t.Fatalf("the case is too easy: %+v", base.Params)
	}
	check := func(name string, a *Allocation, k float64) {
		t.Helper()
		numtest.Near(t, name+": a", a.Params.Exponent, base.Params.Exponent, 1e-9)
		numtest.Near(t, name+": SE", a.Params.SE, base.Params.SE, 1e-8)
		numtest.Near(t, name+": N at 1e24", a.Params.At(1e24), k*base.Params.At(1e24), 1e-8)
	}
	check("N in other units", fit(func(r *dataset.Run) { r.N *= 1000 }), 1000)
	check("loss in other units", fit(func(r *dataset.Run) { r.Loss /= math.Ln2 }), 1)
	check("all weights alike", fit(func(r *dataset.Run) { r.Weight = 5 }), 1)
	check("D recorded", fit(func(r *dataset.Run) { r.D = unit.Tokens(float64(r.C) / (6 * float64(r.N))) }), 1)
	check("C from 6ND", fit(func(r *dataset.Run) { r.D = unit.Tokens(float64(r.C) / (6 * float64(r.N))); r.C = 0 }), 1)
	more := fit(func(r *dataset.Run) { r.C *= 1.3; r.D = unit.Tokens(float64(r.C) / 1.3 / (6 * float64(r.N))) })
	numtest.Near(t, "C counts 30 % more: a", more.Params.Exponent, base.Params.Exponent, 1e-9)
	numtest.Near(t, "C counts 30 % more: D at 1e20", more.Tokens.At(1.3e20), base.Tokens.At(1e20), 1e-8)
	if w := more.Warnings; len(w) != 1 || w[0].Code != NotSixND || numtest.RelErr(w[0].Value, 1.3) > 1e-9 {
		t.Errorf("warnings %v, want C = 1.3·6ND", w)
	}
	shuffled := slices.Clone(runs)
	rand.New(rand.NewPCG(3, 4)).Shuffle(len(runs), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	a, err := Approach2(ctx, shuffled, nil)
	if err != nil {
		t.Fatal(err)
	}
	check("shuffled", a, 1)
}

func TestErrorsNameThePlace(t *testing.T) {
	fine := noisy()
	bad := func(change func(r *dataset.Run)) []dataset.Run {
		out := slices.Clone(fine)
		change(&out[4])
		return out
	}
	for _, c := range []struct {
		runs []dataset.Run
		o    *Options
		want string
	}{
		{bad(func(r *dataset.Run) { r.N = 0 }), nil, "run 5: N = 0"},
		{bad(func(r *dataset.Run) { r.C = 0 }), nil, "run 5: C = 0"},
		{bad(func(r *dataset.Run) { r.Loss, r.Row = unit.Loss(math.NaN()), 12 }), nil, "row 12: L = NaN"},
		{bad(func(r *dataset.Run) { r.D, r.Name = -1, "big" }), nil, "run 5 (big): D = -1"},
		{bad(func(r *dataset.Run) { r.Weight = -2 }), nil, "run 5: weight = -2"},
		{fine, &Options{Window: 0.5}, "window 0.5"},
		{fine, &Options{Tolerance: -1}, "tolerance of a budget -1"},
		{fine, &Options{Level: 1}, "level 1"},
		{fine[:7], nil, "1 of 1 budgets have a minimum"},
		{nil, nil, "0 of 0 budgets"},
	} {
		_, err := Approach2(ctx, c.runs, c.o)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %q", err, c.want)
		}
	}
	_, err := Approach2(ctx, fine[:7], nil)
	var few *OptimaError
	if !errors.Is(err, ErrFewOptima) || !errors.As(err, &few) || len(few.Profiles) != 1 {
		t.Errorf("a single budget: %v", err)
	}
	if _, err := Regress([]Optimum{{C: 1e18, N: 1e8}, {C: 1e19}}, nil); err == nil || !strings.Contains(err.Error(), "optimum 2") {
		t.Errorf("an optimum without N: %v", err)
	}
	done, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := Approach2(done, fine, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
