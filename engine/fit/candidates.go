package fit

import (
	"math"

	"lossline/engine/law"
	"lossline/engine/num"
)

// projected is variable projection for a law that is no sum of powers: for each
// place on a grid of some coefficients the rest follow from at most three linear
// amplitudes.
type projected struct {
	grid func(t *table) [][]float64
	// row returns the columns, what they are to add up to, and the weight of
	// their squared difference, all for one run at one place of the grid.
	row func(g []float64, p law.Point, y float64) (cols [3]float64, n int, target, weight float64)
	// theta puts the place and the amplitudes together.
	theta func(g []float64, amp [3]float64) []float64
}

// projectedOf knows how to project some laws, and is nil for others.
func projectedOf(l *law.Law) *projected {
	switch l {
	case law.KaplanND:
		return kaplanStarts(false)
	case law.KaplanNDFloor:
		return kaplanStarts(true)
	case law.Rectified:
		return &rectifiedStarts
	case law.ErrorOfLoss:
		return &errorStarts
	}
	return nil
}

// kaplanStarts: (L − E)^(1/α_D) is linear in N_c^(α_N/α_D) and D_c, with
// E, α_N and α_D on the grid.
func kaplanStarts(floor bool) *projected {
	powers := []float64{0.03, 0.05, 0.07, 0.09, 0.12, 0.16, 0.22, 0.3, 0.4, 0.5}
	return &projected{
		grid: func(t *table) [][]float64 {
			shares := []float64{0}
			least := math.Inf(1)
			for _, y := range t.y {
				least = min(least, y)
			}
			if floor {
				shares = []float64{0.1, 0.3, 0.5, 0.7, 0.85, 0.95}
			}
			var out [][]float64
			for _, e := range shares {
				for _, a := range powers {
					for _, d := range powers {
						out = append(out, []float64{e * least, a, d})
					}
				}
			}
			return out
		},
		row: func(g []float64, p law.Point, y float64) (cols [3]float64, n int, target, weight float64) {
			over := y - g[0]
			z := num.Pow(over, 1/g[2])
			weight = over / y * g[2] // turns a relative error of z into one of y
			cols = [3]float64{num.Pow(float64(p.N), -g[1]/g[2]) / z, 1 / (float64(p.D) * z)}
			return cols, 2, 1, weight * weight
		},
		theta: func(g []float64, amp [3]float64) []float64 {
			out := []float64{num.Pow(amp[0], g[2]/g[1]), g[1], amp[1], g[2]}
			if floor {
				out = append([]float64{g[0]}, out...)
			}
			return out
		},
	}
}

// rectifiedStarts: L is linear in E and B, with β and D_l on the grid.
var rectifiedStarts = projected{
	grid: func(t *table) [][]float64 {
		most := 1.0
		for _, p := range t.points {
			most = max(most, float64(p.D))
		}
		var out [][]float64
		for _, b := range []float64{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9, 1.1, 1.4} {
			for _, share := range []float64{1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1} {
				out = append(out, []float64{num.Pow(most*share, b), b})
			}
		}
		return out
	},
	row: func(g []float64, p law.Point, y float64) (cols [3]float64, n int, target, weight float64) {
		return [3]float64{1, 1 / (g[0] + num.Pow(float64(p.D), g[1]))}, 2, y, 1 / (y * y)
	},
	theta: func(g []float64, amp [3]float64) []float64 { return []float64{amp[0], amp[1], g[0], g[1]} },
}

// errorStarts: Err is linear in ε and k, with γ on the grid. With what is left of
// the error, 1 − Err, no amplitude is negative.
var errorStarts = projected{
	grid: func(t *table) [][]float64 {
		var out [][]float64
		for _, g := range []float64{0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 1, 1.3, 1.7, 2.3, 3, 4, 6} {
			out = append(out, []float64{g})
		}
		return out
	},
	row: func(g []float64, p law.Point, y float64) (cols [3]float64, n int, target, weight float64) {
		return [3]float64{1, num.Exp(-g[0] * float64(p.L))}, 2, 1 - y, 1 / (y * y)
	},
	theta: func(g []float64, amp [3]float64) []float64 { return []float64{1 - amp[0], amp[1], g[0]} },
}

// starts returns the law's coefficients at every place of the grid.
func (p *projected) starts(t *table) [][]float64 {
	var out [][]float64
	for _, g := range p.grid(t) {
		var n normal
		for i, y := range t.y {
			cols, count, target, weight := p.row(g, t.points[i], y)
			n.n = count
			n.add(weight*t.w[i], &cols, target)
		}
		amp, value := n.solve(&[3]bool{}, &[3]float64{})
		if value < math.Inf(1) {
			out = append(out, p.theta(g, amp))
		}
	}
	return out
}

// around is for laws of which nothing else is known: places about where each
// coefficient says that a search may begin, and about the published sets.
func around(l *law.Law) [][]float64 {
	base := [][]float64{make([]float64, len(l.Coefs))}
	for j, c := range l.Coefs {
		base[0][j] = c.Start
	}
	for i := range l.Sets {
		base = append(base, l.Sets[i].Theta)
	}
	var out [][]float64
	state := uint64(1)
	for _, b := range base {
		out = append(out, b)
		for range 60 {
			v := make([]float64, len(b))
			for j, c := range l.Coefs {
				spread := 1.4
				if c.Log {
					spread = 6
				}
				v[j] = b[j] * num.Exp(spread*(float64(float64(next(&state)>>11)*0x1p-53)-0.5))
			}
			out = append(out, v)
		}
	}
	return out
}
