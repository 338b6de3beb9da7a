//go:build !js

package trial

import (
	"math"
	"slices"
	"strings"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/fit"
	"lossline/engine/internal/numtest"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// The OLMo ladder, as Bhagia et al. 2024 use it: the 16 runs of 190M to 1B predict
// the 13B model on 5T tokens. An independent untied Huber fit predicts 2.3484,
// the run ended at 2.4379 (the authors' own fit: 2.3444, off by −3.835 %). Most of
// it is a floor that these runs cannot see: held at that of a fit which knows the
// large runs, the error is a fifth.
func TestOLMoLadder(t *testing.T) {
	d, err := dataset.OLMoLadder()
	if err != nil {
		t.Fatal(err)
	}
	runs := d.Used()
	for _, r := range d.Runs {
		if strings.HasPrefix(r.Name, "7B") || strings.HasPrefix(r.Name, "13B") {
			runs = append(runs, r)
		}
	}
	rep, err := BackTest(ctx, law.Chinchilla, runs, nil, []float64{1e22}, nil)
	if err != nil {
		t.Fatal(err)
	}
	c := rep.Cuts[0]
	if c.Below != 16 || c.Above != 2 {
		t.Fatalf("%d runs below and %d above, want 16 and 2", c.Below, c.Above)
	}
	last := c.Free.Held[1]
	target := runs[last.Run]
	if !strings.HasPrefix(target.Name, "13B") {
		t.Fatalf("the largest run is %s", target.Name)
	}
	numtest.Near(t, "predicted", float64(target.Loss)*(1+last.Error), 2.3484, 3e-5)
	numtest.Near(t, "error", last.Error, 2.3484/2.43758-1, 1e-3)
	numtest.Near(t, "worst", c.Free.Worst, -last.Error, 1e-12)
	if c.Free.Bias > -0.02 || c.Pinned.Worst > c.Free.Worst/4 {
		t.Errorf("free %+v, floor held %+v", c.Free.Errors, c.Pinned.Errors)
	}
}

// Muennighoff et al. 2023 fit R_D* and R_N* with the other five constants held.
// On their 182 runs the R² of the loss is 0.7722046, where the same constants
// without repetition give 0.4451684. Their optimum, 15.3878 and 5.3097, has a Huber
// sum of 0.015825935, and 0.0158259321 where a search from there ends; a global
// search does no worse. The comparison prefers the law of repetition, published or
// refitted, whichever runs are held out.
func TestRepetitionIsPreferred(t *testing.T) {
	d, err := dataset.Muennighoff()
	if err != nil {
		t.Fatal(err)
	}
	runs := d.Used()
	theta := law.DataConstrained.Sets[0].Theta
	pins := append([]float64(nil), theta...)
	pins[5], pins[6] = math.NaN(), math.NaN()
	c, err := Compare(ctx, []Family{{law.Chinchilla, theta[:5]}, {law.DataConstrained, theta}, {law.DataConstrained, pins}}, runs, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Rows) != 3 || c.Rows[2].Law != law.Chinchilla || len(runs) != 182 {
		t.Fatalf("%d rows of %d runs; left out %+v", len(c.Rows), len(runs), c.Left)
	}
	plain := c.Rows[2]
	numtest.Near(t, "R² without repetition", rSquared(plain, runs), 0.4451684, 1e-6)
	for _, r := range c.Rows[:2] {
		switch r.Full.Free {
		case 0:
			numtest.Near(t, "R² as published", rSquared(r, runs), 0.7722046, 1e-6)
			numtest.Near(t, "Huber sum as published", r.Full.Value, 0.015825935, 1e-6)
		case 2:
			if r.Full.Value > 0.0158259321 {
				t.Errorf("Huber sum %.10f at %v, above that of a local search", r.Full.Value, r.Full.Theta)
			}
		}
		if r.Folds.Mean > plain.Folds.Mean*0.6 || r.Beyond.Mean > plain.Beyond.Mean*0.7 || plain.DAICc < r.DAICc+100 {
			t.Errorf("%d free: folds %.4f of %.4f, beyond %.4f of %.4f, ΔAICc %.1f of %.1f", r.Full.Free,
				r.Folds.Mean, plain.Folds.Mean, r.Beyond.Mean, plain.Beyond.Mean, r.DAICc, plain.DAICc)
		}
	}
}

// rSquared is that of the loss, as the authors' notebook has it.
func rSquared(r Row, runs []dataset.Run) float64 {
	var mean, left, all float64
	for _, x := range runs {
		mean += float64(x.Loss) / float64(len(runs))
	}
	for _, x := range runs {
		e := float64(r.Law.Loss(r.Full.Theta, x.Point()) - x.Loss)
		left, all = left+e*e, all+(float64(x.Loss)-mean)*(float64(x.Loss)-mean)
	}
	return 1 - left/all
}

// A free fit of Muennighoff's law to its 182 runs puts R_N* at 1e17, where it does
// nothing: the runs do not tell it. With its variance in the design a run that is
// worth 4 % of the interval at ten times the largest compute was said to gain
// 0.04 %. It is held instead.
func TestNextHoldsWhatIsNotTold(t *testing.T) {
	d, err := dataset.Muennighoff()
	if err != nil {
		t.Fatal(err)
	}
	runs := d.Used()
	r := fitted(t, law.DataConstrained, runs, nil)
	a, err := Next(ctx, r, runs, Question{Budget: 9.26e22, Allowance: 9.26e21})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(a.Held, []int{6}) {
		t.Errorf("held %v, want R_N* alone", a.Held)
	}
	if g := a.Candidates[0].Gain; !(g > 0.03 && g < 0.06) {
		t.Errorf("gain %g, want 3 to 6 %%", g)
	}
	// The formula of Next with derivatives by differences and the six others alone.
	pins := slices.Repeat([]float64{math.NaN()}, 7)
	pins[6] = r.Theta[6]
	six := fitted(t, law.DataConstrained, runs, &fit.Settings{Pinned: pins})
	times := func(a, b []float64) (sum float64) {
		for i := range a {
			for j := range b {
				sum += a[i] * six.Cov[i][j] * b[j]
			}
		}
		return sum
	}
	noise := 0.0
	for _, x := range runs {
		j := byWorking(six, x.Point())
		noise += times(j, j) / 6
	}
	g, j := byWorking(six, a.Target), byWorking(six, a.Candidates[0].Point)
	want := 1 - math.Sqrt(1-times(g, j)*times(g, j)/(noise+times(j, j))/times(g, g))
	numtest.Near(t, "gain", a.Candidates[0].Gain, want, 1e-4)
}

// What lies beyond the runs, or has fewer tokens than parameters, is proposed with
// a doubt: the grid reaches to four times the largest run.
func TestNextDoubts(t *testing.T) {
	d, err := dataset.Muennighoff()
	if err != nil {
		t.Fatal(err)
	}
	runs := d.Used()
	a, err := Next(ctx, fitted(t, law.DataConstrained, runs, nil), runs, Question{Budget: 1e21, Allowance: 1e21})
	if err != nil {
		t.Fatal(err)
	}
	c := a.Candidates[0]
	want := []law.Warning{
		{Code: WarnBeyond, Symbol: law.N, Value: float64(c.Point.N) / 8.67e9, Limit: 8.67e9},
		{Code: WarnFewTokens, Value: float64(c.Point.D / unit.Tokens(c.Point.N))},
	}
	if !slices.Equal(c.Doubts, want) || want[0].Value < 2 || want[1].Value > 0.5 {
		t.Errorf("doubts %+v, want %+v", c.Doubts, want)
	}
	for _, c := range append(a.Candidates, a.Sequence...) {
		few := slices.ContainsFunc(c.Doubts, func(w law.Warning) bool { return w.Code == WarnFewTokens })
		far := slices.ContainsFunc(c.Doubts, func(w law.Warning) bool { return w.Code == WarnBeyond })
		if few != (float64(c.Point.D) < float64(c.Point.N)) || far != (c.Point.N > 1.1*8.67e9 || c.Point.D > 1.1*9e11) {
			t.Errorf("%g on %g: %+v", float64(c.Point.N), float64(c.Point.D), c.Doubts)
		}
	}
}
