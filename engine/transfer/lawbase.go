package transfer

import (
	"math"
	"slices"

	"lossline/engine/law"
	"lossline/engine/unit"
)

// LawBase is any law of N and D, with coefficients of the user's or of a
// published set, as the from-scratch law of the target. The argument of eq. 6.1
// needs no particular form: whatever L(N,D) is, a fine-tuned model has the loss
// of a from-scratch model on D_E.
type LawBase struct {
	law   *law.Law
	theta []float64
	about About
}

var _ Scratch = (*LawBase)(nil)

// FromLaw joins l, the coefficients of s and an assumed number of characters
// per token. It fails where l does not give a loss from N and D alone, or s has
// not the coefficients of l.
func FromLaw(l *law.Law, s law.Set, c CharsPerToken) (*LawBase, error) {
	if err := need("characters per token", float64(c)); err != nil {
		return nil, err
	}
	if l == nil {
		return nil, errNoBase
	}
	needs := slices.Clone(l.Needs)
	slices.Sort(needs)
	if l.Loss == nil || !slices.Equal(needs, []law.Symbol{law.D, law.N}) {
		return nil, &LawError{l.ID, "does not give a loss from N and D alone"}
	}
	if len(s.Theta) != len(l.Coefs) {
		return nil, &LawError{l.ID, "has another number of coefficients than the set " + s.ID}
	}
	b := &LawBase{l, slices.Clone(s.Theta), About{
		ID: s.ID, Ref: s.Ref, Grade: s.Grade, Counting: s.Counting, CharsPerToken: c,
	}}
	for _, d := range s.Domain {
		switch d.Symbol {
		case law.N:
			b.about.N = Range{d.Lo, d.Hi}
		case law.D:
			b.about.D = Range{d.Lo * float64(c), d.Hi * float64(c)}
		}
	}
	// One size tells a law with a limit that data approaches from one without.
	if inf := limit(b, 1e8); !positive(float64(inf)) || !(b.Loss(1e8, 1e9) > inf) {
		return nil, &LawError{l.ID, "has no positive loss that it falls to with more data"}
	}
	return b, nil
}

// LawError says why a law cannot serve as a from-scratch law.
type LawError struct {
	Law string // ID
	Why string // English
}

func (e *LawError) Error() string { return "transfer: the law " + e.Law + " " + e.Why }

// Placeholder returns b marked as not fitted to the target.
func (b *LawBase) Placeholder() *LawBase {
	c := *b
	c.about.Placeholder = true
	return &c
}

// Loss returns L(n, d); see Scratch.
func (b *LawBase) Loss(n unit.Params, d unit.Chars) unit.Loss {
	if !positive(float64(n)) || !(d > 0) {
		return unit.Loss(math.NaN())
	}
	return b.law.Loss(b.theta, law.Point{N: n, D: b.about.CharsPerToken.Tokens(d)})
}

// Data returns the d at which Loss is l, by bisection; see Scratch. Losses that
// would need less than 1e-6 or more than 1e60 characters are given these.
func (b *LawBase) Data(n unit.Params, l unit.Loss) unit.Chars {
	limit := b.Loss(n, unit.Chars(math.Inf(1)))
	switch {
	case !positive(float64(l)) || limit != limit:
		return unit.Chars(math.NaN())
	case l <= limit:
		return unit.Chars(math.Inf(1))
	}
	return unit.Chars(root(1e-6, 1e60, func(d float64) float64 {
		return float64(l - b.Loss(n, unit.Chars(d)))
	}))
}

// About says what b rests on.
func (b *LawBase) About() About { return b.about }
