// Package app is the page: the root component, which holds the state and hands
// it to the screens, and the table of screens.
package app

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// Root is the component of every page. Its state is in unexported fields, which
// go-app leaves alone.
type Root struct {
	h.Compo

	lang    text.Lang
	screen  page.Page
	preset  *Preset // whose page this is; nil: none
	base    string  // path from the page to the site's root, where written natively
	state   scenario.State
	outcome scenario.Outcome
	notices []share.Notice
	draw    ui.Drawer
	fit     *fitting

	past    history
	offered string // the state that the reader left last, where a link has been opened over it
	mine    moment // what this page put into the timeline last
	expect  string // digest of the numbers that the link was shared with; "" once compared
	same    *bool  // whether they are the same

	byRuns   bool // the address was opened with runs, and has them still
	takenOut bool // runs were taken out of the address

	pinned     []ui.Lane // the plans of pinnedText
	pinnedText string

	sharing bool              // the share panel is open
	runsOut bool              // the link with the runs was asked for
	copied  string            // what happened to the last copy, in words
	chosen  map[string]string // in the share panel: figure and kind of page
	tour    string            // the stop of the guided tour, "" for none
	browser browser
}

// NewRoot returns a page as it is first seen: the given screen and language with
// the default scenario. base leads from the page to the root of the site.
func NewRoot(l text.Lang, s page.Page, base string) *Root {
	return newRoot(l, s, base, scenario.Default(), nil)
}

func newRoot(l text.Lang, s page.Page, base string, x scenario.Scenario, p *Preset) *Root {
	r := &Root{lang: l, screen: s, base: base, state: scenario.NewState(x), preset: p}
	r.outcome = scenario.Eval(r.state.Scenario)
	r.fit = newFitting(newRunner())
	r.follow()
	return r
}

// Render draws the frame and, in it, the screen.
func (r *Root) Render() h.UI {
	ui.Breathe()
	t := r.fit.words(r.lang, r.state.Own)
	r.draw.Parts.Begin(r.state.Moving())
	c := ui.Context{T: t, State: r.state, Outcome: r.outcome, Send: r.send, Open: r.goTo, Draw: &r.draw,
		Work: &r.fit.work, Lanes: r.lanes(), Link: r.link, Runs: r.runs(), Follow: r.way, Href: r.wayHref}
	root := h.Div().Body(
		h.A().Class("skip").Href("#main").Text(t.SkipToContent).OnClick(r.skip),
		r.top(t),
		h.P().Class("notice unopened-note").Hidden(true).Text(t.LinkUnopened),
		r.sharePanel(c),
		r.tourBar(t),
		r.noticeBar(t),
		r.presetNote(),
		r.screen.Draw(c),
		r.foot(c),
		toasts(t),
	)
	if h.IsServer {
		return root.ID("static")
	}
	return root.ID("live").Hidden(true) // shown once it is complete: see boot.js
}

func (r *Root) top(t *text.Strings) h.UI {
	return h.Header().Class("top").Body(
		h.A().Class("brand").Href(r.href(r.lang, page.All()[0])).OnClick(r.goHome).Body(
			h.Raw(mark), h.Text("Lossline")),
		&nav{Label: t.NavLabel, Items: r.navItems(t), Go: r.goTo},
		h.Div().Class("tools").Body(
			r.examples(t),
			r.languages(),
			h.Div().Class("steps").Body(
				&ui.Button{ID: "undo", Label: t.Sharing.Undo, Kind: "icon", Sign: "↶", Off: !r.past.canUndo(), Do: r.undo},
				&ui.Button{ID: "redo", Label: t.Sharing.Redo, Kind: "icon", Sign: "↷", Off: !r.past.canRedo(), Do: r.redo},
			),
			&ui.Select{ID: "theme", Label: t.ThemeLabel, Value: r.browser.theme(), Options: []ui.Option{
				{Value: "auto", Label: t.ThemeAuto}, {Value: "light", Label: t.ThemeLight}, {Value: "dark", Label: t.ThemeDark}},
				Make: chooseTheme, Send: r.send},
			&ui.Button{ID: "share", Label: t.Share, Kind: "primary", Expanded: boolWord(r.sharing), Do: r.toggleShare},
		),
	)
}

