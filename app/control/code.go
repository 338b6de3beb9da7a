package control

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Code is a program to be copied: a field that can be selected where copying is
// refused.
type Code struct {
	h.Compo
	ID, Label, Text      string
	Copy, Copied, Failed string

	said string
}

// Render draws the field and its button.
func (c *Code) Render() h.UI {
	return h.Div().Class("code").Body(
		h.Textarea().ID(c.ID).Attr("aria-label", c.Label).ReadOnly(true).Spellcheck(false).
			Rows(strings.Count(c.Text, "\n")+1).Text(c.Text),
		h.Div().Class("row").Body(
			h.Button().Type("button").ID(c.ID+"-copy").Text(c.Copy).OnClick(c.copy),
			h.Span().Role("status").Text(c.said),
		),
	)
}

func (c *Code) copy(ctx h.Context, e h.Event) {
	h.Window().Get("lossline").Call("copy", c.ID).Then(func(v h.Value) {
		ctx.Dispatch(func(h.Context) {
			c.said = c.Failed
			if v.Truthy() {
				c.said = c.Copied
			}
		})
	})
}
