package ui

import (
	"strings"

	"lossline/app/chart"
	"lossline/app/text"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// RoleOf is the colour of a method, the same in every figure, table and card.
// The two sets of Hoffmann's approach 3 share theirs, the rounded one drawn thin.
func RoleOf(methodID string) chart.Role {
	if methodID == plan.OwnID {
		return chart.Accent
	}
	roles := [...]chart.Role{chart.S1, chart.S1, chart.S2, chart.S3, chart.S4, chart.S5}
	m, _ := plan.MethodByID(methodID)
	return roles[m.Colour]
}

// Thin reports whether a method's line is drawn thin.
func Thin(methodID string) bool {
	m, _ := plan.MethodByID(methodID)
	return m.Thin
}

// Inside reports whether every coordinate of p that the set speaks of lies in
// the range that it was fitted on.
func Inside(s *law.Set, p law.Point) bool {
	for _, span := range s.Domain {
		if v := p.Get(span.Symbol); v != 0 && (v < span.Lo || v > span.Hi) {
			return false
		}
	}
	return true
}

// AllocationSet returns the set by which the method divides a budget.
func AllocationSet(m plan.Method) *law.Set { return m.Sets()[0] }

// lossSet returns the set of the method's L(N,D).
func lossSet(m plan.Method) *law.Set {
	for _, s := range m.Sets() {
		if s.ID == m.Loss {
			return s
		}
	}
	return nil
}

// LossAt returns the loss of a method at n and d, and whether it was fitted there.
func LossAt(m plan.Method, n, d float64) (float64, bool) {
	l, _ := m.LossAt(unit.Params(n), unit.Tokens(d))
	s := lossSet(m)
	return float64(l), s != nil && Inside(s, law.Point{N: unit.Params(n), D: unit.Tokens(d)})
}

// LawItem names a law with its set, as the source of an embedded figure has it.
func LawItem(c Context, name, set string) string {
	if set == "" { // a fit of one's own
		return name
	}
	return text.Fill(c.T.Embed.Item, name, set)
}

// Laws joins the laws of an embedded figure.
func Laws(c Context, all []string) string {
	return text.Fill(c.T.Embed.Laws, strings.Join(all, c.T.ListSep)) + c.T.SentenceEnd
}
