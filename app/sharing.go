package app

import (
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// longLink is how many characters every program takes.
const longLink = 2000

// panel is the share panel, and what was chosen for links, files and snippets.
type panel struct {
	at     *address
	times  *timeline
	send   ui.Send
	reopen func(fragment string)
	save   func() // runs and state as one file

	open    bool
	runsOut bool              // the link with the runs was asked for
	copied  string            // what happened to the last copy, in words
	chosen  map[string]string // such as figure and kind of page
}

// toggle opens the panel, or closes it.
func (p *panel) toggle() {
	p.open, p.copied, p.runsOut = !p.open, "", false
	if p.open {
		p.at.browser.focus("copy-share-link")
	} else {
		p.at.browser.focus("share")
	}
}

// choose takes a choice that is no part of a scenario.
func (p *panel) choose(m frameChosen) {
	if p.chosen == nil {
		p.chosen = map[string]string{}
	}
	p.chosen[m.key] = m.value
}

// draw has the link to these numbers, with a button that copies it and a
// field that can be selected where copying is refused; the link without the
// runs behind a fit; and what the reader looked at before.
func (p *panel) draw(c ui.Context) h.UI {
	t := c.T
	if !p.open {
		return h.Div()
	}
	s := t.Sharing
	body := []h.UI{
		h.Div().Class("row spread").Body(h.H2().Text(t.ShareTitle), &ui.Button{ID: "share-close", Label: t.Close, Do: p.toggle}),
		p.linkRow(t, "share-link", s.Link, p.at.sharedLink()),
		h.P().Class("help").ID("share-about").Text(p.aboutLink(c)),
	}
	body = append(body, p.runsRows(c)...)
	if bare, ok := p.at.bareLink(); ok {
		body = append(body, p.linkRow(t, "share-bare", s.LinkBare, bare), h.P().Class("help").Text(s.LinkBareHelp))
	}
	body = append(body, h.P().Class("help").Body(h.Strong().ID("copied").Role("status").Text(p.copied)), p.embedding(c), p.momentList(t))
	return h.Div().Body(h.Section().Class("share").ID("share-panel").Attr("aria-label", t.ShareTitle).Body(h.Div().Body(body...)))
}

// runsRows offer what has the reader's own runs: a link, made when it is asked for, and
// a session file.
func (p *panel) runsRows(c ui.Context) []h.UI {
	t := c.T.Private
	if c.Runs.Count == 0 || p.at.ws.state.Fit.Rows == "" {
		return nil
	}
	var out []h.UI
	if c.Runs.Adds > 0 {
		help := text.Fill(t.WithRunsHelp, c.T.Whole(float64(c.Runs.Adds)), c.T.Whole(float64(c.Runs.Count)))
		if p.runsOut {
			out = append(out, p.linkRow(c.T, "share-runs", t.WithRuns, p.at.runsLink()))
		} else {
			out = append(out, h.Div().Body(&ui.Button{ID: "share-with-runs", Label: t.WithRuns, Do: p.askRunsLink}))
		}
		out = append(out, h.P().Class("help").Text(help))
	}
	return append(out, h.Div().Body(&ui.Button{ID: "share-session", Label: t.Session, Do: p.save}),
		h.P().Class("help").Text(t.SessionHelp))
}

func (p *panel) askRunsLink() {
	p.runsOut = true
	p.at.browser.focus("copy-share-runs")
}

// linkRow is a link with its button.
func (p *panel) linkRow(t *text.Strings, id, label, link string) h.UI {
	return h.Div().Class("field").Body(
		h.Label().For(id).Text(label),
		h.Div().Class("row").Body(
			h.Input().Type("text").ID(id).Value(link).ReadOnly(true).OnFocus(selectAll),
			&ui.Button{ID: "copy-" + id, Label: t.Copy, Kind: "primary", Do: func() { p.copyLink(id) }},
		),
	)
}

func selectAll(ctx h.Context, e h.Event) { ctx.JSSrc().Call("select") }

// runsInFiles is the choice that files have the runs in their links, runsInSnippet that
// the snippets of the share panel have them.
const runsInFiles, runsInSnippet = "runs-in-files", "runs-in-snippet"

// link is the absolute address of these numbers, with the runs where files are to have
// them; "" where the page is written.
func (p *panel) link() string {
	at := p.at
	if h.IsServer {
		return ""
	}
	if at.screen.ID == scenario.Fit && p.chosen[runsInFiles] != "" {
		return at.browser.inFiles(at.runsLink())
	}
	return at.browser.inFiles(at.browser.origin() + at.here())
}

// runs is what there is of the reader's own runs on the page.
func (p *panel) runs() ui.Runs {
	fit := p.at.ws.fit.work.FitReply()
	if p.at.screen.ID != scenario.Fit || p.at.ws.state.Fit.Data != scenario.OwnData || fit == nil {
		return ui.Runs{}
	}
	on := p.chosen[runsInFiles] != ""
	return ui.Runs{Count: fit.Rows, Adds: share.RowsLen(p.at.ws.state.Fit.Rows), On: on,
		Toggle: func() { p.send(chooses(runsInFiles, !on)) }}
}

// aboutLink says how long the link is and what of the reader's own is in it.
func (p *panel) aboutLink(c ui.Context) string {
	t, n := c.T, len(p.at.sharedLink())
	said := text.Fill(t.LinkChars, strconv.Itoa(n)) + t.SentenceEnd + t.ShareHelp
	if c.Runs.Count > 0 {
		runs := t.Whole(float64(c.Runs.Count))
		said += t.SentenceSep + text.Fill(t.Private.NotInLink, runs)
		switch {
		case p.at.ws.state.Fit.Rows == "":
			said += t.SentenceSep + text.Fill(t.Private.TooMany, runs)
		case c.Runs.Adds == 0:
			said += t.SentenceSep + text.Fill(t.Sharing.NoRuns, runs)
		}
	}
	if n > longLink {
		said += t.SentenceSep + t.Sharing.Long
	}
	return said
}

// momentList is the timeline, folded.
func (p *panel) momentList(t *text.Strings) h.UI {
	s := t.Sharing
	return &ui.Disclosure{ID: "timeline", Label: s.Timeline, Content: func() h.UI {
		body := []h.UI{h.P().Class("help").Text(s.TimelineHelp)}
		all := p.times.all()
		for i, m := range all {
			body = append(body, &ui.Button{ID: "moment-" + strconv.Itoa(i), Label: named(t, m), Kind: "link", Do: func() { p.reopen(m.Fragment) }})
		}
		if len(all) == 0 {
			body = append(body, h.P().Class("help").Text(s.TimelineNone))
		} else {
			body = append(body, &ui.Button{ID: "forget", Label: s.Forget, Do: func() { p.times.keep(nil) }})
		}
		return h.Div().Class("stack").Body(body...)
	}}
}

func (p *panel) copyLink(id string) {
	t := languages.In(p.at.lang)
	p.at.browser.copy(id, func(ok bool) {
		p.copied = t.CopyFailed
		if ok {
			p.copied = t.Copied
		}
		p.at.browser.redraw()
	})
}
