package isoflop

import (
	"math"
	"math/rand/v2"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/unit"
)

// Runs that nobody would train: whatever they are, the answer is an error or
// finite numbers.
func TestWildRuns(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	few := []float64{1e-300, 1e-9, 1, 2, 3, 1e8, 1.0000001e8, 2e8, 1e12, 1e200}
	pick := func() float64 { return few[rng.IntN(len(few))] }
	answers := 0
	for range 3000 {
		var runs []dataset.Run
		for range 3 + rng.IntN(20) {
			r := dataset.Run{N: unit.Params(pick()), D: unit.Tokens(pick()), Loss: unit.Loss(1 + rng.Float64()), Curve: string(rune('a' + rng.IntN(4)))}
			if rng.IntN(2) == 0 {
				r.C = unit.FLOPs(1e18 * math.Pow(10, float64(rng.IntN(3))))
			}
			if rng.IntN(8) == 0 {
				r.Loss = unit.Loss(pick())
			}
			if rng.IntN(8) == 0 {
				r.Weight = pick()
			}
			runs = append(runs, r)
		}
		if rng.IntN(2) == 0 { // one size a curve, as approach 1 wants it
			for i := range runs {
				runs[i].N = unit.Params(few[5+int(runs[i].Curve[0]-'a')])
			}
		}
		for _, f := range []func() (*Allocation, error){
			func() (*Allocation, error) { return Approach2(ctx, runs, nil) },
			func() (*Allocation, error) { return Approach1(ctx, runs, nil) },
		} {
			a, err := f()
			if err != nil {
				continue
			}
			answers++
			for _, p := range []Power{a.Params, a.Tokens} {
				for _, v := range []float64{p.Exponent, p.SE, p.R2, p.Interval.Lo, p.Interval.Hi} {
					if math.IsNaN(v) || math.IsInf(v, 0) {
						t.Fatalf("%+v of %+v", p, runs)
					}
				}
				if math.IsNaN(p.Coef) || math.IsNaN(p.At(1e20)) || math.IsNaN(p.Band(1e20).Hi) {
					t.Fatalf("%+v of %+v", p, runs)
				}
			}
		}
	}
	if answers < 30 {
		t.Errorf("only %d sets of runs have an answer: they are too wild to test anything", answers)
	}
}
