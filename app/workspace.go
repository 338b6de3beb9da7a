package app

import (
	"lossline/app/job"
	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/engine/plan"
)

// workspace is what the reader works on: the state, what follows from it, the steps so
// far, and the heavy work.
type workspace struct {
	state   scenario.State
	outcome scenario.Outcome
	past    history
	fit     *fitting
}

func newWorkspace(s scenario.Scenario) *workspace {
	w := &workspace{fit: newFitting(newRunner())}
	w.set(scenario.NewState(s))
	return w
}

// set takes another state and works out what follows from it.
func (w *workspace) set(s scenario.State) {
	w.state, w.outcome = s, scenario.Eval(s.Scenario)
}

// follow has the fit done where it is looked at.
func (w *workspace) follow(p page.Page) {
	if p.ID == scenario.Fit {
		w.fit.follow(w.state)
	}
}

// commit takes what has settled into the history, and reports whether the reader has
// changed something by it.
func (w *workspace) commit() bool {
	return !w.state.Moving() && w.past.commit(w.state.Settled) && len(w.past.steps) > 1
}

// carried returns the scenario as a link to a page has it: to Fit with the fit of the
// reader's own runs, so that whoever opens it without them sees the law and its
// numbers. A law that was adopted keeps its place.
func (w *workspace) carried(p scenario.Page) scenario.Scenario {
	s := w.state.Scenario
	if p != scenario.Fit || s.Fit.Data != scenario.OwnData || s.Shown.Has(plan.OwnID) {
		return s
	}
	if own, ok := w.fit.own(); ok {
		s.Own = own
	}
	return s
}

// digest is that of the numbers on a page, "" while they are not there.
func (w *workspace) digest(p page.Page) string { return w.digestBy(p.Digest) }

func (w *workspace) digestBy(numbers page.Numbers) string {
	var fit *job.FitReply
	if !w.fit.work.Tasks[scenario.WorkFit].Running && !w.fit.work.Tasks[scenario.WorkFit].Stale {
		fit = w.fit.work.FitReply()
	}
	return scenario.Digest(numbers(w.state.Scenario, w.outcome, fit))
}

// linkDigest returns the digest of the numbers which an address that was opened is of: of
// its own fit where it has one and not the runs. The first is that of links of before 2026-12.
func (w *workspace) linkDigest(p page.Page, byRuns, first bool) string {
	s := w.state.Scenario
	if p.ID == scenario.Fit && s.Fit.Data == scenario.OwnData && !byRuns && s.Own.Law != "" {
		return scenario.DigestOwn(s)
	}
	if first && p.First != nil {
		return w.digestBy(p.First)
	}
	return w.digest(p)
}
