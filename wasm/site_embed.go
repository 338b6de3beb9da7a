//go:build !js

package main

import (
	"encoding/base64"
	"fmt"
	"html"
	"path"
	"slices"
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app"
	"lossline/app/chart"
	"lossline/app/page"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/app/ui"
	"lossline/engine/dataset"
	"lossline/web"
)

// embedLine is the line of embed.js that the writer fills in.
const embedLine = `const site = {"wasm": "", "exec": "", "carrier": "", "data": "", "folders": {"en": ""}};`

// forOthers reports whether a file is there for the pages of others only.
func forOthers(name string) bool {
	_, name = languages.Cut(name)
	return strings.HasPrefix(name, "embed/") || strings.HasPrefix(name, "a/carrier") ||
		strings.HasPrefix(name, "presets/") && path.Ext(name) == ".png" || // shown where links are
		name == "embed-host.js" || name == "element.js" || name == "lossline.js" || strings.HasPrefix(name, releasedName+"/")
}

// embeds writes what other sites show: a page for every embedded figure in every
// language, the figures as pictures, and the scripts for the pages around them.
// The scripts' addresses stand in other people's pages: they stay.
func (w *siteWriter) embeds(binary, exec []byte) error {
	e := embedder{siteWriter: w}
	if err := e.scripts(binary, exec); err != nil {
		return err
	}
	for _, l := range languages.All() {
		for _, f := range page.Embeds() {
			if err := e.page(l, f); err != nil {
				return fmt.Errorf("%s: %w", app.EmbedPath(l, f), err)
			}
		}
	}
	if err := w.file("embed-host.js", web.EmbedHost); err != nil {
		return err
	}
	if err := w.file("element.js", web.Element); err != nil {
		return err
	}
	if err := w.released(); err != nil {
		return err
	}
	return w.api()
}

// apiLine is the line of api.js that the writer fills in.
const apiLine = `const site = {"wasm": "", "exec": "", "worker": "", "data": {}};`

// api writes lossline.js, the engine for other people's programs.
func (w *siteWriter) api() error {
	worker, err := w.asset("worker", ".js", web.Worker)
	if err != nil {
		return err
	}
	data, err := w.dataFiles()
	if err != nil {
		return err
	}
	script, err := fillIn(web.API, apiLine, map[string]any{"wasm": w.engine, "exec": w.exec, "worker": worker, "data": data})
	if err != nil {
		return err
	}
	return w.file("lossline.js", script)
}

// embedder writes pages of figures, which have style and scripts inside: what a
// frame without an origin may load by name depends on its browser.
type embedder struct {
	*siteWriter
	style       string
	early, boot []byte
}

func (e *embedder) scripts(binary, exec []byte) error {
	carrier, data, err := e.carriers(binary, exec)
	if err != nil {
		return err
	}
	own, err := fillIn(web.Embed, embedLine, map[string]any{"wasm": e.wasm, "exec": e.exec, "carrier": carrier, "data": data, "folders": languages.Folders()})
	if err != nil {
		return err
	}
	e.early = slices.Concat(uncommented(web.Trusted), own)
	if e.boot, err = e.bootJS(); err != nil {
		return err
	}
	e.style = string(slices.Concat(web.Style, styleOfFigures(), web.EmbedStyle))
	return endless(string(e.early) + string(e.boot))
}

// carriers writes the scripts that bring the binary, and what a fit takes: the
// data sets and the engine, where
// files cannot be fetched: into a frame without an origin on a host that names no
// others, and from a disk.
func (e *embedder) carriers(binary, exec []byte) (carrier, data string, err error) {
	z, err := zipped(binary)
	if err != nil {
		return "", "", err
	}
	worker := string(exec) + "\nself.importScripts = () => {};\n" + string(web.Worker)
	carrier, err = e.asset("carrier", ".js", carried(map[string]any{"binary": base64.StdEncoding.EncodeToString(z), "worker": worker}))
	if err != nil {
		return "", "", err
	}
	files, of := map[string]string{}, map[string]string{}
	for _, f := range dataset.Files() {
		if z, err = zipped(f.Data); err != nil {
			return "", "", err
		}
		files[f.Name] = base64.StdEncoding.EncodeToString(z)
	}
	for _, l := range dataset.All() {
		of[l.ID] = l.File
	}
	if z, err = zipped(e.engineBinary); err != nil {
		return "", "", err
	}
	data, err = e.asset("carrier-data", ".js", carried(map[string]any{"files": files, "of": of, "engine": base64.StdEncoding.EncodeToString(z)}))
	return carrier, data, err
}

// carried is a script that puts values where embed.js looks for them.
func carried(values map[string]any) []byte {
	return []byte("Object.assign(window.losslineCarried, " + string(asJSON(values)) + ");\n")
}

func (e *embedder) page(l text.Lang, f ui.Embedded) error {
	at := app.EmbedPath(l, f)
	base := strings.Repeat("../", strings.Count(at, "/"))
	root := app.NewEmbed(l, f, base)
	body, err := markup(h.HTMLString(root))
	if err != nil {
		return err
	}
	replies, err := root.Replies()
	if err != nil {
		return err
	}
	for _, t := range []chart.Theme{chart.Light, chart.Dark} {
		im, err := page.EmbedFile(root.Context(), f, t)
		if err != nil {
			return err
		}
		if err := e.file(strings.TrimSuffix(at, "/")+"."+t.Name+".svg", im.SVG); err != nil {
			return err
		}
	}
	return e.file(path.Join(at, "index.html"), e.html(l, f, base, root.Title(), body, replies))
}

// policy lets the page run its own scripts and what these load, since no source
// of files has a name in a frame without an origin.
func (e *embedder) policy() string {
	return "default-src 'none'; script-src 'wasm-unsafe-eval' 'strict-dynamic' " + hashOf(e.early) + " " + hashOf(e.boot) +
		"; style-src " + hashOf([]byte(e.style)) + "; connect-src 'self' blob:; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; " + trustedTypes
}

func (e *embedder) html(l text.Lang, f ui.Embedded, base, title, body string, replies []byte) []byte {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line(`<!doctype html>`)
	line(`<html lang="%s" class="embedded" data-figure="%s">`, l, f.ID)
	line(`<head>`)
	line(`<meta charset="utf-8">`)
	line(`<meta http-equiv="Content-Security-Policy" content="%s">`, html.EscapeString(e.policy()))
	line(`<meta name="viewport" content="width=device-width, initial-scale=1">`)
	line(`<meta name="color-scheme" content="light dark">`)
	line(`<meta name="robots" content="noindex">`)
	line(`<title>%s</title>`, html.EscapeString(title))
	line(`<style>%s</style>`, e.style)
	line(`<script>%s</script>`, e.early)
	line(`</head>`)
	line(`<body>`)
	line(`<div hidden></div>`) // which the app replaces: see document.html
	line(`%s`, body)
	if replies != nil {
		line(`<script type="application/json" id="replies">%s</script>`, replies)
	}
	line(`<script data-root="%s">%s</script>`, base, e.boot)
	line(`</body>`)
	line(`</html>`)
	return []byte(b.String())
}
