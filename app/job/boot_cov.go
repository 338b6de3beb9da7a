package job

import (
	"math"

	"lossline/engine/law"
	"lossline/engine/num"
)

// bootCov returns the covariance of the working coefficients over resamples, row by
// row; nil of fewer than two, or where a coefficient has no finite logarithm.
func bootCov(l *law.Law, samples [][]float64) []float64 {
	n := len(l.Coefs)
	if len(samples) < 2 {
		return nil
	}
	work := func(theta []float64, i int) float64 {
		if l.Coefs[i].Log {
			return num.Log(theta[i])
		}
		return theta[i]
	}
	mean := make([]float64, n)
	for _, theta := range samples {
		for i := range mean {
			mean[i] += work(theta, i) / float64(len(samples))
		}
	}
	cov, off := make([]float64, n*n), make([]float64, n)
	for _, theta := range samples {
		for i := range off {
			off[i] = work(theta, i) - mean[i]
		}
		for i := range off {
			for j := range off {
				cov[i*n+j] += off[i] * off[j] / float64(len(samples)-1)
			}
		}
	}
	for _, v := range cov {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil
		}
	}
	return cov
}
