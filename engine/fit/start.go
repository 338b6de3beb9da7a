package fit

import (
	"context"
	"math"
	"slices"

	"lossline/engine/num"
)

// start is a place from which a search may set out, and how well it does.
type start struct {
	u     vector
	value float64
}

// exponents is the grid of the screening: from the flattest laws of language
// models to steep learning curves, and the ends of what coefficients may be.
var exponents = []float64{0.001, 0.006, 0.02, 0.035, 0.05, 0.065, 0.08, 0.1, 0.125, 0.16, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.75, 1, 1.4, 2, 3}

// projection screens a sum of powers by variable projection (Golub and Pereyra
// 1973): with the exponents on a grid the law is linear in all else, which is
// solved for at once, not negative.
type projection struct {
	kern    *terms
	t       *table
	s       *search
	o       *objective
	u0      vector
	columns [2]map[float64][]float64 // e^(−m·α·x) by α
	weight  []float64                // by row, of squared residuals
	found   []start
}

func (k *terms) screen(ctx context.Context, s *search, o *objective, t *table, pins *vector) ([]start, error) {
	p := &projection{kern: k, t: t, s: s, o: o, u0: *pins, weight: make([]float64, t.rows())}
	for i, w := range t.w {
		p.weight[i] = w
		if !o.linear {
			p.weight[i] = w / (t.y[i] * t.y[i])
		}
	}
	a := &k.form.terms[0]
	first := p.grid(a.exp)
	second := []float64{0}
	tied := true
	if len(k.form.terms) == 2 && k.form.terms[1].exp != a.exp {
		second, tied = p.grid(k.form.terms[1].exp), false
	}
	shape := [2]int{len(first), len(second)}
	for _, x := range first {
		for _, y := range second {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if tied {
				y = x
			}
			p.try(x, y)
		}
	}
	return byPeaks(p.found, shape), nil
}

func (p *projection) grid(coef int) []float64 {
	if p.s.pinned[coef] {
		return []float64{p.u0[coef]}
	}
	var out []float64
	for _, x := range exponents {
		if x >= p.s.lo[coef] && x <= p.s.hi[coef] {
			out = append(out, x)
		}
	}
	return out
}

// column is term j at the exponent x, for an amplitude of 1 at the mean of the
// logarithms.
func (p *projection) column(j int, x float64) []float64 {
	if c, ok := p.columns[j][x]; ok {
		return c
	}
	c := make([]float64, p.t.rows())
	b := x * p.kern.form.terms[j].times
	for i := range c {
		c[i] = num.Exp(-b * p.kern.x[j][i])
	}
	if p.columns[j] == nil {
		p.columns[j] = map[float64][]float64{}
	}
	p.columns[j][x] = c
	return c
}

// try solves for the amplitudes and the floor with the exponents x and y.
func (p *projection) try(x, y float64) {
	f := p.kern.form
	var n normal
	var u = p.u0
	at := [2]float64{x, y}
	var cols [3][]float64 // nil: the constant
	var which [3]int      // −1: the floor
	var held [3]float64   // amplitude of what is pinned
	var fixed [3]bool
	if f.floor >= 0 {
		cols[n.n], which[n.n] = nil, -1
		if p.s.pinned[f.floor] {
			fixed[n.n], held[n.n] = true, num.Exp(u[f.floor])
		}
		n.n++
	}
	for j := range f.terms {
		a := &f.terms[j]
		u[a.exp] = at[j]
		cols[n.n], which[n.n] = p.column(j, at[j]), j
		if p.s.pinned[a.amp] {
			phi := p.kern.phi(&u)
			fixed[n.n], held[n.n] = true, num.Exp(phi[2*j+1])
		}
		n.n++
	}
	for i := range p.t.y {
		if w := p.weight[i]; w > 0 {
			var row [3]float64
			for c := range n.n {
				row[c] = 1
				if cols[c] != nil {
					row[c] = cols[c][i]
				}
			}
			n.add(w, &row, p.t.y[i])
		}
	}
	amp, value := n.solve(&fixed, &held)
	p.found = append(p.found, start{p.amplitudes(u, amp, which[:n.n], fixed), value})
}

// amplitudes puts what was solved for into u. What came out as 0 gets a small
// share of the loss, from which a search can still find out that it is needed.
func (p *projection) amplitudes(u vector, amp [3]float64, which []int, fixed [3]bool) vector {
	f := p.kern.form
	least := 1e-3 * slices.Min(p.t.y)
	for c, j := range which {
		if fixed[c] {
			continue
		}
		ln := num.Log(max(amp[c], least))
		if j < 0 {
			u[f.floor] = ln
			continue
		}
		a := &f.terms[j]
		b := u[a.exp] * a.times
		if a.inside {
			u[a.amp] = ln/b + p.kern.means[j]
		} else {
			u[a.amp] = ln + float64(b*p.kern.means[j])
		}
	}
	return p.s.clamp(u)
}

func (s *search) clamp(u vector) vector {
	for i := range s.n {
		if !s.pinned[i] {
			u[i] = min(max(u[i], s.lo[i]), s.hi[i])
		}
	}
	return u
}

// byPeaks orders the starts of a grid: those that are better than all around
// them, best first, and then the others.
func byPeaks(found []start, shape [2]int) []start {
	var peaks, rest []start
	for i := range found {
		x, y := i/shape[1], i%shape[1]
		peak := true
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				nx, ny := x+dx, y+dy
				if nx < 0 || ny < 0 || nx >= shape[0] || ny >= shape[1] {
					continue
				}
				peak = peak && !(found[nx*shape[1]+ny].value < found[i].value)
			}
		}
		if peak {
			peaks = append(peaks, found[i])
		} else {
			rest = append(rest, found[i])
		}
	}
	slices.SortStableFunc(peaks, byValue)
	slices.SortStableFunc(rest, byValue)
	return append(peaks, rest...)
}

func byValue(a, b start) int {
	if x, y := math.IsNaN(a.value), math.IsNaN(b.value); x != y { // those go last
		if x {
			return 1
		}
		return -1
	}
	return ascending(a.value, b.value)
}

// ascending orders numbers.
func ascending(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
