package scenario

import (
	"math"
	"strconv"

	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// The limits of a fit that comes with a link, which anybody may have written.
const (
	maxCov    = 1e6  // of an entry of the covariance
	maxRuns   = 1e9  // as many as no table has
	minExtent = 1e-6 // of the ranges of runs: the units of a table may be any
	maxExtent = 1e40
	minSize   = 1e-30 // of the sizes, tokens and losses that it plans
	maxSize   = 1e40
	covSlack  = 1e-9 // of the trace, by which an eigenvalue may lie below 0
)

// The keys of links that a part of an OwnLaw has.
const (
	KeyOwnLaw       = "own"
	KeyOwnTheta     = "oth"
	KeyOwnCov       = "ocov"
	KeyOwnN         = "on"
	KeyOwnD         = "od"
	KeyOwnC         = "oc"
	KeyOwnCounting  = "oct"
	KeyOwnRows      = "orows"
	KeyOwnDigest    = "odig"
	KeyOwnResamples = "ocb"
)

// Valid reports whether Checked leaves the fit as it is.
func (o OwnLaw) Valid() bool {
	_, lost := o.Checked()
	return o != (OwnLaw{}) && len(lost) == 0
}

// Checked returns the fit without the parts that cannot be computed with, and the
// keys of those parts. Without a known law, or with coefficients outside its
// bounds, nothing of the fit is left.
func (o OwnLaw) Checked() (OwnLaw, []string) {
	if o == (OwnLaw{}) {
		return o, nil
	}
	l, ok := law.ByID(o.Law)
	switch {
	case !ok:
		return OwnLaw{}, []string{KeyOwnLaw}
	case !o.thetaFits(l):
		return OwnLaw{}, []string{KeyOwnTheta}
	}
	var lost []string
	drop := func(key string, bad bool, clear func()) {
		if bad {
			lost = append(lost, key)
			clear()
		}
	}
	drop(KeyOwnCov, !o.covFits(len(l.Coefs)), func() { o.Cov, o.Resamples = [36]float64{}, 0 })
	drop(KeyOwnN, !extentFits(o.N), func() { o.N = [2]float64{} })
	drop(KeyOwnD, !extentFits(o.D), func() { o.D = [2]float64{} })
	drop(KeyOwnC, !extentFits(o.C), func() { o.C = [2]float64{} })
	drop(KeyOwnCounting, !isCount(o.Counting, 255), func() { o.Counting = 0 })
	drop(KeyOwnRows, !isCount(o.Rows, maxRuns), func() { o.Rows = 0 })
	drop(KeyOwnResamples, !isCount(o.Resamples, maxRuns), func() { o.Resamples = 0 })
	return o, lost
}

// thetaFits reports whether the coefficients lie within the bounds of the law.
func (o OwnLaw) thetaFits(l *law.Law) bool {
	for i, v := range o.Theta {
		if i >= len(l.Coefs) {
			if v != 0 {
				return false
			}
		} else if !(v >= l.Coefs[i].Min && v <= l.Coefs[i].Max) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}

// covFits reports whether Cov may be the covariance of n coefficients: entries of at
// most maxCov, none beyond the triangle, and no direction of negative variance.
func (o OwnLaw) covFits(n int) bool {
	trace, slack := 0.0, covSlack
	for i := range o.Cov {
		v := o.Cov[i]
		if !(math.Abs(v) <= maxCov) || i >= n*(n+1)/2 && v != 0 {
			return false
		}
	}
	if o.shortCov() { // links once had seven digits, which move an eigenvalue by so much
		slack = 5e-7
	}
	for i := range n {
		trace += o.Cov[i*(i+1)/2+i]
	}
	return semidefinite(o.Cov[:], n, slack*trace)
}

// semidefinite reports whether the symmetric n×n matrix of a lower triangle, row by
// row, has no eigenvalue below -slack: whether a Cholesky factor of it exists once
// slack is added to the diagonal.
func semidefinite(tri []float64, n int, slack float64) bool {
	var l [8][8]float64
	for i := range n {
		for j := range i + 1 {
			sum := tri[i*(i+1)/2+j]
			if i == j {
				sum += slack
			}
			for k := range j {
				sum -= float64(l[i][k] * l[j][k])
			}
			switch {
			case i == j && !(sum >= 0):
				return false
			case i == j:
				l[i][i] = math.Sqrt(sum)
			case l[j][j] > 0:
				l[i][j] = sum / l[j][j]
			case sum != 0:
				return false
			}
		}
	}
	return true
}

// shortCov reports whether every entry of Cov has at most seven digits.
func (o OwnLaw) shortCov() bool {
	for _, v := range o.Cov {
		if rounded(v, 7) != v {
			return false
		}
	}
	return true
}

func extentFits(r [2]float64) bool {
	return r == [2]float64{} || r[0] >= minExtent && r[0] <= r[1] && r[1] <= maxExtent
}

func isCount(v, most float64) bool { return v >= 0 && v <= most && v == math.Trunc(v) }

// rounded returns v rounded to a number of significant digits.
func rounded(v float64, digits int) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64)
	return r
}

// dividesAll reports whether the law gives a size, tokens and a loss within numbers
// at the smallest and the largest budget, and so at those between; and a loss within
// numbers of a model of one parameter trained on one token, the largest that it gives.
func dividesAll(l *law.Law, theta []float64) bool {
	for _, c := range [...]float64{plan.BudgetLimits.Lo, plan.BudgetLimits.Hi} {
		p := l.Frontier(theta, unit.FLOPs(c))
		for _, v := range [...]float64{float64(p.N), float64(p.D)} {
			if !(v >= minSize && v <= maxSize) {
				return false
			}
		}
		if l.Loss == nil {
			continue
		}
		for _, at := range [...]law.Point{p, {N: 1, D: 1}} {
			if v := float64(l.Loss(theta, at)); !(v >= minSize && v <= maxSize) {
				return false
			}
		}
	}
	return true
}
