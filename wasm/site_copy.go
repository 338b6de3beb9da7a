//go:build !js

package main

import (
	"encoding/base64"
	"fmt"
	"html"
	"path"
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app"
	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text/languages"
	"lossline/engine/dataset"
	"lossline/web"
)

// copyName is the whole app as one file, which runs from a disk.
const copyName = "lossline.html"

// copyLine is the line of offline_copy.js that the writer fills in.
const copyLine = `const site = {"folders": {"en": ""}};`

// copyOffline writes the offline copy: the front page in English with style,
// scripts, binary and data sets inside. The other pages and languages are those
// that the app draws.
func (w *siteWriter) copyOffline(binary, exec []byte) error {
	s, t := page.All()[0], languages.In(languages.First())
	body, err := markup(h.HTMLString(app.NewRoot(languages.First(), s, "")))
	if err != nil {
		return err
	}
	boot, err := w.booting(map[string]any{"data": map[string]string{}})
	if err != nil {
		return err
	}
	unpack, err := fillIn(web.OfflineCopy, copyLine, map[string]any{"folders": languages.Folders()})
	if err != nil {
		return err
	}
	c := singleFile{style: string(styleOfAll()), scripts: []inline{
		{"", string(early())}, {`id="copy-exec"`, string(exec)}, {"", string(unpack)}, {`data-root=""`, string(boot)},
	}}
	if err := c.add("text/plain", "copy-home", []byte(w.url)); err != nil {
		return err
	}
	if err := c.embed(binary, w.engineBinary); err != nil {
		return err
	}
	page, err := c.html(s.Title(t), linksWithin(body))
	if err != nil {
		return err
	}
	return w.file(copyName, page)
}

// linksWithin has the links between pages, which are folders of the site, lead
// to places in the one file.
func linksWithin(body string) string {
	var pairs []string
	for _, l := range languages.All() {
		for _, s := range page.All() {
			fragment := share.Encode(share.Link{Page: s.ID, Scenario: scenario.Default()})
			if languages.In(l).Dir != "" {
				fragment = languages.In(l).Dir + "&" + fragment
			}
			pairs = append(pairs, `href="`+orDot(page.Path(l, s))+`"`, `href="#`+html.EscapeString(fragment)+`"`)
			// With a fragment that was written by hand, which is to name its page.
			within := "p=" + string(s.ID)
			if languages.In(l).Dir != "" {
				within = languages.In(l).Dir + "&" + within
			}
			pairs = append(pairs, `href="`+orDot(page.Path(l, s))+`#`, `href="#`+html.EscapeString(within+"&"))
		}
	}
	return strings.NewReplacer(pairs...).Replace(body)
}

// singleFile is a page that loads nothing.
type singleFile struct {
	style   string
	scripts []inline // the first of them before anything is drawn
	data    []string // elements that hold what others have in files
}

// inline is a script with its attributes.
type inline struct{ attributes, text string }

// embed packs the binaries, the worker's script and the data sets as elements.
func (c *singleFile) embed(binary, engine []byte) error {
	if err := c.pack("copy-binary", binary); err != nil {
		return err
	}
	if err := c.pack("copy-engine", engine); err != nil {
		return err
	}
	elements := map[string]string{} // by file: several data sets may be read from one
	for _, f := range dataset.Files() {
		if elements[f.Name] != "" {
			continue
		}
		elements[f.Name] = "copy-" + strings.TrimSuffix(f.Name, path.Ext(f.Name))
		if err := c.pack(elements[f.Name], f.Data); err != nil {
			return err
		}
	}
	of := map[string]string{}
	for _, l := range dataset.All() {
		of[l.ID] = elements[l.File]
	}
	if err := c.add("application/json", "copy-data", asJSON(of)); err != nil {
		return err
	}
	return c.add("text/plain", "copy-worker", web.Worker)
}

func (c *singleFile) pack(id string, data []byte) error {
	z, err := zipped(data)
	if err != nil {
		return err
	}
	return c.add("application/gzip", id, []byte(base64.StdEncoding.EncodeToString(z)))
}

func (c *singleFile) add(kind, id string, data []byte) error {
	c.data = append(c.data, fmt.Sprintf(`<script type="%s" id="%s">%s</script>`, kind, id, data))
	return endless(string(data))
}

// endless makes sure that a text can stand in a script element.
func endless(text string) error {
	if s := strings.ToLower(text); strings.Contains(s, "</script") || strings.Contains(s, "<!--") {
		return fmt.Errorf("this would end the script that it stands in: %.60s", text)
	}
	return nil
}

// policy lets the page run its own scripts and what it makes itself, and load
// nothing from anywhere.
func (c *singleFile) policy() string {
	hashes := ""
	for _, s := range c.scripts {
		hashes += " " + hashOf([]byte(s.text))
	}
	return "default-src 'none'; script-src 'wasm-unsafe-eval'" + hashes + "; style-src " + hashOf([]byte(c.style)) +
		"; img-src data: blob:; connect-src blob:; worker-src blob:; base-uri 'none'; form-action 'none'; " + trustedTypes
}

func (c *singleFile) html(title, body string) ([]byte, error) {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	script := func(s inline) error {
		line(`<script %s>%s</script>`, s.attributes, s.text)
		return endless(s.text)
	}
	line(`<!doctype html>`)
	line(`<html lang="en" class="single">`)
	line(`<head>`)
	line(`<meta charset="utf-8">`)
	line(`<meta http-equiv="Content-Security-Policy" content="%s">`, html.EscapeString(c.policy()))
	line(`<meta name="viewport" content="width=device-width, initial-scale=1">`)
	line(`<meta name="color-scheme" content="light dark">`)
	line(`<title>%s</title>`, html.EscapeString(title))
	line(`<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,%s">`, base64.StdEncoding.EncodeToString(web.Icon))
	line(`<style>%s</style>`, c.style)
	if err := script(c.scripts[0]); err != nil {
		return nil, err
	}
	line(`</head>`)
	line(`<body>`)
	line(`<div hidden></div>`) // which the app replaces: see document.html
	line(`%s`, body)
	for _, d := range c.data {
		line(`%s`, d)
	}
	for _, s := range c.scripts[1:] {
		if err := script(s); err != nil {
			return nil, err
		}
	}
	line(`</body>`)
	line(`</html>`)
	return []byte(b.String()), nil
}
