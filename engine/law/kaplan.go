package law

import (
	"lossline/engine/cite"
	"lossline/engine/unit"
)

// What Kaplan et al. trained on: a span of six orders in N and more than two in
// D (sections 1.2 and 3).
var (
	kaplanN = Span{N, 768, 1.5e9, cite.GradeA}
	kaplanD = Span{D, 22e6, 23e9, cite.GradeA}

	// The paper prints no end points for compute, only "eight orders of
	// magnitude" (section 1.2). The upper end is 6NBS of its largest model in a
	// default run, 1.5e9 parameters · 2^19 tokens · 2.5e5 steps (section 2.2) =
	// 13.65 PF-days; the lower one is eight orders below.
	kaplanC = Span{C, 1.1796e13, 1.1796e21, cite.GradeB}

	// Section 2.2: the warmup ends at 3000 steps, the default run at 2.5e5.
	kaplanS = Span{S, 3e3, 2.5e5, cite.GradeB}
)

func kaplanRef(where string) cite.Ref { return cite.Ref{Source: cite.Kaplan2020, Where: where} }

// powerLoss is L = (c/x)^a in the coordinate s, with theta = {c, a} and c in
// multiples of scale.
func powerLoss(s Symbol, scale float64) func([]float64, Point) unit.Loss {
	return func(theta []float64, p Point) unit.Loss {
		return unit.Loss(power(theta[0]*scale, p.Get(s), theta[1]))
	}
}

// powerGrad is the gradient of powerLoss: ∂L/∂c = a·L/c, ∂L/∂a = L·ln(c/x).
func powerGrad(s Symbol, scale float64) func(dst, theta []float64, p Point) {
	return func(dst, theta []float64, p Point) {
		c, a, x := theta[0]*scale, theta[1], p.Get(s)
		loss := power(c, x, a)
		dst[0] = a * loss / theta[0]
		dst[1] = timesLog(loss, c/x)
	}
}

// exponent is a Coef for an exponent of a loss law.
func exponent(symbol, meaning string, start float64) Coef {
	return Coef{Symbol: symbol, Meaning: meaning, Min: 0.001, Max: 3, Start: start}
}

// scale is a Coef for a positive constant of unknown magnitude.
func scale(symbol, meaning string, start float64) Coef {
	return Coef{Symbol: symbol, Meaning: meaning, Min: 1e-12, Max: 1e40, Log: true, Start: start}
}
