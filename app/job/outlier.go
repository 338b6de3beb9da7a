package job

import (
	"math"
	"slices"

	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/num"
)

// What counts as far from the law, and how many such runs are listed.
const (
	outlierScore = 5
	maxOutliers  = 20
)

// outliers are the runs furthest from the law, also of those put aside: by their
// residuals in log loss, less the median, in multiples of 1.4826 times the median
// absolute deviation, which is the standard deviation of normal residuals. The
// runs that were fitted say how large that is.
func outliers(l *law.Law, theta []float64, src source) []Outlier {
	res := make([]float64, len(src.runs))
	for i, r := range src.runs {
		res[i] = residual(l, theta, r)
	}
	mid := median(res)
	for i := range res {
		res[i] = math.Abs(res[i] - mid)
	}
	sd := 1.4826 * median(res)
	if !(sd > 0) {
		return nil
	}
	var out []Outlier
	add := func(runs []dataset.Run, aside bool) {
		for _, r := range runs {
			e := residual(l, theta, r)
			score := (e - mid) / sd
			if !(math.Abs(score) > outlierScore) || math.IsInf(score, 0) {
				continue
			}
			out = append(out, Outlier{
				Row: r.Row, Name: r.Name, N: float64(r.N), D: float64(r.D), Loss: r.Target(l),
				Fitted: float64(l.Loss(theta, r.Point())), Residual: e, Score: score, Aside: aside,
			})
		}
	}
	add(src.runs, false)
	add(src.aside, true)
	slices.SortStableFunc(out, func(a, b Outlier) int {
		switch x, y := math.Abs(a.Score), math.Abs(b.Score); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return a.Row - b.Row
	})
	return out[:min(len(out), maxOutliers)]
}

// residual is ln of the run's value less ln of the law's, NaN where either is not
// a positive number.
func residual(l *law.Law, theta []float64, r dataset.Run) float64 {
	f, y := float64(l.Loss(theta, r.Point())), r.Target(l)
	if !(f > 0) || !(y > 0) {
		return math.NaN()
	}
	return num.Log(y) - num.Log(f)
}

// median of the numbers among values; NaN if there are none.
func median(values []float64) float64 {
	sorted := make([]float64, 0, len(values))
	for _, v := range values {
		if !math.IsNaN(v) {
			sorted = append(sorted, v)
		}
	}
	n := len(sorted)
	if n == 0 {
		return math.NaN()
	}
	slices.Sort(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
