package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/text"
)

// Figure is an empty element that go-app leaves alone and that this component
// fills with an SVG: handing the SVG to app.Raw would replace the whole node and
// cost several times as much. Written natively, the page holds both layouts,
// and the style sheet shows the one that fits.
//
// What can be read of it is asked of Probe by web/readout.js, for pointers and
// keys, and drawn there over the figure. It is an application to screen readers,
// which keep the arrow keys for themselves in what is none; so that nothing is
// lost in it, it has the figure's name and summary as its own, and the data stand
// as a table below it. Arrows do nothing else here, so no key leads in or out.
type Figure struct {
	h.Compo
	ID     string
	Title  string
	Of     string // id of the figure, whose description is that of the drawing
	SVG    string
	Narrow string  // only where the page is written natively: the phone's layout
	Width  float64 // of the drawing in its own pixels, where Pick is set
	Pick   Pick
	Probe  *chart.Probe
	T      *text.Strings

	known *chart.Probe // by what the page's script asks
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
	Breathe()
	frame := h.Div().Class("plot").ID(f.ID)
	if h.IsServer {
		return frame.Body(
			h.Div().Class("wide").Body(h.Raw(f.SVG)),
			h.Div().Class("narrow").Body(h.Raw(f.Narrow)),
		)
	}
	if f.Probe != nil {
		frame = frame.Class("reads").TabIndex(0).Role("application").
			Attr("aria-roledescription", f.T.Readout.Role).Attr("aria-label", f.Title).Attr("aria-describedby", f.Of+"-d").
			DataSet("hint", f.T.Readout.Hint).DataSet("keys", f.T.Readout.Keys)
	}
	if f.Pick != nil {
		frame = frame.Class("picks").OnClick(f.clicked)
	}
	return frame.Body(h.Div())
}

// OnMount fills the frame for the first time.
func (f *Figure) OnMount(ctx h.Context) {
	keep(ctx)
	f.fill()
}

// OnUpdate fills it again: go-app calls it when a field differs.
func (f *Figure) OnUpdate(ctx h.Context) {
	f.fill()
}

// OnDismount takes the figure from those that can be read.
func (f *Figure) OnDismount() { forget(f.ID, f.known) }

func (f *Figure) fill() {
	if h.IsServer {
		return
	}
	if el := f.JSValue(); el != nil && el.Truthy() {
		el.Get("firstElementChild").Set("innerHTML", f.SVG)
	}
	if f.Probe != nil {
		f.known = f.Probe
		answer(f.ID, f.Probe)
	}
}

func (f *Figure) clicked(ctx h.Context, e h.Event) {
	at := ctx.JSSrc().Get("firstElementChild").Call("getBoundingClientRect")
	wide := at.Get("width").Float()
	if f.Pick == nil || !(wide > 0) || ctx.JSSrc().Get("dataset").Get("tap").Truthy() {
		return
	}
	scale := f.Width / wide
	f.Pick((e.Get("clientX").Float()-at.Get("left").Float())*scale, (e.Get("clientY").Float()-at.Get("top").Float())*scale, reach*scale)
}
