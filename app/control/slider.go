package control

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
}

// Render draws the range input.
func (s *Slider) Render() h.UI {
	at := math.Log10(min(max(s.Value, s.Min), s.Max))
	return h.Input().Type("range").ID(s.ID).
		Attr("aria-label", s.Label).Attr("aria-valuetext", s.Spoken).
		Min(math.Log10(s.Min)).Max(math.Log10(s.Max)).Step(0.02).
		Value(strconv.FormatFloat(at, 'f', 4, 64)).
		OnInput(s.moved).OnChange(s.released)
}

func (s *Slider) moved(ctx h.Context, e h.Event) {
	at, err := strconv.ParseFloat(ctx.JSSrc().Get("value").String(), 64)
	if err != nil {
		return // a range input has no text of its own
	}
	s.Send(scenario.Slid{Field: s.Field, Value: round3(math.Pow(10, at))})
}

func (s *Slider) released(ctx h.Context, e h.Event) { s.Send(scenario.Settle{}) }

// round3 keeps three significant digits, so that a slider gives numbers that a
// person would say.
func round3(v float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 2, 64), 64)
	return r
}
