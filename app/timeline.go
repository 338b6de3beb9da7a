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

// timeline is what the browser keeps of what the reader left.
type timeline struct {
	mine moment // what this page put into it last
}

// all reads what the browser kept; what cannot be read is nothing. Other tabs
// write it too, so that it is read anew each time.
func (l *timeline) all() []moment { return parseTimeline(kept(timelineKey)) }

func parseTimeline(text string) []moment {
	var all []moment
	if json.Unmarshal([]byte(text), &all) != nil {
		return nil
	}
	return all[:min(len(all), maxMoments)]
}

// add puts what is on screen at the head of the timeline, in the place of this
// page's own last moment where that is no older than sameMoment. The moments of other
// tabs stay.
func (l *timeline) add(fragment string) {
	now := moment{time.Now().Unix(), fragment}
	l.keep(merged(l.all(), l.mine, now))
	l.mine = now
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

// clean takes runs out of what earlier versions kept.
func (l *timeline) clean() {
	if all, had := withoutRuns(l.all()); had {
		l.keep(all)
	}
}

func (l *timeline) keep(all []moment) {
	text, err := json.Marshal(all)
	if err != nil { // plain data
		return
	}
	keep(timelineKey, string(text))
}

// before is the state that the reader left last, where a link has another one;
// it is offered, for the link has not taken its place. The page does not matter,
// nor do runs, which are in the links of one page only.
func (l *timeline) before(fragment string, here scenario.Scenario) string {
	all := l.all()
	if len(fragment) < 2 || len(all) == 0 {
		return ""
	}
	left, _ := share.Decode(all[0].Fragment)
	if bare(left.Scenario) == bare(here) {
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
