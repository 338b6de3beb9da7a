package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
)

// Ask is a number that can be asked why it is what it is: a button around it,
// which opens and closes the page's card. It has no handler of its own, so that a
// number costs an element and no more; Asks hears them all. Written natively it
// is no button, as there is nobody to answer.
func Ask(key string, open bool, label string, number h.UI) h.UI {
	if h.IsServer {
		return h.Span().Class("ask").Body(number)
	}
	expanded := "false"
	if open {
		expanded = "true"
	}
	return h.Button().Type("button").Class("ask").Title(label).DataSet("why", key).Attr("aria-expanded", expanded).Body(number)
}

// Asks hears the clicks on the numbers of a page.
type Asks struct{ Send Send }

// asked is the number that was asked last, which the focus goes back to.
var asked h.Value

// Clicked asks the number that was clicked, or lets it be where it is explained
// already. Other clicks are none of its business, and draw nothing.
func (a *Asks) Clicked(ctx h.Context, e h.Event) {
	el := e.Get("target").Call("closest", "[data-why]")
	if !el.Truthy() {
		ctx.PreventUpdate()
		return
	}
	asked = el
	key := el.Get("dataset").Get("why").String()
	if el.Call("getAttribute", "aria-expanded").String() == "true" {
		key = ""
	}
	a.Send(scenario.AskWhy{Key: key})
}

// Card is the explanation of a number. It takes the focus when it was asked for,
// scrolls into view, and gives the focus back when Escape or its button close it.
type Card struct {
	h.Compo
	Key, Title, Close string
	Content           func() []h.UI
	Send              Send

	was string // Key, when last looked at
}

// Render draws the card.
func (c *Card) Render() h.UI {
	Breathe()
	head := h.Div().Class("row spread").Body(
		h.H2().ID("why-title").TabIndex(-1).Text(c.Title),
		&Button{ID: "why-close", Label: c.Close, Do: c.close})
	return h.Section().ID("why-card").Attr("aria-labelledby", "why-title").OnKeyDown(c.pressed).
		Body(append([]h.UI{head}, c.Content()...)...)
}

// OnMount and OnUpdate bring another number's card into view.
func (c *Card) OnMount(ctx h.Context)  { c.follow(ctx) }
func (c *Card) OnUpdate(ctx h.Context) { c.follow(ctx) }

func (c *Card) follow(ctx h.Context) {
	if c.was == c.Key {
		return
	}
	c.was = c.Key
	ctx.Dispatch(func(ctx h.Context) { // once the page itself is drawn
		ctx.PreventUpdate()
		ctx.Dispatch(func(ctx h.Context) {
			ctx.PreventUpdate()
			Shown(func() {
				ShowCard()
				if title := h.Window().GetElementByID("why-title"); asked != nil && title.Truthy() {
					title.Call("focus", map[string]any{"preventScroll": true})
				}
			})
		})
	})
}

// ShowCard brings the card into view, where there is one.
func ShowCard() {
	if el := h.Window().GetElementByID("why-card"); el.Truthy() {
		el.Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
}

func (c *Card) pressed(ctx h.Context, e h.Event) {
	if e.Get("key").String() == "Escape" {
		c.close()
		return
	}
	ctx.PreventUpdate()
}

func (c *Card) close() {
	back := asked
	if back == nil || !back.Get("isConnected").Truthy() {
		back = h.Window().Get("document").Call("querySelector", `[data-why="`+c.Key+`"]`)
	}
	if back.Truthy() {
		back.Call("focus")
	}
	c.Send(scenario.AskWhy{})
}
