package law

import (
	"lossline/engine/cite"
	"lossline/engine/unit"
)

// KaplanC is the loss at the best model size for the compute C spent at the
// fixed batch of 2^19 = 524,288 tokens (Kaplan et al. 2020, Table 5):
//
//	L(C) = (C_c/C)^α_C
//
// theta = {C_c, α_C} with C_c in PF-days as the paper prints it; Point.C is in
// FLOP. The paper calls this trend naive and KaplanCMin the one to use.
var KaplanC = &Law{
	ID:         "kaplan-c",
	Name:       "Loss from compute, best model size and a batch of 2^19 tokens",
	TeX:        `L=\left(\frac{C_c}{C}\right)^{\alpha_C}`,
	Ref:        kaplanRef("Table 5"),
	Needs:      []Symbol{C},
	Decreasing: []Symbol{C},
	Coefs: []Coef{
		scale("C_c", "scale of the compute, which depends on the vocabulary; PF-days", 1e7),
		exponent("α_C", "exponent of the compute", 0.06),
	},
	Loss: powerLoss(C, float64(unit.PFDay)),
	Grad: powerGrad(C, float64(unit.PFDay)),
	Sets: []Set{{
		ID: "kaplan2020.c.1", Theta: []float64{1.6e7, 0.057},
		Ref: kaplanRef("Table 5"), Grade: cite.GradeA,
		Domain: []Span{kaplanC}, Counting: NonEmbedding,
		Note: "Every run at one batch of 2^19 tokens, which is too large for the small runs and too small for the large ones; the paper prefers the trend in C_min.",
	}},
}
