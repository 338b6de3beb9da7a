package law

import (
	"math"

	"lossline/engine/num"
)

// Lever is a positive number that another one follows from: a coefficient of a
// law, or what somebody chose.
type Lever struct {
	Symbol string // as the formula has it
	At     float64
	SE     float64 // standard error of a coefficient; 0: none is known
	Chosen bool    // what somebody chose, and no coefficient
}

// The relative steps by which levers are moved to see what they do, where no
// standard error says how far a coefficient may be off.
const (
	ChosenStep = 0.10
	CoefStep   = 0.01
)

// Effect is what a lever does to the number y that follows from it.
type Effect struct {
	Lever
	Elasticity float64 // ∂ln y/∂ln x: y changes by so many percent for one percent of x
	Step       float64 // by how much x is raised for Change, as a share of x
	Change     float64 // y(x·(1+Step))/y(x) − 1
}

// Effects says what each lever does to y, the largest Change first. y is given
// the levers' values in their order and must be positive around them.
//
// The elasticity is the central difference in ln x, of a width that balances
// truncation and rounding. Levers are moved one at a time: coefficients that
// were fitted together move together, so that the standard error of one alone
// overstates what it does.
func Effects(levers []Lever, y func(at []float64) float64) []Effect {
	at := make([]float64, len(levers))
	for i, l := range levers {
		at[i] = l.At
	}
	moved := func(i int, lnX float64) float64 {
		at[i] = levers[i].At * num.Exp(lnX)
		v := y(at)
		at[i] = levers[i].At
		return v
	}
	var out []Effect
	for i, l := range levers {
		e := Effect{Lever: l, Step: CoefStep}
		switch {
		case l.Chosen:
			e.Step = ChosenStep
		case l.SE > 0:
			e.Step = l.SE / l.At
		}
		e.Elasticity = (num.Log(moved(i, effectWidth)) - num.Log(moved(i, -effectWidth))) / (2 * effectWidth)
		e.Change = moved(i, num.Log1p(e.Step))/y(at) - 1
		out = Place(out, e)
	}
	return out
}

// effectWidth is ∛ε, where the two errors of a central difference are alike.
const effectWidth = 6e-6

// Place puts e among the effects, which are in order, the largest first.
func Place(in []Effect, e Effect) []Effect {
	i := len(in)
	in = append(in, e)
	for ; i > 0 && math.Abs(in[i-1].Change) < math.Abs(e.Change); i-- {
		in[i] = in[i-1]
	}
	in[i] = e
	return in
}
