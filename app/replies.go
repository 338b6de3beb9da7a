package app

import (
	"encoding/json"

	"lossline/app/job"
	"lossline/app/scenario"
)

// repliesID is the id of the element in which a page that was written brings its
// replies along, so that the app begins with the same numbers.
const repliesID = "replies"

// kept is one reply with the question that it answers.
type kept struct {
	Question string    `json:"question"`
	Reply    job.Reply `json:"reply"`
}

// Replies are the replies that the page shows, as JSON; nil if there are none.
func (r *Root) Replies() ([]byte, error) {
	if len(r.fit.work.Replies) == 0 {
		return nil, nil
	}
	all := map[string]kept{}
	for key, reply := range r.fit.work.Replies {
		all[key] = kept{r.fit.asked[key], reply}
	}
	return json.Marshal(all)
}

// load takes the replies that a page brought along, if they answer what s asks.
// What cannot be read is computed again.
func (f *fitting) load(text string, s scenario.Scenario) {
	var all map[string]kept
	if text == "" || json.Unmarshal([]byte(text), &all) != nil || all[scenario.WorkFit].Question != question(f.work.Request(s)) {
		return
	}
	f.data = about(s)
	for key, k := range all {
		f.asked[key], f.work.Replies[key] = k.Question, k.Reply
	}
}
