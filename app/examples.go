package app

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// examplesID is the menu of examples, on every page.
const examplesID = "examples"

// examples is the menu of presets, and the way into the guided tour. It opens without
// the program; then its links load pages, and with it they change this one.
func (r *Root) examples(t *text.Strings) h.UI {
	var items []h.UI
	for _, p := range Presets() {
		items = append(items, h.Li().Body(&ui.Way{ID: "example-" + p.ID, Label: languages.In(r.lang).Presets[p.ID].Title,
			Href: r.handHref(page.Path(r.lang, page.Of(p.Page)), p.link()), To: p.ID, Go: r.example}))
	}
	items = append(items, h.Li().Class("apart").Body(&ui.Way{ID: "tour", Label: t.Guide.TourOffer,
		Href: r.stopHref(1), To: "1", Go: r.stop}))
	return h.Details().ID(examplesID).Class("drops").OnKeyDown(r.menuKey).Body(
		h.Summary().ID(examplesID+"-open").Text(t.Guide.Examples),
		h.Div().Body(h.Ul().Body(items...), h.P().Class("help").Text(t.Guide.ExamplesNote)),
	)
}

// menuKey closes the menu by Escape.
func (r *Root) menuKey(ctx h.Context, e h.Event) {
	if e.Get("key").String() == "Escape" {
		r.browser.shut(examplesID, examplesID+"-open")
	}
}

// example shows a preset: a step that can be undone.
func (r *Root) example(id string) {
	for _, p := range Presets() {
		if p.ID == id {
			r.take(p.Scenario(), p.Page, "")
			r.preset = &p
			r.entitle()
		}
	}
}

// take puts a scenario of ours in the place of the reader's, whose runs, fit and
// pinned plans stay.
func (r *Root) take(s scenario.Scenario, p scenario.Page, tour string) {
	r.browser.flush()
	r.shorten()
	if tour == "" {
		r.browser.shut(examplesID, "preset")
	} else {
		r.browser.shut(examplesID, "tour-bar")
	}
	if p != scenario.Fit {
		s.Fit = r.state.Fit
	}
	s.Fit.Rows, s.Own, s.Lanes = r.state.Fit.Rows, r.state.Own, r.state.Lanes
	r.offered, r.expect, r.same, r.sharing, r.tour = "", "", nil, false, tour
	r.screen = page.Of(p)
	r.show(s)
	if r.past.commit(s) {
		r.keepWork()
	}
	r.visit()
	r.land("")
}
