// Package app is the page: the root component, which is put together from what the
// reader works on, where the reader is, and what can be done, each a type of its own.
package app

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
)

// Root is the component of every page. Its parts are in unexported fields, which
// go-app leaves alone; each knows those above it alone.
type Root struct {
	h.Compo

	ws       *workspace
	at       *address
	came     *arrival
	times    *timeline
	panel    *panel
	moves    *moves
	runs     *ownRuns
	lanes    *lanes
	tour     *tour
	examples *examples
	frame    *frame
	draw     ui.Drawer
}

// NewRoot returns a page as it is first seen: the given screen and language with
// the default scenario. base leads from the page to the root of the site.
func NewRoot(l text.Lang, s page.Page, base string) *Root {
	return newRoot(&address{lang: l, screen: s, base: base}, scenario.Default())
}

func newRoot(at *address, x scenario.Scenario) *Root {
	r := &Root{at: at, ws: newWorkspace(x), came: &arrival{}, times: &timeline{}}
	at.ws, at.browser = r.ws, &browser{}
	r.panel = &panel{at: at, times: r.times, send: r.send}
	r.moves = &moves{ws: r.ws, at: at, came: r.came, times: r.times, panel: r.panel}
	r.runs = &ownRuns{ws: r.ws, at: at, moves: r.moves, send: r.send}
	r.panel.reopen, r.panel.save = r.moves.reopen, r.runs.save
	r.lanes = &lanes{ws: r.ws, send: r.send, take: r.moves.takeLane}
	r.tour = &tour{at, r.moves}
	r.examples = &examples{at, r.moves, r.tour}
	r.frame = &frame{r.ws, at, r.panel, r.moves, r.examples, r.send}
	r.moves.follow()
	return r
}

// Render draws the frame and, in it, the screen.
func (r *Root) Render() h.UI {
	ui.Breathe()
	r.draw.Parts.Begin(r.ws.state.Moving())
	c := r.context()
	root := h.Div().Body(
		h.A().Class("skip").Href("#main").Text(c.T.SkipToContent).OnClick(r.frame.skip),
		r.frame.top(c.T),
		h.P().Class("notice unopened-note").Hidden(true).Text(c.T.LinkUnopened),
		r.panel.draw(c),
		r.tour.bar(c.T),
		r.came.bar(c, r.moves.reopen),
		r.at.presetNote(),
		r.at.screen.Screen(c),
		r.frame.foot(c),
		toasts(c.T),
	)
	if h.IsServer {
		return root.ID("static")
	}
	return root.ID("live").Hidden(true) // shown once it is complete: see boot.js
}

// context is what the page is drawn from.
func (r *Root) context() ui.Context {
	w := r.ws
	return ui.Context{T: w.fit.held.words(r.at.lang, w.state.Own), State: w.state, Outcome: w.outcome, Send: r.send, Open: r.moves.goTo,
		Draw: &r.draw, Work: &w.fit.work, Lanes: r.lanes.all(), Link: r.panel.link, Runs: r.panel.runs(),
		Follow: r.moves.way, Href: r.at.wayHref}
}
