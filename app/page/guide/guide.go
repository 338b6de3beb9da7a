// Package guide draws the page Guide: short answers with their sources.
package guide

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/cite"
)

// view is the screen that explains what the others show.
type view struct {
	ui.Context
	o scenario.GuideOutcome
	g *text.GuideText
}

// Draw is the screen of explanations.
func Draw(c ui.Context) h.UI {
	v := view{c, scenario.EvalGuide(c.State.Scenario), &c.T.Guide}
	return h.Main().ID("main").TabIndex(-1).Class("guide").Body(
		h.Div().Class("ledebox").Body(h.H1().Class("lede").Body(h.Text(v.g.Lede), h.Small().Text(v.g.Intro))),
		h.Div().Class("inputs").Body(v.contents()),
		h.Div().Class("content").Body(
			v.counting(), v.disagreement(), v.Calm("entries", v.words), v.Printed(),
		),
	)
}

// words are the sections without numbers of the reader's.
func (v view) words() h.UI {
	return h.Div().Class("stack").Body(
		v.section("trust", v.g.TrustTitle, v.g.TrustIntro, v.entries(scenario.GuideTraps())...),
		v.section("methods", v.g.MethodsTitle, v.g.MethodsIntro, v.entries(scenario.GuideMethods())...),
		v.section("glossary", v.g.TermsTitle, v.g.TermsIntro, v.terms()),
		v.section(scenario.GuideCorrections, v.g.CorrectionsTitle, v.g.CorrectionsIntro, v.corrections()),
	)
}

// contents is the list of sections.
func (v view) contents() h.UI {
	var items []h.UI
	for _, id := range scenario.GuideSections() {
		items = append(items, h.Li().Body(v.Way(ui.GuideAt(id), v.titleOf(id))))
	}
	return h.Nav().Class("contents").Attr("aria-label", v.g.Contents).Body(h.P().Class("label").Text(v.g.Contents), h.Ul().Body(items...))
}

// titleOf is the title of a place of the Guide.
func (v view) titleOf(id string) string {
	if e := v.T.GuideEntry(id); e.Title != "" {
		return e.Title
	}
	return map[string]string{"counting": v.g.CountTitle, "disagreement": v.g.WhyTitle, "trust": v.g.TrustTitle,
		"methods": v.g.MethodsTitle, "glossary": v.g.TermsTitle, scenario.GuideCorrections: v.g.CorrectionsTitle}[id]
}

func (v view) section(id, title, intro string, body ...h.UI) h.UI {
	return h.Section().ID(id).TabIndex(-1).Class("study").Body(append([]h.UI{h.H2().Text(title), h.P().Class("said").Text(intro)}, body...)...)
}

// here leads to where Lossline shows something.
func (v view) here(ways ...string) h.UI {
	if len(ways) == 0 {
		return h.Div().Hidden(true)
	}
	body := []h.UI{h.Text(v.g.Here + v.T.Colon)}
	for i, to := range ways {
		if i > 0 {
			body = append(body, h.Text(v.T.ListSep))
		}
		body = append(body, v.Way(to, v.nameOf(to)))
	}
	return h.P().Class("note").Body(body...)
}

// nameOf is the name of where a way leads.
func (v view) nameOf(to string) string {
	page, choices, _ := strings.Cut(to, "?")
	key, value, _ := strings.Cut(choices, "=")
	if key == scenario.KeyAt {
		return v.titleOf(value)
	}
	name, about := v.NameOf(scenario.Page(page), value)
	if about == "" {
		return name
	}
	return name + v.T.Colon + about
}

// source is a reference as a link.
func source(ref cite.Ref) h.UI {
	return ui.SourceLink(ref)
}
