package law

import (
	"lossline/engine/cite"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// Chinchilla is the additive law of Hoffmann et al. 2022 (approach 3, eq. 2 and
// 10), for one pass over the data:
//
//	L(N,D) = E + A/N^α + B/D^β
//
// theta = {E, A, α, B, β}; N is the total number of parameters, D is in tokens.
// Frontier is the optimum on C = 6ND (eq. 4):
//
//	N = G·(C/6)^a    D = (C/6)^b/G    G = (αA/(βB))^(1/(α+β))    a = β/(α+β)    b = α/(α+β)
var Chinchilla = &Law{
	ID:         "chinchilla",
	Name:       "Loss from parameters and tokens, additive",
	TeX:        `L=E+\frac{A}{N^{\alpha}}+\frac{B}{D^{\beta}}`,
	Ref:        hoffmannRef("eq. 2"),
	Needs:      []Symbol{N, D},
	Decreasing: []Symbol{N, D},
	Coefs: []Coef{
		{Symbol: "E", Meaning: "loss that no model and no data remove; nats per token", Min: 1e-6, Max: 20, Log: true, Start: 1.7},
		scale("A", "weight of the parameters' term", 400),
		exponent("α", "exponent of the parameters", 0.35),
		scale("B", "weight of the tokens' term", 400),
		exponent("β", "exponent of the tokens", 0.35),
	},
	Loss: func(theta []float64, p Point) unit.Loss {
		x, y := chinchillaTerms(theta, p)
		return unit.Loss(theta[0] + theta[1]*x + theta[3]*y)
	},
	Grad: func(dst, theta []float64, p Point) {
		x, y := chinchillaTerms(theta, p)
		dst[0], dst[1], dst[3] = 1, x, y
		dst[2] = -theta[1] * timesLog(x, float64(p.N))
		dst[4] = -theta[3] * timesLog(y, float64(p.D))
	},
	Frontier: func(theta []float64, c unit.FLOPs) Point {
		alpha, beta := theta[2], theta[4]
		g := num.Pow(alpha*theta[1]/(beta*theta[3]), 1/(alpha+beta))
		n := g * num.Pow(float64(c)/6, beta/(alpha+beta))
		return Point{N: unit.Params(n), D: unit.Tokens(float64(c) / (6 * n)), C: c}
	},
	FrontierTeX: `N=\left(\frac{\alpha A}{\beta B}\right)^{\frac{1}{\alpha+\beta}}\left(\frac{C}{6}\right)^{\frac{\beta}{\alpha+\beta}}`,
	Sets: []Set{{
		ID: "besiroglu2024.1", Theta: []float64{1.8172, 482.01, 0.3478, 2085.43, 0.3658},
		SE:  []float64{0.0257, 124.52, 0.0154, 1293.28, 0.0206},
		CI:  []Interval{{1.769, 1.871, 0.95}, {285.2, 743.6, 0.95}, {0.317, 0.373, 0.95}, {1042, 5810, 0.95}, {0.331, 0.415, 0.95}},
		Ref: cite.Ref{Source: cite.Besiroglu2024, Where: "the refitted law; standard errors and intervals from the authors' notebook"}, Grade: cite.GradeA,
		// Of the 240 digitised runs that the fit keeps.
		Domain: []Span{
			{N, 5.733e7, 1.619e10, cite.GradeB},
			{D, 8.186e8, 3.178e11, cite.GradeB},
		},
		Counting: Total,
		Note:     "Refitted on 240 runs digitised from Hoffmann et al.'s figure 4. The published values minimise, in effect, absolute deviations of log loss; a plain Huber sum has its optimum elsewhere.",
	}, {
		ID: "hoffmann2022.1", Theta: []float64{1.69, 406.4, 0.34, 410.7, 0.28},
		Ref: hoffmannRef("eq. 10"), Grade: cite.GradeA, Domain: hoffmannDomain, Counting: Total,
		Note: "As printed, rounded. The rounding matters: for 5.76e23 FLOP it gives 93 tokens per parameter where the unrounded values give 59 and the paper trained with 20.",
	}, {
		// E = exp(0.5267228), A = exp(6.0073404), B = exp(6.0179186).
		ID: "hoffmann2022.2", Theta: []float64{1.693373680998957, 406.4010175194736, 0.33917084, 410.7228269450399, 0.2849083},
		Ref: hoffmannRef("approach 3, unrounded in the TeX source of the paper"), Grade: cite.GradeA, Domain: hoffmannDomain, Counting: Total,
		Note: "Unrounded values from the paper's TeX source. They still ask for 59 tokens per parameter at 5.76e23 FLOP, against the paper's other two approaches and its own model.",
	}},
}

// chinchillaTerms returns N^−α and D^−β.
func chinchillaTerms(theta []float64, p Point) (x, y float64) {
	return num.Pow(float64(p.N), -theta[2]), num.Pow(float64(p.D), -theta[4])
}
