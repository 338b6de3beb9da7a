package law

import (
	"fmt"
	"math"

	"lossline/engine/cite"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// KaplanPosition is the loss on the T-th token of a context of 1024 (Kaplan et
// al. 2020, appendix D.5, legend of Figure 20):
//
//	L(T) = L_∞ + A·T^(−p)
//
// theta = {L_∞, A, p}, one Set for each of six models in order of size. Which
// line belongs to which size cannot be read in the text at hand, so the sets
// carry no N.
var KaplanPosition = &Law{
	ID:         "kaplan-position",
	Name:       "Loss from the position in the context",
	TeX:        `L=L_{\infty}+AT^{-p}`,
	Ref:        kaplanRef("Figure 20"),
	Needs:      []Symbol{T},
	Decreasing: []Symbol{T},
	Coefs: []Coef{
		{Symbol: "L_∞", Meaning: "loss far into a context without end; nats per token", Min: 1e-6, Max: 20, Log: true, Start: 2.5},
		scale("A", "loss that context removes after the first token; nats per token", 5),
		exponent("p", "exponent of the position", 0.6),
	},
	Loss: func(theta []float64, p Point) unit.Loss {
		return unit.Loss(theta[0] + theta[1]*num.Pow(float64(p.T), -theta[2]))
	},
	Grad: func(dst, theta []float64, p Point) {
		x := num.Pow(float64(p.T), -theta[2])
		dst[0], dst[1] = 1, x
		dst[2] = -theta[1] * timesLog(x, float64(p.T))
	},
	Sets: kaplanPositionSets(),
}

func kaplanPositionSets() []Set {
	var sets []Set
	for i, theta := range [][]float64{
		{4.0, 3.2, 0.47}, {3.4, 4.0, 0.56}, {2.9, 4.5, 0.56}, {2.7, 4.9, 0.60}, {2.4, 5.1, 0.61}, {2.3, 5.4, 0.62},
	} {
		sets = append(sets, Set{
			ID: fmt.Sprintf("kaplan2020.position.%d", i+1), Theta: theta,
			Ref:   kaplanRef(fmt.Sprintf("Figure 20, legend, line %d in order of size", i+1)),
			Grade: cite.GradeC,
			// The context has 1024 tokens (section 2).
			Domain: []Span{{T, 1, 1024, cite.GradeA}}, Counting: NonEmbedding,
			Note: "From one reading of the figure's legend; the model size of each line is not readable, only that the lines are in order of size.",
		})
	}
	return sets
}

// KaplanContextLoss returns the mean of KaplanPosition over the first n
// positions of a context, the loss that a context of n tokens would show; NaN
// unless n is at least 1.
func KaplanContextLoss(theta []float64, n int) unit.Loss {
	if n < 1 {
		return unit.Loss(math.NaN())
	}
	var sum unit.Loss
	for t := 1; t <= n; t++ {
		sum += KaplanPosition.Loss(theta, Point{T: unit.Tokens(t)})
	}
	return sum / unit.Loss(n)
}
