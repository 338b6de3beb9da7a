package scenario

import (
	"testing"

	"lossline/engine/unit"
)

// Appendix B is read at C_min, where one run has one loss: its B.3 is eq. 5.6 at the
// run's own S_min. Computed in Python: the loss by bisection from eq. 5.6, 5.4 and 5.5
// with Tables 3 and 5, the best size by eq. B.5, the ratios by eq. B.16 and B.17.
func TestAppendixBAtCMin(t *testing.T) {
	for _, c := range []struct {
		n                           unit.Params
		d, b                        unit.Tokens
		best, ratio, compute, steps float64
	}{
		{1e9, 1e11, 0, 1328009383.9542832, 0.7530067272735664, 1.0406245368371436, 1.3819591500928066},
		{1.75e11, 3e11, 3.2e6, 132599274862.73492, 1.3197658899806033, 1.028529404287285, 0.7793271610485413},
	} {
		o := studyAt(c.n, c.d, func(s *Scenario) { s.Batch = c.b })
		closeTo(t, "one loss", o.Size.Loss, o.Run.Loss, 1e-9)
		closeTo(t, "compute", o.Size.Cost.Compute, c.compute, 1e-9)
		closeTo(t, "best size", o.Size.Best, unit.Params(c.best), 1e-9)
		closeTo(t, "ratio", o.Size.Times, c.ratio, 1e-9)
		closeTo(t, "steps", o.Size.Cost.Steps, c.steps, 1e-9)
	}
	s := Default()
	o := EvalStudy(s, Eval(s))
	closeTo(t, "of the first visit", o.Alloc.Frontier.N, 147e9, 4e-3)
	closeTo(t, "its loss", float64(o.Alloc.Best), 1.761, 3e-4)
}
