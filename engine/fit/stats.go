package fit

import (
	"math"
	"slices"

	"lossline/engine/law"
	"lossline/engine/num"
)

// noise is what the residuals say of the errors: the covariance of the working
// coefficients is spread·(Σ w∇r∇rᵀ)⁻¹, and moving away from the optimum raises
// the objective by lift·χ²/2.
type noise struct {
	spread float64
	lift   float64
	df     float64 // rows beyond free coefficients
}

// noise estimates the error law of an M-estimator with independent errors of one
// law (Huber and Ronchetti 2009, section 7.6): with ψ the derivative of the
// objective's h,
//
//	spread = E[ψ²]/E[ψ']²    lift = E[ψ²]/E[ψ']
//
// E[ψ²] is Σwψ²/(n−p). For least squares E[ψ'] = 1 and this is the usual s². For
// absolute deviations, and a δ so small that few rows lie within, E[ψ'] is 2δ
// times the density of the residuals at 0, which is taken from the share of
// residuals within the half-width h that Hall and Sheather 1988 advise for a
// median at 95 %, as in quantile regression; a plain count within δ would rest on
// a handful of rows, and on those that the curve was made to go through.
func (o *objective) noise(r, w []float64, free int) noise {
	n := 0
	var squares, inside, total float64
	for i := range r {
		if w[i] == 0 {
			continue
		}
		n++
		_, psi, curve := o.at(r[i])
		squares += float64(w[i] * psi * psi)
		inside += float64(w[i] * curve)
		total += w[i]
	}
	df := float64(n - free)
	if df <= 0 {
		return noise{math.NaN(), math.NaN(), 0}
	}
	curve := inside / total
	if !math.IsInf(o.delta, 1) {
		if h, share := sheather(r, w, total, n); o.delta < h {
			curve = share * o.delta / h
		}
	}
	second := squares / df
	return noise{second / (curve * curve), second / curve * o.scale, df}
}

// sheather returns the half-width of the middle part of the residuals that is
// used to see how dense they are near 0, and the share of rows within it.
func sheather(r, w []float64, total float64, n int) (h, share float64) {
	// n^−1/3·z^2/3·(1.5·φ(0)²)^1/3 with z = 1.96, on both sides of the median.
	part := min(0.9, 2*0.9716*num.Pow(float64(n), -1./3))
	type row struct{ r, w float64 }
	rows := make([]row, 0, n)
	for i := range r {
		if w[i] != 0 {
			rows = append(rows, row{math.Abs(r[i]), w[i]})
		}
	}
	slices.SortFunc(rows, func(a, b row) int {
		switch {
		case a.r < b.r:
			return -1
		case a.r > b.r:
			return 1
		}
		return 0
	})
	var sum float64
	for _, x := range rows {
		sum += x.w
		if sum >= part*total {
			return x.r, sum / total
		}
	}
	return 0, 1
}

// uncertainty fills in what rests on the design's matrix at the optimum.
func (r *Result) uncertainty(s *search, o *objective, w []float64) {
	no := o.noise(r.Residuals, w, r.Free)
	n := len(r.Theta)
	r.SE = make([]float64, n)
	idx := make([]int, 0, n)
	for i := range n {
		if !s.pinned[i] {
			idx = append(idx, i)
			r.SE[i] = math.NaN()
		}
	}
	if len(idx) == 0 {
		r.Condition = 1
		r.Cov = square(n)
		return
	}
	var scale vector
	inverse, val, vec, ok := invert(&s.trial.h, idx, &scale)
	r.Condition = math.Inf(1)
	if ok {
		r.Condition = slices.Max(val[:len(idx)]) / slices.Min(val[:len(idx)])
		r.covariance(&inverse, idx, no.spread)
	}
	r.weak(idx, &scale, &val, &vec, no.spread)
}

func square(n int) [][]float64 {
	out := make([][]float64, n)
	for i := range out {
		out[i] = make([]float64, n)
	}
	return out
}

// invert inverts the part of h that idx names, through the eigenvalues of the
// matrix scaled to a diagonal of ones. It reports false for a singular one.
func invert(h *matrix, idx []int, scale *vector) (inv matrix, val vector, vec matrix, ok bool) {
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
		ok = ok && val[v] > 1e-14
	}
	if !ok {
		return inv, val, vec, false
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
	return inv, val, vec, true
}

func (r *Result) covariance(inverse *matrix, idx []int, spread float64) {
	if math.IsNaN(spread) {
		return
	}
	r.Cov = square(len(r.Theta))
	for a, i := range idx {
		for b, j := range idx {
			r.Cov[i][j] = inverse[a][b] * spread
		}
		r.SE[i] = math.Sqrt(r.Cov[i][i])
		if r.Law.Coefs[i].Log {
			r.SE[i] *= r.Theta[i]
		}
	}
}

