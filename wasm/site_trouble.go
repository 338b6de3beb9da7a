//go:build !js

package main

import (
	"bytes"
	"fmt"
	"html"
	"slices"
	"strings"

	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/web"
)

// words are what boot.js says where the program cannot, by language.
func words() map[text.Lang]any {
	all := map[text.Lang]any{}
	for _, l := range languages.All() {
		all[l] = struct {
			*text.TroubleText
			CopyBroken string `json:"copyBroken"`
			Copy       string `json:"copy"`
		}{&languages.In(l).Trouble, languages.In(l).Offline.CopyBroken, languages.In(l).Offline.Copy}
	}
	return all
}

// troubleBox is what a page says if not even boot.js arrives. It is hidden.
func troubleBox(l, base string) string {
	t := languages.In(languages.For(l)).Trouble
	return fmt.Sprintf(`<div id="trouble" class="trouble" role="alert" data-silent="%s" hidden><p><strong>%s</strong> %s</p>`+
		`<p class="row"><button type="button" id="trouble-retry">%s</button><a href="%s" download>%s</a></p></div>`,
		html.EscapeString(t.Silent), html.EscapeString(t.Unloaded), html.EscapeString(t.Readable), html.EscapeString(t.Retry),
		html.EscapeString(base+copyName), html.EscapeString(languages.In(languages.For(l)).Offline.Copy))
}

// booting is the script that starts the app, and with it what that stands on and the
// one that reads its figures: they are wanted together and everywhere.
func (w *siteWriter) booting(site map[string]any) ([]byte, error) {
	site["words"], site["version"] = words(), w.version()
	boot, err := fillIn(web.Boot, siteLine, site)
	return uncommented(slices.Concat(web.Guard, web.Trouble, web.Sum, boot, web.Readout)), err
}

// version is that of the program: the hash in the name of its binary.
func (w *siteWriter) version() string {
	parts := strings.Split(w.wasm, ".")
	return parts[max(0, len(parts)-2)]
}

// early is the inline script, before anything is drawn: what may become markup, the
// theme, whether a link is about to be opened, and what to do if nothing follows.
func early() []byte { return bytes.TrimSpace(uncommented(slices.Concat(web.Trusted, web.Early))) }

// uncommented is a script without the lines that are comments only: they are bytes
// that every reader would fetch.
func uncommented(script []byte) []byte {
	var kept []byte
	for line := range bytes.Lines(script) {
		if text := bytes.TrimSpace(line); !bytes.HasPrefix(text, []byte("//")) && len(text) > 0 {
			kept = append(kept, line...)
		}
	}
	return kept
}
