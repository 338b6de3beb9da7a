package app

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text"
	"lossline/app/ui"
)

// arrival is what there is to say of the link by which the page was opened.
type arrival struct {
	notices  []share.Notice
	expect   string // digest of the numbers that the link was shared with; "" once compared
	first    bool   // it is one of before 2026-12, of fewer numbers
	same     *bool  // whether they are the same
	byRuns   bool   // the address was opened with runs, and has them still
	takenOut bool   // runs were taken out of the address
	offered  string // the state that the reader left last, where a link has been opened over it
}

// open takes what was read with a link.
func (a *arrival) open(l share.Link, notices []share.Notice) {
	a.notices, a.expect, a.same = notices, l.Digest, nil
	if a.first = l.Digest == ""; a.first {
		a.expect = l.First
	}
	a.byRuns, a.takenOut = l.WithRows, false
}

// left forgets what was said of a page that the reader leaves.
func (a *arrival) left() { a.notices, a.same = nil, nil }

// changed forgets what the reader's own changes have made void.
func (a *arrival) changed() { a.expect, a.same, a.offered = "", nil, "" }

// compare says whether the numbers are those that the link was shared with, once
// they are there.
func (a *arrival) compare(digest string) {
	if a.expect != "" && digest != "" {
		same := digest == a.expect
		a.expect, a.same = "", &same
	}
}

// said is what was wrong with the link, and whether its numbers are the same.
func (a *arrival) said(t *text.Strings) []string {
	var said []string
	for _, n := range a.notices {
		switch n.Code {
		case share.Incomplete:
			said = append(said, t.LinkIncomplete)
		case share.Damaged:
			said = append(said, t.LinkDamaged)
		case share.Repaired:
			said = append(said, t.Mended(n.Keys))
		case share.Newer:
			said = append(said, t.LinkNewer)
		case share.Ignored:
			said = append(said, text.Fill(t.LinkIgnored, n.Keys))
		}
	}
	switch {
	case a.same == nil:
	case !*a.same:
		said = append(said, t.Sharing.OtherNumbers)
	case a.first:
		said = append(said, t.Sharing.FirstNumbers)
	default:
		said = append(said, t.Sharing.SameNumbers)
	}
	if a.takenOut {
		said = append(said, t.Private.TakenOut)
	}
	return said
}

// bar draws what is said of the link, and offers what the reader left.
func (a *arrival) bar(c ui.Context, reopen func(fragment string)) h.UI {
	t := c.T
	said := a.said(t)
	if len(said) == 0 && a.offered == "" {
		return h.Div().Role("status")
	}
	return h.Div().Role("status").Body(h.P().Class("notice").ID("notice").Body(
		h.Text(strings.Join(said, t.SentenceSep)),
		h.If(a.same != nil && (a.first || !*a.same), func() h.UI {
			return h.Span().Body(h.Text(" "), c.Way(ui.GuideAt(scenario.GuideCorrections), t.Guide.CorrectionsTitle))
		}),
		h.If(a.offered != "", func() h.UI {
			return h.Span().Body(h.Text(" "+t.Sharing.Opened+" "),
				&ui.Button{ID: "restore", Label: t.Sharing.Restore, Kind: "link", Do: func() { reopen(a.offered) }})
		}),
	))
}
