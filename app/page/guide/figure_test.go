package guide

import (
	"math"
	"strings"
	"testing"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text/languages"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// The figure of exponents is drawn at the ends of what its fields take, in both
// layouts and languages, and says in words what it shows.
func TestLocalExponentIsDrawn(t *testing.T) {
	ends := []unit.FLOPs{0, unit.FLOPs(plan.BudgetLimits.Lo), unit.FLOPs(plan.BudgetLimits.Hi)}
	for _, l := range languages.All() {
		for _, lo := range ends {
			for _, hi := range ends {
				for _, vocab := range []float64{0, 1, 1 << 24} {
					s := scenario.Default()
					s.Guide.Lo, s.Guide.Hi, s.Guide.Vocab = lo, hi, vocab
					f := LocalExponent(scenario.EvalGuide(s), languages.In(l))
					for _, size := range []chart.Size{{W: 720, H: 400}, {W: 300, H: 300}} {
						if _, err := new(chart.Renderer).Draw(f, chart.Light, size); err != nil {
							t.Errorf("%s, %g to %g, vocabulary %g: %v", l, float64(lo), float64(hi), vocab, err)
						}
					}
					if !strings.Contains(f.Summary, f.Title) || len(f.Tables()) == 0 {
						t.Errorf("%s: no words or no table", l)
					}
				}
			}
		}
	}
}

// At both ends of the axis the curve has the limits that Pearce & Song 2024 give:
// β/(α/3+β) = 0.759 below, β/(α+β) = 0.513 above; and it stays between 0 and 1.
func TestLocalExponentHasItsLimits(t *testing.T) {
	s := scenario.Default()
	s.Guide.Lo, s.Guide.Hi = unit.FLOPs(plan.BudgetLimits.Lo), unit.FLOPs(plan.BudgetLimits.Hi)
	pts := LocalExponent(scenario.EvalGuide(s), languages.In(languages.English)).Lines[0].Pts
	first, last := pts[0].Y, pts[len(pts)-1].Y
	if math.Abs(first-0.7593) > 2e-3 || math.Abs(last-0.5126) > 1e-4 {
		t.Errorf("from %.4f to %.4f, want 0.7593 to 0.5126", first, last)
	}
	for _, p := range pts {
		if !(p.Y > 0 && p.Y < 1) {
			t.Errorf("exponent %g at %g FLOP", p.Y, p.X)
		}
	}
}
