package fit

import (
	"math"

	"lossline/engine/num"
)

// sheather returns the half-width of the middle part of the residuals that is
// used to see how dense they are near 0.
func sheather(r, w []float64) float64 {
	rows := make([]crossing, 0, len(r))
	var total float64
	for i := range r {
		if w[i] > 0 {
			rows = append(rows, crossing{math.Abs(r[i]), w[i], i})
			total += w[i]
		}
	}
	// n^−1/3·z^2/3·(1.5·φ(0)²)^1/3 with z = 1.96, on both sides of the median.
	part := min(0.9, 2*0.9716*num.Pow(float64(len(rows)), -1./3))
	if i := reach(rows, -float64(part*total)); i >= 0 {
		return math.Abs(r[i])
	}
	return 0
}
