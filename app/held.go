package app

import (
	"strings"

	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/engine/plan"
)

// heldRuns is where the runs of a fit are: as a link has them, or, where they are too
// many, in the table that was put as the so manieth.
type heldRuns struct {
	rows  string
	table int
}

// heldFits are the fits whose runs are here, by their digest.
type heldFits struct {
	runs  map[string]heldRuns
	named *text.Strings // the last of words
}

// hold remembers that the runs of a fit are here.
func (f *fitting) hold(fit *job.FitReply) {
	if fit == nil {
		return
	}
	h := heldRuns{table: f.table}
	if strings.HasPrefix(f.data, scenario.OwnData+" ") {
		h.rows = f.rows
	}
	f.held.runs[fit.Digest] = h
}

// own returns the fit on screen as a law, and false where it is not one of the
// reader's own runs or is not done.
func (f *fitting) own() (scenario.OwnLaw, bool) {
	t := f.work.Tasks[scenario.WorkFit]
	if t.Running || t.Stale || !strings.HasPrefix(f.data, scenario.OwnData+" ") {
		return scenario.OwnLaw{}, false
	}
	if reply := f.work.FitReply(); f.ownOf != reply {
		f.ownOf = reply
		f.ownLaw, f.ownOK = scenario.OwnFrom(reply)
	}
	return f.ownLaw, f.ownOK && f.ownOf != nil
}

// arrive brings the runs of a scenario that came without them, if they are here: s is
// that of an address. Where its fit is of other runs, those here are not fitted.
func (f *fitting) arrive(s *scenario.Scenario) {
	w := &f.work
	w.Foreign, w.Matches = false, scenario.Match{}
	if s.Fit.Data != scenario.OwnData || s.Fit.Rows != "" {
		return
	}
	h, here := f.held.runs[s.Own.Digest]
	switch {
	case s.Own.Digest == "", here && (h.table == f.table || s.Shown.Has(plan.OwnID)): // those in use
		s.Fit.Rows = f.rows
	case here:
		s.Fit.Rows = h.rows
	}
	if w.Foreign = !here && s.Own.Digest != "" || here && s.Fit.Rows == "" && h.table != f.table; w.Foreign {
		w.Matches.Link = s.Own.Digest
		f.stopAll()
		f.forgetReplies()
	}
}

// match compares the runs that were fitted with those of the link.
func (f *fitting) match() {
	if m := &f.work.Matches; m.Link != "" && m.Here == "" && !f.work.Foreign && f.work.FitReply() != nil {
		m.Here = f.work.FitReply().Digest
	}
}

// words returns the page's strings. They call a fit "yours" only where its runs are in
// this browser.
func (f *heldFits) words(l text.Lang, own scenario.OwnLaw) *text.Strings {
	t := languages.In(l)
	if _, here := f.runs[own.Digest]; here || own == (scenario.OwnLaw{}) {
		return t
	}
	name := t.Private.LinkFitBare
	if own.Rows > 0 && own.Digest != "" {
		name = text.Fill(t.Private.LinkFit, t.Whole(own.Rows), short(own.Digest))
	}
	if f.named == nil || f.named.Lang != l || f.named.Fit.Own != name {
		f.named = t.NamedOwn(name)
	}
	return f.named
}

// short is the beginning of a digest, enough to tell two apart by eye.
func short(digest string) string { return digest[:min(4, len(digest))] }
