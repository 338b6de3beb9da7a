package app

import (
	"strings"

	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/share"
)

// locate reads language, screen and state from the address.
func (m *moves) locate() { m.open(m.at.browser.address()) }

// open reads language, screen and state from a path below the site's root and a
// fragment. The page named in the fragment wins over the path, so a link survives a
// move of its path.
func (m *moves) open(path, fragment string) {
	fragment = m.at.find(path, fragment)
	l, notices := share.Decode(fragment)
	m.came.open(l, notices)
	m.at.tour = l.Tour
	m.ws.fit.arrive(&l.Scenario)
	if strings.Contains("&"+share.Plain(fragment), "&p=") {
		m.at.screen = page.Of(l.Page)
	}
	m.ws.set(scenario.NewState(l.Scenario))
	m.ws.past.commit(m.ws.state.Settled)
	m.compare()
}

func (m *moves) compare() {
	if m.came.expect != "" {
		m.came.compare(m.ws.linkDigest(m.at.screen, m.came.byRuns, m.came.first))
	}
}

// moved follows the address after Back, Forward or an edit by hand.
func (m *moves) moved() {
	if m.at.browser.ours(m.at.here()) {
		return
	}
	m.at.browser.forget()
	m.locate()
	m.at.entitle()
	m.follow()
	m.arrive()
}

// reopen shows a state of the timeline.
func (m *moves) reopen(fragment string) {
	l, notices := share.Decode(fragment)
	m.ws.fit.arrive(&l.Scenario)
	m.openState(l, notices)
}

// openState shows what a link says as a step of this page's own.
func (m *moves) openState(l share.Link, notices []share.Notice) {
	m.at.browser.flush()
	m.shorten()
	m.came.offered, m.panel.open, m.at.tour = "", false, ""
	m.at.screen = page.Of(l.Page)
	m.show(l.Scenario)
	m.came.notices = notices
	m.ws.past.commit(l.Scenario)
	m.visit()
}

// take puts a scenario of ours in the place of the reader's, whose runs, fit and
// pinned plans stay.
func (m *moves) take(s scenario.Scenario, p scenario.Page, tour string) {
	m.at.browser.flush()
	m.shorten()
	if tour == "" {
		m.at.browser.shut(examplesID, "preset")
	} else {
		m.at.browser.shut(examplesID, "tour-bar")
	}
	mine := m.ws.state
	if p != scenario.Fit {
		s.Fit = mine.Fit
	}
	s.Fit.Rows, s.Own, s.Lanes = mine.Fit.Rows, mine.Own, mine.Lanes
	m.came.changed()
	m.panel.open, m.at.tour = false, tour
	m.at.screen = page.Of(p)
	m.show(s)
	if m.ws.past.commit(s) {
		m.keepWork()
	}
	m.visit()
	m.land("")
}

// takeLane puts a pinned plan in the place of the reader's; the runs and the other
// pinned plans stay.
func (m *moves) takeLane(s scenario.Scenario) {
	s.Lanes, s.Fit = m.ws.state.Lanes, m.ws.state.Fit
	m.show(s)
	m.committed()
}
