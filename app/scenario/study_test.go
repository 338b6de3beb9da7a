package scenario

import (
	"math"
	"testing"

	"lossline/engine/law"
	"lossline/engine/unit"
)

func studyAt(n unit.Params, d unit.Tokens, change func(*Scenario)) StudyOutcome {
	s := Default()
	s.N, s.D = n, d
	if change != nil {
		change(&s)
	}
	return EvalStudy(s, Eval(s))
}

// closeTo reports an error unless got is within the relative tolerance of want.
func closeTo[F ~float64](t *testing.T, name string, got, want F, tol float64) {
	t.Helper()
	if err := math.Abs(float64(got-want)) / math.Abs(float64(want)); !(err <= tol) {
		t.Errorf("%s = %.12g, want %.12g within %g", name, float64(got), float64(want), tol)
	}
}

// What Kaplan et al. 2020 print, or what follows from their printed constants in
// double precision (computed in Python).
func TestStudyNumbers(t *testing.T) {
	o := studyAt(1e9, 2.2e10, nil)
	closeTo(t, "loss of one pass over the data", float64(o.Run.Loss), 2.76442788353, 1e-10)
	closeTo(t, "B_crit there", float64(o.Run.Critical), 1657055.60153, 1e-9)
	closeTo(t, "L(1e9, 2.2e10), Table 2", float64(o.Overfit.Loss), 2.3693, 3e-5)
	closeTo(t, "5e3·(1e9)^0.74", float64(o.Overfit.Rule), 2.285e10, 2e-4)
	closeTo(t, "data for 8 times the model, 8^(0.076/0.103)", o.Overfit.Growth, 4.64, 1e-3)
	closeTo(t, "L(N) of Table 5", float64(o.Print.N), 2.3756, 3e-5)
	closeTo(t, "learning rate by D.1", o.Print.Rate.Rate, 3.481e-4, 3e-4)
	closeTo(t, "target: the loss of the run, rounded up", float64(o.Target), 2.77, 1e-15)

	closeTo(t, "10 times the compute: model", o.Alloc.GrowN, 5.37, 1e-3)
	closeTo(t, "batch", o.Alloc.GrowB, 1.74, 2e-3)
	closeTo(t, "steps", o.Alloc.GrowS, 1.07, 2e-3)
	closeTo(t, "tokens", o.Alloc.GrowD, 1.86, 2e-3)
	closeTo(t, "p_N by appendix B", o.Alloc.Theory.N, 0.681, 1e-3)

	closeTo(t, "least size for 20 % more compute; 0.577 to three digits", o.Size.Lo, 0.577, 1e-3)
	closeTo(t, "largest: the paper's 2.2", o.Size.Hi, 2.2, 0.01)
	// The paper: 2.7 times the parameters, 7.7 times fewer steps, 65 % less compute.
	closeTo(t, "efficient stopping: parameters", o.Size.RatioN, 2.7, 0.01)
	closeTo(t, "steps", 1/o.Size.RatioS, 7.7, 0.01)
	closeTo(t, "compute", o.Size.RatioC, 0.35, 0.02)

	closeTo(t, "crossing in PF-days, Table 6", float64(o.Cross.C/unit.PFDay), 1.12e4, 5e-3)
	at67 := studyAt(1e9, 2.2e10, func(s *Scenario) { s.Study.Tokens = "e67" })
	closeTo(t, "crossing with eq. 6.7", float64(at67.Cross.C/unit.PFDay), 1.06e5, 5e-3)
}

// At the critical batch a run takes twice the least of everything; at another
// batch C_min is what eq. 5.5 says, and nothing else of the point changes.
func TestStudyFollowsTheBatch(t *testing.T) {
	rule := studyAt(1e9, 2.2e10, nil)
	closeTo(t, "C/C_min by rule", float64(rule.Run.Compute/rule.Alloc.CMin), 2, 1e-12)
	given := studyAt(1e9, 2.2e10, func(s *Scenario) { s.Batch = 1 << 19 })
	closeTo(t, "C_min by eq. 5.5", given.Alloc.CMin, law.MinCompute(given.Run.Compute, 1<<19, given.Run.Critical), 1e-12)
	if given.Overfit.Excess != rule.Overfit.Excess {
		t.Error("the batch changes the overfitting")
	}
	rounded := studyAt(1e9, 2.2e10, func(s *Scenario) { s.Study.BStar = "2e8"; s.Batch = 1 << 19 })
	if !(rounded.Run.Critical < given.Run.Critical) {
		t.Error("the rounded constant gives no smaller critical batch")
	}
}

// The best size in closed form is the one that a search over the frontier finds,
// and the cost of another size is the ratio of computes.
func TestStudySizeCloses(t *testing.T) {
	for _, tables := range []string{"t3", "t5"} {
		o := studyAt(1e9, 2.2e10, func(s *Scenario) { s.Study.Frontier = tables })
		best, err := law.ComputeForLoss(law.KaplanNC, o.Sets.NC.Theta, o.Size.Loss)
		if err != nil {
			t.Fatal(err)
		}
		closeTo(t, tables+": best size", o.Size.Best, best.N, 1e-9)
		closeTo(t, tables+": cost", o.Size.Cost.Compute, float64(o.Alloc.CMin/best.C), 1e-8)
	}
}

// At the ends of what the fields take, with every value of every choice, no
// number that is shown is infinite or none.
func TestStudyIsFiniteEverywhere(t *testing.T) {
	for _, n := range []float64{ParamsLimits.Lo, 1e9, ParamsLimits.Hi} {
		for _, d := range []float64{TokensLimits.Lo, 1e10, TokensLimits.Hi} {
			for _, b := range []float64{0, BatchLimits.Lo, BatchLimits.Hi} {
				for _, c := range studyChoices {
					for _, v := range c.Values {
						o := studyAt(unit.Params(n), unit.Tokens(d), func(s *Scenario) { s.Batch = unit.Tokens(b); *c.At(s) = v })
						for name, x := range map[string]float64{
							"run": float64(o.Run.Loss), "steps": float64(o.Run.Steps), "S_min": float64(o.Run.SMin), "C_min": float64(o.Alloc.CMin),
							"excess": o.Overfit.Excess, "larger": float64(o.Overfit.LargerTokens), "stop": float64(o.Overfit.Stop.Steps),
							"table 6": float64(o.Alloc.Table.N), "appendix B": float64(o.Alloc.Frontier.N), "times": o.Size.Times,
							"lo": o.Size.Lo, "hi": o.Size.Hi, "crossing": float64(o.Cross.C), "total": float64(o.Print.Total), "without": float64(o.Print.Without),
						} {
							if !(x > 0) || math.IsInf(x, 0) {
								t.Fatalf("N %g, D %g, B %g, %s=%s: %s is %g", n, d, b, c.Key, v, name, x)
							}
						}
					}
				}
			}
		}
	}
}
