package fit

import (
	"lossline/app/job"
	"lossline/app/scenario"
)

// Digest returns the numbers by which the page is known to be the same; nil while there is
// no fit.
func Digest(s scenario.Scenario, o scenario.Outcome, fit *job.FitReply) []float64 {
	if fit == nil {
		return nil
	}
	numbers := []float64{}
	for _, c := range fit.Coefs {
		numbers = append(numbers, c.Value, c.Lo, c.Hi)
	}
	return numbers
}
