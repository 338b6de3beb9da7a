package transfer

import "math"

// studentCDF returns P(T ≤ t) of Student's t with df ≥ 1 degrees of freedom,
// t ≥ 0, from the finite sums for whole df (Abramowitz & Stegun 26.7.3, 26.7.4):
// with θ = atan(t/√df) the probability of |T| ≤ t is
//
//	df odd:  (2/π)·{θ + sin θ·[cos θ + (2/3)·cos³ θ + … + (2·4⋯(df−3))/(3·5⋯(df−2))·cos^(df−2) θ]}
//	df even: sin θ·{1 + (1/2)·cos² θ + … + (1·3⋯(df−3))/(2·4⋯(df−2))·cos^(df−2) θ}
func studentCDF(t float64, df int) float64 {
	theta := math.Atan(t / math.Sqrt(float64(df)))
	sin, cos := math.Sincos(theta)
	odd := df%2 == 1
	term, first := 1.0, 2
	if odd {
		term, first = cos, 3
	}
	if df == 1 {
		term = 0
	}
	sum := term
	for k := first; k <= df-2; k += 2 {
		term *= cos * cos * float64(k-1) / float64(k)
		sum += term
	}
	within := sin * sum
	if odd {
		within = 2 / math.Pi * (theta + within)
	}
	return (1 + within) / 2
}

// studentQuantile returns the t with P(|T| ≤ t) = level, 0 < level < 1.
func studentQuantile(level float64, df int) float64 {
	p := (1 + level) / 2
	return root(1e-9, 1e9, func(t float64) float64 { return studentCDF(t, df) - p })
}
