//go:build !js

package trial

import (
	"math"
	"strings"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/internal/numtest"
	"lossline/engine/law"
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
