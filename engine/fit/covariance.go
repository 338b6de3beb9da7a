package fit

import (
	"math"
	"slices"
)

// spread is what the residuals say about the errors of the coefficients idx.
type spread struct {
	idx       []int
	flat      matrix  // the inverse of the objective's curvature, without its scale
	cov       matrix  // of the working coefficients
	known     bool    // there are rows to learn from, and no direction is open
	condition float64 // of the design's matrix, scaled to a diagonal of ones
	open      [][]int // groups of coefficients along which the design's matrix vanishes
}

// spreadAt estimates the covariance of the coefficients that are free at the
// optimum u.
//
// For least squares it is the usual s²·(Σw∇r∇rᵀ)⁻¹, s² = Σwr²/(n−p). For the
// others it is the sandwich A⁻¹BA⁻¹·n/(n−p) of an M-estimator with
//
//	A = Σ w·E[ψ']·∇r∇rᵀ    B = Σ w²ψ²·∇r∇rᵀ
//
// which, unlike the formula for errors of one law, bears that runs of some sizes
// scatter more than others. On the Chinchilla runs that makes a factor of two,
// and only the sandwich agrees with the bootstrap. E[ψ'] of a row is δ/h within h
// of 0 and nothing beyond (Powell 1991), with the half-width h that Hall and
// Sheather 1988 advise for a median at 95 %: δ is so small that a count within it
// would rest on a handful of rows, and on those that the curve was made to go
// through. Where δ is larger than h, E[ψ'] is ψ'.
func (s *search) spreadAt(o *objective, u *vector, r []float64) (spread, error) {
	var sp spread
	for i := range s.n {
		if !s.pinned[i] {
			sp.idx = append(sp.idx, i)
		}
	}
	w := s.table.w
	defer func() { s.table.w = w }()
	design, err := s.designAt(o, u, w)
	if err != nil {
		return sp, err
	}
	all, ok := sp.invertDesign(&design)
	rows := 0
	for _, x := range w {
		if x > 0 {
			rows++
		}
	}
	df := float64(rows - len(sp.idx))
	if !ok || df <= 0 {
		return sp, nil
	}
	sp.known = true
	bread, meat := make([]float64, len(w)), make([]float64, len(w))
	var squares float64
	h := sheather(r, w)
	for i := range w {
		_, psi, curve := o.at(r[i])
		if o.delta < h {
			curve = 0
			if math.Abs(r[i]) <= h {
				curve = o.delta / h
			}
		}
		bread[i], meat[i] = w[i]*curve, w[i]*psi*w[i]*psi
		squares += float64(w[i] * psi * psi)
	}
	sp.flat = all
	if math.IsInf(o.delta, 1) {
		sp.fill(func(a, b int) float64 { return all[a][b] * squares / df })
		return sp, nil
	}
	return sp, s.sandwich(&sp, o, u, bread, meat, float64(rows)/df)
}

// sandwich fills in the covariance. Where too few rows lie near the curve for A,
// E[ψ'] is taken to be the same in all rows.
func (s *search) sandwich(sp *spread, o *objective, u *vector, bread, meat []float64, more float64) error {
	b, err := s.designAt(o, u, meat)
	if err != nil {
		return err
	}
	a, err := s.designAt(o, u, bread)
	if err != nil {
		return err
	}
	if flat, _, _, _, ok := invert(&a, sp.idx); ok {
		sp.flat = flat
	} else {
		var curve, total float64
		for i, w := range s.table.w {
			curve += bread[i]
			total += w
		}
		for i := range sp.idx {
			for j := range sp.idx {
				sp.flat[i][j] *= total / curve
			}
		}
	}
	sp.fill(func(i, j int) float64 {
		var sum float64
		for k, x := range sp.idx {
			for l, y := range sp.idx {
				sum += float64(sp.flat[i][k] * b[x][y] * sp.flat[l][j])
			}
		}
		return sum * more
	})
	return nil
}

func (sp *spread) fill(at func(a, b int) float64) {
	for a := range sp.idx {
		for b := range sp.idx {
			sp.cov[a][b] = at(a, b)
		}
	}
}

// designAt is Σ w∇r∇rᵀ at u with the weights w.
func (s *search) designAt(o *objective, u *vector, w []float64) (matrix, error) {
	plain := *o
	plain.scale = 1
	was := s.table.w
	s.table.w = w
	err := s.kern.slope(s.ctx, &plain, s.table, u, design, &s.trial)
	s.table.w = was
	return s.trial.h, err
}

// nothing is below what an eigenvalue of a matrix with a diagonal of ones can be
// told from 0.
const nothing = 1e-14

// invertDesign inverts the design's matrix, and says how well that can be done.
func (sp *spread) invertDesign(design *matrix) (matrix, bool) {
	inverse, val, vec, scale, ok := invert(design, sp.idx)
	n := len(sp.idx)
	sp.condition = 1
	if n == 0 {
		return inverse, true
	}
	if ok {
		sp.condition = slices.Max(val[:n]) / slices.Min(val[:n])
		return inverse, true
	}
	sp.condition = math.Inf(1)
	for v := range n {
		if val[v] > nothing {
			continue
		}
		var move vector
		for a := range n {
			move[a] = math.Abs(vec[a][v] * scale[a])
		}
		sp.open = append(sp.open, movers(sp.idx, &move))
	}
	return inverse, false
}

// movers lists the coefficients that move by at least a third of what the one
// that moves most does.
func movers(idx []int, move *vector) []int {
	var out []int
	for a, i := range idx {
		if move[a] >= slices.Max(move[:len(idx)])/3 {
			out = append(out, i)
		}
	}
	return out
}

// invert inverts the part of h that idx names, through the eigenvalues of the
// matrix scaled to a diagonal of ones. It reports false for a singular one.
func invert(h *matrix, idx []int) (inv matrix, val vector, vec matrix, scale vector, ok bool) {
	n := len(idx)
	var m matrix
	for a, i := range idx {
		scale[a] = 1 / math.Sqrt(h[i][i])
		if !(h[i][i] > 0) {
			scale[a] = 1
		}
	}
	for a, i := range idx {
		for b, j := range idx {
			m[a][b] = h[i][j] * scale[a] * scale[b]
		}
	}
	eigen(&m, n, &val, &vec)
	ok = true
	for v := range n {
		ok = ok && val[v] > nothing
	}
	if !ok {
		return inv, val, vec, scale, false
	}
	for a := range n {
		for b := range n {
			var sum float64
			for v := range n {
				sum += float64(vec[a][v] * vec[b][v] / val[v])
			}
			inv[a][b] = sum * scale[a] * scale[b]
		}
	}
	return inv, val, vec, scale, true
}
