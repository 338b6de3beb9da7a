package fit

import (
	"math"
	"strconv"

	"lossline/engine/num"
)

// normalQuantile returns the z below which a standard normal variable lies with
// the probability p, 0 < p < 1, by Newton's steps on its distribution.
func normalQuantile(p float64) float64 {
	if p > 0.5 {
		return -normalQuantile(1 - p)
	}
	// Abramowitz and Stegun 26.2.23, off by less than 4.5e-4.
	t := math.Sqrt(-2 * num.Log(p))
	z := -(t - (2.515517+float64(t*(0.802853+float64(t*0.010328))))/
		(1+float64(t*(1.432788+float64(t*(0.189269+float64(t*0.001308)))))))
	for range 3 {
		d := (normalBelow(z) - p) / normalDensity(z)
		z -= d / (1 + float64(0.5*z*d))
	}
	return z
}

func normalDensity(z float64) float64 { return num.Exp(-0.5*z*z) / math.Sqrt(2*math.Pi) }

// normalBelow is the probability of a standard normal variable below z ≤ 0: a
// series near 0, a continued fraction beyond.
func normalBelow(z float64) float64 {
	x := -z
	if x < 3 {
		sum, term := x, x
		for k := 3.0; term > 1e-17*sum; k += 2 {
			term = float64(term * x * x / k)
			sum += term
		}
		return 0.5 - float64(normalDensity(x)*sum)
	}
	frac := x
	for k := 60.0; k > 0; k-- {
		frac = x + k/frac
	}
	return normalDensity(x) / frac
}

// studentQuantile is that of Student's t with df degrees of freedom: exact for
// 1 and 2, by Hill's expansion (CACM algorithm 396, 1970) to 6 digits or more
// for 5 and above, to 4 between.
func studentQuantile(p, df float64) float64 {
	two := 2 * (1 - p) // the probability in both tails
	switch {
	case df == 1:
		return 1 / tan(two*math.Pi/2)
	case df == 2:
		return math.Sqrt(2/(two*(2-two)) - 2)
	case df > 1e7:
		return normalQuantile(p)
	}
	a := 1 / (df - 0.5)
	b := 48 / (a * a)
	c := horner(a, 20700*a/b-98, -16, 96.36)
	d := float64(((94.5/(b+c)-3)/b + 1) * math.Sqrt(a*math.Pi/2) * df)
	y := num.Pow(d*two, 2/df)
	if y > 0.05+a {
		x := normalQuantile(two / 2)
		y = float64(x * x)
		if df < 5 {
			c += float64(0.3 * (df - 4.5) * (x + 0.6))
		}
		c += horner(x, 0.05*d, -5, -7, -2, b)
		y = float64(((horner(y, 0.4, 6.3, 36, 94.5)/c-y-3)/b + 1) * x)
		y = num.Expm1(a * y * y)
	} else {
		z := 1 / (float64(((df+6)/(df*y) - float64(0.089*d) - 0.822) * (df + 2) * 3))
		y = float64((float64((z+0.5/(df+4))*y)-1)*(df+1)/(df+2)) + 1/y
	}
	return math.Sqrt(df * y)
}

// horner is the polynomial in x with these coefficients, the highest first.
func horner(x float64, coefs ...float64) float64 {
	sum := 0.0
	for _, c := range coefs {
		sum = float64(sum*x) + c
	}
	return sum
}

// tan by its continued fraction, for 0 < x < π/2.
func tan(x float64) float64 {
	frac := 41.0
	for k := 39.0; k > 0; k -= 2 {
		frac = k - x*x/frac
	}
	return x / frac
}

func itoa(i int) string       { return strconv.Itoa(i) }
func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
