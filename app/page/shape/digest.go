package shape

import (
	"lossline/app/job"
	"lossline/app/scenario"
)

// Digest returns the numbers by which the page is known to be the same: those of the
// listed shapes, and the params of the one that is counted.
func Digest(s scenario.Scenario, o scenario.Outcome, fit *job.FitReply) []float64 {
	sh := scenario.EvalShape(s)
	numbers := []float64{float64(sh.Own.Count.Total())}
	for _, c := range sh.Advice.Candidates {
		numbers = append(numbers, c.Layers, c.AspectRatio, float64(c.Total))
	}
	return numbers
}

// FirstDigest returns nil: links of before 2026-12 have no digest of shapes.
func FirstDigest(s scenario.Scenario, o scenario.Outcome, fit *job.FitReply) []float64 { return nil }
