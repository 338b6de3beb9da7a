package fit

import (
	"context"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/law"
)

func chinchilla(t testing.TB) []dataset.Run {
	t.Helper()
	d, err := dataset.Chinchilla()
	if err != nil {
		t.Fatal(err)
	}
	return d.Used()
}

func TestTry(t *testing.T) {
	r, err := Fit(context.Background(), law.Chinchilla, chinchilla(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%.12g %.10g %v agree %d/%d cond %g se %.5g weak %v R2 %g RMSE %g AICc %g", r.Value, r.Theta, r.Status, r.Agree, r.Starts, r.Condition, r.SE, r.Weak, r.R2, r.RMSE, r.AICc)
	r, err = Fit(context.Background(), law.Chinchilla, chinchilla(t), &Settings{Objective: LAD})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%.12g %.10g %v agree %d/%d cond %g se %.5g weak %v R2 %g RMSE %g AICc %g", r.Value, r.Theta, r.Status, r.Agree, r.Starts, r.Condition, r.SE, r.Weak, r.R2, r.RMSE, r.AICc)
}

func BenchmarkFitChinchilla(b *testing.B) {
	runs := chinchilla(b)
	for b.Loop() {
		if _, err := Fit(context.Background(), law.Chinchilla, runs, nil); err != nil {
			b.Fatal(err)
		}
	}
}
