package transfer

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"lossline/engine/unit"
)

type group struct {
	language string
	n        unit.Params
}

func (g group) String() string { return fmt.Sprintf("%s, %.4g parameters", g.language, float64(g.n)) }

// curve is the from-scratch runs of one language and size in order of data.
type curve []Run

// curvesOf returns the from-scratch curve of every language and size, with the
// sets of the grid where one is given. It fails on runs that make no curve.
func curvesOf(runs []Run, grid []unit.Tokens) (map[group]curve, error) {
	curves := map[group]curve{}
	for _, r := range runs {
		g := group{r.Language, r.N}
		if !positive(float64(r.N)) || !positive(float64(r.D)) || !positive(float64(r.Loss)) {
			return nil, fmt.Errorf("transfer: %v, %v tokens, loss %v: must be positive and finite", g, r.D, r.Loss)
		}
		if !r.Pretrained && (len(grid) == 0 || slices.Contains(grid, r.D)) {
			curves[g] = append(curves[g], r)
		}
	}
	for g, c := range curves {
		slices.SortFunc(c, func(a, b Run) int { return cmp.Compare(a.D, b.D) })
		for i := range len(c) - 1 {
			if c[i].D == c[i+1].D {
				return nil, fmt.Errorf("transfer: %v: two from-scratch runs on %v tokens", g, c[i].D)
			}
		}
	}
	return curves, nil
}

// locate returns the last step i, i+1 of c over which the loss passes l, and
// how many steps do.
func (c curve) locate(l unit.Loss) (step, crossings int) {
	for i := range len(c) - 1 {
		a, b := c[i].Loss, c[i+1].Loss
		if a > l && l >= b || a < l && l <= b || i == 0 && a == l && l != b {
			step = i
			crossings++
		}
	}
	return step, crossings
}

// slope returns −d log L/d log D over the step from i.
func (c curve) slope(i int) float64 {
	return math.Log(float64(c[i].Loss/c[i+1].Loss)) / math.Log(float64(c[i+1].D/c[i].D))
}

// at returns the data at which the step from i has loss l.
func (c curve) at(i int, l unit.Loss) unit.Tokens {
	return c[i].D * unit.Tokens(math.Exp(math.Log(float64(c[i].Loss/l))/c.slope(i)))
}

// dataNeeded returns D(N) at 99 % with the last run for infinite data, and by
// how much the loss still falls over the last step.
func (c curve) dataNeeded() (d unit.Tokens, fall float64) {
	last := len(c) - 1
	l := c[last].Loss / Share99
	fall = float64(c[last-1].Loss/c[last].Loss) - 1
	if i, n := c.locate(l); n > 0 {
		return c.at(i, l), fall
	}
	return c[0].D, fall
}
