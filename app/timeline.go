package app

import (
	"encoding/json"
	"strings"
	"time"

	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text"
	"lossline/engine/plan"
)

// moment is a state that the reader left, as the browser keeps it.
type moment struct {
	Time     int64  `json:"t"` // seconds since 1970
	Fragment string `json:"f"`
}

// The timeline has so many moments, and states within a minute are one.
const (
	timelineKey = "lossline.timeline"
	maxMoments  = 30
	sameMoment  = 60
)

// timeline reads what the browser kept; what cannot be read is nothing. Other tabs
// write it too, so that it is read anew each time.
func (r *Root) timeline() []moment { return parseTimeline(r.browser.kept(timelineKey)) }

func parseTimeline(text string) []moment {
	var all []moment
	if json.Unmarshal([]byte(text), &all) != nil {
		return nil
	}
	return all[:min(len(all), maxMoments)]
}

// keepWork puts what is on screen at the head of the timeline, in the place of this
// page's own last moment where that is no older than sameMoment. The moments of other
// tabs stay.
func (r *Root) keepWork() {
	now := moment{time.Now().Unix(), r.fragment(r.screen)}
	r.keepTimeline(merged(r.timeline(), r.mine, now))
	r.mine = now
}

// merged puts now at the head of a timeline to which this page added mine last.
func merged(all []moment, mine, now moment) []moment {
	out := []moment{now}
	for _, m := range all {
		if m.Fragment != now.Fragment && (m != mine || now.Time-m.Time > sameMoment) {
			out = append(out, m)
		}
	}
	return out[:min(len(out), maxMoments)]
}

// withoutRuns returns the moments without the runs that earlier versions kept, and
// whether any had some.
func withoutRuns(all []moment) (out []moment, had bool) {
	for _, m := range all {
		if l, _ := share.Decode(m.Fragment); l.WithRows || strings.Contains(m.Fragment, "rows=") {
			had, l.WithRows = true, false
			m.Fragment = share.Encode(l)
		}
		out = append(out, m)
	}
	return out, had
}

// cleanTimeline takes runs out of what earlier versions kept.
func (r *Root) cleanTimeline() {
	if all, had := withoutRuns(r.timeline()); had {
		r.keepTimeline(all)
	}
}

func (r *Root) keepTimeline(all []moment) {
	text, err := json.Marshal(all)
	if err != nil { // plain data
		return
	}
	r.browser.keep(timelineKey, string(text))
}

// before is the state that the reader left last, where a link has another one;
// it is offered, for the link has not taken its place. The page does not matter,
// nor do runs, which are in the links of one page only.
func (r *Root) before(fragment string) string {
	all := r.timeline()
	if len(fragment) < 2 || len(all) == 0 {
		return ""
	}
	l, _ := share.Decode(all[0].Fragment)
	if bare(l.Scenario) == bare(r.state.Scenario) {
		return ""
	}
	return all[0].Fragment
}

// bare returns a scenario without the runs and the fit to them that an address may
// have had in one visit and not in another.
func bare(s scenario.Scenario) scenario.Scenario {
	s.Fit.Rows = ""
	if !s.Shown.Has(plan.OwnID) {
		s.Own = scenario.OwnLaw{}
	}
	return s
}

// reopen shows a state of the timeline.
func (r *Root) reopen(fragment string) {
	l, notices := share.Decode(fragment)
	r.fit.arrive(&l.Scenario)
	r.openState(l, notices)
}

// openState shows what a link says as a step of this page's own.
func (r *Root) openState(l share.Link, notices []share.Notice) {
	r.browser.flush()
	r.shorten()
	r.offered, r.sharing, r.tour = "", false, ""
	r.screen = page.Of(l.Page)
	r.show(l.Scenario)
	r.notices = notices
	r.past.commit(l.Scenario)
	r.visit()
}

// named is a moment in words: its page and what it is about.
func named(t *text.Strings, m moment) string {
	l, _ := share.Decode(m.Fragment)
	s := page.Of(l.Page)
	about := t.FLOP(float64(l.Scenario.Compute()))
	switch l.Page {
	case scenario.Transfer:
		about = t.Chars(float64(l.Scenario.Transfer.DF))
	case scenario.Fit:
		about = l.Scenario.Fit.Data
	}
	return time.Unix(m.Time, 0).Format("2006-01-02 15:04") + t.Colon + s.Name(t) + t.SemiSep + about
}
