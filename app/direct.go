package app

import (
	"context"
	"encoding/json"
	"sync"

	"lossline/app/job"
	"lossline/app/scenario"
)

// direct answers requests at once, where pages are written. Pages in two
// languages ask the same: what was answered once is kept.
type direct struct{ session job.Session }

var answered sync.Map // question to job.Reply

// Put implements runner.
func (d *direct) Put(id string, data any) {
	if text, ok := data.(string); ok {
		d.session.Put(id, []byte(text))
	}
}

// Run implements runner.
func (d *direct) Run(r job.Request, _ func(done, total int), done func(job.Reply, bool)) (cancel func()) {
	q := question(r)
	reply, ok := answered.Load(q)
	if !ok {
		reply = d.session.Do(context.Background(), r, nil)
		if r.Data != scenario.OwnData { // whose table is another every time
			answered.Store(q, reply)
		}
	}
	done(reply.(job.Reply), true)
	return func() {}
}

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
