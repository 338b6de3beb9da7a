package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
)

// TextField is a field for a quantity: it takes any text, says how it was read
// and, where it cannot be read, why; the text stays as it was typed.
type TextField struct {
	h.Compo
	ID, Label, Help string
	Quiet           bool // the label is for ears only, as in a table
	Text            string
	Placeholder     string
	Reading         string // how the text was understood
	Error           string
	Field           scenario.Field
	Send            Send

	own ownValue
}

// Render draws label, input and what is said about it. The text itself is put
// in by ownValue.
func (f *TextField) Render() h.UI {
	Breathe()
	in := h.Input().Type("text").ID(f.ID).
		AutoComplete(false).Spellcheck(false).Attr("inputmode", "text").
		Attr("aria-describedby", f.ID+"-said").
		OnInput(f.typed).OnChange(f.done)
	if h.IsServer {
		in = in.Value(f.Text)
	}
	if f.Placeholder != "" {
		in = in.Placeholder(f.Placeholder)
	}
	if f.Error != "" {
		in = in.Attr("aria-invalid", "true")
	}
	said := h.P().ID(f.ID + "-said").Class("help").Text(f.Help)
	switch {
	case f.Error != "":
		said = h.P().ID(f.ID+"-said").Class("error").Attr("aria-live", "polite").Text(f.Error)
	case f.Reading != "":
		said = h.P().ID(f.ID + "-said").Class("help").Text(f.Reading)
	}
	return h.Div().Class("field").Body(
		label(f.ID, f.Label, f.Quiet),
		in,
		said,
	)
}

// OnMount puts the text into the new element.
func (f *TextField) OnMount(ctx h.Context) {
	keep(ctx)
	f.own.mount(f.ID, f.Text)
}

// OnUpdate brings the element up to date where the text is not the reader's own.
func (f *TextField) OnUpdate(ctx h.Context) {
	f.own.update(ctx, f.ID, f.Text)
}

func (f *TextField) typed(ctx h.Context, e h.Event) {
	f.Send(scenario.Typed{Field: f.Field, Text: f.own.read(ctx)})
}

func (f *TextField) done(ctx h.Context, e h.Event) { f.Send(scenario.Let{Field: f.Field}) }

// ownValue is the value of an input between the reader, who changes it at any
// moment, and the page, which learns of it a little later. Setting what was read
// a moment ago over what is there now would lose a keystroke or pull a slider
// back; so what came from the reader is never set again.
type ownValue struct {
	id, last string // the input's id, since one element may become another field
}

// mount puts value into the input with the given id, which was just made.
func (o *ownValue) mount(id, value string) {
	o.id, o.last = id, value
	if el := h.Window().GetElementByID(id); el != nil && el.Truthy() {
		el.Set("value", value)
	}
}

// update does the same once the page is drawn, since the element may be about to
// become another field with other bounds; unless the value is there already, or
// the reader changes it first.
func (o *ownValue) update(ctx h.Context, id, value string) {
	if o.id == id && o.last == value {
		return
	}
	o.id, o.last = id, value
	ctx.Defer(func(h.Context) {
		if o.id == id && o.last == value {
			o.mount(id, value)
		}
	})
}

// read takes the value that is there now.
func (o *ownValue) read(ctx h.Context) string {
	o.last = ctx.JSSrc().Get("value").String()
	return o.last
}
