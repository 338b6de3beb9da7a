package job

import (
	"math"

	"lossline/engine/law"
	"lossline/engine/trial"
	"lossline/engine/unit"
)

// flat is the range of sizes that are nearly as good as the best for a budget:
// the one that was asked for, or that of the largest run. Nil for a law that
// divides no budget.
func flat(r Request, src source, u sureness) *Flat {
	c := r.Budget
	if src.noCompute {
		return nil
	}
	if c == 0 {
		c = largest(src.runs)
	}
	p, err := best(u.res.Law, u.res.Theta, c)
	if err != nil || !(p.N > 0) || math.IsInf(float64(p.N), 0) {
		return nil
	}
	near, err := trial.FlatRange(u.res.Law, u.res.Theta, unit.FLOPs(c), 0)
	if err != nil {
		return nil
	}
	f := &Flat{C: c, N: float64(p.N), Lo: float64(near.Lo), Hi: float64(near.Hi), Share: near.Share, Loss: u.at(p)}
	f.Size = u.of(func(theta []float64) float64 {
		p, err := best(u.res.Law, theta, c)
		if err != nil {
			return math.NaN()
		}
		return float64(p.N)
	})
	return f
}

// best is the point of the least loss for the compute c, of laws that have a size
// and tokens; without limit where the law speaks of unique ones.
func best(l *law.Law, theta []float64, c float64) (law.Point, error) {
	p, err := law.Best(l, theta, unit.FLOPs(c))
	if err == nil && (p.N == 0 || l.Output != law.OutputLoss) {
		err = fail("no-frontier", []string{l.ID}, "the law %s divides no budget", l.ID)
	}
	return p, err
}
