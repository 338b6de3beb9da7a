package scenario

import (
	"errors"
	"slices"

	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Draft is what stands in a field while somebody types: the text as typed and,
// where it could not be read, why. An empty Text means that the field shows the
// scenario's own value.
type Draft struct {
	Text string
	Held bool            // the reader has the field in hand: it shows Text, even an empty one
	Err  unit.ParseError // zero Code: the text was read
}

// Bad reports whether the text could not be read.
func (d Draft) Bad() bool { return d.Err.Code != "" }

// maxDrafts is how many fields there may be; a test counts them.
const maxDrafts = 52

// State is a Scenario and what is being typed. It is comparable.
type State struct {
	Scenario
	// Settled is the scenario when the last input was let go. A text that turns
	// bad while it is typed brings it back: "1e22x" must not leave the results of
	// "1e2" on screen.
	Settled Scenario
	drafts  [maxDrafts]Draft // the budget's, then those of quantities in their order
}

// NewState is the state in which s was just opened.
func NewState(s Scenario) State { return State{Scenario: s, Settled: s} }

// Draft is what is being typed into a field.
func (s State) Draft(f Field) Draft { return s.drafts[place(f)] }

func place(f Field) int {
	_, i, _ := quantity(f)
	return i
}

// Moving reports whether an input is still being changed: the scenario is not
// settled.
func (s State) Moving() bool { return s.Scenario != s.Settled }

// Bad reports whether any field holds text that could not be read: then what
// is on screen are the results of the last good values.
func (s State) Bad() bool { return slices.ContainsFunc(s.drafts[:], Draft.Bad) }

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
	// Choose: another of the values of a Choice.
	Choose struct{ Key, Value string }
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
	// Reset: everything but one's own runs and fit as on a first visit.
	Reset struct{}
	// Settle: what stands is settled.
	Settle struct{}
	// Let: the reader let go of a field.
	Let struct{ Field Field }
	// Leave: the page changes, and what was typed badly stays behind.
	Leave struct{}
	// AskWhy: a number, by its WhyKey, is to be explained; "" for none.
	AskWhy struct{ Key string }
)

func (Typed) isMsg()        {}
func (Slid) isMsg()         {}
func (Choose) isMsg()       {}
func (Follow) isMsg()       {}
func (ChooseHead) isMsg()   {}
func (Show) isMsg()         {}
func (ChooseKaplan) isMsg() {}
func (Reset) isMsg()        {}
func (Settle) isMsg()       {}
func (Let) isMsg()          {}
func (Leave) isMsg()        {}
func (AskWhy) isMsg()       {}

// Update returns the state after a message. It is pure: the same state and
// message always give the same state.
func Update(s State, m Msg) State {
	switch m := m.(type) {
	case Typed:
		return s.typed(m.Field, m.Text)
	case Slid:
		return s.slid(m.Field, m.Value)
	case Settle:
	case Let:
		s.drafts[place(m.Field)].Held = false
	case Leave:
		s.drafts = [maxDrafts]Draft{}
	case AskWhy:
		s.Why = m.Key
	case Choose:
		s.drafts = [maxDrafts]Draft{} // the fields that it hides must not dim what it shows
		if c, ok := choice(m.Key); ok && slices.Contains(c.Values, m.Value) {
			*c.At(&s.Scenario) = m.Value
			s.Fit.chosen(m.Key)
		}
	case Follow:
		s.N, s.D = 0, 0
		s.drafts[place(FieldParams)], s.drafts[place(FieldTokens)] = Draft{}, Draft{}
	case ChooseHead:
		if _, ok := s.Method(m.ID); ok {
			s.Head, s.Shown = m.ID, s.Shown.With(m.ID, true)
		}
	case Show:
		if m.ID != s.Head {
			s.Shown = s.Shown.With(m.ID, m.On)
		}
	case ChooseKaplan:
		s.Kaplan = m.How
	case Reset: // of the plan: a fit that somebody made is not thrown away
		first := Default()
		first.Fit, first.Own, first.Lanes = s.Fit, s.Own, s.Lanes
		return NewState(first)
	case ChooseGroup:
		s.Fit.Group, s.Fit.Aside = m.Slug, ""
	case PutAside:
		s.Fit = s.Fit.withAside(m.Row, m.On)
	case TakeRuns:
		s.Fit.take(m.Rows)
	case Adopt:
		s.adopt(m.Own)
	case Dismiss:
		s.dismiss()
	case SetLanes:
		s.Lanes = m.Lanes
	}
	s.Settled = s.Scenario
	return s
}

func (s State) slid(f Field, v float64) State {
	s.drafts[place(f)] = Draft{}
	if f == FieldBudget {
		s.Budget = plan.Budget{FLOPs: unit.FLOPs(v)}
	} else if q, _, ok := quantity(f); ok {
		*q.At(&s.Scenario) = v
	}
	return s
}

// typed reads the text of a field. A text that cannot be read brings the
// settled scenario back and stays in the draft with its error.
func (s State) typed(f Field, text string) State {
	next := s.Scenario
	err := next.set(f, text)
	at := place(f)
	s.drafts[at] = Draft{Text: text, Held: true}
	if err == nil {
		s.Scenario = next
		return s
	}
	s.Scenario = s.Settled
	var pe *unit.ParseError
	if errors.As(err, &pe) {
		s.drafts[at].Err = *pe
	} else {
		s.drafts[at].Err = unit.ParseError{Code: unit.CodeUnexpected, Input: text, At: -1, Word: text}
	}
	return s
}

// set reads text into the field's place, or leaves the scenario as it is.
func (s *Scenario) set(f Field, text string) error {
	if f == FieldBudget {
		b, err := plan.ParseBudget(text)
		if err == nil {
			s.Budget = b
		}
		return err
	}
	q, _, ok := quantity(f)
	if !ok {
		return nil
	}
	if text == "" && q.Unset != "" {
		*q.At(s) = 0
		return nil
	}
	v, err := q.Kind.Parse(text)
	if err != nil {
		return err
	}
	if err := q.Limits.Check(v, text, q.Kind); err != nil {
		return err
	}
	*q.At(s) = v
	return nil
}
