package app

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/page"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// Run starts the page in the browser and does not return.
func Run() { start(func() h.Composer { return newLive() }) }

// newLive is the page that the address asks for.
func newLive() *Root {
	r := NewRoot(languages.First(), page.All()[0], "")
	ui.Breathe()
	*r.at.browser = openBrowser()
	r.ws.fit = newFitting(r.at.browser.workers())
	r.draw.Narrow = narrow()
	ui.Breathe()
	r.moves.locate()
	r.ws.fit.load(embedded(repliesID), r.ws.state.Scenario)
	r.ws.fit.fitted = r.runs.fitted
	r.times.clean()
	_, hash := r.at.browser.address()
	r.came.offered = r.times.before(hash, r.ws.state.Scenario)
	return r
}

// OnMount takes the page over from the static one once every figure is drawn:
// this message is handled after those of the components that are on the page.
func (r *Root) OnMount(ctx h.Context) {
	r.at.browser.mount(ctx, handlers{moved: r.moves.moved, step: r.moves.step, stored: func(key string) bool {
		return r.panel.open && key == timelineKey
	}})
	r.moves.follow()
	if !r.ws.fit.work.Busy() { // work that has begun is said
		ctx.PreventUpdate()
	}
	ctx.Dispatch(func(ctx h.Context) {
		ctx.PreventUpdate()
		r.at.entitle()
		ui.Breathe()
		live()
		ui.ShowCard() // a link may ask for it
		r.runs.load()
		r.moves.arrive()
		ui.Started()
	})
}

// OnResize takes the layout of figures that fits: the style sheet has the same
// limit for the static page.
func (r *Root) OnResize(ctx h.Context) { r.draw.Narrow = narrow() }
