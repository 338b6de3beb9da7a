package app

import (
	"slices"
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// longLink is how many characters every program takes.
const longLink = 2000

// sharePanel has the link to these numbers, with a button that copies it and a
// field that can be selected where copying is refused; the link without the
// runs behind a fit; and what the reader looked at before.
func (r *Root) sharePanel(c ui.Context) h.UI {
	t := c.T
	if !r.sharing {
		return h.Div()
	}
	s := t.Sharing
	body := []h.UI{
		h.Div().Class("row spread").Body(h.H2().Text(t.ShareTitle), &ui.Button{ID: "share-close", Label: t.Close, Do: r.toggleShare}),
		r.linkRow(t, "share-link", s.Link, r.sharedLink()),
		h.P().Class("help").ID("share-about").Text(r.aboutLink(c)),
	}
	body = append(body, r.runsRows(c)...)
	if bare, ok := r.bareLink(); ok {
		body = append(body, r.linkRow(t, "share-bare", s.LinkBare, bare), h.P().Class("help").Text(s.LinkBareHelp))
	}
	body = append(body, h.P().Class("help").Body(h.Strong().ID("copied").Role("status").Text(r.copied)), r.embedding(c), r.momentList(t))
	return h.Div().Body(h.Section().Class("share").ID("share-panel").Attr("aria-label", t.ShareTitle).Body(h.Div().Body(body...)))
}

// runsRows offer what has the reader's own runs: a link, made when it is asked for, and
// a session file.
func (r *Root) runsRows(c ui.Context) []h.UI {
	t := c.T.Private
	if c.Runs.Count == 0 || r.state.Fit.Rows == "" {
		return nil
	}
	var out []h.UI
	if c.Runs.Adds > 0 {
		help := text.Fill(t.WithRunsHelp, c.T.Whole(float64(c.Runs.Adds)), c.T.Whole(float64(c.Runs.Count)))
		if r.runsOut {
			out = append(out, r.linkRow(c.T, "share-runs", t.WithRuns, r.runsLink()))
		} else {
			out = append(out, h.Div().Body(&ui.Button{ID: "share-with-runs", Label: t.WithRuns, Do: r.askRunsLink}))
		}
		out = append(out, h.P().Class("help").Text(help))
	}
	return append(out, h.Div().Body(&ui.Button{ID: "share-session", Label: t.Session, Do: r.saveSession}),
		h.P().Class("help").Text(t.SessionHelp))
}

func (r *Root) askRunsLink() {
	r.runsOut = true
	r.browser.focus("copy-share-runs")
}

// linkRow is a link with its button.
func (r *Root) linkRow(t *text.Strings, id, label, link string) h.UI {
	return h.Div().Class("field").Body(
		h.Label().For(id).Text(label),
		h.Div().Class("row").Body(
			h.Input().Type("text").ID(id).Value(link).ReadOnly(true).OnFocus(selectAll),
			&ui.Button{ID: "copy-" + id, Label: t.Copy, Kind: "primary", Do: func() { r.copyLink(id) }},
		),
	)
}

func selectAll(ctx h.Context, e h.Event) { ctx.JSSrc().Call("select") }

// sharedLink is the link to this page without the reader's own runs, with the digest of
// its numbers.
func (r *Root) sharedLink() string {
	s := r.carried(r.screen.ID)
	l := share.Link{Page: r.screen.ID, Scenario: s, Digest: r.digest()}
	if r.screen.ID == scenario.Fit && s.Fit.Data == scenario.OwnData {
		l.Digest = scenario.DigestOwn(s)
	}
	return r.linkTo(l)
}

// runsLink is the link to this page with the reader's own runs.
func (r *Root) runsLink() string {
	return r.linkTo(share.Link{Page: r.screen.ID, Scenario: r.state.Scenario, Digest: r.digest(), WithRows: true})
}

func (r *Root) linkTo(l share.Link) string {
	return r.outside(r.browser.origin() + r.browser.link(page.Path(r.lang, page.Of(l.Page)), share.Encode(l)))
}

// runsInFiles is the choice that files have the runs in their links, runsInSnippet that
// the snippets of the share panel have them.
const runsInFiles, runsInSnippet = "runs-in-files", "runs-in-snippet"

// runs is what there is of the reader's own runs on the page.
func (r *Root) runs() ui.Runs {
	fit := r.fit.work.FitReply()
	if r.screen.ID != scenario.Fit || r.state.Fit.Data != scenario.OwnData || fit == nil {
		return ui.Runs{}
	}
	on := r.chosen[runsInFiles] != ""
	return ui.Runs{Count: fit.Rows, Adds: share.RowsLen(r.state.Fit.Rows), On: on,
		Toggle: func() { r.send(chooses(runsInFiles, !on)) }}
}

// bareLink is the link to the plan by the fit on screen, without its runs; false
// where there are none in the link, or the fit divides no budget.
func (r *Root) bareLink() (string, bool) {
	s := r.state.Scenario
	if r.screen.ID != scenario.Fit || s.Fit.Data != scenario.OwnData {
		return "", false
	}
	own, ok := scenario.OwnFrom(r.fit.work.FitReply())
	if !ok || !own.Plans() {
		return "", false
	}
	s = scenario.Update(scenario.NewState(s), scenario.Adopt{Own: own}).Scenario
	s.Fit = scenario.Default().Fit
	plan := page.All()[0]
	digest := scenario.Digest(plan.Digest(s, scenario.Eval(s), nil))
	return r.linkTo(share.Link{Page: plan.ID, Scenario: s, Digest: digest}), true
}

// aboutLink says how long the link is and what of the reader's own is in it.
func (r *Root) aboutLink(c ui.Context) string {
	t, n := c.T, len(r.sharedLink())
	said := text.Fill(t.LinkChars, strconv.Itoa(n)) + t.SentenceEnd + t.ShareHelp
	if c.Runs.Count > 0 {
		runs := t.Whole(float64(c.Runs.Count))
		said += t.SentenceSep + text.Fill(t.Private.NotInLink, runs)
		switch {
		case r.state.Fit.Rows == "":
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

// embedding is what others put into their pages to show a figure of this one;
// nothing where the page has no such figure.
func (r *Root) embedding(c ui.Context) h.UI {
	t, s := c.T, c.T.Sharing
	return &ui.Disclosure{ID: "embed", Label: s.Embed, Content: func() h.UI {
		var figures []ui.Option
		for _, f := range page.Embeds() {
			if drawn := page.EmbedFigure(c, f); f.Page == r.screen.ID && drawn != nil {
				figures = append(figures, ui.Option{Value: f.ID, Label: drawn.Title})
			}
		}
		if len(figures) == 0 {
			return h.Div()
		}
		figure := r.chosen["figure"]
		if !slices.ContainsFunc(figures, func(o ui.Option) bool { return o.Value == figure }) {
			figure = figures[0].Value
		}
		shared := r.sharedLink()
		if r.chosen[runsInSnippet] != "" && c.Runs.Adds > 0 {
			shared = r.runsLink()
		}
		link, replace := r.inPages(shared)
		all := Snippets(figure, link)
		if len(all) == 0 {
			return h.Div()
		}
		at := 0
		var kinds []ui.Option
		for i, x := range all {
			if x.Name == r.chosen["kind"] {
				at = i
			}
			kinds = append(kinds, ui.Option{Value: x.Name, Label: x.Name})
		}
		return h.Div().Class("stack").Body(
			h.P().Class("help").Text(s.EmbedHelp),
			h.Div().Class("row").Body(r.frameSelect("figure", s.EmbedFigure, figure, figures), r.frameSelect("kind", s.EmbedKind, all[at].Name, kinds)),
			r.snippetRuns(c),
			&ui.Code{ID: "embed-code", Label: s.Embed, Text: all[at].Code, Copy: t.Copy, Copied: t.Copied, Failed: t.CopyFailed},
			h.If(replace != "", func() h.UI {
				return h.P().Class("note").ID("embed-address").Text(text.Fill(t.Links.CopyAddress, replace))
			}),
		)
	}}
}

// snippetRuns is the choice that a snippet has the reader's own runs, without which a
// frame cannot draw them; nothing where the page has none.
func (r *Root) snippetRuns(c ui.Context) h.UI {
	t := c.T.Private
	if c.Runs.Count == 0 {
		return h.Div()
	}
	body := []h.UI{h.P().Class("help").Text(t.EmbedWithout)}
	if c.Runs.Adds > 0 {
		label := text.Fill(t.EmbedRuns, c.T.Whole(float64(c.Runs.Count)), c.T.Whole(float64(c.Runs.Adds)))
		body = append(body, &ui.Check{ID: "embed-runs", Label: label, On: r.chosen[runsInSnippet] != "", Send: r.send,
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

func (r *Root) frameSelect(key, label, value string, options []ui.Option) h.UI {
	return &ui.Select{ID: "embed-" + key, Label: label, Value: value, Options: options, Send: r.send,
		Make: func(v string) scenario.Msg { return frameChosen{key: key, value: v} }}
}

// momentList is the timeline, folded.
func (r *Root) momentList(t *text.Strings) h.UI {
	s := t.Sharing
	return &ui.Disclosure{ID: "timeline", Label: s.Timeline, Content: func() h.UI {
		body := []h.UI{h.P().Class("help").Text(s.TimelineHelp)}
		all := r.timeline()
		for i, m := range all {
			body = append(body, &ui.Button{ID: "moment-" + strconv.Itoa(i), Label: named(t, m), Kind: "link", Do: func() { r.reopen(m.Fragment) }})
		}
		if len(all) == 0 {
			body = append(body, h.P().Class("help").Text(s.TimelineNone))
		} else {
			body = append(body, &ui.Button{ID: "forget", Label: s.Forget, Do: func() { r.keepTimeline(nil) }})
		}
		return h.Div().Class("stack").Body(body...)
	}}
}

func (r *Root) toggleShare() {
	r.sharing, r.copied, r.runsOut = !r.sharing, "", false
	if r.sharing {
		r.browser.focus("copy-share-link")
	} else {
		r.browser.focus("share")
	}
}

func (r *Root) copyLink(id string) {
	t := languages.In(r.lang)
	r.browser.copy(id, func(ok bool) {
		r.copied = t.CopyFailed
		if ok {
			r.copied = t.Copied
		}
		r.browser.redraw()
	})
}

// lanes are the pinned plans with what follows from them, for the view.
func (r *Root) lanes() ui.Lanes {
	l := ui.Lanes{Pin: r.pin, Unpin: r.unpin, Take: func(s scenario.Scenario) {
		s.Lanes, s.Fit = r.state.Lanes, r.state.Fit
		r.show(s)
		r.committed()
	}}
	if r.pinnedText != r.state.Lanes || r.pinned == nil {
		r.pinnedText, r.pinned = r.state.Lanes, []ui.Lane{}
		for _, s := range share.Lanes(r.state.Scenario) {
			r.pinned = append(r.pinned, ui.Lane{Scenario: s, Outcome: scenario.Eval(s)})
		}
	}
	l.All, l.Full = r.pinned, len(r.pinned) >= share.MaxLanes
	return l
}

func (r *Root) pin() {
	if lanes, ok := share.Pin(r.state.Scenario); ok {
		r.send(scenario.SetLanes{Lanes: lanes})
	}
}

func (r *Root) unpin(i int) { r.send(scenario.SetLanes{Lanes: share.Unpin(r.state.Scenario, i)}) }
