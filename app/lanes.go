package app

import (
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/ui"
)

// lanes are the plans that the reader pinned for comparison.
type lanes struct {
	ws   *workspace
	send ui.Send
	take func(scenario.Scenario)

	pinned []ui.Lane // the plans of text
	text   string
}

// all are the pinned plans with what follows from them, for the view.
func (l *lanes) all() ui.Lanes {
	now := l.ws.state
	if l.text != now.Lanes || l.pinned == nil {
		l.text, l.pinned = now.Lanes, []ui.Lane{}
		for _, s := range share.Lanes(now.Scenario) {
			l.pinned = append(l.pinned, ui.Lane{Scenario: s, Outcome: scenario.Eval(s)})
		}
	}
	return ui.Lanes{All: l.pinned, Full: len(l.pinned) >= share.MaxLanes, Pin: l.pin, Unpin: l.unpin, Take: l.take}
}

func (l *lanes) pin() {
	if lanes, ok := share.Pin(l.ws.state.Scenario); ok {
		l.send(scenario.SetLanes{Lanes: lanes})
	}
}

func (l *lanes) unpin(i int) { l.send(scenario.SetLanes{Lanes: share.Unpin(l.ws.state.Scenario, i)}) }
