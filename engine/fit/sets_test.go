//go:build !js

package fit

import (
	"context"
	"math"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/internal/numtest"
	"lossline/engine/law"
)

func load(t testing.TB, load func() (*dataset.Dataset, error)) []dataset.Run {
	t.Helper()
	d, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return d.Runs
}

func where(runs []dataset.Run, keep func(dataset.Run) bool) []dataset.Run {
	var out []dataset.Run
	for _, r := range runs {
		if keep(r) {
			out = append(out, r)
		}
	}
	return out
}

func group(name string) func(dataset.Run) bool {
	return func(r dataset.Run) bool { return r.Group == name }
}

func muennighoff(t testing.TB) (runs []dataset.Run, pins []float64) {
	t.Helper()
	runs = where(load(t, dataset.Muennighoff), func(r dataset.Run) bool { return r.Used })
	if len(runs) != 182 {
		t.Fatalf("%d runs", len(runs))
	}
	pins = append(pins, law.DataConstrained.Sets[0].Theta...)
	pins[5], pins[6] = math.NaN(), math.NaN()
	return runs, pins
}

// The authors' notebook: with all seven constants as published R² is 0.7722046 on
// the 182 runs, of the loss itself, and the Huber sum 0.015825937.
func TestMuennighoffPublished(t *testing.T) {
	runs, _ := muennighoff(t)
	theta := law.DataConstrained.Sets[0].Theta
	numtest.Near(t, "R²", fitted(t, law.DataConstrained, runs, &Settings{Objective: Linear, Pinned: theta}).R2, 0.7722046, 1e-7)
	numtest.Near(t, "value", fitted(t, law.DataConstrained, runs, &Settings{Pinned: theta}).Value, 0.015825937, 2e-7)
}

// From the published values on, R_D* and R_N* go to 15.3718 and 5.3151 with
// 0.0158259321. That is one of many valleys (scipy, Nelder and Mead from 20
// starts): the lowest has 0.01580466247 at 95.3652 and 1.705905, and Fit finds it
// and says that the other starts do not agree.
func TestMuennighoffValleys(t *testing.T) {
	runs, pins := muennighoff(t)
	set, err := settle(law.DataConstrained, &Settings{Pinned: pins})
	if err != nil {
		t.Fatal(err)
	}
	tab, err := newTable(context.Background(), law.DataConstrained, runs, false)
	if err != nil {
		t.Fatal(err)
	}
	f := newFitter(context.Background(), law.DataConstrained, set, tab)
	o := set.objective()
	u := f.pins
	for i, c := range law.DataConstrained.Coefs {
		u[i] = into(&c, law.DataConstrained.Sets[0].Theta[i])
	}
	v, _, err := f.all.descend(o, &u, 0, tight, maxSteps)
	if err != nil {
		t.Fatal(err)
	}
	numtest.Near(t, "value near the published", v, 0.0158259321, 2e-9)
	near(t, "R* near the published", []float64{math.Exp(u[5]), math.Exp(u[6])}, []float64{15.3718, 5.3151}, 1e-5)

	r := fitted(t, law.DataConstrained, runs, &Settings{Pinned: pins})
	numtest.Near(t, "least value", r.Value, 0.015804662474, 1e-9)
	near(t, "R*", r.Theta[5:], []float64{95.3652, 1.705905}, 1e-5)
	if r.Agree == r.Starts {
		t.Error("all starts agree")
	}
}

// Recomputed with scipy from the same digitised figures: α_N 0.0822, N_c 3.86e13
// for L(N), least squares of the logarithm; α_N 0.0763, α_D 0.1240, N_c 1.35e14,
// D_c 1.06e12 for L(N,D), least squares of the loss. The notebook has 0.0823 and
// 0.0763, 0.1224 from the runs themselves.
func TestNanoGPT(t *testing.T) {
	runs := load(t, dataset.NanoGPT)
	r := fitted(t, law.KaplanN, where(runs, group("L(N)")), &Settings{Objective: Squares})
	near(t, "L(N)", r.Theta, []float64{3.86e13, 0.0822}, 2e-3, 6e-4)
	r = fitted(t, law.KaplanND, where(runs, group("L(N,D)")), &Settings{Objective: Linear})
	near(t, "L(N,D)", r.Theta, []float64{1.35e14, 0.0763, 1.06e12, 0.1240}, 4e-3, 7e-4, 5e-3, 5e-4)
	if len(r.Weak) != 1 || r.Weak[0][0] != 2 {
		t.Errorf("weak %v, want D_c, which is known to a factor of e only", r.Weak)
	}
}

