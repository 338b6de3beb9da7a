package app

import (
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// stop is a stop of the guided tour: a page with a state, as one would write it by
// hand.
type stop struct {
	Page  scenario.Page
	State string
}

// stops are those of the tour, along the questions that the site answers; the words
// are in text.Tour. Their numbers stand in links.
var stops = [...]stop{
	{scenario.Plan, "c=5.76e23"},
	{scenario.Guide, "at=disagreement"},
	{scenario.Plan, "c=1e22&gb=100e9"},
	{scenario.Shape, "c=1e21"},
	{scenario.Transfer, "tn=4e7&td=3e5&tsrc=text"},
	{scenario.Fit, "fdata=chinchilla-epoch"},
}

// stopLink is the fragment of the n-th stop, from 1.
func stopLink(n int) string {
	s := stops[n-1]
	return s.State + "&p=" + string(s.Page) + "&tour=" + strconv.Itoa(n)
}

// tour is the guided tour from where the reader is.
type tour struct {
	at    *address
	moves *moves
}

// href is the address of the n-th stop.
func (g *tour) href(n int) string { return g.at.handHref(stops[n-1].Page, stopLink(n)) }

// stop goes to a stop of the tour.
func (g *tour) stop(n string) {
	i, err := strconv.Atoi(n)
	if err != nil || i < 1 || i > len(stops) {
		return // the links are ours
	}
	l, _ := share.Decode(stopLink(i))
	g.moves.take(l.Scenario, l.Page, n)
	if i == len(stops) { // the way on, which had the focus, is no more; a button would take the key that is still down
		g.at.browser.focus("tour-bar")
	}
}

// bar says what is to be seen at the stop, and leads on. What the reader changes
// at a stop is the reader's, and stays when the tour ends.
func (g *tour) bar(t *text.Strings) h.UI {
	at, err := strconv.Atoi(g.at.tour)
	if err != nil {
		return h.Div()
	}
	words := languages.In(g.at.lang).Tour
	to := func(id, template string, n int) h.UI {
		return &ui.Way{ID: id, Kind: "button", Label: text.Fill(template, words[n-1].Title), Href: g.href(n), To: strconv.Itoa(n), Go: g.stop}
	}
	// The way on comes first, so that whoever goes by keyboard stays on it.
	var ways []h.UI
	if at < len(stops) {
		ways = append(ways, to("tour-next", t.Guide.TourNext, at+1))
	}
	if at > 1 {
		ways = append(ways, to("tour-back", t.Guide.TourBack, at-1))
	}
	ways = append(ways, &ui.Button{ID: "tour-end", Label: t.Guide.TourEnd, Kind: "link", Do: g.end})
	return h.Div().Class("touring").Body(h.Section().ID("tour-bar").TabIndex(-1).Class("notice").Class("tour").Attr("aria-label", t.Guide.TourName).Body(
		h.Div().Attr("aria-live", "polite").Body(
			h.P().Class("label").Text(text.Fill(t.Guide.TourStop, g.at.tour, strconv.Itoa(len(stops)))+t.Colon+words[at-1].Title),
			h.P().Text(words[at-1].Text),
		),
		h.Div().Class("row").Body(ways...),
	))
}

// end leaves the tour with what is on screen.
func (g *tour) end() {
	g.at.tour = ""
	g.at.browser.replace(g.at.here())
	g.at.browser.focus("main")
}
