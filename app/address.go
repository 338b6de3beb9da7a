package app

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text"
	"lossline/app/text/languages"
)

// address is where the reader is: the page, in a language, and the links from there.
type address struct {
	lang    text.Lang
	screen  page.Page
	preset  *Preset // whose page this is; nil: none
	tour    string  // the stop of the guided tour, "" for none
	base    string  // path from the page to the site's root, where written natively
	ws      *workspace
	browser *browser
}

// find takes language, page and preset from a path below the site's root and a
// fragment, and returns the fragment that says the state.
func (a *address) find(path, fragment string) string {
	dir := strings.Trim(strings.TrimSuffix(path, "index.html"), "/")
	a.lang, dir = languages.Cut(dir)
	a.screen = page.All()[0]
	for _, s := range page.All() {
		if s.Path == dir {
			a.screen = s
		}
	}
	if a.preset = presetAt(dir); a.preset != nil && len(fragment) < 2 {
		fragment = a.preset.link()
	}
	if a.preset == nil {
		a.preset = presetOf(share.Plain(fragment))
	}
	if place := strings.TrimPrefix(fragment, "#"); scenario.GuidePlace(place) {
		fragment = scenario.KeyAt + "=" + place // the anchor of the page as it was written
	}
	return fragment
}

// href is the address of a screen with the state of this one, so that opening
// it in a new window shows the same numbers.
func (a *address) href(l text.Lang, s page.Page) string {
	p := page.Path(l, s)
	if h.IsServer {
		if a.preset != nil { // whose numbers are not those of the page that is written there
			return a.base + p + "#" + a.fragment(s)
		}
		if p == "" && a.base == "" {
			return "./"
		}
		return a.base + p
	}
	return a.browser.link(p, a.fragment(s))
}

// here is the address of this page.
func (a *address) here() string { return a.href(a.lang, a.screen) }

// handHref is the address of a page with a fragment that was written by hand.
func (a *address) handHref(p scenario.Page, fragment string) string {
	path := page.Path(a.lang, page.Of(p))
	if !h.IsServer {
		return a.browser.link(path, fragment)
	}
	if path = a.base + path; path == "" {
		path = "./"
	}
	if fragment == "" {
		return path
	}
	return path + "#" + fragment
}

// fragment is the state as a link to screen s has it.
func (a *address) fragment(s page.Page) string {
	return share.Encode(share.Link{Page: s.ID, Scenario: a.ws.carried(s.ID), Tour: a.tour})
}

// title is that of the document.
func (a *address) title() string {
	if a.preset != nil {
		return languages.In(a.lang).Presets[a.preset.ID].Title + " · Lossline"
	}
	return a.screen.Title(languages.In(a.lang))
}

// entitle gives the document the title and the language of the page.
func (a *address) entitle() { a.browser.entitle(a.title(), string(a.lang)) }
