package fit

import (
	"math"
	"slices"

	"lossline/engine/num"
)

// sheather returns the half-width of the middle part of the residuals that is
// used to see how dense they are near 0.
func sheather(r, w []float64) float64 {
	type row struct{ r, w float64 }
	rows := make([]row, 0, len(r))
	var total, sum float64
	for i := range r {
		if w[i] > 0 {
			rows = append(rows, row{math.Abs(r[i]), w[i]})
			total += w[i]
		}
	}
	// n^−1/3·z^2/3·(1.5·φ(0)²)^1/3 with z = 1.96, on both sides of the median.
	part := min(0.9, 2*0.9716*num.Pow(float64(len(rows)), -1./3))
	slices.SortFunc(rows, func(a, b row) int {
		switch {
		case a.r < b.r:
			return -1
		case a.r > b.r:
			return 1
		}
		return 0
	})
	for _, x := range rows {
		sum += x.w
		if sum >= part*total {
			return x.r
		}
	}
	return 0
}
