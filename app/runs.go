package app

import (
	"encoding/json"
	"time"

	"lossline/app/export"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/ui"
	"lossline/engine/plan"
)

// carried returns the scenario as a link to a page has it: to Fit with the fit of the
// reader's own runs, so that whoever opens it without them sees the law and its
// numbers. A law that was adopted keeps its place.
func (r *Root) carried(p scenario.Page) scenario.Scenario {
	s := r.state.Scenario
	if p != scenario.Fit || s.Fit.Data != scenario.OwnData || s.Shown.Has(plan.OwnID) {
		return s
	}
	if own, ok := r.fit.own(); ok {
		s.Own = own
	}
	return s
}

// shorten takes the runs out of an address that had them when it was opened, now that
// it is to change, and has that said.
func (r *Root) shorten() {
	if !r.byRuns {
		return
	}
	r.byRuns, r.takenOut = false, true
	r.browser.replace(r.href(r.lang, r.screen))
}

// fitted follows every last reply to a fit: the address has its coefficients from
// then on, unless it is one that was opened with the runs.
func (r *Root) fitted() {
	r.compare()
	r.fit.match()
	if _, ok := r.fit.own(); ok && !r.byRuns && r.screen.ID == scenario.Fit {
		r.writeLink()
	}
	if f := r.state.Fit; r.fit.work.Keep.On && f.Data == scenario.OwnData && f.Rows != "" {
		r.keepRuns(true)
	}
}

// restore shows the state of a file that was saved here, with the runs where it has
// some.
func (r *Root) restore(m scenario.Restored) {
	if m.Rows == "" {
		r.reopen(m.Fragment)
		return
	}
	l, notices := share.Decode(m.Fragment)
	l.Scenario.Fit.Data, l.Scenario.Fit.Rows = scenario.OwnData, m.Rows
	r.fit.stopAll()
	r.fit.work.Matches = scenario.Match{}
	r.fit.give(m.Rows)
	r.openState(l, notices)
}

// saveSession saves runs and state as one file.
func (r *Root) saveSession() {
	s := r.carried(scenario.Fit)
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

// keepRuns has the device keep the runs in use, or deletes what it kept. What
// became of it is said once it is done.
func (r *Root) keepRuns(on bool) {
	k := &r.fit.work.Keep
	if !on {
		r.browser.keepRuns("", func(ok bool) {
			if ok { // else the button stays
				*k = scenario.Keep{}
				r.browser.keep(keptKey, "")
			}
		})
		return
	}
	rows := r.state.Fit.Rows
	if rows == "" {
		*k = scenario.Keep{Many: true}
		return
	}
	kept := keptRuns{Rows: rows}
	for digest, h := range r.fit.held {
		if h.rows == rows {
			kept.Digests = append(kept.Digests, digest)
		}
	}
	if read := r.fit.work.Read; read != nil {
		kept.Runs = read.Kept
	}
	text, err := json.Marshal(kept)
	if err != nil { // plain data
		return
	}
	r.browser.keepRuns(string(text), func(ok bool) {
		if *k = (scenario.Keep{Failed: true}); ok {
			*k = scenario.Keep{On: true, Rows: kept.Runs}
			r.browser.keep(keptKey, "1")
		}
	})
}

// loadRuns brings back the runs that the device keeps, to a page that has none.
func (r *Root) loadRuns() {
	if r.browser.kept(keptKey) == "" {
		return
	}
	r.browser.keptRuns(func(text string) {
		var kept keptRuns
		if json.Unmarshal([]byte(text), &kept) != nil || !share.ValidRows(kept.Rows) {
			return
		}
		f := r.fit
		f.work.Keep = scenario.Keep{On: true, Rows: kept.Runs}
		for _, digest := range kept.Digests {
			f.held[digest] = heldRuns{kept.Rows, -1}
		}
		s := r.state.Scenario
		if s.Fit.Rows != "" || f.work.File.Bytes > 0 {
			return
		}
		if f.arrive(&s); !f.work.Foreign {
			s.Fit.Rows = kept.Rows
		}
		r.state.Scenario.Fit.Rows, r.state.Settled.Fit.Rows = s.Fit.Rows, s.Fit.Rows
		r.past.replace(r.state.Settled)
		r.follow()
	})
}
