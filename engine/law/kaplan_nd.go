package law

import (
	"lossline/engine/cite"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// KaplanND is the test loss of a model of N non-embedding parameters stopped
// early on D tokens (Kaplan et al. 2020, eq. 1.5 = 4.1):
//
//	L(N,D) = [(N_c/N)^(α_N/α_D) + D_c/D]^α_D
//
// theta = {N_c, α_N, D_c, α_D}. L → (N_c/N)^α_N for D → ∞ and (D_c/D)^α_D for
// N → ∞. The values of Table 2 belong together: those of Table 5 fit the limits
// alone and are not to be put in here.
//
// Frontier is this formula's optimum on C = 6ND,
//
//	N = N_c·(r·C/(6·N_c·D_c))^(1/(r+1)),  r = α_N/α_D,
//
// and not the paper's allocation, which is KaplanAllocation.
var KaplanND = &Law{
	ID:         "kaplan-nd",
	Name:       "Loss from parameters and tokens, with overfitting",
	TeX:        `L=\left[\left(\frac{N_c}{N}\right)^{\frac{\alpha_N}{\alpha_D}}+\frac{D_c}{D}\right]^{\alpha_D}`,
	Ref:        kaplanRef("eq. 1.5"),
	Needs:      []Symbol{N, D},
	Decreasing: []Symbol{N, D},
	Coefs: []Coef{
		scale("N_c", "scale of the parameters, which depends on the vocabulary; non-embedding parameters", 1e14),
		exponent("α_N", "exponent of the parameters where data abound", 0.08),
		scale("D_c", "scale of the data, which depends on the vocabulary; tokens", 2e13),
		exponent("α_D", "exponent of the data where parameters abound", 0.1),
	},
	Loss: func(theta []float64, p Point) unit.Loss {
		u, v := kaplanNDTerms(theta, p)
		return unit.Loss(num.Pow(u+v, theta[3]))
	},
	Grad:        kaplanNDGrad,
	Frontier:    kaplanNDFrontier,
	FrontierTeX: `N=N_c\left(\frac{\alpha_N}{\alpha_D}\cdot\frac{C}{6N_cD_c}\right)^{\frac{\alpha_D}{\alpha_N+\alpha_D}}`,
	Sets: []Set{{
		ID: "kaplan2020.nd.1", Theta: []float64{6.4e13, 0.076, 1.8e13, 0.103},
		Ref: kaplanRef("eq. 4.1, Table 2"), Grade: cite.GradeA,
		Domain: []Span{kaplanN, kaplanD}, Counting: NonEmbedding,
		Note: "Early-stopped test loss with 10 % dropout; the runs behind it have 393K to 708M parameters. Poor near 2e7 tokens. Not to be mixed with the constants of Table 5.",
	}},
}

// kaplanNDTerms returns u = (N_c/N)^(α_N/α_D) and v = D_c/D.
func kaplanNDTerms(theta []float64, p Point) (u, v float64) {
	return power(theta[0], float64(p.N), theta[1]/theta[3]), theta[2] / float64(p.D)
}

// kaplanNDGrad has, with the shares w_u = u/(u+v) and w_v = v/(u+v),
//
//	∂L/∂N_c = L·α_N·w_u/N_c            ∂L/∂D_c = L·α_D·w_v/D_c
//	∂L/∂α_N = L·w_u·ln(N_c/N)          ∂L/∂α_D = L·(ln(u+v) − (α_N/α_D)·w_u·ln(N_c/N))
func kaplanNDGrad(dst, theta []float64, p Point) {
	u, v := kaplanNDTerms(theta, p)
	clear(dst)
	if u+v == 0 {
		return // N = D = ∞, where L is 0 whatever theta is
	}
	nc, aN, dc, aD := theta[0], theta[1], theta[2], theta[3]
	loss := num.Pow(u+v, aD)
	wu, wv := u/(u+v), v/(u+v)
	ln := timesLog(wu, nc/float64(p.N))
	dst[0] = loss * aN * wu / nc
	dst[1] = loss * ln
	dst[2] = loss * aD * wv / dc
	dst[3] = loss * (num.Log(u+v) - aN/aD*ln)
}

func kaplanNDFrontier(theta []float64, c unit.FLOPs) Point {
	r := theta[1] / theta[3]
	n := theta[0] * num.Pow(r*float64(c)/(6*theta[0]*theta[2]), 1/(r+1))
	return Point{N: unit.Params(n), D: unit.Tokens(float64(c) / (6 * n)), C: c}
}
