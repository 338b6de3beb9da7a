package plan

import (
	"lossline/engine/law"
	"lossline/engine/unit"
)

// Method is a published way to divide a compute budget between model and data.
// The IDs of its coefficient sets are final, so a Method's answer never changes.
type Method struct {
	ID         string // the stable key of links: "besiroglu2024.1"
	Allocation string // law.Set with a Frontier: N, D (and B, S) from C
	Loss       string // law.Set of L(N,D), for a point that need not be optimal; empty if none
	LossOfC    string // law.Set of L(C_min), where losses on the frontier have their own law
	Superseded bool   // a later work explains why its exponents are off

	Colour int  // which of the palette of figures is its own
	Thin   bool // shares its colour and is drawn thin
	First  bool // shown on a first visit

	ways *ways // what it does its own way; nil: nothing

	own  *ownLaw  // a law fitted to runs of one's own, instead of published sets
	bent *law.Set // stands for the published set of the same ID
}

// ways are the functions of a method that does not read C as what a run costs, or has
// a batch and data of its own. The functions that are nil are those of the others.
type ways struct {
	given func(m Method, c unit.FLOPs, o Options) unit.FLOPs // the compute that its laws speak of
	run   func(a *Allocation, p law.Point, given unit.FLOPs, o Options)
	warn  func(a Allocation, given unit.FLOPs, o Options) []law.Warning

	explain func(a Allocation, quantity string) ([]Formula, bool)

	// regret fills in Loss, Best and Wasted of a size that somebody trains for c, where
	// the method is right.
	regret func(r *Regret, c unit.FLOPs, o Options)
}

// methods is the catalogue, in the order in which they are shown: a row a method.
var methods = []Method{
	{ID: "besiroglu2024.1", Allocation: "besiroglu2024.1", Loss: "besiroglu2024.1", Colour: 2, First: true},
	{ID: "hoffmann2022.2", Allocation: "hoffmann2022.2", Loss: "hoffmann2022.2", Colour: 3, First: true},
	kaplan,
	{ID: "hoffmann2022.a1", Allocation: "hoffmann2022.a1.1", Colour: 4},
	{ID: "hoffmann2022.a2", Allocation: "hoffmann2022.a2.1", Colour: 1},
	{ID: "hoffmann2022.1", Allocation: "hoffmann2022.1", Loss: "hoffmann2022.1", Colour: 3, Thin: true},
}

// Methods lists all methods in the order in which they are shown.
func Methods() []Method { return methods }

// MethodByID finds a method.
func MethodByID(id string) (Method, bool) {
	for _, m := range methods {
		if m.ID == id {
			return m, true
		}
	}
	return Method{}, false
}

// set returns the law and the set behind one of the method's set IDs. Those in
// methods are constants of this package, and a test looks each of them up.
func (m Method) set(id string) (*law.Law, *law.Set) {
	if m.own != nil {
		return m.own.law, m.own.set
	}
	if m.bent != nil && m.bent.ID == id {
		l, _, _ := law.SetByID(id)
		return l, m.bent
	}
	l, s, ok := law.SetByID(id)
	if !ok {
		panic("plan: no coefficient set " + id)
	}
	return l, s
}

// With returns the method with s in the place of its own set of the same ID: what
// would follow if a coefficient were another.
func (m Method) With(s *law.Set) Method {
	if m.own != nil {
		m.own = &ownLaw{m.own.law, s}
		return m
	}
	m.bent = s
	return m
}

// Set returns the method's coefficient set of the given ID, the first one for another.
func (m Method) Set(id string) *law.Set {
	all := m.Sets()
	for _, s := range all {
		if s.ID == id {
			return s
		}
	}
	return all[0]
}

// Sets returns the coefficient sets that the method rests on, in the order
// allocation, loss, loss of compute, each once.
func (m Method) Sets() []*law.Set {
	var out []*law.Set
	seen := map[string]bool{"": true}
	for _, id := range []string{m.Allocation, m.Loss, m.LossOfC} {
		if !seen[id] {
			_, s := m.set(id)
			out = append(out, s)
		}
		seen[id] = true
	}
	return out
}

// Counting says what the method's N counts.
func (m Method) Counting() law.Counting {
	_, s := m.set(m.Allocation)
	return s.Counting
}

// OwnRun reports whether the batch, the steps and the data of a plan come from laws of
// the method itself, and not from the budget and the critical batch at its loss.
func (m Method) OwnRun() bool { return m.ways != nil && m.ways.run != nil }

// HasLoss reports whether the method predicts a loss for any N and D.
func (m Method) HasLoss() bool { return m.Loss != "" }

// LossAt returns the loss that the method predicts for a model of n parameters
// trained on d tokens, and false where it predicts none.
func (m Method) LossAt(n unit.Params, d unit.Tokens) (unit.Loss, bool) {
	if m.Loss == "" {
		return 0, false
	}
	l, s := m.set(m.Loss)
	return l.Loss(s.Theta, law.Point{N: n, D: d}), true
}
