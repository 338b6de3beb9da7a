package law

import "lossline/engine/cite"

// KaplanN is the loss of a model of N non-embedding parameters trained to near
// convergence on ample data (Kaplan et al. 2020, eq. 1.1 = 3.1):
//
//	L(N) = (N_c/N)^α_N
//
// theta = {N_c, α_N}. One-layer models were left out of the fit (appendix D.7).
var KaplanN = &Law{
	ID:         "kaplan-n",
	Name:       "Loss from parameters, data without limit",
	TeX:        `L=\left(\frac{N_c}{N}\right)^{\alpha_N}`,
	Ref:        kaplanRef("eq. 1.1"),
	Needs:      []Symbol{N},
	Decreasing: []Symbol{N},
	Coefs: []Coef{
		scale("N_c", "scale of the parameters, which depends on the vocabulary; non-embedding parameters", 1e14),
		exponent("α_N", "exponent of the parameters", 0.08),
	},
	Loss: powerLoss(N, 1),
	Grad: powerGrad(N, 1),
	Sets: []Set{{
		ID: "kaplan2020.n.1", Theta: []float64{8.8e13, 0.076},
		Ref: kaplanRef("eq. 1.1, Table 5"), Grade: cite.GradeA,
		Domain: []Span{kaplanN}, Counting: NonEmbedding,
		Note: "For models trained to near convergence. One-layer models, such as the smallest one of 768 parameters, were left out of the fit.",
	}},
}
