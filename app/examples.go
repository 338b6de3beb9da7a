package app

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// examplesID is the menu of examples, on every page.
const examplesID = "examples"

// examples are the presets and the guided tour, which the reader can go into.
type examples struct {
	at    *address
	moves *moves
	tour  *tour
}

// menu is the menu of presets, and the way into the guided tour. It opens without
// the program; then its links load pages, and with it they change this one.
func (x *examples) menu(t *text.Strings) h.UI {
	var items []h.UI
	for _, p := range Presets() {
		items = append(items, h.Li().Body(&ui.Way{ID: "example-" + p.ID, Label: languages.In(x.at.lang).Presets[p.ID].Title,
			Href: x.at.handHref(p.Page, p.link()), To: p.ID, Go: x.show}))
	}
	items = append(items, h.Li().Class("apart").Body(&ui.Way{ID: "tour", Label: t.Guide.TourOffer,
		Href: x.tour.href(1), To: "1", Go: x.tour.stop}))
	return h.Details().ID(examplesID).Class("drops").OnKeyDown(x.key).Body(
		h.Summary().ID(examplesID+"-open").Text(t.Guide.Examples),
		h.Div().Body(h.Ul().Body(items...), h.P().Class("help").Text(t.Guide.ExamplesNote)),
	)
}

// key closes the menu by Escape.
func (x *examples) key(ctx h.Context, e h.Event) {
	if e.Get("key").String() == "Escape" {
		x.at.browser.shut(examplesID, examplesID+"-open")
	}
}

// show shows a preset: a step that can be undone.
func (x *examples) show(id string) {
	for _, p := range Presets() {
		if p.ID == id {
			x.moves.take(p.Scenario(), p.Page, "")
			x.at.preset = &p
			x.at.entitle()
		}
	}
}
