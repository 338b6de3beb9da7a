package isoflop

import (
	"context"
	"fmt"
	"math"

	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// Bias is what approach 2 gets wrong where the additive law is true, without any
// noise, on one grid of runs. The profile of that law is lopsided and no
// parabola, so the minimum is off by as much as the grid is wide, and by as much
// as it is off-centre; where that changes with the budget the exponent is off, and
// where it does not the prefactor alone is. Open-Athena's "Problems with
// Chinchilla Approach 2" tells the story.
type Bias struct {
	Exponent float64 // a of approach 2 less the true β/(α+β)
	True     float64 // β/(α+β)
	Found    *Allocation

	theta []float64
}

// BiasOf simulates: it gives each run the loss of law.Chinchilla with theta at the
// run's own N and C, D = C/(6N), and applies approach 2 with the options o. Only
// N, C and the weights of the runs are read, no loss. Errors are those of
// Approach2, and a theta that the law refuses.
func BiasOf(ctx context.Context, theta []float64, runs []dataset.Run, o *Options) (*Bias, error) {
	made := make([]dataset.Run, len(runs))
	for i, r := range runs {
		c := Compute(r)
		m := dataset.Run{N: r.N, C: c, D: unit.Tokens(float64(c) / (6 * float64(r.N))), Weight: r.Weight, Row: r.Row, Name: r.Name}
		loss, err := law.Chinchilla.Eval(theta, m.Point())
		if err != nil {
			return nil, fmt.Errorf("run %d: %w", i+1, err)
		}
		m.Loss = loss
		made[i] = m
	}
	found, err := Approach2(ctx, made, o)
	if err != nil {
		return nil, err
	}
	b := &Bias{True: theta[4] / (theta[2] + theta[4]), Found: found, theta: theta}
	b.Exponent = found.Params.Exponent - b.True
	return b, nil
}

// Factor returns by which factor approach 2 misses the best N for the compute c:
// above 1 it is too large.
func (b *Bias) Factor(c unit.FLOPs) float64 {
	best := law.Chinchilla.Frontier(b.theta, c).N
	return b.Found.Params.At(float64(c)) / float64(best)
}

// Excess returns by how much, relatively, the loss at approach 2's division of c
// exceeds the best one.
func (b *Bias) Excess(c unit.FLOPs) float64 {
	n := b.Found.Params.At(float64(c))
	at := law.Point{N: unit.Params(n), D: unit.Tokens(float64(c) / (6 * n))}
	best := law.Chinchilla.Loss(b.theta, law.Chinchilla.Frontier(b.theta, c))
	return math.Max(0, float64(law.Chinchilla.Loss(b.theta, at)/best)-1)
}
