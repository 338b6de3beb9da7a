package app

import "lossline/app/scenario"

// send is the one way in which anything changes: it names for each message its one
// handler. What changes the scenario alone is left to scenario.Update.
func (r *Root) send(m scenario.Msg) {
	switch m := m.(type) {
	case themeChosen:
		setTheme(m.theme)
	case frameChosen:
		r.panel.choose(m)
	case scenario.Opened:
		r.runs.read(m)
	case scenario.Restored:
		r.runs.restore(m)
	case scenario.KeepRuns:
		r.runs.keep(m.On)
	case scenario.SaveSession:
		r.runs.save()
	case scenario.Agree:
		r.ws.fit.afterRead(r.runs.take)
	case scenario.AskProfile:
		r.runs.profile(m.Symbol)
	case scenario.AskAll:
		r.runs.judge()
	case scenario.MapColumn:
		r.ws.fit.mapColumn(m)
	case scenario.DropRows:
		r.ws.fit.drop(m)
	case scenario.Cancel:
		r.ws.fit.stopAll()
	default:
		r.moves.update(m)
	}
}
