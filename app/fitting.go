package app

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"lossline/app/job"
	"lossline/app/scenario"
)

// runner does requests elsewhere and calls back on the page's own goroutine:
// worker.Client in the browser, a plain call where pages are written.
type runner interface {
	// Put gives a reader's table, text or an ArrayBuffer, the ID by which
	// requests name it.
	Put(id string, data any)
	// Run answers r. done may be called more than once: final says that it is
	// the last time. cancel stops the work; nothing is called after it.
	Run(r job.Request, progress func(done, total int), done func(r job.Reply, final bool)) (cancel func())
}

// fitting is the heavy work of a page: what was asked, what runs, what came.
type fitting struct {
	work   scenario.Work
	run    runner
	asked  map[string]string // by key: the question that the reply answers, or will
	cancel map[string]func()
	rows   string // the runs in use as links have them; "" where they are too many
	table  int    // how many tables were put
	held   heldFits
	then   func() // what waits until the table has been read
	fitted func() // told of every last reply to a fit; nil: nobody
	data   string // the runs that the replies are about

	ownOf  *job.FitReply // what ownLaw was made of
	ownLaw scenario.OwnLaw
	ownOK  bool
}

func newFitting(run runner) *fitting {
	return &fitting{run: run, asked: map[string]string{}, cancel: map[string]func(){}, held: heldFits{runs: map[string]heldRuns{}},
		work: scenario.Work{Replies: map[string]job.Reply{}, Tasks: map[string]scenario.Task{}}}
}

// manyRuns is how many runs make the parts after the fit wait to be asked for.
const manyRuns = 3000

// question is a request as text: two that are alike have the same answer.
func question(r job.Request) string {
	text, err := json.Marshal(r)
	if err != nil { // requests are plain data
		return ""
	}
	return string(text)
}

// follow brings the work up to the scenario, once it rests.
func (f *fitting) follow(s scenario.State) {
	if s.Moving() || s.Bad() {
		return
	}
	if s.Fit.Data == scenario.OwnData && !f.ready(s.Fit.Rows) {
		return
	}
	f.fit(s.Scenario)
}

// ready reports whether the reader's own runs can be fitted. Runs that are not those
// in use, such as those of a link, are put first; a table that waits for an answer is
// left alone.
func (f *fitting) ready(rows string) bool {
	w := &f.work
	if rows == "" {
		return w.Taken && !w.Foreign
	}
	w.Foreign = false
	if f.run != nil && rows != f.rows && (w.Taken || w.File.Bytes == 0) {
		f.give(rows)
	}
	return w.Taken
}

// give puts runs as links have them, and has them read.
func (f *fitting) give(rows string) {
	f.rows = rows
	f.put(rows)
	f.work.File = scenario.File{}
	f.work.Taken, f.work.Mapping, f.work.Read, f.work.DropBad, f.work.DropDup = true, nil, nil, false, false
	f.asked = map[string]string{} // the same words mean another table now
	f.read()
}

// put hands the reader's table to the workers.
func (f *fitting) put(data any) {
	f.table++
	f.run.Put(scenario.OwnData, data)
}

// about is which runs a scenario is about.
func about(s scenario.Scenario) string { return s.Fit.Data + " " + s.Fit.Group + " " + s.Fit.Rows }

// fit asks for the fit, unless its reply is there or under way.
func (f *fitting) fit(s scenario.Scenario) {
	if now := about(s); f.data != now {
		f.data = now
		f.forgetReplies() // dimmed, they would stand under the name of other runs
	}
	r := f.work.Request(s)
	if f.asked[scenario.WorkFit] != question(r) {
		f.forgetProfiles()
	}
	if s.Fit.Data != scenario.OwnData { // which groups there are
		f.ask(scenario.WorkRead, job.Request{Op: job.OpRead, Data: s.Fit.Data}, func(job.Reply) {})
	}
	f.ask(scenario.WorkFit, r, func(reply job.Reply) {
		if f.fitted != nil {
			f.fitted()
		}
		if reply.Fit != nil && reply.Fit.Rows <= manyRuns {
			f.rest(s)
		}
	})
}

