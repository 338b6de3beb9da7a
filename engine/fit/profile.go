package fit

import (
	"context"
	"math"
	"slices"

	"lossline/engine/dataset"
)

// Curve is a profile: for each value at which the coefficient Coef was held, the
// least objective over the others.
type Curve struct {
	Coef     int
	At       []float64
	Value    []float64
	Theta    [][]float64 // the coefficients there
	Limit    float64     // the objective at the ends of the interval
	Interval Interval
	Open     [2]bool // the objective stays below Limit to the end of the range, low and high
}

// profiler walks away from an optimum along one coefficient.
type profiler struct {
	f     *fitter
	o     objective
	coef  int
	limit float64
	curve *Curve
	seen  []point
}

// point is one value of a profile, in working coefficients.
type point struct {
	u vector
	f float64
}

// profileSteps is how many values a side has before its end is found.
const profileSteps = 8

// Profile re-optimises all other coefficients while the one numbered coef is
// moved away from its best value, until the objective passes the limit for the
// level.
//
// The limit is F + t²·κ/2, F the least objective and t that of Student's
// distribution, level in the middle, Rows − Free degrees of freedom. κ is the
// coefficient's variance in Result.Cov over what it would be if the objective
// were minus the logarithm of a likelihood, the inverse of its curvature: under
// that scale twice the objective's rise has a χ² distribution with one degree of
// freedom in large samples, whatever the errors' law (Kent 1982). For least
// squares κ = 2F/(Rows − Free), which makes it the F test, exact for linear laws.
//
// Where the coefficient's range ends before the limit is reached the interval
// ends there and Open says so. Runs must be those of r.
func Profile(ctx context.Context, r *Result, runs []dataset.Run, coef int, level float64) (*Curve, error) {
	if !(level > 0 && level < 1) {
		return nil, wrong(InputLevel, level)
	}
	f, o, u, err := reopen(ctx, r, runs)
	if err != nil {
		return nil, err
	}
	if coef < 0 || coef >= f.all.n || f.all.pinned[coef] || len(runs) <= f.free() {
		e := wrong(InputResult, float64(coef))
		e.Coef = coef
		return nil, e
	}
	s := f.all
	residuals := make([]float64, len(runs))
	s.kern.residuals(&o, s.table, &u, residuals)
	sp, err := s.spreadAt(&o, &u, residuals)
	if err != nil {
		return nil, err
	}
	best, err := s.kern.value(ctx, &o, s.table, &u)
	if err != nil {
		return nil, err
	}
	if !sp.known {
		e := wrong(InputResult, float64(coef))
		e.Coef = coef
		return nil, e
	}
	t := studentQuantile(0.5*(1+level), float64(len(runs)-f.free()))
	p := &profiler{f: f, o: o, coef: coef, curve: &Curve{Coef: coef}}
	step, rise := p.scales(&sp, &u, t)
	p.limit = best + float64(rise*o.scale)
	p.curve.Limit = p.limit
	p.curve.Interval = Interval{Center: r.Theta[coef], Level: level}
	s.pinned[coef] = true
	if g, ok := s.kern.(*general); ok {
		g.held[coef] = true
	}
	origin := point{u, best}
	lo, err := p.walk(origin, -step, 0)
	if err != nil {
		return nil, err
	}
	hi, err := p.walk(origin, step, 1)
	if err != nil {
		return nil, err
	}
	p.finish(origin, lo, hi)
	return p.curve, nil
}

// scales returns the first step, a part of the way to where the quadratic model
// reaches the limit, and how far above the least objective that is.
func (p *profiler) scales(sp *spread, u *vector, t float64) (step, rise float64) {
	at := slices.Index(sp.idx, p.coef)
	v := sp.cov[at][at]
	return math.Sqrt(v) * t / (profileSteps / 2), 0.5 * t * t * v / sp.flat[at][at]
}

// walk moves the coefficient by steps until the limit is passed, and returns
// where it was. Steps grow where the objective hardly rises.
func (p *profiler) walk(from point, step float64, side int) (float64, error) {
	s := p.f.all
	last := from
	best := from.f
	for n := 1; n < 60; n++ {
		x := min(max(last.u[p.coef]+step, s.lo[p.coef]), s.hi[p.coef])
		if x == last.u[p.coef] {
			break
		}
		next, err := p.at(x, last)
		if err != nil {
			return 0, err
		}
		p.seen = append(p.seen, next)
		if !(next.f < p.limit) {
			return p.between(last, next)
		}
		if next.f-last.f < 0.05*(p.limit-best) || n > profileSteps {
			step *= 1.6
		}
		last = next
	}
	p.curve.Open[side] = true
	return last.u[p.coef], nil
}

// at optimises the other coefficients with this one held at x, from another
// point of the profile.
func (p *profiler) at(x float64, near point) (point, error) {
	u := near.u
	u[p.coef] = x
	s := p.f.all
	f, _, err := s.descend(p.o, &u, s.middle(&p.o, &u), tight, maxSteps)
	return point{u, f}, err
}

// between finds where the objective crosses the limit, by a regula falsi that
// halves the weight of an end that stays (Dowell and Jarratt 1971).
func (p *profiler) between(in, out point) (float64, error) {
	a, b := in.u[p.coef], out.u[p.coef]
	fa, fb := in.f-p.limit, out.f-p.limit
	if !(fb < math.Inf(1)) {
		fb = -fa
	}
	near, held := in, 0
	for range 30 {
		x := b - float64(fb*(b-a))/(fb-fa)
		mid, err := p.at(x, near)
		if err != nil {
			return 0, err
		}
		p.seen = append(p.seen, mid)
		fm := mid.f - p.limit
		if math.Abs(b-a) < 1e-7*max(math.Abs(x), 1e-3) || math.Abs(fm) < 1e-7*math.Abs(p.limit) {
			return x, nil
		}
		if fm < 0 {
			a, fa, near = x, fm, mid
			if held == 1 {
				fb *= 0.5
			}
			held = 1
		} else {
			b, fb = x, fm
			if held == -1 {
				fa *= 0.5
			}
			held = -1
		}
	}
	return b, nil
}

// finish sorts what was seen into the curve.
func (p *profiler) finish(origin point, lo, hi float64) {
	seen := append(p.seen, origin)
	insertion(seen, func(a, b point) bool { return a.u[p.coef] < b.u[p.coef] })
	c := p.curve
	coefs := p.f.law.Coefs
	for _, s := range seen {
		theta := make([]float64, len(coefs))
		for i := range theta {
			theta[i] = outOf(&coefs[i], s.u[i])
		}
		c.At = append(c.At, theta[p.coef])
		c.Value = append(c.Value, s.f)
		c.Theta = append(c.Theta, theta)
	}
	c.Interval.Lo, c.Interval.Hi = outOf(&coefs[p.coef], lo), outOf(&coefs[p.coef], hi)
}
