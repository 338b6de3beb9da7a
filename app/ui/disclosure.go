package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Disclosure is a details element whose content is made only while it is open:
// tables of figures are long and follow every move of a slider. Written
// natively its content is always there.
type Disclosure struct {
	h.Compo
	ID, Label string
	Content   func() h.UI

	open bool
}

// Render draws the summary and, where open, the content.
func (d *Disclosure) Render() h.UI {
	Breathe()
	body := []h.UI{h.Summary().Text(d.Label)}
	if d.open || h.IsServer {
		body = append(body, d.Content())
	}
	return h.Details().ID(d.ID).On("toggle", d.toggled).Body(body...)
}

func (d *Disclosure) toggled(ctx h.Context, e h.Event) { d.open = ctx.JSSrc().Get("open").Truthy() }
