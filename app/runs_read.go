package app

import (
	"lossline/app/job"
	"lossline/app/scenario"
)

// read takes a table that the reader opened. It is fitted where nothing is to be asked.
func (r *ownRuns) read(m scenario.Opened) {
	if r.at.screen.ID != scenario.Fit {
		r.moves.goTo(scenario.Fit)
	}
	f := r.ws.fit
	f.then = nil
	f.stopAll() // what still runs was asked of other runs: its reply would find nobody
	clear(f.work.Tasks)
	f.open(m)
	f.afterRead(func() {
		if read := f.work.Read; read != nil && read.Sure && len(read.Problems) == 0 {
			r.take()
		}
	})
}

// take fits the table as it is mapped. The runs become part of the scenario
// where a link can hold them.
func (r *ownRuns) take() {
	f := r.ws.fit
	if f.work.Read == nil || f.work.Read.Kept == 0 {
		return
	}
	f.work.Taken = true
	if read := f.work.Read; read.Canonical != "" && !read.SameRows {
		// The runs as a link has them take the place of the table that they were read from,
		// where the two number their rows otherwise: what is put aside by number is then the
		// same for whoever opens the link.
		f.put(read.Canonical)
		f.work.Mapping, f.work.DropBad, f.work.DropDup = nil, false, false
	}
	f.rows = f.work.Read.Canonical
	r.send(scenario.TakeRuns{Rows: f.work.Read.Canonical})
	f.follow(r.ws.state)
}

// profile asks for the objective along a coefficient of the fit on screen.
func (r *ownRuns) profile(symbol string) {
	q := r.ws.fit.work.Request(r.ws.state.Scenario)
	q.Op, q.Bootstrap, q.Coef = job.OpProfile, 0, symbol
	r.ws.fit.ask(scenario.WorkProfile+symbol, q, func(job.Reply) {})
}

// judge asks for what judges the fit.
func (r *ownRuns) judge() {
	f := r.ws.fit
	f.again()
	f.follow(r.ws.state)
	if f.work.FitReply() != nil {
		f.rest(r.ws.state.Scenario)
	}
}
