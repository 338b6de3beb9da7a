package app

import (
	"time"

	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/text"
)

// moves takes the reader from one state, or page, to another, and keeps the address,
// the history and the timeline up with it.
type moves struct {
	ws    *workspace
	at    *address
	came  *arrival
	times *timeline
	panel *panel
}

// update takes a message that changes the state.
func (m *moves) update(msg scenario.Msg) {
	next := scenario.Update(m.ws.state, msg)
	if next == m.ws.state {
		return
	}
	changed := next.Scenario != m.ws.state.Scenario
	if changed {
		m.shorten()
	}
	if _, ok := msg.(scenario.Reset); ok {
		m.came.notices = nil
	}
	m.ws.state = next
	if changed {
		m.came.changed()
		m.ws.set(next)
		m.writeLink()
	}
	m.committed()
	m.follow()
}

func (m *moves) follow() { m.ws.follow(m.at.screen) }

// committed takes what has settled into the history, and keeps it in the
// browser once the reader has changed anything.
func (m *moves) committed() {
	if m.ws.commit() {
		m.keepWork()
	}
}

func (m *moves) keepWork() { m.times.add(m.at.fragment(m.at.screen)) }

// step undoes, or redoes, what was settled last.
func (m *moves) step(steps int) {
	m.at.browser.flush()
	if s, ok := m.ws.past.move(steps); ok {
		m.show(s)
		m.keepWork()
	}
}

// show puts a scenario on the screen.
func (m *moves) show(s scenario.Scenario) {
	m.shorten()
	m.ws.set(scenario.NewState(s))
	m.came.notices = nil
	m.writeLink()
	m.follow()
}

// shorten takes the runs out of an address that had them when it was opened, now that
// it is to change, and has that said.
func (m *moves) shorten() {
	if m.came.byRuns {
		m.came.byRuns, m.came.takenOut = false, true
		m.at.browser.replace(m.at.here())
	}
}

// linkDelay is how long nothing may change before the address is written:
// browsers limit how often that may be done, and some keep every version.
const linkDelay = 250 * time.Millisecond

// writeLink brings the address up to date once the reader pauses; what stands
// then is settled.
func (m *moves) writeLink() {
	m.at.browser.after(linkDelay, func() {
		m.ws.state = scenario.Update(m.ws.state, scenario.Settle{})
		m.committed()
		m.follow()
		m.at.browser.replace(m.at.here())
	})
}

// goTo changes the screen and keeps everything else.
func (m *moves) goTo(p scenario.Page) {
	m.at.browser.flush()
	m.came.takenOut = false
	m.shorten()
	m.ws.state = scenario.Update(m.ws.state, scenario.Leave{})
	m.came.left()
	m.at.screen = page.Of(p)
	m.visit()
}

// speak shows the same in another language.
func (m *moves) speak(l text.Lang) {
	m.at.browser.flush()
	m.shorten()
	m.at.lang = l
	m.visit()
}

// visit makes what is shown a step of the browser's own history.
func (m *moves) visit() {
	m.at.preset = nil
	m.at.browser.push(m.at.here())
	m.at.entitle()
	m.follow()
}
