//go:build !js

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"os"
	"path"
	"strings"

	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/web"
)

// offline writes what makes the site work without a network. It comes last: the
// service worker lists every file.
func (w *siteWriter) offline(binary, exec []byte) error {
	if err := w.copyOffline(binary, exec); err != nil {
		return fmt.Errorf("offline copy: %w", err)
	}
	if err := w.file("reset/index.html", resetPage()); err != nil {
		return err
	}
	return w.serviceWorker()
}

// workerLine is the line of sw.js that the writer fills in.
const workerLine = `const site = {"version": "", "files": {}};`

// serviceWorker writes sw.js with the list of files that make up this version.
// Its name must not change: it is by their address that browsers look for newer
// ones.
func (w *siteWriter) serviceWorker() error {
	files := map[string]string{}
	version := sha256.New()
	version.Write(web.ServiceWorker)
	err := fs.WalkDir(os.DirFS(w.out), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !precached(name) {
			return err
		}
		data, err := fs.ReadFile(os.DirFS(w.out), name)
		if err != nil {
			return err
		}
		address := strings.TrimSuffix("/"+name, "/index.html")
		if address != "/"+name {
			address += "/" // a folder is asked for as such
		}
		sum := sha256.Sum256(data)
		files[address[1:]] = hex.EncodeToString(sum[:])
		fmt.Fprintf(version, "%s %x\n", name, sum)
		return nil
	})
	if err != nil {
		return err
	}
	script, err := fillIn(web.ServiceWorker, workerLine, map[string]any{
		"version": hex.EncodeToString(version.Sum(nil)[:6]), "files": files,
	})
	if err != nil {
		return err
	}
	return w.file("sw.js", script)
}

// precached reports whether a file is kept for offline. The offline copy is not:
// it would double what every reader keeps, for the few who save it once. Nor are
// the figures for the pages of others, and the page that removes all.
func precached(name string) bool {
	return path.Ext(name) != ".gz" && !strings.HasPrefix(path.Base(name), ".") &&
		name != copyName && name != headersName && name != integrityName && !strings.HasPrefix(name, "reset/") && !forOthers(name)
}

const resetStyle = `body{font:1rem/1.5 system-ui;margin:3rem auto;max-width:36rem;padding:0 1rem;color-scheme:light dark}h1{font-size:1.25rem}button{font:inherit;padding:.3rem 1rem}`

// resetPage removes from a browser what the site keeps there. It needs nothing
// but itself, in case all else is broken.
func resetPage() []byte {
	script := strings.TrimSpace(string(web.OfflineReset))
	policy := "default-src 'none'; script-src " + hashOf([]byte(script)) + "; style-src " + hashOf([]byte(resetStyle)) + "; base-uri 'none'; form-action 'none'; " + noTrustedTypes
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line(`<!doctype html>`)
	line(`<html lang="en">`)
	line(`<meta charset="utf-8">`)
	line(`<meta http-equiv="Content-Security-Policy" content="%s">`, html.EscapeString(policy))
	line(`<meta name="viewport" content="width=device-width, initial-scale=1">`)
	line(`<title>%s</title>`, html.EscapeString(languages.In(languages.First()).Offline.ResetTitle))
	line(`<meta name="robots" content="noindex">`)
	line(`<style>%s</style>`, resetStyle)
	line(`<body>`)
	every := func(element string, get func(text.OfflineText) string) {
		for _, l := range languages.All() {
			line(`<%s lang="%s">%s</%[1]s>`, element, l, html.EscapeString(get(languages.In(l).Offline)))
		}
	}
	every("h1", func(t text.OfflineText) string { return t.ResetTitle })
	every("p", func(t text.OfflineText) string { return t.ResetText })
	inline := func(get func(text.OfflineText) string) string {
		said := html.EscapeString(get(languages.In(languages.First()).Offline))
		for _, l := range languages.All()[1:] {
			said += fmt.Sprintf(` <span lang="%s">%s</span>`, l, html.EscapeString(get(languages.In(l).Offline)))
		}
		return said
	}
	line(`<p><button type="button" id="reset">%s</button></p>`, inline(func(t text.OfflineText) string { return t.Reset }))
	line(`<div id="done" role="status" hidden>`)
	every("p", func(t text.OfflineText) string { return t.ResetDone })
	line(`<pre id="wrong"></pre></div>`)
	line(`<p><a href="../">%s</a></p>`, inline(func(t text.OfflineText) string { return t.ResetHome }))
	line(`<script>%s</script>`, script)
	line(`</html>`)
	return []byte(b.String())
}

func asJSON(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // maps of strings
	}
	return data
}
