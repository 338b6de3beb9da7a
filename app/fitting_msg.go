package app

import (
	"lossline/app/job"
	"lossline/app/scenario"
)

// heavy handles the messages of heavy work, and reports false for others.
func (r *Root) heavy(m scenario.Msg) bool {
	f := r.fit
	switch m := m.(type) {
	case scenario.Restored:
		r.restore(m)
	case scenario.Opened:
		if r.screen.ID != scenario.Fit {
			r.goTo(scenario.Fit)
		}
		f.then = nil
		f.stopAll() // what still runs was asked of other runs: its reply would find nobody
		clear(f.work.Tasks)
		f.open(m)
		f.afterRead(func() {
			if read := f.work.Read; read != nil && read.Sure && len(read.Problems) == 0 {
				r.takeRuns()
			}
		})
	case scenario.MapColumn:
		f.mapColumn(m)
	case scenario.DropRows:
		f.work.DropBad, f.work.DropDup = m.Bad, m.Duplicates
		f.remap(f.work.Mapping)
	case scenario.Agree:
		f.afterRead(r.takeRuns)
	case scenario.KeepRuns:
		r.keepRuns(m.On)
	case scenario.SaveSession:
		r.saveSession()
	case scenario.Cancel:
		f.stopAll()
	case scenario.AskProfile:
		r.profile(m.Symbol)
	case scenario.AskAll:
		f.again()
		f.follow(r.state)
		if f.work.FitReply() != nil {
			f.rest(r.state.Scenario)
		}
	default:
		return false
	}
	return true
}

// takeRuns fits the table as it is mapped. The runs become part of the scenario
// where a link can hold them.
func (r *Root) takeRuns() {
	f := r.fit
	if f.work.Read == nil || f.work.Read.Kept == 0 {
		return
	}
	f.work.Taken = true
	if read := f.work.Read; read.Canonical != "" && !read.SameRows {
		f.retake(read.Canonical)
	}
	f.rows = f.work.Read.Canonical
	r.send(scenario.TakeRuns{Rows: f.work.Read.Canonical})
	f.follow(r.state)
}

// retake puts the runs as a link has them in place of the table that they were
// read from, where the two number their rows otherwise: what is put aside by
// number is then the same for whoever opens the link.
func (f *fitting) retake(rows string) {
	f.put(rows)
	f.work.Mapping, f.work.DropBad, f.work.DropDup = nil, false, false
}

// profile asks for the objective along a coefficient of the fit on screen.
func (r *Root) profile(symbol string) {
	q := r.fit.work.Request(r.state.Scenario)
	q.Op, q.Bootstrap, q.Coef = job.OpProfile, 0, symbol
	r.fit.ask(scenario.WorkProfile+symbol, q, func(job.Reply) {})
}
