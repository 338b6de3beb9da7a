package job

import (
	"math"
	"slices"

	"lossline/engine/fit"
	"lossline/engine/law"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// sureness gives intervals: of resamples where there are some, else of the
// covariance, else none (Lo = Hi = Level = 0).
type sureness struct {
	res     *fit.Result
	samples *fit.Samples // may be nil
	level   float64
}

// fewer is u with at most n of the resamples, evenly taken: enough for a band that
// is drawn, where each of many places asks all of them.
func (u sureness) fewer(n int) sureness {
	if u.samples == nil || len(u.samples.Theta) <= n {
		return u
	}
	s := *u.samples
	s.Theta = make([][]float64, n)
	for i := range s.Theta {
		s.Theta[i] = u.samples.Theta[i*len(u.samples.Theta)/n]
	}
	u.samples = &s
	return u
}

// coefs are the coefficients with their intervals.
func (u sureness) coefs() []Coef {
	out := make([]Coef, len(u.res.Theta))
	var se []float64
	var by []fit.Interval
	t := u.quantile()
	if u.samples != nil {
		se, by = u.samples.SE(), u.samples.Coefs(u.res.Theta, u.level)
	}
	for i, v := range u.res.Theta {
		c := u.res.Law.Coefs[i]
		out[i] = Coef{Symbol: c.Symbol, Value: v, AtBound: slices.Contains(u.res.Bounds, i)}
		if p := u.res.Settings.Pinned; p != nil && !math.IsNaN(p[i]) {
			out[i].Pinned, out[i].Lo, out[i].Hi = true, v, v
			continue
		}
		switch {
		case se != nil:
			out[i].SE, out[i].Lo, out[i].Hi = finite(se[i]), finite(by[i].Lo), finite(by[i].Hi)
		case u.res.Cov != nil:
			sd := math.Sqrt(u.res.Cov[i][i])
			out[i].SE = finite(u.res.SE[i])
			lo, hi := around(v, sd*t, c.Log)
			if finite(lo) == lo && finite(hi) == hi {
				out[i].Lo, out[i].Hi = lo, hi
			}
		}
	}
	return out
}

// around is v ± half, or exp(ln v ± half).
func around(v, half float64, log bool) (lo, hi float64) {
	if log {
		return v * num.Exp(-half), v * num.Exp(half)
	}
	return v - half, v + half
}

// at is the law's value at a point.
func (u sureness) at(p law.Point) Interval {
	value := float64(u.res.Law.Loss(u.res.Theta, p))
	var by fit.Interval
	switch {
	case u.samples != nil:
		by = u.samples.Predict(p, value, u.level)
	case u.res.Cov != nil:
		by = u.res.Predict(p, u.level)
	default:
		return Interval{Value: value}
	}
	if finite(by.Lo) == 0 && finite(by.Hi) == 0 {
		return Interval{Value: value}
	}
	return Interval{value, by.Lo, by.Hi, u.level}
}

// of is what f makes of the coefficients, f above 0: by percentiles of the
// resamples, or by the delta method in its logarithm.
func (u sureness) of(f func(theta []float64) float64) Interval {
	value := f(u.res.Theta)
	if !(value > 0) || math.IsInf(value, 0) {
		return Interval{}
	}
	if u.samples != nil {
		values := make([]float64, 0, len(u.samples.Theta))
		for _, theta := range u.samples.Theta {
			if v := f(theta); v > 0 && !math.IsInf(v, 0) {
				values = append(values, v)
			}
		}
		if len(values) < 2 {
			return Interval{Value: value}
		}
		slices.Sort(values)
		tail := (1 - u.level) / 2
		return Interval{value, percentile(values, tail), percentile(values, 1-tail), u.level}
	}
	if u.res.Cov == nil {
		return Interval{Value: value}
	}
	half := u.quantile() * math.Sqrt(u.variance(f))
	lo, hi := around(value, half, true)
	if finite(lo) == 0 || finite(hi) == 0 {
		return Interval{Value: value}
	}
	return Interval{value, lo, hi, u.level}
}

// variance is that of ln f(θ): gᵀ·Σ·g, where g is the gradient of ln f in the
// working coefficients by central differences.
func (u sureness) variance(f func(theta []float64) float64) float64 {
	const h = 1e-5
	theta := slices.Clone(u.res.Theta)
	g := make([]float64, len(theta))
	for i, v := range theta {
		if u.res.Cov[i][i] == 0 {
			continue
		}
		step := func(by float64) float64 {
			if u.res.Law.Coefs[i].Log {
				theta[i] = v * num.Exp(by)
			} else {
				theta[i] = v + by
			}
			return num.Log(f(theta))
		}
		g[i] = (step(h) - step(-h)) / (2 * h)
		theta[i] = v
	}
	sum := 0.0
	for i := range g {
		for j := range g {
			sum += float64(g[i] * u.res.Cov[i][j] * g[j])
		}
	}
	return sum
}

// percentile is the p-quantile of sorted values, between two of them linearly.
func percentile(sorted []float64, p float64) float64 {
	at := p * float64(len(sorted)-1)
	i := min(int(at), len(sorted)-2)
	return sorted[i] + float64((at-float64(i))*(sorted[i+1]-sorted[i]))
}

// quantile is the number of standard errors on either side that the fit's own
// intervals have, Student's t: read off the interval of a law that is its only
// coefficient.
func (u sureness) quantile() float64 {
	one := fit.Result{Law: identity, Theta: []float64{1}, Cov: [][]float64{{1}}, Rows: u.res.Rows, Free: u.res.Free}
	return num.Log(one.Predict(law.Point{}, u.level).Hi)
}

var identity = &law.Law{
	Coefs: []law.Coef{{Log: true}},
	Loss:  func(theta []float64, _ law.Point) unit.Loss { return unit.Loss(theta[0]) },
	Grad:  func(dst, _ []float64, _ law.Point) { dst[0] = 1 },
}