// weak finds the groups of coefficients that the runs cannot tell apart: those
// of an eigenvector of the design's matrix along which one standard error is
// more than a factor e, for logarithmic coefficients, or more than the
// coefficient itself. A member moves along it by at least a third of what the
// one that moves most does.
func (r *Result) weak(idx []int, scale, val *vector, vec *matrix, spread float64) {
	for v := range idx {
		sd := math.Inf(1)
		if val[v] > 1e-14 {
			sd = math.Sqrt(spread / val[v])
		}
		var move vector // one standard error along the eigenvector, in relative terms
		most := 0.0
		for a, i := range idx {
			move[a] = math.Abs(vec[a][v] * scale[a])
			if !r.Law.Coefs[i].Log {
				move[a] /= max(math.Abs(r.Theta[i]), 1e-12)
			}
			most = max(most, move[a])
		}
		if !(sd*most > 1) {
			continue
		}
		var group []int
		for a, i := range idx {
			if move[a] >= most/3 {
				group = append(group, i)
			}
		}
		r.Weak = append(r.Weak, group)
	}
}

// quality fills in how well the law describes the rows.
func (r *Result) quality(o *objective, t *table) {
	var total, mean, left, about float64
	y := t.lnY
	if o.linear {
		y = t.y
	}
	n := 0
	for i, w := range t.w {
		if w > 0 {
			n++
		}
		total += w
		mean += float64(w * y[i])
		left += float64(w * r.Residuals[i] * r.Residuals[i])
	}
	mean /= total
	for i, w := range t.w {
		about += float64(w * (y[i] - mean) * (y[i] - mean))
	}
	r.R2 = 1 - left/about
	r.RMSE = math.Sqrt(left / total)
	r.AICc = o.aicc(r.Value/o.scale*float64(n)/total, float64(n), float64(r.Free+1))
}

// aicc is Akaike's criterion with its correction for few rows,
//
//	AICc = −2 ln L + 2k·n/(n − k − 1),
//
// where k counts the scale of the errors too, and L is the greatest likelihood
// of the errors' law that belongs to the objective: the density
// exp(−h_δ(r)/s)/Z(s), normal for least squares (s = σ²), Laplace's for δ → 0
// (s/δ its scale), Huber's between, with s fitted. It is +Inf for n ≤ k + 1.
// Sum is Σh, of weights with mean 1.
func (o *objective) aicc(sum, n, k float64) float64 {
	if n <= k+1 {
		return math.Inf(1)
	}
	minusLnL := func(lnS float64) float64 {
		s := num.Exp(lnS)
		return float64(n*num.Log(o.normaliser(s))) + sum/s
	}
	mid := num.Log(sum / n)
	s := lowest(minusLnL, mid-3, mid+3)
	return 2*minusLnL(s) + 2*k*n/(n-k-1)
}

// normaliser is Z(s) = ∫exp(−h_δ(r)/s)dr.
func (o *objective) normaliser(s float64) float64 {
	if math.IsInf(o.delta, 1) {
		return math.Sqrt(2 * math.Pi * s)
	}
	edge := o.delta / math.Sqrt(s)
	inner := 0.0 // of exp(−t²/2) from 0 to the edge, by Simpson's rule
	top := min(edge, 9)
	const parts = 64
	for i := 0; i <= parts; i++ {
		t := top * float64(i) / parts
		weight := 2.0
		switch {
		case i == 0 || i == parts:
			weight = 1
		case i%2 == 1:
			weight = 4
		}
		inner += float64(weight * num.Exp(-0.5*t*t))
	}
	inner *= top / (3 * parts)
	return float64(2*math.Sqrt(s)*inner) + float64(2*s/o.delta*num.Exp(-0.5*edge*edge))
}

// lowest returns where f, which has one minimum from lo to hi, is least, by
// golden sections.
func lowest(f func(float64) float64, lo, hi float64) float64 {
	const keep = 0.6180339887498949
	a, b := hi-float64(keep*(hi-lo)), lo+float64(keep*(hi-lo))
	fa, fb := f(a), f(b)
	for range 60 {
		if fa < fb {
			hi, b, fb = b, a, fa
			a = hi - float64(keep*(hi-lo))
			fa = f(a)
		} else {
			lo, a, fa = a, b, fb
			b = lo + float64(keep*(hi-lo))
			fb = f(b)
		}
	}
	return 0.5 * (lo + hi)
}

// domain is the range of the runs in each coordinate that the law reads.
func domain(l *law.Law, t *table) []law.Span {
	var out []law.Span
	for _, s := range l.Needs {
		span := law.Span{Symbol: s, Lo: math.Inf(1), Hi: math.Inf(-1), Grade: gradeOfRuns}
		for _, p := range t.points {
			span.Lo, span.Hi = min(span.Lo, p.Get(s)), max(span.Hi, p.Get(s))
		}
		out = append(out, span)
	}
	return out
}
