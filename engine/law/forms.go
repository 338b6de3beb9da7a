package law

import (
	"lossline/engine/cite"
	"lossline/engine/unit"
)

// forms are laws without published values here: shapes that runs are fitted with.
var forms = []*Law{PowerN, PowerD, PowerC, KaplanNDFloor, Rectified}

// Forms lists the laws that have no published coefficient sets.
func Forms() []*Law { return forms }

// Fittable lists the laws that can be fitted to runs, in the order in which they
// are offered.
func Fittable() []*Law { return fittable }

var fittable = []*Law{
	Chinchilla, KaplanND, KaplanNDFloor, DataConstrained, OverTraining,
	PowerN, KaplanN, PowerD, KaplanD, PowerC, KaplanC, KaplanNS,
	Rectified, ErrorOfLoss,
}

// Power laws with a floor in one coordinate x, as Henighan et al. 2020 write
// them:
//
//	L(x) = E + A/x^α
//
// theta = {E, A, α}.
var (
	PowerN = powerForm("power-n", N, "Loss from parameters, with a floor", `L=E+\frac{A}{N^{\alpha}}`,
		scale("A", "weight of the parameters' term", 400), exponent("α", "exponent of the parameters", 0.35))
	PowerD = powerForm("power-d", D, "Loss from tokens, with a floor", `L=E+\frac{A}{D^{\alpha}}`,
		scale("A", "weight of the tokens' term", 400), exponent("α", "exponent of the tokens", 0.35))
	PowerC = powerForm("power-c", C, "Loss from compute, with a floor", `L=E+\frac{A}{C^{\alpha}}`,
		scale("A", "weight of the compute's term", 1000), exponent("α", "exponent of the compute", 0.15))
)

// floor is the coefficient E of every law that has one.
func floor() Coef {
	return Coef{Symbol: "E", Meaning: "loss that no model and no data remove; nats per token", Min: 1e-6, Max: 20, Log: true, Start: 1.7}
}

func powerForm(id string, s Symbol, name, tex string, a, alpha Coef) *Law {
	return &Law{
		ID: id, Name: name, TeX: tex,
		Ref:        cite.Ref{Source: cite.Henighan2020, Where: "the power law plus constant"},
		Needs:      []Symbol{s},
		Decreasing: []Symbol{s},
		Coefs:      []Coef{floor(), a, alpha},
		Loss: func(theta []float64, p Point) unit.Loss {
			return unit.Loss(theta[0] + theta[1]*power(1, p.Get(s), theta[2]))
		},
		Grad: func(dst, theta []float64, p Point) {
			x := p.Get(s)
			t := power(1, x, theta[2])
			dst[0], dst[1], dst[2] = 1, t, -theta[1]*timesLog(t, x)
		},
	}
}

// KaplanNDFloor is KaplanND above a floor, for losses that do not go to 0:
//
//	L(N,D) = E + [(N_c/N)^(α_N/α_D) + D_c/D]^α_D
//
// theta = {E, N_c, α_N, D_c, α_D}. Frontier is that of KaplanND, which a constant
// does not move.
var KaplanNDFloor = &Law{
	ID:         "kaplan-nd-floor",
	Name:       "Loss from parameters and tokens, with overfitting and a floor",
	TeX:        `L=E+\left[\left(\frac{N_c}{N}\right)^{\frac{\alpha_N}{\alpha_D}}+\frac{D_c}{D}\right]^{\alpha_D}`,
	Ref:        kaplanRef("eq. 1.5, with a constant added"),
	Needs:      []Symbol{N, D},
	Decreasing: []Symbol{N, D},
	Coefs:      append([]Coef{floor()}, KaplanND.Coefs...),
	Loss: func(theta []float64, p Point) unit.Loss {
		return unit.Loss(theta[0]) + KaplanND.Loss(theta[1:], p)
	},
	Grad: func(dst, theta []float64, p Point) {
		dst[0] = 1
		kaplanNDGrad(dst[1:], theta[1:], p)
	},
	Frontier:    func(theta []float64, c unit.FLOPs) Point { return kaplanNDFrontier(theta[1:], c) },
	FrontierTeX: `N=N_c\left(\frac{\alpha_N}{\alpha_D}\cdot\frac{C}{6N_cD_c}\right)^{\frac{\alpha_D}{\alpha_N+\alpha_D}}`,
}
