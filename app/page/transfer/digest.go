package transfer

import (
	"lossline/app/job"
	"lossline/app/scenario"
)

// Digest returns the numbers by which the page is known to be the same.
func Digest(s scenario.Scenario, o scenario.Outcome, fit *job.FitReply) []float64 {
	numbers := []float64{}
	for _, x := range scenario.EvalTransfer(s).Sources {
		numbers = append(numbers, float64(x.Advice.DT), x.Advice.Multiplier)
	}
	return numbers
}
