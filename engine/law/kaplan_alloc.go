package law

import (
	"lossline/engine/cite"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// KaplanAllocation divides the compute C_min (Kaplan et al. 2020, eq. 1.7, 1.8
// and Table 6), with C in PF-days:
//
//	N = N_1·C^p_N    B = B_1·C^p_B    S = S_1·C^p_S    D = D_1·C^p_D
//
// theta = {N_1, p_N, B_1, p_B, S_1, p_S, D_1, p_D}. The budget given to Frontier
// is C_min in FLOP. B is B_crit in tokens, S is S_min (fewer steps cannot do),
// D is one epoch in tokens.
//
// The four belong to C_min and do not describe one run: at the batch B_crit a run
// takes 2·S_min steps and 2·C_min of compute (section 5.1). 6·N_1·B_1·S_1 is
// 0.975 PF-days.
var KaplanAllocation = &Law{
	ID:    "kaplan-alloc",
	Name:  "Parameters, batch, steps and tokens from compute",
	TeX:   `N=N_1C^{p_N},\quad B=B_1C^{p_B},\quad S=S_1C^{p_S},\quad D=D_1C^{p_D}`,
	Ref:   kaplanRef("eq. 1.7, 1.8"),
	Needs: []Symbol{C},
	Coefs: []Coef{
		scale("N_1", "parameters for 1 PF-day; non-embedding parameters", 1e9),
		exponent("p_N", "exponent of the parameters", 0.7),
		scale("B_1", "critical batch for 1 PF-day; tokens", 2e6),
		exponent("p_B", "exponent of the critical batch", 0.25),
		scale("S_1", "least number of steps for 1 PF-day", 5e3),
		exponent("p_S", "exponent of the steps", 0.05),
		scale("D_1", "tokens for 1 PF-day", 2e10),
		exponent("p_D", "exponent of the tokens", 0.3),
	},
	Frontier: func(theta []float64, c unit.FLOPs) Point {
		days := float64(c / unit.PFDay)
		at := func(i int) float64 { return theta[i] * num.Pow(days, theta[i+1]) }
		return Point{N: unit.Params(at(0)), B: unit.Tokens(at(2)), S: unit.Steps(at(4)), D: unit.Tokens(at(6)), C: c}
	},
	FrontierTeX: `N=N_1C^{p_N},\quad B=B_1C^{p_B},\quad S=S_1C^{p_S},\quad D=D_1C^{p_D}`,
	Sets: []Set{{
		ID: "kaplan2020.alloc.1", Theta: []float64{1.3e9, 0.73, 2.0e6, 0.24, 5.4e3, 0.03, 2e10, 0.27},
		Ref: kaplanRef("Table 6"), Grade: cite.GradeA,
		Domain: []Span{kaplanN, kaplanD, kaplanC}, Counting: NonEmbedding,
		Note: "C is C_min; a run at the critical batch takes twice the steps and twice the compute. Eq. 6.7 prints 4e10·C^0.26 for the tokens, which 2·C_min/(6N) does not give: it is 2.2e10·C^0.27.",
	}, {
		ID: "kaplan2020.alloc.2", Theta: []float64{1.3e9, 0.73, 2.0e6, 0.24, 5.4e3, 0.03, 4e10, 0.26},
		Ref: kaplanRef("Table 6; tokens from eq. 6.7"), Grade: cite.GradeA,
		Domain: []Span{kaplanN, kaplanD, kaplanC}, Counting: NonEmbedding,
		Note: "Tokens as eq. 6.7 prints them, which contradicts both Table 6 and the equation's own right-hand side; kept for comparison.",
	}},
}
