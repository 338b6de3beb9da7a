package law

import (
	"math"

	"lossline/engine/cite"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// KaplanNC is the loss of N non-embedding parameters for the compute C = C_min
// (Kaplan et al. 2020, eq. B.3): KaplanNS with S_min = C_min/(6NB) and
// B = B_*/L^(1/α_B), so that L stands on both sides,
//
//	L = (N_c/N)^α_N + (6·B_*·S_c·N/(L^(1/α_B)·C))^α_S
//
// theta = {N_c, α_N, S_c, α_S, B_*, α_B}. C, in FLOP, is C_min, and S is S_min: S_c is
// that of eq. 5.6, L(N, S_min), and only so does one run have one loss. The appendix's
// words "training at the critical batch" read otherwise: that run costs 2·C_min.
//
// Frontier is eq. B.6 to B.10, with
//
//	α_C = 1/(1/α_S + 1/α_B + 1/α_N)
//	C_c = 6·N_c·B_*·S_c·(1 + α_N/α_S)^(1/α_S + 1/α_N)·(α_S/α_N)^(1/α_S)
//
//	L = (C_c/C)^α_C
//	N = N_c·(C/C_c)^(α_C/α_N)·(1 + α_N/α_S)^(1/α_N)
//	S = C_c/(6·N_c·B_*)·(1 + α_N/α_S)^(−1/α_N)·(C/C_c)^(α_C/α_S)
var KaplanNC = &Law{
	ID:       "kaplan-nc",
	Name:     "Loss from parameters and least compute",
	TeX:      `L=\left(\frac{N_c}{N}\right)^{\alpha_N}+\left(\frac{6B_*S_cN}{L^{\frac{1}{\alpha_B}}C}\right)^{\alpha_S}`,
	Ref:      kaplanRef("eq. B.3"),
	Needs:    []Symbol{N, C},
	Coefs:    kaplanNCCoefs,
	Loss:     kaplanNCLoss,
	Grad:     kaplanNCGrad,
	Frontier: kaplanNCFrontier,

	Decreasing: []Symbol{C},

	Sets: []Set{{
		ID: "kaplan2020.nc.1", Theta: []float64{6.5e13, 0.077, 2.1e3, 0.76, 2.1e8, 0.21},
		Ref: kaplanRef("appendix B; Table 3, B_* and α_B from Table 5"), Grade: cite.GradeA,
		Domain: []Span{kaplanN, kaplanC}, Counting: NonEmbedding,
		Note: "C is C_min and S is S_min: a run at the critical batch takes twice both. The constants of the learning curve, Table 3.",
	}, {
		ID: "kaplan2020.nc.2", Theta: []float64{8.8e13, 0.076, 2.1e3, 0.76, 2.1e8, 0.21},
		Ref: kaplanRef("appendix B; Table 5"), Grade: cite.GradeA,
		Domain: []Span{kaplanN, kaplanC}, Counting: NonEmbedding,
		Note: "C is C_min and S is S_min: a run at the critical batch takes twice both. The summary's constants, Table 5, of which N_c and α_N fit converged models and not learning curves.",
	}},
}

var kaplanNCCoefs = []Coef{
	scale("N_c", "scale of the parameters, which depends on the vocabulary; non-embedding parameters", 1e14),
	exponent("α_N", "exponent of the parameters", 0.08),
	scale("S_c", "scale of the steps", 2e3),
	exponent("α_S", "exponent of the steps", 0.8),
	scale("B_*", "critical batch at a loss of 1; tokens", 2e8),
	exponent("α_B", "inverse exponent of the critical batch in the loss", 0.2),
}

func kaplanNCLoss(theta []float64, p Point) unit.Loss {
	loss, _, _ := kaplanNCSolve(theta, p)
	return unit.Loss(loss)
}

// kaplanNCSolve returns L and its two terms t = (N_c/N)^α_N and u, with L = t + u.
//
// g(L) = L − t − k·L^(−e), with k = (6·B_*·S_c·N/C)^α_S and e = α_S/α_B, rises
// and is concave, so Newton's steps from where g ≤ 0 climb to its only zero. g is
// −k·t^(−e) at L = t and −t at L = k^(1/(1+e)): the larger of the two is the start.
func kaplanNCSolve(theta []float64, p Point) (loss, t, u float64) {
	t = power(theta[0], float64(p.N), theta[1])
	k := power(6*theta[4]*theta[2]*float64(p.N), float64(p.C), theta[3])
	e := theta[3] / theta[5]
	loss = max(t, num.Pow(k, 1/(1+e)))
	if k == 0 || math.IsInf(loss, 0) || math.IsNaN(loss) {
		return loss, t, loss - t
	}
	for range 50 { // six do, unless theta is odd
		u = k * num.Pow(loss, -e)
		step := (t + u - loss) / (1 + e*u/loss)
		loss += step
		if !(step > 1e-16*loss) {
			break
		}
	}
	return loss, t, k * num.Pow(loss, -e)
}

// kaplanNCGrad differentiates L = t + u(L) on both sides:
// dL/dθ = (∂t/∂θ + ∂u/∂θ)/(1 + (α_S/α_B)·u/L).
func kaplanNCGrad(dst, theta []float64, p Point) {
	loss, t, u := kaplanNCSolve(theta, p)
	nc, aN, sc, aS, b, aB := theta[0], theta[1], theta[2], theta[3], theta[4], theta[5]
	dst[0] = aN * t / nc
	dst[1] = timesLog(t, nc/float64(p.N))
	dst[2] = aS * u / sc
	dst[3] = timesLog(u, u) / aS // u = q^α_S, so ∂u/∂α_S = u·ln q
	dst[4] = aS * u / b
	dst[5] = aS / (aB * aB) * timesLog(u, loss)
	for i := range dst {
		dst[i] /= 1 + aS/aB*u/loss
	}
}

func kaplanNCFrontier(theta []float64, c unit.FLOPs) Point {
	nc, aN, sc, aS, b, aB := theta[0], theta[1], theta[2], theta[3], theta[4], theta[5]
	aC := 1 / (1/aS + 1/aB + 1/aN)
	x := float64(c) / float64(kaplanNCScale(theta))
	stop := 1 + aN/aS // L over the loss at convergence, eq. B.5

	n := nc * num.Pow(x, aC/aN) * num.Pow(stop, 1/aN)
	// C_c/(6·N_c·B_*)·stop^(−1/α_N) without the powers of C_c that cancel.
	s := sc * num.Pow(stop*aS/aN, 1/aS) * num.Pow(x, aC/aS)
	batch := b * num.Pow(x, aC/aB)
	return Point{N: unit.Params(n), D: unit.Tokens(batch * s), C: c, B: unit.Tokens(batch), S: unit.Steps(s)}
}

// kaplanNCScale returns C_c in FLOP, eq. B.8.
func kaplanNCScale(theta []float64) unit.FLOPs {
	nc, aN, sc, aS, b := theta[0], theta[1], theta[2], theta[3], theta[4]
	return unit.FLOPs(6 * nc * b * sc * num.Pow(1+aN/aS, 1/aS+1/aN) * num.Pow(aS/aN, 1/aS))
}
