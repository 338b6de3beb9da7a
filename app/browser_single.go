package app

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/text"
	"lossline/app/text/languages"
)

// The offline copy is the app in one file. Its path says nothing of language and
// page, and the browser lets no page that was opened from disk change it: the
// language stands before the state in the fragment, "#zh&v=1&p=plan…", and the
// page is that of the state. boot.js says that it is the copy by lossline.single.

// link is the address of a path below the site's root with a fragment.
func (b *browser) link(path, fragment string) string {
	if !b.single {
		return b.base + path + "#" + fragment
	}
	if l, _ := languages.Cut(path); languages.In(l).Dir != "" {
		fragment = languages.In(l).Dir + "&" + fragment
	}
	return b.base + "#" + fragment
}

// splitSingle takes the language off the copy's fragment, as the path that a site
// would have it in.
func splitSingle(hash string) (path, fragment string) {
	fragment = strings.TrimLeft(hash, "#")
	end := strings.IndexAny(fragment+"#", `&%?;\#`) // a program may have escaped the &
	for _, l := range languages.All() {
		if dir := languages.In(l).Dir; dir != "" && dir == fragment[:end] {
			return dir + "/", "#" + strings.TrimPrefix(fragment[end:], "&")
		}
	}
	return "", hash
}

// toasts are what offline.js shows, by a class of the root element.
func toasts(t *text.Strings) h.UI {
	return h.Div().Role("status").Body(
		h.P().Class("toast ready-note").Hidden(true).Text(t.Offline.Ready),
		h.P().Class("toast update-note").Hidden(true).Body(
			h.Span().Text(t.Offline.UpdateReady),
			h.Button().ID("update-now").Class("primary").Type("button").Text(t.Offline.UpdateNow),
		),
	)
}
