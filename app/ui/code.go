package ui

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/mathml"
)

// Code is a program to be copied: a field that can be selected where copying is
// refused. Written natively it is text.
type Code struct {
	h.Compo
	ID, Label, Text      string
	Copy, Copied, Failed string

	said string
}

// Render draws the field and its button.
func (c *Code) Render() h.UI {
	Breathe()
	if h.IsServer {
		return h.Div().Class("code").ID(c.ID).Body(h.Raw(c.lines()))
	}
	return h.Div().Class("code").Body(
		h.Textarea().ID(c.ID).Attr("aria-label", c.Label).ReadOnly(true).Spellcheck(false).Rows(strings.Count(c.Text, "\n")+1),
		h.Div().Class("row").Body(
			h.Button().Type("button").ID(c.ID+"-copy").Text(c.Copy).OnClick(c.copy),
			h.Span().Role("status").Text(c.said),
		),
	)
}

// lines is the program with an element a line: the site's writer joins lines.
func (c *Code) lines() string {
	text := mathml.Escape(strings.TrimSpace(c.Text))
	return "<div><code>" + strings.ReplaceAll(text, "\n", "</code><code>") + "</code></div>"
}

// OnMount puts the text into the field: as an attribute it would lose its lines.
func (c *Code) OnMount(ctx h.Context) {
	keep(ctx)
	c.fill()
}

// OnUpdate does so again where the text differs.
func (c *Code) OnUpdate(ctx h.Context) {
	c.fill()
}

func (c *Code) fill() {
	if el := h.Window().GetElementByID(c.ID); el.Truthy() {
		el.Set("value", c.Text)
	}
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
