package job

import (
	"context"
	"math"
	"testing"

	"lossline/engine/law"
)

// A fit with a bootstrap has the covariance of its resamples, by which a coefficient is
// as uncertain as by its standard error; one without has none.
func TestBootstrapCovariance(t *testing.T) {
	var s Session
	r := Request{Op: OpFit, Law: "chinchilla", Data: "chinchilla-epoch", Bootstrap: 60, Seed: 1}
	f := s.Do(context.Background(), r, func(int, int) {}).Fit
	if f == nil || len(f.BootCov) != 25 || f.Resamples != 60 {
		t.Fatalf("%+v", f)
	}
	if sd, e := math.Sqrt(f.BootCov[0]), f.Coefs[0]; math.Abs(sd-e.SE/e.Value) > 0.01*sd { // of ln E, to first order
		t.Errorf("the covariance says that E is off by a share of %g, the standard error %g", sd, e.SE/e.Value)
	}
	for i := range 5 {
		if f.BootCov[i*5+i] == f.Cov[i*5+i] {
			t.Errorf("coefficient %d: the bootstrap's variance is that of the fit", i)
		}
	}
	r.Bootstrap = 0
	if f := s.Do(context.Background(), r, func(int, int) {}).Fit; f.BootCov != nil {
		t.Error("a covariance of resamples that nobody asked for")
	}
}

// The covariance is that of the working coefficients: of logarithms where the law
// says so.
func TestBootCovOfKnownSamples(t *testing.T) {
	two := &law.Law{Coefs: []law.Coef{{}, {Log: true}}}
	got := bootCov(two, [][]float64{{1, math.E}, {3, math.E * math.E}})
	for i, want := range []float64{2, 1, 1, 0.5} {
		if math.Abs(got[i]-want) > 1e-14 {
			t.Errorf("entry %d is %g, want %g", i, got[i], want)
		}
	}
	if bootCov(two, [][]float64{{1, 0}, {3, 1}}) != nil || bootCov(two, [][]float64{{1, 1}}) != nil {
		t.Error("a covariance of one sample, or of the logarithm of 0")
	}
}
