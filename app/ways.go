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
func (r *Root) way(to string) {
	id, choices := splitWay(to)
	r.browser.flush()
	r.shorten()
	r.state, r.notices, r.same = along(scenario.Update(r.state, scenario.Leave{}), choices), nil, nil
	r.outcome = scenario.Eval(r.state.Scenario)
	r.screen = page.Of(id)
	r.committed()
	r.visit()
	r.land(choices)
}

// land scrolls to the place that choices name. The sections of other pages open and
// scroll by themselves.
func (r *Root) land(choices string) {
	if !r.arrive() && !strings.Contains("&"+choices, "&"+scenario.KeyOpen+"=") {
		r.browser.arrive("", false)
	}
}

// arrive scrolls to the place of the Guide that a link names, if one does. On the tour
// the focus stays on the way on; and on a phone, where the words of a stop do not
// follow the page, they are what is seen first.
func (r *Root) arrive() bool {
	at, touring := r.state.Guide.At, r.tour != ""
	if r.screen.ID != scenario.Guide || at == scenario.Default().Guide.At || touring && r.draw.Narrow {
		return false
	}
	r.browser.arrive(at, !touring)
	return true
}

// wayHref is the address of a way: with the reader's state or, where a page is
// written, as one would write it by hand.
func (r *Root) wayHref(to string) string {
	id, choices := splitWay(to)
	s := page.Of(id)
	path := page.Path(r.lang, s)
	if h.IsServer && r.preset == nil {
		if id == r.screen.ID && id == scenario.Guide {
			return "#" + strings.TrimPrefix(choices, scenario.KeyAt+"=")
		}
		return r.handHref(path, choices)
	}
	fragment := share.Encode(share.Link{Page: id, Scenario: along(r.state, choices).Scenario})
	if h.IsServer {
		return r.base + path + "#" + fragment
	}
	return r.browser.link(path, fragment)
}

// handHref is the address of a page with a fragment that was written by hand.
func (r *Root) handHref(path, fragment string) string {
	if !h.IsServer {
		return r.browser.link(path, fragment)
	}
	if path = r.base + path; path == "" {
		path = "./"
	}
	if fragment == "" {
		return path
	}
	return path + "#" + fragment
}
