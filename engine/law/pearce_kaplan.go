package law

import (
	"math"

	"lossline/engine/cite"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// What Kaplan et al. 2020 would have measured if Chinchilla's law were the truth
// (Pearce & Song 2024): they leave embeddings out of N and out of C = 6·N·D. The
// loss is that of the total number of parameters,
//
//	L = E + A/N_T^α + B/D^β,  N_T = N + γ·N^(1/3)
//
// and the best N at a given 6·N·D is where
//
//	C(N) = 6·N·(N + γ/3·N^(1/3))^(−1/β)·(N + γ·N^(1/3))^((1+α)/β)·(βB/(αA))^(1/β)
//
// theta = {E, A, α, B, β} is a set of Chinchilla; γ is that of TotalParams.

// PearceExponentRef is where the formulas stand.
var PearceExponentRef = cite.Ref{Source: cite.Pearce2024, Where: "analytical relation of N* and C without embeddings, and the authors' script"}

// PearcePrinted are the exponents that the paper prints for a fit over the range of
// Kaplan et al.: without embeddings with the constants of Besiroglu et al. and of
// Hoffmann et al., and with embeddings with those of Besiroglu et al.
var PearcePrinted = struct{ Besiroglu, Hoffmann, Total float64 }{0.78, 0.74, 0.51}

// PearceRange is the compute without embeddings over which the authors' script fits
// a power law: 10^12.95 to 10^20.7 FLOP, for models of 768 to 1.5e9 parameters.
var PearceRange = [2]unit.FLOPs{8.91e12, 5.01e20}

// PearceCompute returns the compute 6·N·D without embeddings at which n
// non-embedding parameters are the best size. It grows with n.
func PearceCompute(theta []float64, gamma float64, n unit.Params) unit.FLOPs {
	a, alpha, b, beta := theta[1], theta[2], theta[3], theta[4]
	x := float64(n)
	emb := gamma * math.Cbrt(x)
	c := 6 * x * num.Pow(x+emb/3, -1/beta) * num.Pow(x+emb, (1+alpha)/beta) * num.Pow(beta*b/(alpha*a), 1/beta)
	return unit.FLOPs(c)
}

// PearceExponent returns the local exponent g = d ln N / d ln C at n non-embedding
// parameters:
//
//	1/g = 1 − (1/β)·(N^(2/3)+γ/9)/(N^(2/3)+γ/3) + ((1+α)/β)·(N^(2/3)+γ/3)/(N^(2/3)+γ)
//
// It is β/(α/3+β) for very small models and β/(α+β), the law's own, for very large
// ones; between them it passes through a maximum, where embeddings are most of the
// model.
func PearceExponent(theta []float64, gamma float64, n unit.Params) float64 {
	alpha, beta := theta[2], theta[4]
	x := math.Cbrt(float64(n))
	x *= x
	return 1 / (1 - (x+gamma/9)/(x+gamma/3)/beta + (1+alpha)/beta*(x+gamma/3)/(x+gamma))
}

// PearceOptimum is the inverse of PearceCompute: the best number of non-embedding
// parameters at a compute c without embeddings. It is NaN unless c is positive and
// finite.
func PearceOptimum(theta []float64, gamma float64, c unit.FLOPs) unit.Params {
	if !(c > 0) || math.IsInf(float64(c), 0) {
		return unit.Params(math.NaN())
	}
	// Newton's method in logarithms, where the slope is known.
	target, at := math.Log(float64(c)), math.Log(float64(Chinchilla.Frontier(theta, c).N))
	for range 100 {
		n := unit.Params(math.Exp(at))
		step := (target - math.Log(float64(PearceCompute(theta, gamma, n)))) * PearceExponent(theta, gamma, n)
		at += min(max(step, -3), 3)
		if math.Abs(step) < 1e-13*max(1, math.Abs(at)) {
			break
		}
	}
	return unit.Params(math.Exp(at))
}

// pearcePoints is how many budgets the authors' script puts into a range.
const pearcePoints = 100

// PearceFit returns the exponent of a power law N ∝ C^g fitted, by least squares in
// logarithms, to the best sizes at budgets from lo to hi, evenly spaced in their
// logarithm. Where lo and hi are the same it is the local exponent.
func PearceFit(theta []float64, gamma float64, lo, hi unit.FLOPs) float64 {
	if lo == hi {
		return PearceExponent(theta, gamma, PearceOptimum(theta, gamma, lo))
	}
	from, span := math.Log(float64(lo)), math.Log(float64(hi/lo))
	var cs, ns [pearcePoints]float64
	meanC, meanN := 0.0, 0.0
	for i := range cs {
		cs[i] = from + span*float64(i)/(pearcePoints-1)
		ns[i] = math.Log(float64(PearceOptimum(theta, gamma, unit.FLOPs(math.Exp(cs[i])))))
		meanC, meanN = meanC+cs[i]/pearcePoints, meanN+ns[i]/pearcePoints
	}
	up, down := 0.0, 0.0
	for i := range cs {
		up += (cs[i] - meanC) * (ns[i] - meanN)
		down += (cs[i] - meanC) * (cs[i] - meanC)
	}
	return up / down
}
