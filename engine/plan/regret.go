package plan

import (
	"lossline/engine/law"
	"lossline/engine/unit"
)

// Regret is what somebody loses who follows one method where the law of another
// one is right.
type Regret struct {
	Followed, Right Method

	N      unit.Params // the followed size, as the right law counts it
	D      unit.Tokens // what the budget then pays for
	Loss   unit.Loss   // L(N,D) by the right law
	Best   unit.Loss   // the lowest loss that the right law has for the budget
	BestN  unit.Params // the size that has it
	Excess unit.Loss   // Loss − Best
	Wasted float64     // the share of the budget that reaching Loss would not have taken
	Turned bool        // N was converted between countings, by law.PearceGamma
}

// Regrets compares every method with the law of losses of every method that has
// one, at the budget c: rows in the order of methods, each with the columns in
// the same order without those that predict no loss (Judges).
//
// The method i is followed in its model size N_i, and the run spends c, so that
//
//	D = c/(6·N)    Excess = L_j(N, c/6N) − min L_j(n, c/6n) over n    Wasted = 1 − c'/c
//
// where c' is the least compute at which the law j reaches the loss L_j(N, c/6N).
// The tokens are those that the budget pays for and not D_i, because some papers'
// own constants miss 6·N·D = C: a run that costs another sum is no answer to what
// this one was worth. Where j counts parameters otherwise than i, N is converted
// (law.TotalParams, law.NonEmbeddingParams) and the budget is read in j's counting.
//
// With the additive law and k = N/N* the sides of the optimality condition
// α·A·N*^−α = β·B·D*^−β = T give
//
//	Excess = T·((k^−α − 1)/α + (k^β − 1)/β)
//	c'/c   = ((β·k^−α + α·k^β)/(α + β))^(−(α+β)/(αβ))
//
// which does not depend on the budget but through k.
//
// Where Kaplan is right a loss is L(N, S_min), eq. 5.6, of the run that c pays for at
// the batch of the options; eq. 1.5 is the loss on so much text, however long trained.
//
// A method whose size is the optimum of its own law of losses has no regret against
// itself. Kaplan's sizes are those of Table 6, a fit to the best runs, and eq. 5.6 has
// another optimum (appendix B), so that it has.
func Regrets(methods []Method, c unit.FLOPs, o Options) [][]Regret {
	judges := Judges(methods)
	out := make([][]Regret, len(methods))
	for i, m := range methods {
		p, _ := m.Frontier(c, o)
		for _, j := range judges {
			out[i] = append(out[i], regret(m, j, p.N, c, o))
		}
	}
	return out
}

// Judges are the methods that predict a loss for any size and data.
func Judges(methods []Method) []Method {
	var out []Method
	for _, m := range methods {
		if m.HasLoss() {
			out = append(out, m)
		}
	}
	return out
}

func regret(followed, right Method, n unit.Params, c unit.FLOPs, o Options) Regret {
	l, s := right.set(right.Loss)
	r := Regret{Followed: followed, Right: right}
	r.N, r.Turned = counted(n, followed.Counting(), s.Counting)
	r.D = unit.Tokens(float64(c) / (6 * float64(r.N)))
	if right.ways != nil && right.ways.regret != nil {
		right.ways.regret(&r, c, o)
		if r.Excess = r.Loss - r.Best; r.Excess <= 0 || r.Wasted <= 0 {
			r.Excess, r.Wasted, r.Loss = 0, 0, r.Best
		}
		return r
	}
	r.Loss = l.Loss(s.Theta, law.Point{N: r.N, D: r.D})
	best, err := law.Best(l, s.Theta, c)
	if err != nil { // Own and methods have laws with a frontier
		return r
	}
	r.Best, r.BestN = l.Loss(s.Theta, best), best.N
	if r.Excess = r.Loss - r.Best; r.Excess <= 0 || nearly(r.N, best.N) {
		r.Excess, r.Loss = 0, r.Best // the same size but for rounding
		return r
	}
	if least, err := law.ComputeForLoss(l, s.Theta, r.Loss); err == nil {
		r.Wasted = 1 - float64(least.C)/float64(c)
	}
	return r
}

// nearly reports whether two sizes differ by rounding alone.
func nearly(a, b unit.Params) bool { return a > b*(1-1e-9) && a < b*(1+1e-9) }

// counted is n, counted as from counts, in the counting to; both are within the
// range of the conversion, as n is positive and finite.
func counted(n unit.Params, from, to law.Counting) (unit.Params, bool) {
	switch {
	case from == law.NonEmbedding && to == law.Total:
		n, _ = law.TotalParams(n, law.PearceGamma)
	case from == law.Total && to == law.NonEmbedding:
		n, _ = law.NonEmbeddingParams(n, law.PearceGamma)
	default:
		return n, false
	}
	return n, true
}

// WorstRegret is the cell with the largest share of the budget wasted, and false
// where nothing is.
func WorstRegret(all [][]Regret) (worst Regret, ok bool) {
	for _, row := range all {
		for _, r := range row {
			if r.Wasted > worst.Wasted && r.Followed.ID != r.Right.ID {
				worst, ok = r, true
			}
		}
	}
	return worst, ok
}
