package plan

import (
	"lossline/app/job"
	"lossline/app/scenario"
)

// Digest returns the numbers by which the page is known to be the same: those of the
// columns of every row, what was found of the budget, and the losses at the point.
func Digest(s scenario.Scenario, o scenario.Outcome, fit *job.FitReply) []float64 {
	numbers := []float64{}
	for _, a := range o.Rows {
		numbers = append(numbers, float64(a.Budget), float64(a.N), float64(a.D), float64(a.B), float64(a.S), float64(a.Loss),
			float64(a.Flat[0]), float64(a.Flat[1]))
	}
	for _, l := range o.Losses {
		numbers = append(numbers, float64(l.Loss))
	}
	return numbers
}

// FirstDigest returns the numbers of the digest of links of before 2026-12: params,
// tokens and loss of every row, and the losses at the point.
func FirstDigest(s scenario.Scenario, o scenario.Outcome, fit *job.FitReply) []float64 {
	return o.Numbers()
}
