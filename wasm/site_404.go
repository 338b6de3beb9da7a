//go:build !js

package main

import (
	"fmt"
	"html"
	"strings"

	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/web"
)

// notFound writes the page that a host shows for an address that there is nothing
// at, at any depth. Nothing in it is relative to the root but what its script finds;
// without the script the link is right in the root's own folder, or everywhere where
// the site's address is known.
func (w *siteWriter) notFound() error {
	script := strings.TrimSpace(string(web.NotFound))
	policy := "default-src 'none'; script-src " + hashOf([]byte(script)) + "; style-src " + hashOf([]byte(resetStyle)) +
		"; connect-src 'self'; base-uri 'none'; form-action 'none'; " + noTrustedTypes
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	every := func(element string, get func(*text.Strings) string) {
		for _, l := range languages.All() {
			line(`<%s lang="%s">%s</%[1]s>`, element, l, html.EscapeString(get(languages.In(l))))
		}
	}
	line(`<!doctype html>`)
	line(`<html lang="en">`)
	line(`<meta charset="utf-8">`)
	line(`<meta http-equiv="Content-Security-Policy" content="%s">`, html.EscapeString(policy))
	line(`<meta name="viewport" content="width=device-width, initial-scale=1">`)
	line(`<title>%s</title>`, html.EscapeString(languages.In(languages.First()).NotFoundTitle))
	line(`<meta name="robots" content="noindex">`)
	line(`<style>%s</style>`, resetStyle)
	line(`<body>`)
	every("h1", func(t *text.Strings) string { return t.NotFoundTitle })
	every("p", func(t *text.Strings) string { return t.NotFoundText })
	line(`<noscript>`)
	every("p", func(t *text.Strings) string { return t.Links.HashEscaped })
	line(`</noscript>`)
	line(`<p><a id="home" href="%s">`, html.EscapeString(orDot(w.url)))
	every("span", func(t *text.Strings) string { return t.Offline.ResetHome })
	line(`</a></p>`)
	line(`<script>%s</script>`, script)
	line(`</html>`)
	return w.file("404.html", []byte(b.String()))
}
