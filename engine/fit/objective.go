package fit

import "math"

// objective is what is minimised, in the form that the kernels read:
// Σ w·scale·h_δ(r), r = ln f − ln y or f − y. Least squares have δ = ∞, and least
// absolute deviations are the limit of scale = 1/δ, δ → 0.
type objective struct {
	delta, scale float64
	linear       bool
}

// lastDelta is where the search for least absolute deviations ends: the rows
// that the best curve goes through are met to 1e-8.
const lastDelta = 1e-8

func (s *Settings) objective() objective {
	switch s.Objective {
	case LAD:
		return objective{delta: lastDelta, scale: 1 / lastDelta}
	case Squares:
		return objective{delta: math.Inf(1), scale: 1}
	case Linear:
		return objective{delta: math.Inf(1), scale: 1, linear: true}
	}
	return objective{delta: s.Delta, scale: 1}
}

// widened is o with the corner of its absolute values rounded more.
func (o objective) widened(delta float64) objective {
	if o.scale != 1 {
		o.scale = 1 / delta
	}
	o.delta = delta
	return o
}

// at returns h, its first and its second derivative at r, without the scale.
func (o *objective) at(r float64) (h, psi, curve float64) {
	switch {
	case r > o.delta:
		return o.delta * (r - float64(0.5*o.delta)), o.delta, 0
	case r < -o.delta:
		return o.delta * (-r - float64(0.5*o.delta)), -o.delta, 0
	}
	return 0.5 * r * r, r, 1
}
