package law

import (
	"lossline/engine/cite"
	"lossline/engine/unit"
)

// KaplanCMin is the loss at the best model size for the compute C_min (Kaplan
// et al. 2020, eq. 1.3 = 3.3):
//
//	L(C_min) = (C_c^min/C_min)^α_C^min
//
// theta = {C_c^min, α_C^min} with C_c^min in PF-days as the paper prints it.
// Point.C is in FLOP and is C_min: the compute that the training would take at
// a batch far below the critical one.
//
// The paper prints two values of C_c^min, 1.5 % apart in loss: 3.1e8 in the text
// and Table 5, 2.3e8 in the legend of Figure 1. Both are Sets.
var KaplanCMin = &Law{
	ID:         "kaplan-cmin",
	Name:       "Loss from compute, best model size and small batch",
	TeX:        `L=\left(\frac{C_c^{\min}}{C_{\min}}\right)^{\alpha_C^{\min}}`,
	Ref:        kaplanRef("eq. 1.3"),
	Needs:      []Symbol{C},
	Decreasing: []Symbol{C},
	Coefs: []Coef{
		scale("C_c^min", "scale of the compute, which depends on the vocabulary; PF-days", 1e8),
		exponent("α_C^min", "exponent of the compute", 0.05),
	},
	Loss: powerLoss(C, float64(unit.PFDay)),
	Grad: powerGrad(C, float64(unit.PFDay)),
	Sets: []Set{{
		ID: "kaplan2020.cmin.1", Theta: []float64{3.1e8, 0.050},
		Ref: kaplanRef("eq. 1.3, Table 5"), Grade: cite.GradeA,
		Domain: []Span{kaplanC}, Counting: NonEmbedding,
		Note: "C is C_min, in FLOP at the interface and in PF-days in the constant. The legend of Figure 1 has 2.3e8 instead, 1.5 % lower in loss.",
	}, {
		ID: "kaplan2020.cmin.2", Theta: []float64{2.3e8, 0.050},
		Ref: kaplanRef("Figure 1, legend"), Grade: cite.GradeA,
		Domain: []Span{kaplanC}, Counting: NonEmbedding,
		Note: "C is C_min. The text and Table 5 have 3.1e8 instead, 1.5 % higher in loss.",
	}},
}