// rest asks for what judges the fit, one after the other: they share the runs
// that a worker has.
func (f *fitting) rest(s scenario.Scenario) {
	r := f.work.Request(s)
	r.Bootstrap = 0
	next := func(key string, op job.Op, then func()) {
		q := r
		if q.Op = op; op == job.OpNext {
			q = f.work.Next(q)
		} else {
			q.Budget, q.Allowance = 0, 0 // a back-test would take the budget as its cut
		}
		f.ask(key, q, func(job.Reply) { then() })
	}
	next(scenario.WorkBackTest, job.OpBackTest, func() {
		next(scenario.WorkCompare, job.OpCompare, func() {
			next(scenario.WorkNext, job.OpNext, func() {})
		})
	})
}

// forgetReplies drops everything that was computed from the runs.
func (f *fitting) forgetReplies() {
	for _, key := range slices.Concat(slices.Collect(maps.Keys(f.work.Tasks)), slices.Collect(maps.Keys(f.work.Replies))) {
		if key != scenario.WorkRead {
			f.forget(key)
		}
	}
}

func (f *fitting) forget(key string) {
	f.stop(key)
	delete(f.asked, key)
	delete(f.work.Replies, key)
	delete(f.work.Tasks, key)
}

// forgetProfiles drops the profiles of a fit that is no longer asked for.
func (f *fitting) forgetProfiles() {
	for key := range f.asked {
		if strings.HasPrefix(key, scenario.WorkProfile) {
			f.forget(key)
		}
	}
}

// ask has r answered under a key. Where the same was asked before its reply, or
// its error, stands; what was asked otherwise is called off, and its reply stays, marked as
// stale, until the new one comes. then follows a good last reply.
func (f *fitting) ask(key string, r job.Request, then func(job.Reply)) {
	if f.run == nil { // a page that is only being made
		return
	}
	q := question(r)
	if f.asked[key] == q {
		if reply, ok := f.work.Replies[key]; ok && !f.work.Tasks[key].Running {
			then(reply)
		}
		return
	}
	f.stop(key)
	f.asked[key] = q
	_, stale := f.work.Replies[key]
	f.work.Tasks[key] = scenario.Task{Running: true, Stale: stale}
	progress := func(done, total int) {
		if t := f.work.Tasks[key]; f.asked[key] == q {
			t.Done, t.Total = done, total
			f.work.Tasks[key] = t
		}
	}
	f.cancel[key] = f.run.Run(r, progress, func(reply job.Reply, final bool) {
		if f.asked[key] != q {
			return
		}
		f.took(key, reply, final)
		if final && reply.Error == nil {
			then(reply)
		}
	})
}

// took keeps a reply; one that is an error leaves the last good one standing.
func (f *fitting) took(key string, reply job.Reply, final bool) {
	t := f.work.Tasks[key]
	if reply.Error != nil {
		t.Running, t.Err = false, reply.Error
		f.work.Tasks[key] = t
		return
	}
	f.work.Replies[key] = reply
	f.hold(reply.Fit)
	t.Stale, t.Running = false, !final
	if final {
		t = scenario.Task{}
	}
	f.work.Tasks[key] = t
}

// again forgets what went wrong or was called off, so that it is asked anew.
func (f *fitting) again() {
	if t := f.work.Tasks[scenario.WorkRead]; t.Err != nil && f.work.File.Bytes > 0 {
		defer f.read() // nobody else asks for a reader's table
	}
	for key, t := range f.work.Tasks {
		if t.Err != nil {
			delete(f.asked, key)
			delete(f.work.Tasks, key)
		}
	}
}

// stop calls off what runs under a key.
func (f *fitting) stop(key string) {
	if cancel := f.cancel[key]; cancel != nil && f.work.Tasks[key].Running {
		cancel()
	}
	delete(f.cancel, key)
}

// stopAll calls everything off at the reader's wish. What is there stays.
func (f *fitting) stopAll() {
	for _, key := range slices.Collect(maps.Keys(f.work.Tasks)) {
		if t := f.work.Tasks[key]; t.Running {
			f.stop(key)
			f.work.Tasks[key] = scenario.Task{Stale: t.Stale, Err: &job.Error{Code: "cancelled", Message: "stopped before it was done"}}
		}
	}
}
