package plan

import (
	"slices"

	"lossline/engine/law"
)

// OwnID is the ID of the method of Own. It is not among Methods: there is one
// such method at most, and what it says travels with whoever fitted it.
const OwnID = "own"

// ownLaw is a law with coefficients that somebody fitted.
type ownLaw struct {
	law *law.Law
	set *law.Set
}

// Own returns the method that divides budgets by a law fitted to runs of one's
// own: as the law's frontier says, at the loss that it predicts there. ok is
// false for a law that has no frontier in N and D.
func Own(l *law.Law, s *law.Set) (m Method, ok bool) {
	m = Method{ID: OwnID, Allocation: s.ID, own: &ownLaw{l, s}}
	if l.Loss != nil {
		m.Loss = s.ID
	}
	byC := slices.Contains(l.Needs, law.C) && l.Loss != nil // KaplanNC, whose D is not 6ND's
	return m, l.Frontier != nil && l.Output == law.OutputLoss && !byC
}

// IsOwn reports whether the method rests on a fit of one's own.
func (m Method) IsOwn() bool { return m.own != nil }

// Law returns the law by which the method divides a budget.
func (m Method) Law() *law.Law {
	l, _ := m.set(m.Allocation)
	return l
}

// LawOf returns the law whose coefficients are s, one of Sets: that of the published set, or of the fit of own runs.
func (m Method) LawOf(s *law.Set) *law.Law {
	if l, _, ok := law.SetByID(s.ID); ok && m.own == nil {
		return l
	}
	return m.Law()
}
