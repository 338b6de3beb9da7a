package control

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
)

// TextField is a field for a quantity: it takes any text, says how it was read
// and, where it cannot be read, why; the text stays as it was typed.
type TextField struct {
	h.Compo
	ID, Label, Help string
	Text            string
	Placeholder     string
	Reading         string // how the text was understood
	Error           string
	Field           scenario.Field
	Send            Send
}

// Render draws label, input and what is said about it.
func (f *TextField) Render() h.UI {
	in := h.Input().Type("text").ID(f.ID).Value(f.Text).
		AutoComplete(false).Spellcheck(false).Attr("inputmode", "text").
		Attr("aria-describedby", f.ID+"-said").
		OnInput(f.typed).OnChange(f.done)
	if f.Placeholder != "" {
		in = in.Placeholder(f.Placeholder)
	}
	if f.Error != "" {
		in = in.Attr("aria-invalid", "true")
	}
	said := h.P().ID(f.ID + "-said").Class("help").Text(f.Help)
	switch {
	case f.Error != "":
		said = h.P().ID(f.ID + "-said").Class("error").Role("alert").Text(f.Error)
	case f.Reading != "":
		said = h.P().ID(f.ID + "-said").Class("help").Text(f.Reading)
	}
	return h.Div().Class("field").Body(
		h.Label().For(f.ID).Text(f.Label),
		in,
		said,
	)
}

func (f *TextField) typed(ctx h.Context, e h.Event) {
	f.Send(scenario.Typed{Field: f.Field, Text: ctx.JSSrc().Get("value").String()})
}

func (f *TextField) done(ctx h.Context, e h.Event) { f.Send(scenario.Settle{}) }
