package app

import (
	"encoding/json"
	"time"

	"lossline/app/export"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/ui"
)

// ownRuns are the reader's own runs: how they come, and where they stay.
type ownRuns struct {
	ws    *workspace
	at    *address
	moves *moves
	send  ui.Send
	asked int  // how often the device was asked to keep runs or to delete them
	gone  bool // they are to be deleted, or were
}

// fitted follows every last reply to a fit: the address has its coefficients from
// then on, unless it is one that was opened with the runs.
func (r *ownRuns) fitted() {
	r.moves.compare()
	r.ws.fit.match()
	if _, ok := r.ws.fit.own(); ok && !r.moves.came.byRuns && r.at.screen.ID == scenario.Fit {
		r.moves.writeLink()
	}
	if f := r.ws.state.Fit; r.ws.fit.work.Keep.On && !r.gone && f.Data == scenario.OwnData && f.Rows != "" {
		r.keep(true)
	}
}

// restore shows the state of a file that was saved here, with the runs where it has
// some.
func (r *ownRuns) restore(m scenario.Restored) {
	if m.Rows == "" {
		r.moves.reopen(m.Fragment)
		return
	}
	l, notices := share.Decode(m.Fragment)
	l.Scenario.Fit.Data, l.Scenario.Fit.Rows = scenario.OwnData, m.Rows
	r.ws.fit.stopAll()
	r.ws.fit.work.Matches = scenario.Match{}
	r.ws.fit.give(m.Rows)
	r.moves.openState(l, notices)
}

// save saves runs and state as one file.
func (r *ownRuns) save() {
	s := r.ws.carried(scenario.Fit)
	meta := export.Meta{Date: time.Now().Format(time.DateOnly)}
	state := share.Encode(share.Link{Page: scenario.Fit, Scenario: s})
	ui.Download(meta.FileName("session", "", "json"), "application/json", export.Session(state, s.Fit.Rows))
}

// keptKey says that the device keeps runs, so that no database is opened of which
// nothing was asked.
const keptKey = "lossline.runs"

// keptRuns is what the device keeps.
type keptRuns struct {
	Rows    string   `json:"rows"`
	Runs    int      `json:"runs"`
	Digests []string `json:"digests"` // of fits to them
}

// keep has the device keep the runs in use, or deletes what it kept. What
// became of it is said once it is done, of what was asked last.
func (r *ownRuns) keep(on bool) {
	k := &r.ws.fit.work.Keep
	r.asked++
	mine := r.asked
	r.gone = !on
	if !on {
		r.at.browser.keepRuns("", func(ok bool) {
			if ok && mine == r.asked { // else the button stays
				*k = scenario.Keep{}
				keep(keptKey, "")
			}
		})
		return
	}
	rows := r.ws.state.Fit.Rows
	if rows == "" {
		*k = scenario.Keep{Many: true}
		return
	}
	kept := keptRuns{Rows: rows}
	for digest, h := range r.ws.fit.held.runs {
		if h.rows == rows {
			kept.Digests = append(kept.Digests, digest)
		}
	}
	if read := r.ws.fit.work.Read; read != nil {
		kept.Runs = read.Kept
	}
	text, err := json.Marshal(kept)
	if err != nil { // plain data
		return
	}
	r.at.browser.keepRuns(string(text), func(ok bool) {
		if mine != r.asked {
			return
		}
		if *k = (scenario.Keep{Failed: true}); ok {
			*k = scenario.Keep{On: true, Rows: kept.Runs}
			keep(keptKey, "1")
		}
	})
}

// load brings back the runs that the device keeps, to a page that has none.
func (r *ownRuns) load() {
	if kept(keptKey) == "" {
		return
	}
	r.at.browser.keptRuns(func(text string) {
		var kept keptRuns
		if json.Unmarshal([]byte(text), &kept) != nil || !share.ValidRows(kept.Rows) {
			return
		}
		f := r.ws.fit
		f.work.Keep = scenario.Keep{On: true, Rows: kept.Runs}
		for _, digest := range kept.Digests {
			f.held.runs[digest] = heldRuns{kept.Rows, -1}
		}
		s := r.ws.state.Scenario
		if s.Fit.Rows != "" || f.work.File.Bytes > 0 {
			return
		}
		if f.arrive(&s); !f.work.Foreign {
			s.Fit.Rows = kept.Rows
		}
		r.ws.state.Scenario.Fit.Rows, r.ws.state.Settled.Fit.Rows = s.Fit.Rows, s.Fit.Rows
		r.ws.past.replace(r.ws.state.Settled)
		r.moves.follow()
	})
}
