package law

import (
	"math"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/unit"
)

// Gadre et al. 2024: a model of 1.4e9 parameters on M = 640 tokens a parameter,
// and the error rate at a loss of 2.5; computed outside of Lossline, in Python,
// from the printed, rounded coefficients.
func TestGadreValues(t *testing.T) {
	for id, want := range map[string]float64{"gadre2024.c4.1": 2.40049, "gadre2024.rpj.1": 2.54182, "gadre2024.rw.1": 2.50463} {
		l, s, _ := SetByID(id)
		numtest.Near(t, id, float64(l.Loss(s.Theta, Point{N: 1.4e9, D: 640 * 1.4e9})), want, 3e-6) // six digits
	}
	for id, want := range map[string]float64{"gadre2024.err.c4.1": 0.5358, "gadre2024.err.rpj.1": 0.4871, "gadre2024.err.rw.1": 0.4876} {
		l, s, _ := SetByID(id)
		numtest.Near(t, id, float64(l.Loss(s.Theta, Point{L: 2.5})), want, 1.1e-4)
	}
}

// The paper prints the best tokens per parameter 3.36, 7.42 and 5.85; from its
// rounded coefficients they are 3.43, 7.52 and 5.86.
func TestGadreTokensPerParam(t *testing.T) {
	for id, want := range map[string]float64{"gadre2024.c4.1": 3.43, "gadre2024.rpj.1": 7.52, "gadre2024.rw.1": 5.86} {
		l, s, _ := SetByID(id)
		p := l.Frontier(s.Theta, 1e21)
		numtest.Near(t, id, float64(p.D)/float64(p.N), want, 1.5e-3)
	}
}

// With C = 6ND and M = D/N the law is Chinchilla's with both exponents 2η.
func TestGadreIsChinchillaWithTiedExponents(t *testing.T) {
	theta := []float64{1.84, 212, 367, 0.136}
	e, a, b, eta := theta[0], theta[1], theta[2], theta[3]
	six := math.Pow(6, -eta)
	for _, n := range numtest.LogGrid(1e7, 1e12, 7) {
		for _, d := range numtest.LogGrid(1e8, 1e14, 7) {
			p := Point{N: unit.Params(n), D: unit.Tokens(d)}
			m, c := d/n, 6*n*d
			printed := e + (a*math.Pow(m, eta)+b*math.Pow(m, -eta))*math.Pow(c, -eta)
			numtest.Near(t, "as printed", float64(OverTraining.Loss(theta, p)), printed, 1e-13)
			numtest.Near(t, "Chinchilla", OverTraining.Loss(theta, p), Chinchilla.Loss([]float64{e, a * six, 2 * eta, b * six, 2 * eta}, p), 1e-13)
		}
	}
}

// Zero-shot, and the limits that Lin et al. 2024 give: nearly flat while D^β is
// far below D_l, a plain power law far above.
func TestRectifiedLimits(t *testing.T) {
	theta := []float64{1.5, 900, 300, 0.6}
	at := func(d float64) float64 { return float64(Rectified.Loss(theta, Point{D: unit.Tokens(d)})) }
	numtest.Near(t, "zero-shot", at(0), 1.5+3, 1e-15)
	numtest.Near(t, "one example", at(1), 4.5, 4e-3)
	numtest.Near(t, "far above", at(1e12)-1.5, 900*math.Pow(1e12, -0.6), 1e-4)
	g := make([]float64, 4)
	Rectified.Grad(g, theta, Point{})
	for i, want := range []float64{1, 1.0 / 300, -900.0 / 9e4, 0} {
		numtest.Near(t, "gradient at 0: "+Rectified.Coefs[i].Symbol, g[i], want, 1e-15)
	}
}
