package guide

import (
	"lossline/app/job"
	"lossline/app/scenario"
)

// Digest returns the numbers by which the page is known to be the same.
func Digest(s scenario.Scenario, o scenario.Outcome, fit *job.FitReply) []float64 {
	numbers := []float64{}
	for _, l := range scenario.EvalGuide(s).Laws {
		numbers = append(numbers, l.Fitted)
	}
	return numbers
}
