package ui

import (
	"math"
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
)

// Slider is a range over decades: its position is the decimal logarithm of the
// quantity, a step is a fiftieth of a decade. Typing in the field beside it may
// go further than the slider does.
type Slider struct {
	h.Compo
	ID, Label string
	Value     float64
	Min, Max  float64 // of the quantity
	Spoken    string  // the value in words: aria-valuetext
	Field     scenario.Field
	Send      Send

	own  ownValue
	sent float64 // what the reader's own last position meant
}

// Render draws the range input.
func (s *Slider) Render() h.UI {
	Breathe()
	in := h.Input().Type("range").ID(s.ID).
		Attr("aria-label", s.Label).Attr("aria-valuetext", s.Spoken).
		Min(math.Log10(s.Min)).Max(math.Log10(s.Max)).Step(0.02).
		OnInput(s.moved).OnChange(s.released)
	if h.IsServer {
		in = in.Value(s.position())
	}
	return in
}

// position is where the slider stands for its value.
func (s *Slider) position() string {
	return strconv.FormatFloat(math.Log10(min(max(s.Value, s.Min), s.Max)), 'f', 4, 64)
}

// OnMount puts the position into the new element.
func (s *Slider) OnMount(ctx h.Context) {
	keep(ctx)
	s.own.mount(s.ID, s.position())
}

// OnUpdate moves the slider where the value is not the reader's own.
func (s *Slider) OnUpdate(ctx h.Context) {
	if s.Value != s.sent || s.own.id != s.ID {
		s.sent = 0
		s.own.update(ctx, s.ID, s.position())
	}
}

func (s *Slider) moved(ctx h.Context, e h.Event) {
	at, err := strconv.ParseFloat(s.own.read(ctx), 64)
	if err != nil {
		return // a range input has no text of its own
	}
	s.sent = round3(math.Pow(10, at))
	s.Send(scenario.Slid{Field: s.Field, Value: s.sent})
}

func (s *Slider) released(ctx h.Context, e h.Event) { s.Send(scenario.Settle{}) }

// round3 keeps three significant digits, so that a slider gives numbers that a
// person would say.
func round3(v float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 2, 64), 64)
	return r
}
