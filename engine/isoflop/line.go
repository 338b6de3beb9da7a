package isoflop

import "math"

// line is a weighted least-squares line y = y0 + slope·(x − x0), where x0 is the
// weighted mean of x, so that y0 and slope are uncorrelated.
type line struct {
	x0, y0, slope float64
	varY, varB    float64 // variances of y0 and of slope for residuals of variance 1 at weight 1
	chi2          float64 // ∑w·(residual)²
	r2            float64 // 1 − ∑(residual)²/∑(y − ȳ)², without weights
}

func mean(x, w []float64) float64 {
	var sum, total float64
	for i := range x {
		sum += w[i] * (x[i] - x[0]) // keeps the mean of equal numbers exact
		total += w[i]
	}
	return x[0] + sum/total
}

// fitLine fits y to x with weights w. With a single x the slope is 0.
func fitLine(x, y, w []float64) line {
	l := line{x0: mean(x, w), y0: mean(y, w)}
	var total, xx, xy float64
	for i := range x {
		d := x[i] - l.x0
		total += w[i]
		xx += w[i] * d * d
		xy += w[i] * d * (y[i] - l.y0)
	}
	l.varY = 1 / total
	if xx > 0 {
		l.slope, l.varB = xy/xx, 1/xx
	}
	ybar, left, all := 0.0, 0.0, 0.0
	for i := range y {
		ybar += y[i] / float64(len(y))
	}
	for i := range x {
		r := y[i] - l.at(x[i])
		l.chi2 += w[i] * r * r
		left += r * r
		all += (y[i] - ybar) * (y[i] - ybar)
	}
	if all > 0 {
		l.r2 = 1 - left/all
	}
	return l
}

func (l line) at(x float64) float64 { return l.y0 + l.slope*(x-l.x0) }

// studentCDF returns P(|T| ≤ t) for ν degrees of freedom (Abramowitz & Stegun
// 1964, 26.7.3 and 26.7.4): with θ = arctan(t/√ν) and c = cos θ,
//
//	ν odd:  2/π·(θ + sin θ·(c + 2/3·c³ + … + (2·4…(ν−3))/(3·5…(ν−2))·c^(ν−2)))
//	ν even: sin θ·(1 + 1/2·c² + … + (1·3…(ν−3))/(2·4…(ν−2))·c^(ν−2))
func studentCDF(t float64, dof int) float64 {
	theta := math.Atan(t / math.Sqrt(float64(dof)))
	sin, cos := math.Sincos(theta)
	sum, term := 0.0, 1.0
	if dof%2 == 1 {
		term = cos
	}
	for k := 2 + dof%2; k <= dof; k += 2 {
		sum += term
		term *= float64(k-1) / float64(k) * cos * cos
	}
	if dof%2 == 1 {
		return 2 / math.Pi * (theta + sin*sum)
	}
	return sin * sum
}

// studentQuantile returns the t with P(|T| ≤ t) = level for dof ≥ 1 degrees of
// freedom. From 1000 on they count as 1000: the quantile then changes by less
// than 0.2 %.
func studentQuantile(level float64, dof int) float64 {
	dof = min(dof, 1000)
	lo, hi := 0.0, 1.0
	for studentCDF(hi, dof) < level && hi < 1e15 {
		lo, hi = hi, 2*hi
	}
	for range 60 {
		mid := (lo + hi) / 2
		if studentCDF(mid, dof) < level {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}
