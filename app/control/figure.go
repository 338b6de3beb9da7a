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
	Narrow string  // only where the page is written natively: the phone's layout
	Width  float64 // of the drawing in its own pixels, where Pick is set
	Pick   Pick
}

// Pick is told where in a drawing somebody clicked, in the drawing's pixels, and
// how far around that a finger reaches. What it does must be possible by keyboard
// elsewhere.
type Pick func(x, y, reach float64)

// reach is how far from its middle a fingertip touches, in CSS pixels (WCAG
// 2.5.8 asks for targets of 24).
const reach = 12

// Render draws the frame; the native one with the figures in it.
func (f *Figure) Render() h.UI {
	frame := h.Div().Class("plot").ID(f.ID)
	if h.IsServer {
		return frame.Body(
			h.Div().Class("wide").Body(h.Raw(f.SVG)),
			h.Div().Class("narrow").Body(h.Raw(f.Narrow)),
		)
	}
	if f.Pick != nil {
		frame = frame.Class("picks").OnClick(f.clicked)
	}
	return frame
}

// OnMount fills the frame for the first time.
func (f *Figure) OnMount(ctx h.Context) {
	keep(ctx)
	f.fill()
}

// OnUpdate fills it again: go-app calls it when a field differs.
func (f *Figure) OnUpdate(ctx h.Context) {
	keep(ctx)
	f.fill()
}

func (f *Figure) fill() {
	if h.IsServer {
		return
	}
	if el := f.JSValue(); el != nil && el.Truthy() {
		el.Set("innerHTML", f.SVG)
	}
}

func (f *Figure) clicked(ctx h.Context, e h.Event) {
	at := ctx.JSSrc().Call("getBoundingClientRect")
	wide := at.Get("width").Float()
	if f.Pick == nil || !(wide > 0) {
		return
	}
	scale := f.Width / wide
	f.Pick((e.Get("clientX").Float()-at.Get("left").Float())*scale, (e.Get("clientY").Float()-at.Get("top").Float())*scale, reach*scale)
}
