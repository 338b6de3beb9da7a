package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
)

// MethodOptions returns the methods to choose from.
func MethodOptions(c Context) []Option {
	var out []Option
	for _, m := range c.State.Methods() {
		out = append(out, Option{Value: m.ID, Label: c.T.Method(m.ID)})
	}
	return out
}

// ShownControl is the list of laws side by side, with their colours.
func ShownControl(c Context) h.UI {
	body := []h.UI{h.Legend().Text(c.T.ShownLabel)}
	for _, m := range c.State.Methods() {
		id := m.ID
		body = append(body, &Check{ID: "show-" + id, Label: c.T.Method(id), Key: KeyClass(id),
			On: c.State.Shown.Has(id), Fixed: id == c.State.Head, Send: c.Send,
			Make: func(on bool) scenario.Msg { return scenario.Show{ID: id, On: on} }})
	}
	return h.FieldSet().Class("field").Body(body...)
}
