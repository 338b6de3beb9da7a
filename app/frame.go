package app

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// frame is what stands around every page: the bar above it and the foot.
type frame struct {
	ws       *workspace
	at       *address
	panel    *panel
	moves    *moves
	examples *examples
	send     ui.Send
}

func (f *frame) undo() { f.moves.step(-1) }
func (f *frame) redo() { f.moves.step(+1) }

func (f *frame) top(t *text.Strings) h.UI {
	return h.Header().Class("top").Body(
		h.A().Class("brand").Href(f.at.href(f.at.lang, page.All()[0])).OnClick(f.goHome).Body(
			h.Raw(mark), h.Text("Lossline")),
		&nav{Label: t.NavLabel, Items: f.navItems(t), Go: f.moves.goTo},
		h.Div().Class("tools").Body(
			f.examples.menu(t),
			f.languages(),
			h.Div().Class("steps").Body(
				&ui.Button{ID: "undo", Label: t.Sharing.Undo, Kind: "icon", Sign: "↶", Off: !f.ws.past.canUndo(), Do: f.undo},
				&ui.Button{ID: "redo", Label: t.Sharing.Redo, Kind: "icon", Sign: "↷", Off: !f.ws.past.canRedo(), Do: f.redo},
			),
			&ui.Select{ID: "theme", Label: t.ThemeLabel, Value: theme(), Options: []ui.Option{
				{Value: "auto", Label: t.ThemeAuto}, {Value: "light", Label: t.ThemeLight}, {Value: "dark", Label: t.ThemeDark}},
				Make: chooseTheme, Send: f.send},
			&ui.Button{ID: "share", Label: t.Share, Kind: "primary", Expanded: boolWord(f.panel.open), Do: f.panel.toggle},
		),
	)
}

// mark is the sign of the product, the curve of a loss.
const mark = `<svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true"><path d="M4 5c2 13 9 20 24 21" fill="none" stroke="currentColor" stroke-width="3.4" stroke-linecap="round"></path><circle cx="13" cy="20.4" r="4" fill="var(--accent)"></circle></svg>`

func (f *frame) navItems(t *text.Strings) []navItem {
	var items []navItem
	for _, s := range page.All() {
		href, current := f.at.href(f.at.lang, s), s.ID == f.at.screen.ID
		items = append(items, navItem{Page: s.ID, Name: s.Name(t), Href: href, Current: current})
	}
	return items
}

// languages are the links to this page in the other languages.
func (f *frame) languages() h.UI {
	others := languages.Others(f.at.lang)
	return h.Range(others).Slice(func(i int) h.UI {
		a := h.A().Href(f.at.href(others[i], f.at.screen)).Lang(string(others[i])).HrefLang(string(others[i]))
		if i == 0 {
			a = a.ID("lang") // which the style puts at the end of the line
		}
		return a.Text(languages.In(others[i]).Native).OnClick(f.switchLanguage)
	})
}

func (f *frame) foot(c ui.Context) h.UI {
	t := c.T
	return h.Footer().Class("foot").Body(
		h.P().Text(t.FooterSource),
		h.P().Text(t.FooterPrivacy),
		f.offlineCopy(t),
		h.If(f.at.screen.ID != scenario.Fit, func() h.UI { return ui.Files(c) }),
		h.NoScript().Text(t.NoScript),
	)
}

func (f *frame) goHome(ctx h.Context, e h.Event) {
	if ui.OpensElsewhere(e) {
		return
	}
	e.PreventDefault()
	f.moves.goTo(page.All()[0].ID)
}

func (f *frame) switchLanguage(ctx h.Context, e h.Event) {
	if ui.OpensElsewhere(e) {
		return
	}
	e.PreventDefault()
	f.moves.speak(languages.For(ctx.JSSrc().Get("hreflang").String()))
}

func (f *frame) skip(ctx h.Context, e h.Event) {
	e.PreventDefault()
	f.at.browser.focus("main")
}

// offlineCopy draws the link to the offline copy.
func (f *frame) offlineCopy(t *text.Strings) h.UI {
	base := f.at.base
	if !h.IsServer {
		base = f.at.browser.base
	}
	return h.P().ID("offline-copy").Body(
		h.A().Href(base+"lossline.html").Download("lossline.html").Text(t.Offline.Copy),
		h.Text(t.Colon+t.Offline.CopyHelp),
	)
}

func boolWord(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// themeChosen is a message of the frame: the theme is no part of a scenario.
type themeChosen struct {
	scenario.Msg
	theme string
}

func chooseTheme(v string) scenario.Msg { return themeChosen{theme: v} }
