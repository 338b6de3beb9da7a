package app

import (
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/text"
)

// sharePanel is the link to these numbers, with a button that copies it and a
// field that can be selected where copying is refused.
func (r *Root) sharePanel(t *text.Strings) h.UI {
	if !r.sharing {
		return h.Div()
	}
	link := r.browser.origin() + r.href(r.lang, r.screen)
	return h.Div().Body(h.Section().Class("share").ID("share-panel").Attr("aria-label", t.ShareTitle).Body(
		h.Div().Body(
			h.H2().Text(t.ShareTitle),
			h.Div().Class("row").Body(
				h.Input().Type("text").ID("share-link").Value(link).ReadOnly(true).Attr("aria-label", t.ShareTitle).OnFocus(selectAll),
				&control.Button{ID: "copy", Label: t.Copy, Kind: "primary", Do: r.copyLink},
				&control.Button{ID: "share-close", Label: t.Close, Do: r.toggleShare},
			),
			h.P().Class("help").Body(
				h.Text(text.Fill(t.LinkChars, strconv.Itoa(len(link)))+t.SentenceEnd+t.ShareHelp+" "),
				h.Strong().ID("copied").Role("status").Text(r.copied),
			),
		),
	))
}

func selectAll(ctx h.Context, e h.Event) { ctx.JSSrc().Call("select") }

func (r *Root) toggleShare() {
	r.sharing, r.copied = !r.sharing, ""
	if r.sharing {
		r.browser.focus("copy")
	} else {
		r.browser.focus("share")
	}
}

func (r *Root) copyLink() {
	t := text.In(r.lang)
	r.browser.copy("share-link", func(ok bool) {
		r.copied = t.CopyFailed
		if ok {
			r.copied = t.Copied
		}
		r.browser.redraw()
	})
}
