// Package worker does heavy work beside the page, so that the page answers its
// reader all the time.
//
//	c := worker.New(worker.Options{Dispatch: …})      // on the page; costs nothing
//	c.Put("own", text)                                // a reader's table, once
//	cancel := c.Run(job.Request{Op: job.OpFit, …}, progress, done)
//
// Requests and replies are those of package job; what they mean is not this
// package's business, but for a fit with a bootstrap, which it shares out over
// the workers (job.Split) and puts together again, so that the reply is the same
// however many there are.
//
// In the browser a worker is a Web Worker that runs this same binary, compiled
// once (Serve is its main function). Natively, and where the browser has no
// workers, it is a goroutine. Large things go between them as they are: tables
// as Blobs, samples as ArrayBuffers.
package worker

import (
	"sync"

	"lossline/app/job"
)

// Options say how a Client works. The zero value has the defaults.
type Options struct {
	// Dispatch runs a function where the page's own code runs, in order. Nil: it
	// runs at once, wherever it is.
	Dispatch func(func())
	// Workers is how many there may be; 0: as many as the machine has cores, at
	// most 4.
	Workers int
}

// Client is a pool of workers, started when they are first needed. It may be
// used from several goroutines.
type Client struct {
	dispatch func(func())
	max      int
	open     func(hear func(event)) (link, error) // starts a worker
	fetch    func(id string, done func(parcel, error))

	mu      sync.Mutex
	hands   []*hand
	queue   []*step
	tables  map[string]table
	version int
	waiting map[string][]func(error) // for a file that is being fetched
}

// parcel is something large in the form that workers exchange without copying:
// natively []byte or []float64, in the browser a Blob or an ArrayBuffer.
type parcel any

type table struct {
	text    parcel
	version int
}

// link is the way to one worker. It hears nothing more after close.
type link interface {
	put(id string, text parcel)
	do(r job.Request, parts []parcel)
	close()
}

// event is what a worker says of the request that it is at.
type event struct {
	kind        kind
	done, total int       // progress
	reply       job.Reply // reply, without samples
	samples     parcel    // of a part of a bootstrap
	err         string    // died
	code        string    // died: of the error, "" for "worker"
}

type kind uint8

const (
	progressed kind = iota
	replied
	died // also: could not be started
)

// hand is a worker of the pool.
type hand struct {
	link link
	has  map[string]int // versions of tables
	at   *step          // nil: idle
}

// step is one request to one worker. Then is called without the lock.
type step struct {
	of      *run
	request job.Request
	parts   []parcel
	then    func(event)
}

// New returns a client without workers.
func New(o Options) *Client {
	c := &Client{dispatch: o.Dispatch, max: o.Workers, tables: map[string]table{}, waiting: map[string][]func(error){}}
	if c.dispatch == nil {
		c.dispatch = func(f func()) { f() }
	}
	if c.max <= 0 {
		c.max = max(1, min(cores(), 4))
	}
	c.open, c.fetch = c.opener(), fetcher()
	c.expose()
	return c
}

// Put gives a table an ID by which requests name it in Data, instead of what had
// that ID before. Data is its text, a string or []byte that does not change any
// more; in the browser also a File, Blob, ArrayBuffer or Uint8Array as a js.Value.
// A File is never read on the page. Anything else is a table without text, which
// the next request says.
func (c *Client) Put(id string, data any) {
	var p parcel
	switch text := data.(type) {
	case string:
		p = pack([]byte(text))
	case []byte:
		p = pack(text)
	default:
		if p = packValue(data); p == nil {
			p = pack(nil)
		}
	}
	c.put(id, p)
	remember(id, p)
}

func (c *Client) put(id string, text parcel) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.version++
	c.tables[id] = table{text, c.version}
}

// Close ends all workers. Nothing that was asked is answered any more.
func (c *Client) Close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, h := range c.hands {
		h.link.close()
	}
	c.hands, c.queue = nil, nil
}

// add queues steps and gives the first of them to whoever is idle.
func (c *Client) add(steps ...*step) {
	c.mu.Lock()
	c.queue = append(c.queue, steps...)
	c.mu.Unlock()
	c.schedule()
}

// schedule gives waiting steps to idle workers, the first one first: it knows
// the tables already. It starts workers as long as steps wait and there may be
// more.
func (c *Client) schedule() {
	c.mu.Lock()
	var failed []*step
	var why error
	for len(c.queue) > 0 {
		h := c.idle()
		if h == nil {
			var err error
			if h, err = c.hire(); err != nil {
				failed, why = c.queue, err
				c.queue = nil
				break
			}
			if h == nil {
				break // all are at work
			}
		}
		s := c.queue[0]
		c.queue = c.queue[1:]
		c.give(h, s)
	}
	c.mu.Unlock()
	for _, s := range failed {
		s.then(event{kind: died, err: why.Error()})
	}
}

func (c *Client) idle() *hand {
	for _, h := range c.hands {
		if h.at == nil {
			return h
		}
	}
	return nil
}

// hire starts a worker; nil if there may be no more. An error means that there
// is not a single one that could do what waits.
func (c *Client) hire() (*hand, error) {
	if len(c.hands) >= c.max {
		return nil, nil
	}
	h := &hand{has: map[string]int{}}
	l, err := c.open(func(e event) { c.hear(h, e) })
	if err != nil {
		if len(c.hands) > 0 {
			return nil, nil // the others will get to it
		}
		return nil, err
	}
	h.link = l
	c.hands = append(c.hands, h)
	return h, nil
}

func (c *Client) give(h *hand, s *step) {
	h.at = s
	if t, ok := c.tables[s.request.Data]; ok && h.has[s.request.Data] != t.version {
		h.link.put(s.request.Data, t.text)
		h.has[s.request.Data] = t.version
	}
	h.link.do(s.request, s.parts)
}

// hear takes what the worker h says.
func (c *Client) hear(h *hand, e event) {
	c.mu.Lock()
	s := h.at
	if e.kind == died {
		c.dismiss(h)
	}
	if e.kind == replied {
		h.at = nil
	}
	c.mu.Unlock()
	if s != nil {
		s.then(e)
	}
	if e.kind != progressed {
		c.schedule()
	}
}

// dismiss ends a worker and takes it from the pool.
func (c *Client) dismiss(h *hand) {
	h.link.close()
	for i, other := range c.hands {
		if other == h {
			c.hands = append(c.hands[:i:i], c.hands[i+1:]...)
			break
		}
	}
}
