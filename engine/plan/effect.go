package plan

import (
	"lossline/engine/law"
	"lossline/engine/unit"
)

// Effects says what would change a number that the method m gives: the levers
// in chosen, and every coefficient of the sets that m rests on. of is the
// number, from the method and the values of chosen in their order. What moves the
// number not at all is left out.
func Effects(m Method, chosen []law.Lever, of func(m Method, at []float64) float64) []law.Effect {
	var out []law.Effect
	add := func(es []law.Effect) {
		for _, e := range es {
			if e.Change != 0 {
				out = law.Place(out, e)
			}
		}
	}
	add(law.Effects(chosen, func(at []float64) float64 { return of(m, at) }))
	values := make([]float64, len(chosen))
	for i, l := range chosen {
		values[i] = l.At
	}
	for _, s := range m.Sets() {
		l, _ := m.set(s.ID)
		bent := *s
		add(law.Effects(levers(l, s), func(theta []float64) float64 {
			bent.Theta = theta
			return of(m.With(&bent), values)
		}))
	}
	return out
}

// levers are the coefficients of a set.
func levers(l *law.Law, s *law.Set) []law.Lever {
	out := make([]law.Lever, len(l.Coefs))
	for i, c := range l.Coefs {
		out[i] = law.Lever{Symbol: c.Symbol, At: s.Theta[i]}
		if _, _, joint := Joint(s.ID, 1e20); len(s.SE) > 0 && !joint { // one at a time they overstate
			out[i].SE = s.SE[i]
		}
	}
	return out
}

// BudgetEffects says what would change a number of the method's plan for the
// budget c: the budget, the batch where one was chosen, and the coefficients.
func BudgetEffects(m Method, c unit.FLOPs, o Options, of func(Allocation) float64) []law.Effect {
	chosen := []law.Lever{{Symbol: string(law.C), At: float64(c), Chosen: true}}
	if o.Batch > 0 {
		chosen = append(chosen, law.Lever{Symbol: string(law.B), At: float64(o.Batch), Chosen: true})
	}
	return Effects(m, chosen, func(m Method, at []float64) float64 {
		o := o
		if o.Batch > 0 {
			o.Batch = unit.Tokens(at[1])
		}
		return of(Allocate(m, unit.FLOPs(at[0]), o))
	})
}

// PointEffects says what would change the loss that the method predicts for n
// parameters on d tokens; nil where it predicts none.
func PointEffects(m Method, n unit.Params, d unit.Tokens) []law.Effect {
	if !m.HasLoss() {
		return nil
	}
	chosen := []law.Lever{{Symbol: string(law.N), At: float64(n), Chosen: true}, {Symbol: string(law.D), At: float64(d), Chosen: true}}
	return Effects(m, chosen, func(m Method, at []float64) float64 {
		loss, _ := m.LossAt(unit.Params(at[0]), unit.Tokens(at[1]))
		return float64(loss)
	})
}

// LossEffects says what would change the least compute with which the method's
// plan reaches the loss target.
func LossEffects(m Method, target unit.Loss, o Options) []law.Effect {
	chosen := []law.Lever{{Symbol: string(law.L), At: float64(target), Chosen: true}}
	return Effects(m, chosen, func(m Method, at []float64) float64 {
		c, _ := BudgetForLoss(m, unit.Loss(at[0]), o)
		return float64(c)
	})
}

// TokensEffects says what would change the compute whose plan sees d tokens.
func TokensEffects(m Method, d unit.Tokens, o Options) []law.Effect {
	chosen := []law.Lever{{Symbol: string(law.D), At: float64(d), Chosen: true}}
	return Effects(m, chosen, func(m Method, at []float64) float64 {
		c, _ := BudgetForTokens(m, unit.Tokens(at[0]), o)
		return float64(c)
	})
}
