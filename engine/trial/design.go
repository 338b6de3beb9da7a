package trial

import (
	"math"

	"lossline/engine/dataset"
	"lossline/engine/fit"
	"lossline/engine/law"
)

// design is what the runs so far say of the coefficients and of the target.
type design struct {
	r        *fit.Result
	cov      [][]float64 // Σ
	goal     []float64   // g: gradient of ln f at the target
	variance float64     // gᵀΣg
	noise    float64     // σ²
}

// newDesign reads Σ off r and σ² off Σ and the runs.
func newDesign(r *fit.Result, runs []dataset.Run, target law.Point) (*design, error) {
	d := (&design{r: r, cov: r.Cov}).clone()
	goal, ok := d.logGradient(target)
	if !ok {
		return nil, ErrRange
	}
	d.goal = goal
	d.variance = dot(goal, d.times(goal))
	var trace float64
	for i := range runs {
		j, ok := d.gradient(runs[i].Point())
		if !ok {
			continue // the fit has no use for it either
		}
		w := runs[i].Weight
		if w == 0 {
			w = 1
		}
		trace += w * dot(j, d.times(j))
	}
	d.noise = trace / float64(r.Free)
	if !(d.variance > 0) || !(d.noise > 0) || math.IsInf(d.variance+d.noise, 0) {
		return nil, ErrSingular
	}
	return d, nil
}

func (d *design) clone() *design {
	c := *d
	c.cov = make([][]float64, len(d.cov))
	for i := range c.cov {
		c.cov[i] = append([]float64(nil), d.cov[i]...)
	}
	return &c
}

// logGradient returns the gradient of ln f at p by the working coefficients: ln θ
// where the law says so, else θ.
func (d *design) logGradient(p law.Point) ([]float64, bool) {
	l, theta := d.r.Law, d.r.Theta
	g := make([]float64, len(theta))
	f := float64(l.Loss(theta, p))
	l.Gradient(g, theta, p)
	ok := f > 0
	for i := range g {
		if g[i] /= f; l.Coefs[i].Log {
			g[i] *= theta[i]
		}
		ok = ok && !math.IsNaN(g[i]) && !math.IsInf(g[i], 0)
	}
	return g, ok
}

// gradient is j, that of a residual: of ln f, or of f if the fit is Linear.
func (d *design) gradient(p law.Point) ([]float64, bool) {
	j, ok := d.logGradient(p)
	if d.r.Settings.Objective == fit.Linear {
		f := float64(d.r.Law.Loss(d.r.Theta, p))
		for i := range j {
			j[i] *= f
		}
	}
	return j, ok
}

// times returns Σv.
func (d *design) times(v []float64) []float64 {
	out := make([]float64, len(v))
	for i, row := range d.cov {
		out[i] = dot(row, v)
	}
	return out
}

func dot(a, b []float64) (sum float64) {
	for i := range a {
		sum += float64(a[i] * b[i])
	}
	return sum
}

// with returns the variance at the target once a run with the gradient j has been
// trained, and Σj.
func (d *design) with(j []float64) (variance float64, sj []float64) {
	sj = d.times(j)
	t := dot(d.goal, sj)
	return d.variance - t*t/(d.noise+dot(j, sj)), sj
}

// greedy adds the run that leaves the least variance and returns its place; of
// equal ones the cheaper. It reports false if none lessens it.
func (d *design) greedy(points []law.Point) (best law.Point, ok bool) {
	least := d.variance
	var at []float64
	for _, p := range points {
		j, fine := d.gradient(p)
		if !fine {
			continue
		}
		if v, _ := d.with(j); v < least || v == least && ok && p.C < best.C {
			best, least, at, ok = p, v, j, true
		}
	}
	if ok {
		d.add(at)
	}
	return best, ok
}

// add makes Σ' of Σ.
func (d *design) add(j []float64) {
	variance, sj := d.with(j)
	s := d.noise + dot(j, sj)
	for a := range d.cov {
		for b := range d.cov[a] {
			d.cov[a][b] -= sj[a] * sj[b] / s
		}
	}
	d.variance = variance
}
