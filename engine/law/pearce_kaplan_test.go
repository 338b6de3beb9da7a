package law

import (
	"math"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/unit"
)

// pearceSets are the constants that the paper uses, and the exponents of a fit over
// its range: as it prints them, by its script (run again in Python, 20 model sizes
// and 1000 numbers of tokens), and by its formula (in Python, 20001 sizes).
var pearceSets = []struct {
	id                       string
	printed, script, formula float64
}{
	{"besiroglu2024.1", 0.78, 0.78053960, 0.77509508},
	{"hoffmann2022.2", 0.74, 0.73883118, 0.73953780},
}

func thetaOf(t *testing.T, id string) []float64 {
	t.Helper()
	_, s, ok := SetByID(id)
	if !ok {
		t.Fatalf("no set %s", id)
	}
	return s.Theta
}

func TestPearceFitGivesKaplansExponent(t *testing.T) {
	for _, c := range pearceSets {
		g := PearceFit(thetaOf(t, c.id), PearceGamma, PearceRange[0], PearceRange[1])
		numtest.Near(t, c.id+" by the formula", g, c.formula, 2e-5)
		if math.Abs(g-c.script) > 0.006 {
			t.Errorf("%s: exponent %.4f, by the authors' script %.4f", c.id, g, c.script)
		}
		if math.Round(g*100) != c.printed*100 {
			t.Errorf("%s: exponent %.4f, printed %.2f", c.id, g, c.printed)
		}
	}
	if PearcePrinted.Besiroglu != pearceSets[0].printed || PearcePrinted.Hoffmann != pearceSets[1].printed {
		t.Errorf("shown as printed: %+v", PearcePrinted)
	}
}

// With embeddings, or without any to leave out, it is Chinchilla again: 0.51.
func TestPearceWithEmbeddingsIsChinchilla(t *testing.T) {
	theta := thetaOf(t, "besiroglu2024.1")
	own := theta[4] / (theta[2] + theta[4])
	numtest.Near(t, "exponent of the law", PearceFit(theta, 0, PearceRange[0], PearceRange[1]), own, 1e-10)
	if math.Round(own*100) != PearcePrinted.Total*100 {
		t.Errorf("exponent with embeddings %.4f, printed %.2f", own, PearcePrinted.Total)
	}
	for _, c := range numtest.LogGrid(1e10, 1e28, 19) {
		numtest.Near(t, "N", PearceOptimum(theta, 0, unit.FLOPs(c)), Chinchilla.Frontier(theta, unit.FLOPs(c)).N, 1e-11)
	}
}

// The best size is the minimum of the loss over sizes, found without derivatives;
// the exponent is the derivative of the inverse.
func TestPearceOptimumIsTheMinimum(t *testing.T) {
	for _, c := range pearceSets {
		theta := thetaOf(t, c.id)
		for _, gamma := range []float64{100, PearceGamma, 1e6} {
			for _, budget := range numtest.LogGrid(1e12, 1e26, 15) {
				n := PearceOptimum(theta, gamma, unit.FLOPs(budget))
				best := numtest.Minimum(func(ln float64) float64 {
					x := math.Exp(ln)
					total := x + gamma*math.Cbrt(x)
					return theta[1]*math.Pow(total, -theta[2]) + theta[3]*math.Pow(budget/(6*x), -theta[4])
				}, math.Log(1), math.Log(1e16))
				if math.Abs(best-math.Log(float64(n))) > 2e-5 {
					t.Errorf("%s, γ %g, C %g: N = %g, the minimum is at %g", c.id, gamma, budget, float64(n), math.Exp(best))
				}
				slope := numtest.Derivative(func(x float64) float64 {
					return math.Log(float64(PearceOptimum(theta, gamma, unit.FLOPs(math.Exp(x)))))
				}, math.Log(budget), 1e-4)
				numtest.Near(t, "exponent", PearceExponent(theta, gamma, n), slope, 1e-6)
			}
		}
	}
}

// The limits that the paper gives: β/(α/3+β) and β/(α+β).
func TestPearceExponentLimits(t *testing.T) {
	for _, c := range pearceSets {
		theta := thetaOf(t, c.id)
		alpha, beta := theta[2], theta[4]
		numtest.Near(t, c.id+" small", PearceExponent(theta, PearceGamma, 1e-6), beta/(alpha/3+beta), 1e-6)
		numtest.Near(t, c.id+" large", PearceExponent(theta, PearceGamma, 1e24), beta/(alpha+beta), 1e-6)
	}
}

func TestPearceOptimumOfNothing(t *testing.T) {
	for _, c := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		if n := PearceOptimum(thetaOf(t, "besiroglu2024.1"), PearceGamma, unit.FLOPs(c)); !math.IsNaN(float64(n)) {
			t.Errorf("N at %g FLOP = %g, want NaN", c, float64(n))
		}
	}
}
