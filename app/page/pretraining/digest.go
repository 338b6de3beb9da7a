package pretraining

import (
	"lossline/app/job"
	"lossline/app/scenario"
)

// Digest returns the numbers by which the page is known to be the same: those at the
// point, of its run, and of its compute divided.
func Digest(s scenario.Scenario, o scenario.Outcome, fit *job.FitReply) []float64 {
	st := scenario.EvalStudy(s, o)
	numbers := []float64{float64(st.N), float64(st.D), float64(st.Run.SMin), float64(st.Run.Loss), float64(st.Overfit.Loss),
		float64(st.Overfit.Rule), float64(st.Alloc.Table.N), float64(st.Alloc.Frontier.N), float64(st.Size.Best)}
	for _, l := range o.Losses {
		numbers = append(numbers, float64(l.Loss))
	}
	return numbers
}
