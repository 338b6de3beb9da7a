package app

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/share"
)

// A way leads from one page to a place of another with the reader's own state: the
// name of the page and, behind a question mark, choices: "pretraining?open=batch".

// split reads a way.
func splitWay(to string) (scenario.Page, string) {
	id, choices, _ := strings.Cut(to, "?")
	return scenario.Page(id), choices
}

// along is the state with the choices of a way.
func along(s scenario.State, choices string) scenario.State {
	for choices != "" {
		var pair string
		pair, choices, _ = strings.Cut(choices, "&")
		key, value, _ := strings.Cut(pair, "=")
		s = scenario.Update(s, scenario.Choose{Key: key, Value: value})
	}
	return s
}

// way goes along a way in place.
func (m *moves) way(to string) {
	id, choices := splitWay(to)
	m.at.browser.flush()
	m.shorten()
	m.ws.set(along(scenario.Update(m.ws.state, scenario.Leave{}), choices))
	m.came.left()
	m.at.screen = page.Of(id)
	m.committed()
	m.visit()
	m.land(choices)
}

// land scrolls to the place that choices name. The sections of other pages open and
// scroll by themselves.
func (m *moves) land(choices string) {
	if !m.arrive() && !strings.Contains("&"+choices, "&"+scenario.KeyOpen+"=") {
		m.at.browser.arrive("", false)
	}
}

// arrive scrolls to the place of the Guide that a link names, if one does. On the tour
// the focus stays on the way on; and on a phone, where the words of a stop do not
// follow the page, they are what is seen first.
func (m *moves) arrive() bool {
	place, touring := m.ws.state.Guide.At, m.at.tour != ""
	if m.at.screen.ID != scenario.Guide || place == scenario.Default().Guide.At || touring && narrow() {
		return false
	}
	m.at.browser.arrive(place, !touring)
	return true
}

// wayHref is the address of a way: with the reader's state or, where a page is
// written, as one would write it by hand.
func (a *address) wayHref(to string) string {
	id, choices := splitWay(to)
	if h.IsServer && a.preset == nil {
		if id == a.screen.ID && id == scenario.Guide {
			return "#" + strings.TrimPrefix(choices, scenario.KeyAt+"=")
		}
		return a.handHref(id, choices)
	}
	path := page.Path(a.lang, page.Of(id))
	fragment := share.Encode(share.Link{Page: id, Scenario: along(a.ws.state, choices).Scenario})
	if h.IsServer {
		return a.base + path + "#" + fragment
	}
	return a.browser.link(path, fragment)
}
