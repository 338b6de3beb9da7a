package law

import "lossline/engine/cite"

// KaplanD is the loss of a large model stopped early on D tokens (Kaplan et al.
// 2020, eq. 1.2 = 3.2):
//
//	L(D) = (D_c/D)^α_D
//
// theta = {D_c, α_D}. Measured with one model of 36 layers of width 1280 on
// subsets of WebText2.
var KaplanD = &Law{
	ID:         "kaplan-d",
	Name:       "Loss from tokens, parameters without limit",
	TeX:        `L=\left(\frac{D_c}{D}\right)^{\alpha_D}`,
	Ref:        kaplanRef("eq. 1.2"),
	Needs:      []Symbol{D},
	Decreasing: []Symbol{D},
	Coefs: []Coef{
		scale("D_c", "scale of the data, which depends on the vocabulary; tokens", 5e13),
		exponent("α_D", "exponent of the data", 0.1),
	},
	Loss: powerLoss(D, 1),
	Grad: powerGrad(D, 1),
	Sets: []Set{{
		ID: "kaplan2020.d.1", Theta: []float64{5.4e13, 0.095},
		Ref: kaplanRef("eq. 1.2, Table 5"), Grade: cite.GradeA,
		Domain: []Span{kaplanD}, Counting: NonEmbedding,
		Note: "One model of 708M parameters, stopped early on subsets of WebText2; the tokens are unique ones.",
	}},
}
