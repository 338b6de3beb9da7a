package app

import (
	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// NewOpened returns the page as a link shows it: path leads to it from the site's
// root, the fragment is as the link has it. Tests hold the browser's pages to it.
func NewOpened(path, fragment string) *Root {
	r := NewRoot(languages.First(), page.All()[0], "")
	r.moves.open(path, fragment)
	r.moves.follow()
	r.moves.compare()
	return r
}

// NewOpenedEmbed returns the page of an embedded figure as a link shows it.
func NewOpenedEmbed(l text.Lang, f ui.Embedded, fragment string) *Embed {
	e := NewEmbed(l, f, "")
	e.showLink(share.Decode(fragment))
	e.follow()
	return e
}

// showLink takes the state of a link, and says if some of it is missing.
func (e *Embed) showLink(l share.Link, notices []share.Notice) {
	for _, n := range notices {
		if n.Code == share.Incomplete || n.Code == share.Damaged || n.Code == share.Ignored {
			e.frame.Notice = languages.In(e.lang).Embed.Incomplete
		}
	}
	if l.Scenario.Fit.Data == scenario.OwnData && l.Scenario.Fit.Rows == "" && e.figure.Page == scenario.Fit {
		e.frame.Notice = languages.In(e.lang).Embed.Missing // the figure of the page as it was written stays
		l.Scenario.Fit = scenario.Default().Fit
	}
	e.ws.set(scenario.NewState(l.Scenario))
}

// NewOpenedCopy returns the page of the offline copy as a link shows it.
func NewOpenedCopy(fragment string) *Root { return NewOpened(splitSingle(fragment)) }
