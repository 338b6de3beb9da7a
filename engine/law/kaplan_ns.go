package law

import (
	"lossline/engine/cite"
	"lossline/engine/unit"
)

// KaplanNS is the learning curve of a model of N non-embedding parameters on
// data without limit (Kaplan et al. 2020, eq. 1.6 = 5.6):
//
//	L(N,S_min) = (N_c/N)^α_N + (S_c/S_min)^α_S
//
// theta = {N_c, α_N, S_c, α_S}. Point.S is S_min, the steps that would do at a
// batch far above the critical one: MinSteps turns real steps into it. The law
// holds after the warmup and is poor for very few steps.
var KaplanNS = &Law{
	ID:         "kaplan-ns",
	Name:       "Learning curve: loss from parameters and steps",
	TeX:        `L=\left(\frac{N_c}{N}\right)^{\alpha_N}+\left(\frac{S_c}{S_{\min}}\right)^{\alpha_S}`,
	Ref:        kaplanRef("eq. 1.6"),
	Needs:      []Symbol{N, S},
	Decreasing: []Symbol{N, S},
	Coefs: []Coef{
		scale("N_c", "scale of the parameters, which depends on the vocabulary; non-embedding parameters", 1e14),
		exponent("α_N", "exponent of the parameters", 0.08),
		scale("S_c", "scale of the steps", 2e3),
		exponent("α_S", "exponent of the steps", 0.8),
	},
	Loss: func(theta []float64, p Point) unit.Loss {
		return unit.Loss(power(theta[0], float64(p.N), theta[1]) + power(theta[2], float64(p.S), theta[3]))
	},
	Grad: func(dst, theta []float64, p Point) {
		powerGrad(N, 1)(dst[:2], theta[:2], p)
		powerGrad(S, 1)(dst[2:], theta[2:], p)
	},
	Sets: []Set{{
		ID: "kaplan2020.ns.1", Theta: []float64{6.5e13, 0.077, 2.1e3, 0.76},
		Ref: kaplanRef("eq. 5.6, Table 3"), Grade: cite.GradeA,
		Domain: []Span{kaplanN, kaplanS}, Counting: NonEmbedding,
		Note: "S is S_min, the steps needed at a very large batch. Holds after the warmup, on data without limit; poor for very few steps.",
	}},
}
