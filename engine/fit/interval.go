package fit

import (
	"math"
	"slices"

	"lossline/engine/law"
	"lossline/engine/num"
)

// Interval is the range that holds a value with the probability Level, around
// its best estimate. Lo and Hi are NaN where nothing is known.
type Interval struct{ Center, Lo, Hi, Level float64 }

// Predict returns the law's value at p with the interval that the covariance
// gives by the delta method, in the logarithm of the value:
//
//	f·exp(±t·√(gᵀ·Cov·g)),  g = ∂ln f/∂u
//
// with t of Student's distribution for Rows − Free degrees of freedom. It is for
// the law's curve and not for a single new run, which scatters about it. Level
// is between 0 and 1.
func (r *Result) Predict(p law.Point, level float64) Interval {
	f := float64(r.Law.Loss(r.Theta, p))
	out := Interval{f, math.NaN(), math.NaN(), level}
	df := float64(r.Rows - r.Free)
	if r.Cov == nil || !(df > 0) || !(level > 0 && level < 1) || !(f > 0) {
		return out
	}
	g := make([]float64, len(r.Theta))
	r.Law.Gradient(g, r.Theta, p)
	var variance float64
	for i := range g {
		g[i] /= f
		if r.Law.Coefs[i].Log {
			g[i] *= r.Theta[i]
		}
	}
	for i := range g {
		for j := range g {
			if c := r.Cov[i][j]; c != 0 {
				variance += float64(g[i] * g[j] * c)
			}
		}
	}
	half := studentQuantile(0.5*(1+level), df) * math.Sqrt(max(0, variance))
	out.Lo, out.Hi = f*num.Exp(-half), f*num.Exp(half)
	return out
}

// SE returns the standard deviation of each coefficient over the samples, NaN
// for fewer than two.
func (s *Samples) SE() []float64 {
	n := float64(len(s.Theta))
	out := make([]float64, len(s.Law.Coefs))
	for j := range out {
		var mean, sum float64
		for _, theta := range s.Theta {
			mean += theta[j] - s.Theta[0][j] // 0 to the last digit where it was pinned
		}
		mean /= n
		for _, theta := range s.Theta {
			d := theta[j] - s.Theta[0][j] - mean
			sum += float64(d * d)
		}
		out[j] = math.Sqrt(sum / (n - 1))
	}
	return out
}

// Coefs returns the percentile interval of each coefficient around theta.
func (s *Samples) Coefs(theta []float64, level float64) []Interval {
	out := make([]Interval, len(theta))
	values := make([]float64, len(s.Theta))
	for j := range out {
		for i := range values {
			values[i] = s.Theta[i][j]
		}
		out[j] = percentiles(values, theta[j], level)
	}
	return out
}

// Predict returns the percentile interval of the law's value at p around center.
func (s *Samples) Predict(p law.Point, center, level float64) Interval {
	values := make([]float64, len(s.Theta))
	for i, theta := range s.Theta {
		values[i] = float64(s.Law.Loss(theta, p))
	}
	return percentiles(values, center, level)
}

// percentiles returns the middle part of the values, which it sorts: by linear
// interpolation between them (type 7 of Hyndman and Fan 1996).
func percentiles(values []float64, center, level float64) Interval {
	out := Interval{center, math.NaN(), math.NaN(), level}
	if len(values) < 2 || !(level > 0 && level < 1) {
		return out
	}
	slices.Sort(values)
	at := func(q float64) float64 {
		h := float64(q * float64(len(values)-1))
		i := min(int(h), len(values)-2)
		return values[i] + float64((h-float64(i))*(values[i+1]-values[i]))
	}
	out.Lo, out.Hi = at(0.5*(1-level)), at(0.5*(1+level))
	return out
}
