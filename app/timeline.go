package app

import (
	"encoding/json"
	"time"

	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text"
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

// timeline reads what the browser kept; what cannot be read is nothing.
func (r *Root) timeline() []moment {
	var all []moment
	if json.Unmarshal([]byte(r.browser.kept(timelineKey)), &all) != nil {
		return nil
	}
	return all[:min(len(all), maxMoments)]
}

// keepWork puts what is on screen at the head of the timeline.
func (r *Root) keepWork() {
	now, f := time.Now().Unix(), r.fragment(r.screen)
	all := r.timeline()
	rest := all[:0]
	for i, m := range all {
		if m.Fragment != f && (i > 0 || now-m.Time > sameMoment || r.opened) {
			rest = append(rest, m)
		}
	}
	r.opened = false // from here on the first moment is this visit's own
	all = append([]moment{{now, f}}, rest...)
	r.keepTimeline(all[:min(len(all), maxMoments)])
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
	mine, now := l.Scenario, r.state.Scenario
	mine.Fit.Rows, now.Fit.Rows = "", ""
	if mine == now {
		return ""
	}
	return all[0].Fragment
}

// reopen shows a state of the timeline.
func (r *Root) reopen(fragment string) {
	r.browser.flush()
	l, notices := share.Decode(fragment)
	r.offered, r.sharing, r.tour = "", false, ""
	r.screen = screenOf(l.Page)
	r.show(l.Scenario)
	r.notices = notices
	r.past.commit(l.Scenario)
	r.visit()
}

// named is a moment in words: its page and what it is about.
func named(t *text.Strings, m moment) string {
	l, _ := share.Decode(m.Fragment)
	s := screenOf(l.Page)
	about := t.FLOP(float64(l.Scenario.Compute()))
	switch l.Page {
	case scenario.Transfer:
		about = t.Chars(float64(l.Scenario.Transfer.DF))
	case scenario.Fit:
		about = l.Scenario.Fit.Data
	}
	return time.Unix(m.Time, 0).Format("2006-01-02 15:04") + t.Colon + s.Name(t) + t.SemiSep + about
}