// mark is the sign of the product, the curve of a loss.
const mark = `<svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true"><path d="M4 5c2 13 9 20 24 21" fill="none" stroke="currentColor" stroke-width="3.4" stroke-linecap="round"></path><circle cx="13" cy="20.4" r="4" fill="var(--accent)"></circle></svg>`

func (r *Root) navItems(t *text.Strings) []navItem {
	var items []navItem
	for _, s := range page.All() {
		items = append(items, navItem{Page: s.ID, Name: s.Name(t), Href: r.href(r.lang, s), Current: s.ID == r.screen.ID})
	}
	return items
}

// languages are the links to this page in the other languages.
func (r *Root) languages() h.UI {
	others := languages.Others(r.lang)
	return h.Range(others).Slice(func(i int) h.UI {
		a := h.A().Href(r.href(others[i], r.screen)).Lang(string(others[i])).HrefLang(string(others[i]))
		if i == 0 {
			a = a.ID("lang") // which the style puts at the end of the line
		}
		return a.Text(languages.In(others[i]).Native).OnClick(r.switchLanguage)
	})
}

func (r *Root) foot(c ui.Context) h.UI {
	t := c.T
	return h.Footer().Class("foot").Body(
		h.P().Text(t.FooterSource),
		h.P().Text(t.FooterPrivacy),
		r.offlineCopy(t),
		h.If(r.screen.ID != scenario.Fit, func() h.UI { return ui.Files(c) }),
		h.NoScript().Text(t.NoScript),
	)
}

// href is the address of a screen with the state of this one, so that opening
// it in a new window shows the same numbers.
func (r *Root) href(l text.Lang, s page.Page) string {
	p := page.Path(l, s)
	if h.IsServer {
		if r.preset != nil { // whose numbers are not those of the page that is written there
			return r.base + p + "#" + r.fragment(s)
		}
		if p == "" && r.base == "" {
			return "./"
		}
		return r.base + p
	}
	return r.browser.link(p, r.fragment(s))
}

// link is the absolute address of these numbers, with the runs where files are to have
// them; "" where the page is written.
func (r *Root) link() string {
	if h.IsServer {
		return ""
	}
	if r.screen.ID == scenario.Fit && r.chosen[runsInFiles] != "" {
		return r.inFiles(r.runsLink())
	}
	return r.inFiles(r.browser.origin() + r.href(r.lang, r.screen))
}

// fragment is the state as a link to screen s has it.
func (r *Root) fragment(s page.Page) string {
	return share.Encode(share.Link{Page: s.ID, Scenario: r.carried(s.ID), Tour: r.tour})
}

// noticeBar says what was wrong with a link.
func (r *Root) noticeBar(t *text.Strings) h.UI {
	var said []string
	for _, n := range r.notices {
		switch n.Code {
		case share.Incomplete:
			said = append(said, t.LinkIncomplete)
		case share.Damaged:
			said = append(said, t.LinkDamaged)
		case share.Repaired:
			said = append(said, t.Mended(n.Keys))
		case share.Newer:
			said = append(said, t.LinkNewer)
		case share.Ignored:
			said = append(said, text.Fill(t.LinkIgnored, n.Keys))
		}
	}
	if r.same != nil && *r.same {
		said = append(said, t.Sharing.SameNumbers)
	} else if r.same != nil {
		said = append(said, t.Sharing.OtherNumbers)
	}
	if r.takenOut {
		said = append(said, t.Private.TakenOut)
	}
	if len(said) == 0 && r.offered == "" {
		return h.Div().Role("status")
	}
	return h.Div().Role("status").Body(h.P().Class("notice").ID("notice").Body(
		h.Text(strings.Join(said, t.SentenceSep)),
		h.If(r.offered != "", func() h.UI {
			return h.Span().Body(h.Text(" "+t.Sharing.Opened+" "),
				&ui.Button{ID: "restore", Label: t.Sharing.Restore, Kind: "link", Do: func() { r.reopen(r.offered) }})
		}),
	))
}

func boolWord(b bool) string {
	if b {
		return "true"
	}
	return "false"
}
