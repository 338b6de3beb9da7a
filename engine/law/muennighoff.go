package law

import (
	"lossline/engine/cite"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// DataConstrained is the law of Muennighoff et al. 2023 for training on U unique
// tokens, repeated until D tokens have been seen:
//
//	L(N,D,U) = E + A/N'^α + B/D'^β
//	D' = U_D + U_D·R_D*·(1 − exp(−R_D/R_D*))    U_D = min(U, D)      R_D = D/U_D − 1
//	N' = U_N + U_N·R_N*·(1 − exp(−R_N/R_N*))    U_N = min(N, N_opt)  R_N = N/U_N − 1
//	N_opt = G·(G·U_D)^(β/α)                     G = (αA/(βB))^(1/(α+β))
//
// A repeated token is worth less than a new one, and a parameter beyond the
// optimum for the unique data less than one below it; both worths decay
// exponentially. theta = {E, A, α, B, β, R_D*, R_N*}. U = 0 stands for data
// without limit.
//
// No coordinate is listed in Decreasing: the returns end altogether, so a target
// loss has no unique solution in them.
var DataConstrained = &Law{
	ID:    "data-constrained",
	Name:  "Loss from parameters, tokens and unique tokens, with repetition",
	TeX:   `L=E+\frac{A}{N'^{\alpha}}+\frac{B}{D'^{\beta}},\quad D'=U_D+U_D R_D^{*}\left(1-\exp\left(-\frac{R_D}{R_D^{*}}\right)\right),\quad N'=U_N+U_N R_N^{*}\left(1-\exp\left(-\frac{R_N}{R_N^{*}}\right)\right)`,
	Ref:   cite.Ref{Source: cite.Muennighoff2023, Where: "the data-constrained law"},
	Needs: []Symbol{N, D, U},
	Coefs: []Coef{
		{Symbol: "E", Meaning: "loss that no model and no data remove; nats per token", Min: 1e-6, Max: 20, Log: true, Start: 1.8},
		scale("A", "weight of the parameters' term", 500),
		exponent("α", "exponent of the parameters", 0.35),
		scale("B", "weight of the tokens' term", 1500),
		exponent("β", "exponent of the tokens", 0.35),
		scale("R_D^*", "repetitions after which repeating is nearly worthless", 15),
		scale("R_N^*", "multiples of the data-optimal size after which more is nearly worthless", 5),
	},
	Loss: func(theta []float64, p Point) unit.Loss {
		n, d := EffectiveParams(theta, p), EffectiveTokens(theta, p.D, p.U)
		return unit.Loss(theta[0] + theta[1]*num.Pow(float64(n), -theta[2]) + theta[3]*num.Pow(float64(d), -theta[4]))
	},
	// For data without limit the optimum of the additive law lies where N = N_opt
	// for its D, up to which the two laws agree.
	Frontier:    func(theta []float64, c unit.FLOPs) Point { return Chinchilla.Frontier(theta[:5], c) },
	FrontierTeX: `N=\left(\frac{\alpha A}{\beta B}\right)^{\frac{1}{\alpha+\beta}}\left(\frac{C}{6}\right)^{\frac{\beta}{\alpha+\beta}}`,
	Sets: []Set{{
		ID: "muennighoff2023.1",
		// exp(0.6254804), exp(6.255414) and exp(7.3049974) of the authors' notebook, written
		// out: released values are the same on every machine.
		Theta: []float64{1.8691436784054858, 520.8249516599187, 0.3526596, 1487.7160937828608, 0.3526596, 15.387756, 5.309743},
		Ref:   cite.Ref{Source: cite.Muennighoff2023, Where: "constants of the authors' notebook, 182 runs"}, Grade: cite.GradeA,
		// The runs of the authors' tables that the fit keeps and their ranges.
		Domain:   []Span{{N, 7.1e6, 8.67e9, cite.GradeB}, {D, 1e8, 9e11, cite.GradeB}, {U, 1e8, 1.78e11, cite.GradeB}},
		Counting: Total,
		Note:     "Validation loss on C4. The first five constants were fitted on single-epoch runs and kept; R_D* and R_N* on runs of up to hundreds of epochs.",
	}},
}

// EffectiveTokens is D', the number of new tokens that d tokens drawn from u
// unique ones are worth. theta is that of DataConstrained; u = 0 means that no
// token is repeated.
func EffectiveTokens(theta []float64, d, u unit.Tokens) unit.Tokens {
	if u == 0 || d <= u {
		return d
	}
	r := float64(d)/float64(u) - 1
	return u + u*unit.Tokens(theta[5]*-num.Expm1(-r/theta[5]))
}

// EffectiveParams is N', the number of parameters at the data-optimal size that
// those of p are worth. theta is that of DataConstrained.
func EffectiveParams(theta []float64, p Point) unit.Params {
	u := p.U
	if u == 0 || u > p.D {
		u = p.D
	}
	best := DataOptimalParams(theta, u)
	if p.N <= best {
		return p.N
	}
	r := float64(p.N)/float64(best) - 1
	return best + best*unit.Params(theta[6]*-num.Expm1(-r/theta[6]))
}

// DataOptimalParams is N_opt, the size for which one pass over u tokens is
// compute-optimal. theta is that of DataConstrained.
func DataOptimalParams(theta []float64, u unit.Tokens) unit.Params {
	alpha, beta := theta[2], theta[4]
	g := num.Pow(alpha*theta[1]/(beta*theta[3]), 1/(alpha+beta))
	return unit.Params(g * num.Pow(g*float64(u), beta/alpha))
}
