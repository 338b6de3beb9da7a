package law

import (
	"math"

	"lossline/engine/cite"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// OverTraining is the law of Gadre et al. 2024 for models trained on M = D/N
// tokens a parameter, few or many:
//
//	L(C,M) = E + (a·M^η + b·M^−η)·C^−η,  C = 6·N·D
//
// which is Chinchilla with both exponents 2η: a·(6N²)^−η + b·(6D²)^−η.
// theta = {E, a, b, η}. Frontier has M = (b/a)^(1/(2η)) at every budget.
var OverTraining = &Law{
	ID:         "overtraining",
	Name:       "Loss from compute and tokens per parameter",
	TeX:        `L=E+\left(aM^{\eta}+bM^{-\eta}\right)C^{-\eta},\quad M=\frac{D}{N}`,
	Ref:        gadreRef("eq. 4"),
	Needs:      []Symbol{N, D},
	Decreasing: []Symbol{N, D},
	Coefs: []Coef{
		floor(),
		scale("a", "weight of the parameters' term", 150),
		scale("b", "weight of the tokens' term", 200),
		exponent("η", "exponent of the compute", 0.13),
	},
	Loss: func(theta []float64, p Point) unit.Loss {
		x, y := gadreTerms(theta[3], p)
		return unit.Loss(theta[0] + theta[1]*x + theta[2]*y)
	},
	Grad: func(dst, theta []float64, p Point) {
		n, d := float64(p.N), float64(p.D)
		x, y := gadreTerms(theta[3], p)
		dst[0], dst[1], dst[2] = 1, x, y
		dst[3] = -2*theta[1]*timesLog(x, math.Sqrt(6)*n) - 2*theta[2]*timesLog(y, math.Sqrt(6)*d)
	},
	Frontier: func(theta []float64, c unit.FLOPs) Point {
		m := num.Pow(theta[2]/theta[1], 1/(2*theta[3]))
		n := math.Sqrt(float64(c) / (6 * m))
		return Point{N: unit.Params(n), D: unit.Tokens(float64(c) / (6 * n)), C: c}
	},
	FrontierTeX: `N=\sqrt{\frac{C}{6\left(\frac{b}{a}\right)^{\frac{1}{2\eta}}}}`,
	Sets: []Set{
		gadreSet("gadre2024.c4.1", "C4", 1.51, 141, 190, 0.121),
		gadreSet("gadre2024.rpj.1", "RedPajama", 1.84, 212, 367, 0.136),
		gadreSet("gadre2024.rw.1", "RefinedWeb", 1.73, 157, 246, 0.127),
	},
}

// gadreTerms returns (6N²)^−η and (6D²)^−η. The square would overflow.
func gadreTerms(eta float64, p Point) (x, y float64) {
	return num.Pow(math.Sqrt(6)*float64(p.N), -2*eta), num.Pow(math.Sqrt(6)*float64(p.D), -2*eta)
}

func gadreRef(where string) cite.Ref { return cite.Ref{Source: cite.Gadre2024, Where: where} }

// What the fits rest on: four sizes at M = 20 and the smallest at M = 320, as the
// authors' repository has them.
var gadreDomain = []Span{{N, 1.06e7, 4.12e8, cite.GradeB}, {D, 2.12e8, 8.24e9, cite.GradeB}}

func gadreSet(id, corpus string, e, a, b, eta float64) Set {
	return Set{
		ID: id, Theta: []float64{e, a, b, eta}, Ref: gadreRef("scaling fits, " + corpus), Grade: cite.GradeA,
		Domain: gadreDomain, Counting: Total,
		Note: "Fitted to five small runs, as printed, rounded; the loss is that on C4.",
	}
}

// ErrorOfLoss is the law of Gadre et al. 2024 for the error rate on downstream
// tasks, averaged over 17 of them, from the loss on C4:
//
//	Err(L) = ε − k·exp(−γ·L)
//
// theta = {ε, k, γ}; 0 ≤ Err ≤ 1 within the fitted range.
var ErrorOfLoss = &Law{
	ID:     "error-of-loss",
	Name:   "Error rate on tasks from the loss",
	TeX:    `\mathrm{Err}=\epsilon-k\exp\left(-\gamma L\right)`,
	Ref:    gadreRef("eq. 5"),
	Needs:  []Symbol{L},
	Output: OutputError,
	Coefs: []Coef{
		{Symbol: "ε", Meaning: "error rate where the loss is large", Min: 1e-3, Max: 1, Start: 0.85},
		{Symbol: "k", Meaning: "what a falling loss can remove of the error", Min: 1e-6, Max: 1e6, Log: true, Start: 2},
		{Symbol: "γ", Meaning: "how fast the error follows the loss; per nat", Min: 1e-3, Max: 20, Start: 0.7},
	},
	Loss: func(theta []float64, p Point) unit.Loss {
		return unit.Loss(theta[0] - theta[1]*num.Exp(-theta[2]*float64(p.L)))
	},
	Grad: func(dst, theta []float64, p Point) {
		e := num.Exp(-theta[2] * float64(p.L))
		dst[0], dst[1], dst[2] = 1, -e, theta[1]*e*float64(p.L)
	},
	Sets: []Set{
		gadreErrorSet("gadre2024.err.c4.1", "C4", 0.850, 2.08, 0.756),
		gadreErrorSet("gadre2024.err.rpj.1", "RedPajama", 0.857, 2.21, 0.715),
		gadreErrorSet("gadre2024.err.rw.1", "RefinedWeb", 0.865, 2.21, 0.707),
	},
}

func gadreErrorSet(id, corpus string, eps, k, gamma float64) Set {
	return Set{
		ID: id, Theta: []float64{eps, k, gamma}, Ref: gadreRef("downstream fits, " + corpus), Grade: cite.GradeA,
		Domain: []Span{{L, 2.3, 6.2, cite.GradeB}}, Counting: Total,
		Note: "Average top-1 error over 17 tasks, from the loss on C4; as printed, rounded.",
	}
}
