package law

import (
	"lossline/engine/cite"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// Rectified is the law of one pre-trained model fine-tuned on D examples or
// tokens (Lin et al. 2024):
//
//	L(D) = E + B/(D_l + D^β)
//
// theta = {E, B, D_l, β}. D_l is what the pre-training already knew of the task,
// in units of D^β: below it the loss hardly falls, which a plain power law cannot
// say. D = 0 is the model as it was pre-trained: L = E + B/D_l.
var Rectified = &Law{
	ID:         "rectified",
	Name:       "Loss after fine-tuning, from the size of the set",
	TeX:        `L=E+\frac{B}{D_l+D^{\beta}}`,
	Ref:        cite.Ref{Source: cite.Lin2024, Where: "the rectified scaling law"},
	Needs:      []Symbol{D},
	Decreasing: []Symbol{D},
	Coefs: []Coef{
		{Symbol: "E", Meaning: "loss that no amount of fine-tuning removes; nats per token", Min: 1e-6, Max: 20, Log: true, Start: 1},
		scale("B", "weight of the fine-tuning data's term", 100),
		scale("D_l", "what the pre-training was worth, in units of D^β", 100),
		exponent("β", "exponent of the fine-tuning data", 0.5),
	},
	Loss: func(theta []float64, p Point) unit.Loss {
		return unit.Loss(theta[0] + theta[1]/(theta[2]+num.Pow(float64(p.D), theta[3])))
	},
	Grad: func(dst, theta []float64, p Point) {
		d := float64(p.D)
		x := num.Pow(d, theta[3])
		t := 1 / (theta[2] + x)
		dst[0], dst[1], dst[2] = 1, t, -theta[1]*t*t
		dst[3] = 0
		if d > 0 && t > 0 { // else D^β·ln D vanishes, or B/D^β does
			dst[3] = -theta[1] * t * (x * t) * num.Log(d)
		}
	},
}
