package app

import (
	"encoding/json"

	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/ui"
)

// repliesID is the id of the element in which a page that was written brings its
// replies along, so that the app begins with the same numbers.
const repliesID = "replies"

// keptReply is one reply with the question that it answers.
type keptReply struct {
	Question string    `json:"question"`
	Reply    job.Reply `json:"reply"`
}

// Replies are the replies that the page shows, as JSON; nil if there are none.
func (r *Root) Replies() ([]byte, error) {
	if len(r.ws.fit.work.Replies) == 0 {
		return nil, nil
	}
	all := map[string]keptReply{}
	for key, reply := range r.ws.fit.work.Replies {
		all[key] = keptReply{r.ws.fit.asked[key], reply}
	}
	return json.Marshal(all)
}

// load takes the replies that a page brought along, if they answer what s asks.
// What cannot be read is computed again.
func (f *fitting) load(text string, s scenario.Scenario) {
	var all map[string]struct {
		Question string
		Reply    json.RawMessage
	}
	if text == "" || json.Unmarshal([]byte(text), &all) != nil || all[scenario.WorkFit].Question != question(f.work.Request(s)) {
		return
	}
	replies := map[string]job.Reply{}
	for key, k := range all {
		var err error
		if replies[key], err = parse(k.Reply); err != nil {
			return
		}
	}
	f.data = about(s)
	for key, reply := range replies {
		f.asked[key], f.work.Replies[key] = all[key].Question, reply
		f.hold(reply.Fit)
	}
}

// parse reads a reply piece by piece, since that of a fit is long: the figures that
// it has are read one at a time.
func parse(text []byte) (job.Reply, error) {
	var head struct {
		job.Reply
		Fit *struct {
			job.FitReply
			Views []json.RawMessage `json:"views"`
		} `json:"fit"`
	}
	ui.Breathe()
	err := json.Unmarshal(text, &head)
	if head.Fit == nil || err != nil {
		return head.Reply, err
	}
	fit := head.Fit.FitReply
	fit.Views = make([]job.View, len(head.Fit.Views))
	for i, view := range head.Fit.Views {
		ui.Breathe()
		if err := json.Unmarshal(view, &fit.Views[i]); err != nil {
			return job.Reply{}, err
		}
	}
	head.Reply.Fit = &fit
	return head.Reply, nil
}
