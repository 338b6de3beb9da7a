package control

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Figure is an empty element that go-app leaves alone and that this component
// fills with an SVG: handing the SVG to app.Raw would replace the whole node and
// cost several times as much. Written natively, the page holds both layouts,
// and the style sheet shows the one that fits.
type Figure struct {
	h.Compo
	ID     string
	SVG    string
	Narrow string // only where the page is written natively: the phone's layout
}

// Render draws the frame; the native one with the figures in it.
func (f *Figure) Render() h.UI {
	frame := h.Div().Class("plot").ID(f.ID)
	if h.IsServer {
		return frame.Body(
			h.Div().Class("wide").Body(h.Raw(f.SVG)),
			h.Div().Class("narrow").Body(h.Raw(f.Narrow)),
		)
	}
	return frame
}

// OnMount fills the frame for the first time.
func (f *Figure) OnMount(ctx h.Context) { f.fill() }

// OnUpdate fills it again: go-app calls it when a field differs.
func (f *Figure) OnUpdate(ctx h.Context) { f.fill() }

func (f *Figure) fill() {
	if h.IsServer {
		return
	}
	if el := f.JSValue(); el != nil && el.Truthy() {
		el.Set("innerHTML", f.SVG)
	}
}
