//go:build !js

package worker

import (
	"context"
	"sync"

	"lossline/app/job"
)

// local is a worker that is a goroutine of this program.
type local struct {
	ctx    context.Context
	cancel context.CancelFunc
	orders chan order
	once   sync.Once
}

type order struct {
	id      string // of a table to put; "": do the request
	text    parcel
	request job.Request
	parts   []parcel
}

// openLocal starts a goroutine. Rest, which may be nil, is called now and then
// during its work, for a page that has nothing but this one thread.
func openLocal(hear func(event), rest func()) link {
	ctx, cancel := context.WithCancel(context.Background())
	l := &local{ctx: ctx, cancel: cancel, orders: make(chan order, 64)}
	go l.work(hear, rest)
	return l
}

func (l *local) work(hear func(event), rest func()) {
	var s job.Session
	for {
		select {
		case <-l.ctx.Done():
			return
		case o := <-l.orders:
			if o.id != "" {
				s.Put(o.id, unpack(o.text))
				continue
			}
			for _, p := range o.parts {
				o.request.Parts = append(o.request.Parts, samplesOf(p))
			}
			reply := s.DoSafely(l.ctx, o.request, func(done, total int) {
				if rest != nil {
					rest()
				}
				l.say(hear, event{kind: progressed, done: done, total: total})
			})
			e := event{kind: replied, samples: packSamples(reply.Samples), reply: reply}
			e.reply.Samples = nil
			l.say(hear, e)
		}
	}
}

// say keeps what comes after close to itself.
func (l *local) say(hear func(event), e event) {
	if l.ctx.Err() == nil {
		hear(e)
	}
}

func (l *local) put(id string, text parcel) { l.orders <- order{id: id, text: text} }

func (l *local) do(r job.Request, parts []parcel) { l.orders <- order{request: r, parts: parts} }

func (l *local) close() { l.once.Do(l.cancel) }
