package scenario

import (
	"errors"

	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Field names an input of a quantity.
type Field uint8

// The fields.
const (
	FieldBudget Field = iota
	FieldBatch
	FieldParams
	FieldTokens
	numFields
)

// Draft is what stands in a field while somebody types: the text as typed and,
// where it could not be read, why. An empty Text means that the field shows the
// scenario's own value.
type Draft struct {
	Text string
	Err  unit.ParseError // zero Code: the text was read
}

// Bad reports whether the text could not be read.
func (d Draft) Bad() bool { return d.Err.Code != "" }

// State is a Scenario and what is being typed. It is comparable.
type State struct {
	Scenario
	// Settled is the scenario when the last input was let go. A text that turns
	// bad while it is typed brings it back: "1e22x" must not leave the results of
	// "1e2" on screen.
	Settled Scenario
	Drafts  [numFields]Draft
}

// NewState is the state in which s was just opened.
func NewState(s Scenario) State { return State{Scenario: s, Settled: s} }

// Bad reports whether any field holds text that could not be read: then what
// is on screen are the results of the last good values.
func (s State) Bad() bool {
	for _, d := range s.Drafts {
		if d.Bad() {
			return true
		}
	}
	return false
}

// Msg is something that happened. The messages are the types below.
type Msg interface{ isMsg() }

// The messages.
type (
	// Typed: the text of a field changed.
	Typed struct {
		Field Field
		Text  string
	}
	// Slid: a slider moved to a value.
	Slid struct {
		Field Field
		Value float64
	}
	// Follow: the point looked at is the plan's own again.
	Follow struct{}
	// ChooseHead: another method answers in the sentence.
	ChooseHead struct{ ID string }
	// Show: a method is put beside the others or taken away.
	Show struct {
		ID string
		On bool
	}
	// ChooseKaplan: how Kaplan's C_min is read from the budget.
	ChooseKaplan struct{ How plan.KaplanBudget }
	// Reset: everything as on a first visit.
	Reset struct{}
	// Settle: an input was let go.
	Settle struct{}
)

func (Typed) isMsg()        {}
func (Slid) isMsg()         {}
func (Follow) isMsg()       {}
func (ChooseHead) isMsg()   {}
func (Show) isMsg()         {}
func (ChooseKaplan) isMsg() {}
func (Reset) isMsg()        {}
func (Settle) isMsg()       {}

// Update returns the state after a message. It is pure: the same state and
// message always give the same state.
func Update(s State, m Msg) State {
	switch m := m.(type) {
	case Typed:
		return s.typed(m.Field, m.Text)
	case Slid:
		return s.slid(m.Field, m.Value)
	case Settle:
	case Follow:
		s.N, s.D = 0, 0
		s.Drafts[FieldParams], s.Drafts[FieldTokens] = Draft{}, Draft{}
	case ChooseHead:
		if _, ok := plan.MethodByID(m.ID); ok {
			s.Head, s.Shown = m.ID, s.Shown.With(m.ID, true)
		}
	case Show:
		if m.ID != s.Head {
			s.Shown = s.Shown.With(m.ID, m.On)
		}
	case ChooseKaplan:
		s.Kaplan = m.How
	case Reset:
		return NewState(Default())
	}
	s.Settled = s.Scenario
	return s
}

func (s State) slid(f Field, v float64) State {
	s.Drafts[f] = Draft{}
	switch f {
	case FieldBudget:
		s.Budget = plan.Budget{FLOPs: unit.FLOPs(v)}
	case FieldBatch:
		s.Batch = unit.Tokens(v)
	case FieldParams:
		s.N = unit.Params(v)
	case FieldTokens:
		s.D = unit.Tokens(v)
	}
	return s
}

// typed reads the text of a field. A text that cannot be read brings the
// settled scenario back and stays in the draft with its error.
func (s State) typed(f Field, text string) State {
	next := s.Scenario
	err := next.set(f, text)
	s.Drafts[f] = Draft{Text: text}
	if err == nil {
		s.Scenario = next
		return s
	}
	s.Scenario = s.Settled
	var pe *unit.ParseError
	if errors.As(err, &pe) {
		s.Drafts[f].Err = *pe
	} else {
		s.Drafts[f].Err = unit.ParseError{Code: unit.CodeUnexpected, Input: text, At: -1, Word: text}
	}
	return s
}

func (s *Scenario) set(f Field, text string) (err error) {
	switch f {
	case FieldBudget:
		var b plan.Budget
		if b, err = plan.ParseBudget(text); err == nil {
			s.Budget = b
		}
	case FieldBatch:
		if text == "" {
			s.Batch = 0
			return nil
		}
		var v unit.Tokens
		if v, err = ranged(unit.ParseTokens, text, BatchLimits); err == nil {
			s.Batch = v
		}
	case FieldParams:
		var v unit.Params
		if v, err = ranged(unit.ParseParams, text, ParamsLimits); err == nil {
			s.N = v
		}
	case FieldTokens:
		var v unit.Tokens
		if v, err = ranged(unit.ParseTokens, text, TokensLimits); err == nil {
			s.D = v
		}
	}
	return err
}

// The values that fields and links accept: wide enough for any question that a
// scaling law can be asked, narrow enough that no power of them overflows.
var (
	ParamsLimits = plan.Limits{Lo: 1e3, Hi: 1e18}
	TokensLimits = plan.Limits{Lo: 1e3, Hi: 1e20}
	BatchLimits  = plan.Limits{Lo: 1, Hi: 1e12}
)

// ranged parses a quantity and refuses what lies outside the limits.
func ranged[T unit.Quantity](parse func(string) (T, error), text string, l plan.Limits) (T, error) {
	v, err := parse(text)
	if err != nil {
		return 0, err
	}
	if err := l.Check(float64(v), text, v.Kind()); err != nil {
		return 0, err
	}
	return v, nil
}
