package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
)

// Fold is a Disclosure that the scenario knows: a link leads to the fold that was
// opened last, which is open then and scrolled to.
type Fold struct {
	h.Compo
	ID, Label string
	Target    string // id of the element to scroll to
	Linked    bool   // the scenario names this fold
	Content   func() h.UI
	Make      func(open bool) scenario.Msg
	Send      Send

	open bool
	was  bool // Linked, when last looked at
}

// Render draws the summary and, where open, the content.
func (f *Fold) Render() h.UI {
	Breathe()
	body := []h.UI{h.Summary().Text(f.Label)}
	if f.open || h.IsServer {
		body = append(body, f.Content())
	}
	return h.Details().ID(f.ID).Class("fold").On("toggle", f.toggled).Body(body...)
}

// OnMount opens the fold that a link names, and scrolls to it once the page is
// shown: what is dispatched twice comes after what the page itself dispatches.
func (f *Fold) OnMount(ctx h.Context) {
	keep(ctx)
	f.follow(ctx)
}

// OnUpdate does the same where a link to it is opened on a living page.
func (f *Fold) OnUpdate(ctx h.Context) { f.follow(ctx) }

func (f *Fold) follow(ctx h.Context) {
	was := f.was
	f.was = f.Linked
	if !f.Linked || was || f.open {
		return
	}
	f.JSValue().Set("open", true)
	ctx.Dispatch(func(ctx h.Context) {
		keep(ctx)
		ctx.Dispatch(func(ctx h.Context) {
			keep(ctx)
			Shown(func() {
				if el := h.Window().GetElementByID(f.Target); el.Truthy() {
					el.Call("scrollIntoView")
				}
			})
		})
	})
}

func (f *Fold) toggled(ctx h.Context, e h.Event) {
	open := ctx.JSSrc().Get("open").Truthy()
	if open == f.open {
		return
	}
	f.open = open
	if open != f.Linked {
		f.Send(f.Make(open))
	}
}
