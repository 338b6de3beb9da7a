package fit

import "math"

// uncertainty fills in what is known of the errors of the coefficients.
func (r *Result) uncertainty(sp *spread) {
	n := len(r.Theta)
	r.SE = make([]float64, n)
	r.Condition = sp.condition
	r.Weak = sp.open
	for _, i := range sp.idx {
		r.SE[i] = math.NaN()
	}
	if !sp.known {
		return
	}
	r.Cov = make([][]float64, n)
	for i := range r.Cov {
		r.Cov[i] = make([]float64, n)
	}
	for a, i := range sp.idx {
		for b, j := range sp.idx {
			r.Cov[i][j] = sp.cov[a][b]
		}
		r.SE[i] = math.Sqrt(r.Cov[i][i])
		if r.Law.Coefs[i].Log {
			r.SE[i] *= r.Theta[i]
		}
	}
	r.weak(sp)
}

// weak finds the groups of coefficients that the runs cannot tell apart. In
// relative terms, of ln θ for logarithmic coefficients and of θ in units of its
// value for others, the covariance has an eigenvector along which one standard
// error is more than 1, a factor e: then the coefficients that move along it, by
// at least a third of what the one that moves most does, are a group.
func (r *Result) weak(sp *spread) {
	n := len(sp.idx)
	var m, vec matrix
	var unit, val vector
	for a, i := range sp.idx {
		unit[a] = 1
		if !r.Law.Coefs[i].Log {
			unit[a] = 1 / max(math.Abs(r.Theta[i]), 1e-12)
		}
	}
	for a := range n {
		for b := range n {
			m[a][b] = sp.cov[a][b] * unit[a] * unit[b]
		}
	}
	eigen(&m, n, &val, &vec)
	for v := range n {
		if !(val[v] > 1) {
			continue
		}
		var move vector
		for a := range n {
			move[a] = math.Abs(vec[a][v])
		}
		r.Weak = append(r.Weak, movers(sp.idx, &move))
	}
}