// The authors' fits of five runs by least squares of the loss, with the digits
// that they print; their predictions for RedPajama are off by 0.7103 % (1.4B, 640
// tokens per parameter) and 0.7320 % (6.9B, 20).
func TestGadre(t *testing.T) {
	all := load(t, dataset.Gadre)
	for _, c := range []struct {
		group string
		loss  []float64 // E, a, b, η
		error []float64 // ε, k, γ
	}{
		{"c4_original", []float64{1.5083, 141.28, 189.52, 0.12124}, []float64{0.8497, 2.0789, 0.7561}},
		{"rpj", []float64{1.8366, 212.24, 366.69, 0.13643}, []float64{0.8570, 2.2065, 0.7146}},
		{"rw_original", []float64{1.7345, 157.12, 246.21, 0.12720}, []float64{0.8653, 2.2148, 0.7070}},
	} {
		of := where(all, group(c.group))
		small := where(of, func(r dataset.Run) bool { return r.Used })
		if len(small) != 5 {
			t.Fatalf("%s: %d runs", c.group, len(small))
		}
		r := fitted(t, law.OverTraining, small, &Settings{Objective: Linear})
		near(t, c.group, r.Theta, c.loss, 3e-5, 4e-5, 4e-5, 5e-5)
		medium := where(of, func(r dataset.Run) bool {
			return r.Used || r.N > 1e9 && r.N < 2e9 && math.Abs(float64(r.D)/float64(r.N)-20) < 1
		})
		e := fitted(t, law.ErrorOfLoss, medium, &Settings{Objective: Linear})
		near(t, c.group+" error", e.Theta, c.error, 7e-5)
		if c.group == "rpj" {
			checkGadrePredictions(t, r, of)
		}
	}
}

func checkGadrePredictions(t *testing.T, r *Result, runs []dataset.Run) {
	t.Helper()
	found := 0
	for _, x := range runs {
		m := float64(x.D) / float64(x.N)
		want := 0.0
		switch {
		case x.N > 1e9 && x.N < 2e9 && math.Abs(m-640) < 5:
			want = 0.007103
		case x.N > 6e9 && math.Abs(m-20) < 1:
			want = 0.007320
		default:
			continue
		}
		found++
		p := float64(r.Law.Loss(r.Theta, x.Point()))
		numtest.Near(t, "prediction error of "+x.Name, math.Abs(p/float64(x.Loss)-1), want, 1e-4)
	}
	if found != 2 {
		t.Errorf("%d of 2 runs found", found)
	}
}

// An independent untied Huber fit of the 16 final losses predicts 2.3484 for the
// 13B model at 5T tokens, which got 2.4379. The runs do not tell the floor from
// the terms.
func TestOLMoLadder(t *testing.T) {
	all := load(t, dataset.OLMoLadder)
	r := fitted(t, law.Chinchilla, where(all, func(r dataset.Run) bool { return r.Used }), nil)
	for _, x := range where(all, func(r dataset.Run) bool { return r.Name == "13B-5T" }) {
		p := r.Predict(x.Point(), 0.95)
		numtest.Near(t, "13B-5T", p.Center, 2.3484, 3e-5)
		if !(p.Lo < float64(x.Loss) && float64(x.Loss) < p.Hi) {
			t.Errorf("the interval %+v does not hold the loss %g", p, float64(x.Loss))
		}
	}
	if r.Rows != 16 || len(r.Weak) == 0 || r.Weak[0][0] != 0 {
		t.Errorf("%d rows, weak %v", r.Rows, r.Weak)
	}
}

// The runs of the OLMo ladder do not say whether there is a floor at all.
func TestOpenProfile(t *testing.T) {
	runs := where(load(t, dataset.OLMoLadder), func(r dataset.Run) bool { return r.Used })
	r := fitted(t, law.Chinchilla, runs, nil)
	c := profiled(t, r, runs, 0, 0.95)
	if !c.Open[0] || c.Open[1] || c.Interval.Lo > 2*law.Chinchilla.Coefs[0].Min {
		t.Errorf("%+v, open %v", c.Interval, c.Open)
	}
}

// Lin et al. publish a root mean square deviation of the log loss of 0.00797,
// averaged over the 90 fits, without the models before they were tuned. Least
// squares of the logarithm must not be above it.
func TestRectified(t *testing.T) {
	groups := map[string][]dataset.Run{}
	var order []string
	for _, r := range load(t, dataset.Rectified) {
		if r.D == 0 {
			continue
		}
		if groups[r.Group] == nil {
			order = append(order, r.Group)
		}
		groups[r.Group] = append(groups[r.Group], r)
	}
	if len(order) != 90 {
		t.Fatalf("%d groups", len(order))
	}
	var sum float64
	for _, g := range order {
		sum += fitted(t, law.Rectified, groups[g], &Settings{Objective: Squares}).RMSE
	}
	if mean := sum / 90; !(mean <= 0.00797) {
		t.Errorf("mean deviation %.5f, published 0.00797", mean)
	}
	// And D = 0, a model before it was tuned, can be fitted.
	all := where(load(t, dataset.Rectified), group("wmt19 gpt2"))
	if r := fitted(t, law.Rectified, all, nil); r.Rows != 15 || r.Status != Converged {
		t.Errorf("with the model before tuning: %d rows, %s", r.Rows, r.Status)
	}
}
