package fit

import (
	"context"
	"strconv"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// made returns n runs on the law l at theta, with a log-normal scatter of that
// much, over the ranges of N and D of the Chinchilla runs.
func made(l *law.Law, theta []float64, n int, scatter float64) []dataset.Run {
	state := uint64(7)
	uniform := func() float64 { return (float64(next(&state)>>11) + 0.5) * 0x1p-53 }
	out := make([]dataset.Run, n)
	for i := range out {
		r := &out[i]
		r.N = unit.Params(6e7 * num.Exp(5.6*uniform()))
		r.D = unit.Tokens(8e8 * num.Exp(6*uniform()))
		r.C = law.Compute(r.N, r.D)
		r.Loss = l.Loss(theta, r.Point()) * unit.Loss(num.Exp(scatter*normalQuantile(uniform())))
	}
	return out
}

var rowCounts = []int{50, 500, 5000, 50000, 200000}

func BenchmarkFitRows(b *testing.B) {
	for _, c := range []struct {
		l     *law.Law
		theta []float64
		s     *Settings
	}{
		{law.Chinchilla, law.Chinchilla.Sets[0].Theta, nil},
		{law.Chinchilla, law.Chinchilla.Sets[0].Theta, &Settings{Objective: LAD}},
		{law.Chinchilla, law.Chinchilla.Sets[0].Theta, &Settings{Objective: Squares}},
		{law.KaplanND, law.KaplanND.Sets[0].Theta, nil},
	} {
		for _, n := range rowCounts {
			runs := made(c.l, c.theta, n, 0.01)
			name := c.l.ID
			if c.s != nil {
				name += "-" + string(c.s.Objective)
			}
			b.Run(name+"/"+strconv.Itoa(n), func(b *testing.B) {
				for b.Loop() {
					if _, err := Fit(context.Background(), c.l, runs, c.s); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
