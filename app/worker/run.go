package worker

import (
	"cmp"
	"strconv"
	"sync"

	"lossline/app/job"
)

// run is one call of Run.
type run struct {
	c        *Client
	progress func(done, total int)
	done     func(job.Reply, bool)
	asked    job.Request

	mu    sync.Mutex
	ended bool // cancelled, or the last reply is out
	parts []part
}

// part is one part of a bootstrap.
type part struct {
	done    int
	samples parcel
	in      bool
}

// Run has a request answered. A fit with a bootstrap is answered twice, first
// without it; all else once. Final says that it was the last reply; an Error is
// final. What goes wrong with a worker is an Error with the code "worker", and
// the next request tries with a new one.
//
// Progress, which may be nil, and done are called by Options.Dispatch. After
// cancel neither is called any more, and a worker that was at the request is
// ended; cancel may be called at any time and more than once.
func (c *Client) Run(r job.Request, progress func(done, total int), done func(reply job.Reply, final bool)) (cancel func()) {
	if progress == nil {
		progress = func(int, int) {}
	}
	u := &run{c: c, progress: progress, done: done, asked: r}
	c.fetched(r.Data, func(err error) {
		switch {
		case err != nil:
			code, args := unfetched(r.Data, err.Error())
			u.fail(code, "the file of "+r.Data+" could not be fetched: "+err.Error(), args...)
		case u.over():
		case r.Op == job.OpFit && r.Bootstrap > 0 && r.Parts == nil:
			c.add(&step{of: u, request: job.First(r), then: u.first})
		default:
			c.add(&step{of: u, request: r, then: u.only})
		}
	})
	return u.cancel
}

// fetched calls then once the file of a data set that ships is among the tables,
// at once where none is missing.
func (c *Client) fetched(id string, then func(error)) {
	if id == "" || !job.Missing(id) {
		then(nil)
		return
	}
	c.mu.Lock()
	if _, ok := c.tables[id]; ok {
		c.mu.Unlock()
		then(nil)
		return
	}
	c.waiting[id] = append(c.waiting[id], then)
	first := len(c.waiting[id]) == 1
	c.mu.Unlock()
	if !first {
		return
	}
	c.fetch(id, func(text parcel, err error) {
		if err == nil {
			c.put(id, text)
		}
		c.mu.Lock()
		all := c.waiting[id]
		delete(c.waiting, id)
		c.mu.Unlock()
		for _, f := range all {
			f(err)
		}
	})
}

func (u *run) over() bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.ended
}

// cancel ends the run and the workers that are at it.
func (u *run) cancel() {
	u.mu.Lock()
	ended := u.ended
	u.ended = true
	u.parts = nil
	u.mu.Unlock()
	if ended {
		return
	}
	u.drop()
}

// drop takes all that is left of the run off the queue and off the workers.
func (u *run) drop() {
	c := u.c
	c.mu.Lock()
	var queue []*step
	for _, s := range c.queue {
		if s.of != u {
			queue = append(queue, s)
		}
	}
	c.queue = queue
	for _, h := range append([]*hand(nil), c.hands...) {
		if h.at != nil && h.at.of == u {
			c.dismiss(h)
		}
	}
	c.mu.Unlock()
	c.schedule()
}

// say hands a reply to the page, unless the run is over by then.
func (u *run) say(reply job.Reply, final bool) {
	u.c.dispatch(func() {
		u.mu.Lock()
		ended := u.ended
		u.ended = ended || final
		u.mu.Unlock()
		if !ended {
			u.done(reply, final)
		}
	})
}

func (u *run) tell(done, total int) {
	u.c.dispatch(func() {
		if !u.over() {
			u.progress(done, total)
		}
	})
}

func (u *run) fail(code, message string, args ...string) {
	u.say(job.Reply{Op: u.asked.Op, Gen: u.asked.Gen, Error: &job.Error{Code: code, Message: message, Args: args}}, true)
}

// only hears the one step of a run that has one.
func (u *run) only(e event) {
	switch e.kind {
	case progressed:
		u.tell(e.done, e.total)
	case replied:
		e.reply.Samples = samplesOf(e.samples)
		u.say(e.reply, true)
	case died:
		u.fail(cmp.Or(e.code, "worker"), e.err)
	}
}

// unfetched is the error of a file that could not be had, by the word for why.
func unfetched(id, why string) (code string, args []string) {
	switch _, err := strconv.Atoi(why); {
	case err == nil:
		return "fetch-status", []string{id, why}
	case why == "changed":
		return "fetch-changed", []string{id}
	}
	return "fetch", []string{id}
}

// first hears the fit without its bootstrap, and goes on with the parts.
func (u *run) first(e event) {
	if e.kind != replied || e.reply.Error != nil || e.reply.Fit == nil {
		u.only(e)
		return
	}
	if e.reply.Fit.Approach != nil {
		u.only(e) // approaches 1 and 2 have intervals of their own
		return
	}
	u.say(e.reply, false)
	r := u.asked
	r.Start = e.reply.Fit.Theta()
	u.c.mu.Lock()
	workers := u.c.max
	u.c.mu.Unlock()
	requests := job.Split(r, workers)
	steps := make([]*step, len(requests))
	u.mu.Lock()
	u.parts = make([]part, len(requests))
	ended := u.ended
	u.mu.Unlock()
	if ended {
		return
	}
	for i, part := range requests {
		steps[i] = &step{of: u, request: part, then: func(e event) { u.part(i, e) }}
	}
	u.c.add(steps...)
}

// part hears the part i of a bootstrap. The last one that comes in makes the fit
// whole.
func (u *run) part(i int, e event) {
	if e.kind == died || e.kind == replied && e.reply.Error != nil {
		u.only(event{kind: e.kind, reply: e.reply, err: e.err, code: e.code})
		u.drop()
		return
	}
	u.mu.Lock()
	if u.ended || u.parts == nil {
		u.mu.Unlock()
		return
	}
	p := &u.parts[i]
	p.done = e.done
	if e.kind == replied {
		p.in, p.samples = true, e.samples
		p.done = u.asked.Bootstrap*(i+1)/len(u.parts) - u.asked.Bootstrap*i/len(u.parts)
	}
	sum, all := 0, true
	var parcels []parcel
	for _, p := range u.parts {
		sum += p.done
		all = all && p.in
		parcels = append(parcels, p.samples)
	}
	u.mu.Unlock()
	u.tell(sum, u.asked.Bootstrap)
	if all {
		u.c.add(&step{of: u, request: job.Finish(u.asked, nil), parts: parcels, then: u.only})
	}
}
