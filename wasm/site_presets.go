//go:build !js

package main

import (
	"fmt"
	"html"
	"path"
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app"
	"lossline/app/chart"
	"lossline/app/page"
	"lossline/app/page/shape"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// The size of a preview that every service shows whole, in pixels.
const cardWidth, cardHeight = 1200, 630

// presets writes the page of every preset in every language, with what previews of
// its link show.
func (w *siteWriter) presets() error {
	for _, p := range app.Presets() {
		f, err := presetFigure(p)
		if err != nil {
			return err
		}
		card, err := chart.Card(f, chart.Light, cardWidth, cardHeight)
		if err != nil {
			return fmt.Errorf("preset %s: %w", p.ID, err)
		}
		if err := w.file(app.PresetPath(languages.First(), p)+"card.png", card); err != nil {
			return err
		}
		for _, l := range languages.All() {
			if err := w.preset(l, p); err != nil {
				return fmt.Errorf("preset %s: %w", p.ID, err)
			}
		}
	}
	return nil
}

// presetFigure is the figure that stands for a preset, in English, since the fonts
// of previews have no other letters.
func presetFigure(p app.Preset) (*chart.XY, error) {
	s, t := p.Scenario(), languages.In(languages.First())
	if p.Page == scenario.Shape {
		return shape.Upstream(scenario.EvalShape(s), t), nil
	}
	for _, e := range page.Embeds() {
		if e.Page == p.Page {
			return page.EmbedFigure(ui.Context{T: t, State: scenario.NewState(s), Outcome: scenario.Eval(s), Draw: &ui.Drawer{}}, e), nil
		}
	}
	return nil, fmt.Errorf("no figure for the page %s of preset %s", p.Page, p.ID)
}

func (w *siteWriter) preset(l text.Lang, p app.Preset) error {
	at := app.PresetPath(l, p)
	base := strings.Repeat("../", strings.Count(at, "/"))
	root := app.NewPreset(l, p, base)
	body, err := markup(h.HTMLString(root))
	if err != nil {
		return err
	}
	replies, err := root.Replies()
	if err != nil {
		return err
	}
	said := languages.In(l).Presets[p.ID]
	d := document{assets: w.assets, Lang: string(l), Base: base, Title: said.Title + " · Lossline", Description: said.Description,
		Body: body, Replies: replies, Head: w.previews(l, p, base)}
	for _, other := range languages.All() {
		d.Alternates = append(d.Alternates, alternate{string(other), base + app.PresetPath(other, p)})
	}
	if w.url != "" {
		if err := w.file(path.Join(at, "oembed.json"), append(asJSON(w.oembed(l, p)), '\n')); err != nil {
			return err
		}
	}
	return w.file(path.Join(at, "index.html"), d.html())
}

// previews are the elements of the head from which others make a preview. Most of
// them read no address that is not whole; where the site's own is not known they
// have those that the page can say.
func (w *siteWriter) previews(l text.Lang, p app.Preset, base string) []string {
	root := base
	if w.url != "" {
		root = w.url
	}
	meta := func(name, property, content string) string {
		return fmt.Sprintf(`<meta %s="%s" content="%s">`, name, property, html.EscapeString(content))
	}
	lines := []string{
		meta("property", "og:type", "website"), meta("property", "og:site_name", "Lossline"),
		meta("property", "og:image", root+app.PresetPath(languages.First(), p)+"card.png"),
		meta("property", "og:image:width", fmt.Sprint(cardWidth)), meta("property", "og:image:height", fmt.Sprint(cardHeight)),
		meta("property", "og:image:alt", languages.In(l).Presets[p.ID].Title), meta("name", "twitter:card", "summary_large_image"),
	}
	if w.url == "" {
		return lines
	}
	at := html.EscapeString(root + app.PresetPath(l, p))
	return append(lines, meta("property", "og:url", root+app.PresetPath(l, p)),
		`<link rel="canonical" href="`+at+`">`,
		`<link rel="alternate" type="application/json+oembed" href="`+at+`oembed.json" title="`+html.EscapeString(languages.In(l).Presets[p.ID].Title)+`">`)
}

// oembed is the answer of oEmbed 1.0, as a file: it says the same to whoever asks
// for whatever size.
func (w *siteWriter) oembed(l text.Lang, p app.Preset) map[string]any {
	m := map[string]any{
		"version": "1.0", "type": "link", "provider_name": "Lossline", "provider_url": w.url, "title": languages.In(l).Presets[p.ID].Title,
		"thumbnail_url": w.url + app.PresetPath(languages.First(), p) + "card.png", "thumbnail_width": cardWidth, "thumbnail_height": cardHeight,
	}
	for _, e := range page.Embeds() {
		if e.Page == p.Page {
			link := w.url + page.Path(l, page.Of(p.Page)) + "#" + p.State
			m["type"], m["width"], m["height"], m["html"] = "rich", 640, 375, app.Snippets(e.ID, link)[0].Code
			break
		}
	}
	return m
}
