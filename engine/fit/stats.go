package fit

import (
	"math"

	"lossline/engine/law"
	"lossline/engine/num"
)

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
