//go:build !js

package isoflop

import (
	"math"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/law"
)

// The stages that are shown have the exponents and intervals of the authors'
// repository, to their three digits; so do the regressions over the shipped optima;
// and at 5.88e23 FLOP they give the sizes that Figure 1 prints.
func TestPorianStages(t *testing.T) {
	_, optima, fits := porian(t)
	settings := map[string]string{
		"kaplan": "base/long/kaplan/6ND_no_embed_no_head/train", "head": "base/long/kaplan/6ND_incl_head/val",
		"warmup": "base/short/kaplan/6ND_incl_head/val", "cosine": "base/short/chinchilla/6ND_incl_head/val",
		"tuned": "tuned/short/const/6ND_incl_head/val",
	}
	seen := 0
	for _, s := range law.PorianStages() {
		for i, corpus := range []string{"refinedweb/", "openwebtext2/"} {
			name := corpus + settings[s.ID]
			shown := []law.Interval{s.RefinedWeb, s.OpenWebText}[i]
			for _, f := range fits {
				if f.Group != name {
					continue
				}
				seen++
				for what, pair := range map[string][2]float64{"a": {s.At[i], f.A}, "low": {shown.Lo, f.ALo}, "high": {shown.Hi, f.AHi}} {
					if math.Abs(pair[0]-pair[1]) > 0.0006 {
						t.Errorf("%s: %s is shown as %g, published %g", name, what, pair[0], pair[1])
					}
				}
			}
			a, err := Regress(Optima(group15(optima, name)), nil)
			if err != nil {
				t.Fatal(err)
			}
			if math.Abs(a.Params.Exponent-s.At[i]) > 0.0006 {
				t.Errorf("%s: exponent %.4f, shown %g", name, a.Params.Exponent, s.At[i])
			}
			if i == 0 {
				numtest.Near(t, name+" N*", a.Params.Coef*math.Pow(float64(law.PorianCompute), a.Params.Exponent), float64(s.N), 0.02)
			}
		}
	}
	if seen != 10 {
		t.Errorf("%d of 10 published fits found", seen)
	}
}
