package app

import (
	"slices"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
)

// embedding is what others put into their pages to show a figure of this one;
// nothing where the page has no such figure.
func (p *panel) embedding(c ui.Context) h.UI {
	t, s := c.T, c.T.Sharing
	return &ui.Disclosure{ID: "embed", Label: s.Embed, Content: func() h.UI {
		var figures []ui.Option
		for _, f := range page.Embeds() {
			if drawn := page.EmbedFigure(c, f); f.Page == p.at.screen.ID && drawn != nil {
				figures = append(figures, ui.Option{Value: f.ID, Label: drawn.Title})
			}
		}
		if len(figures) == 0 {
			return h.Div()
		}
		figure := p.chosen["figure"]
		if !slices.ContainsFunc(figures, func(o ui.Option) bool { return o.Value == figure }) {
			figure = figures[0].Value
		}
		shared := p.at.sharedLink()
		if p.chosen[runsInSnippet] != "" && c.Runs.Adds > 0 {
			shared = p.at.runsLink()
		}
		link, replace := p.at.browser.inPages(shared)
		all := Snippets(figure, link)
		if len(all) == 0 {
			return h.Div()
		}
		at := 0
		var kinds []ui.Option
		for i, x := range all {
			if x.Name == p.chosen["kind"] {
				at = i
			}
			kinds = append(kinds, ui.Option{Value: x.Name, Label: x.Name})
		}
		return h.Div().Class("stack").Body(
			h.P().Class("help").Text(s.EmbedHelp),
			h.Div().Class("row").Body(p.frameSelect("figure", s.EmbedFigure, figure, figures), p.frameSelect("kind", s.EmbedKind, all[at].Name, kinds)),
			p.snippetRuns(c),
			&ui.Code{ID: "embed-code", Label: s.Embed, Text: all[at].Code, Copy: t.Copy, Copied: t.Copied, Failed: t.CopyFailed},
			h.If(replace != "", func() h.UI {
				return h.P().Class("note").ID("embed-address").Text(text.Fill(t.Links.CopyAddress, replace))
			}),
		)
	}}
}

// snippetRuns is the choice that a snippet has the reader's own runs, without which a
// frame cannot draw them; nothing where the page has none.
func (p *panel) snippetRuns(c ui.Context) h.UI {
	t := c.T.Private
	if c.Runs.Count == 0 {
		return h.Div()
	}
	body := []h.UI{h.P().Class("help").Text(t.EmbedWithout)}
	if c.Runs.Adds > 0 {
		label := text.Fill(t.EmbedRuns, c.T.Whole(float64(c.Runs.Count)), c.T.Whole(float64(c.Runs.Adds)))
		body = append(body, &ui.Check{ID: "embed-runs", Label: label, On: p.chosen[runsInSnippet] != "", Send: p.send,
			Make: func(on bool) scenario.Msg { return chooses(runsInSnippet, on) }})
	}
	return h.Div().Body(body...)
}

// frameChosen is a message of the frame: a choice that is no part of a scenario.
type frameChosen struct {
	scenario.Msg
	key, value string
}

// chooses is the message that switches a choice of the frame on or off.
func chooses(key string, on bool) scenario.Msg {
	if on {
		return frameChosen{key: key, value: "1"}
	}
	return frameChosen{key: key}
}

func (p *panel) frameSelect(key, label, value string, options []ui.Option) h.UI {
	return &ui.Select{ID: "embed-" + key, Label: label, Value: value, Options: options, Send: p.send,
		Make: func(v string) scenario.Msg { return frameChosen{key: key, value: v} }}
}
