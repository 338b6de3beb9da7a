package fit

import (
	"math"
	"slices"

	"lossline/engine/law"
	"lossline/engine/num"
)

// screen returns where searches may start, best first.
func (f *fitter) screen(thin *search, o *objective) ([]start, error) {
	if k, ok := thin.kern.(*terms); ok {
		return k.screen(thin.ctx, thin, o, thin.table, &f.pins)
	}
	thetas, err := f.candidates(thin)
	if err != nil {
		return nil, err
	}
	rough := *o
	if !o.linear {
		rough = objective{delta: lastDelta, scale: 1 / lastDelta}
	}
	var out []start
	for _, theta := range thetas {
		u := f.pins
		for i := range theta {
			if !thin.pinned[i] {
				u[i] = into(&f.law.Coefs[i], theta[i])
			}
		}
		u = thin.clamp(u)
		v, err := thin.kern.value(thin.ctx, &rough, thin.table, &u)
		if err != nil {
			return nil, err
		}
		out = append(out, start{u, v})
	}
	slices.SortStableFunc(out, byValue)
	return thin.scattered(out, f.set.Starts), nil
}

// scattered moves n starts to the front of a list that has the best first: by
// turns the best and the best that is far, by a sixth of the range of some
// coefficient, from all before it.
func (s *search) scattered(list []start, n int) []start {
	lo, hi := s.hi, s.lo
	for _, x := range list[:min(len(list), 20*n)] {
		for j := range s.n {
			lo[j], hi[j] = min(lo[j], x.u[j]), max(hi[j], x.u[j])
		}
	}
	far := func(a, b *vector) bool {
		for j := range s.n {
			if 6*math.Abs(a[j]-b[j]) > hi[j]-lo[j] && hi[j] > lo[j] {
				return true
			}
		}
		return false
	}
	for k := 1; k < min(n, len(list)); k += 2 {
		at := slices.IndexFunc(list[k:], func(x start) bool {
			for i := range k {
				if !far(&list[i].u, &x.u) {
					return false
				}
			}
			return true
		})
		if at <= 0 {
			continue
		}
		x := list[k+at]
		copy(list[k+1:k+at+1], list[k:k+at])
		list[k] = x
	}
	return list
}

func (f *fitter) candidates(thin *search) ([][]float64, error) {
	if f.law == law.DataConstrained {
		return f.onceStarts(thin)
	}
	if p := projectedOf(f.law); p != nil {
		return p.starts(thin.table), nil
	}
	return around(f.law), nil
}

// onceStarts takes the first five coefficients of DataConstrained from its parent
// law, which knows nothing of repetition, on the runs that have none or little.
func (f *fitter) onceStarts(thin *search) ([][]float64, error) {
	parent := law.Chinchilla
	once := &table{}
	for i, p := range thin.table.points {
		if p.U == 0 || p.D <= 2*p.U {
			once.y, once.w, once.points = append(once.y, thin.table.y[i]), append(once.w, thin.table.w[i]), append(once.points, p)
			once.lnY = append(once.lnY, num.Log(thin.table.y[i]))
		}
	}
	base := [][]float64{f.law.Sets[0].Theta[:5]}
	if once.rows() >= 5 {
		set, _ := settle(parent, &Settings{Starts: 2})
		if f.set.Pinned != nil {
			set.Pinned = f.set.Pinned[:5]
		}
		o := set.objective()
		r, err := newFitter(thin.ctx, parent, set, once).fit(&o)
		if err != nil {
			return nil, err
		}
		base = append(base, r.Theta)
	}
	var out [][]float64
	for _, b := range base {
		for _, d := range []float64{2, 5, 15, 40, 100} {
			for _, n := range []float64{0.7, 1.5, 2.5, 5, 15} {
				out = append(out, append(slices.Clone(b), d, n))
			}
		}
	}
	return out, nil
}
