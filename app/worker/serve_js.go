package worker

import (
	"context"
	"syscall/js"
	"time"

	"lossline/app/job"
)

// progressEvery is how often a worker tells how far it is.
const progressEvery = 40 * time.Millisecond

// Serve is the main function of a worker: it answers what the page posts, one
// message after the other, and does not return.
//
//	in:   {kind: "put", id, text: Blob}   {kind: "do", request: JSON, parts: [ArrayBuffer]}
//	out:  {kind: "ready"}   {kind: "progress", done, total}   {kind: "reply", reply: JSON, samples: ArrayBuffer}
func Serve() {
	inbox := make(chan js.Value, 256)
	port().Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		m := args[0].Get("data")
		select {
		case inbox <- m:
		default:
			go func() { inbox <- m }()
		}
		return nil
	}))
	post(map[string]any{"kind": "ready"})
	var s job.Session
	for m := range inbox {
		if m.Get("kind").String() == "put" {
			s.Put(m.Get("id").String(), unpack(m.Get("text")))
			continue
		}
		answer(&s, m)
	}
}

// port is where messages come and go: the worker itself or, where there are no
// workers, what boot.js put in its place on the page.
func port() js.Value {
	if here := js.Global().Get("losslineEngine"); here.Truthy() {
		return here
	}
	return js.Global()
}

func post(m map[string]any, transfer ...any) { port().Call("postMessage", m, transfer) }

// rest gives a page on which the engine runs a turn every few milliseconds.
func rest() func() {
	if !js.Global().Get("losslineEngine").Truthy() {
		return func() {}
	}
	last := time.Now()
	return func() {
		if time.Since(last) > 12*time.Millisecond {
			turn()
			last = time.Now()
		}
	}
}

// turn waits for a timer of the browser, behind what it has to do meanwhile. A
// time.Sleep would not do: on a busy machine it is over before it has begun.
func turn() {
	back := make(chan struct{})
	f := js.FuncOf(func(js.Value, []js.Value) any {
		close(back)
		return nil
	})
	defer f.Release()
	js.Global().Call("setTimeout", f, 4)
	<-back
}

func answer(s *job.Session, m js.Value) {
	r, err := job.Decode([]byte(m.Get("request").String()))
	if err != nil {
		e, _ := err.(*job.Error)
		post(map[string]any{"kind": "reply", "reply": string(job.Encode(job.Reply{Error: e}))})
		return
	}
	parts := m.Get("parts")
	for i := range parts.Length() {
		p := samplesOf(parts.Index(i))
		if p == nil {
			p = []float64{} // a part in which every resample failed
		}
		r.Parts = append(r.Parts, p)
	}
	var last time.Time
	rest := rest()
	reply := s.DoSafely(context.Background(), r, func(done, total int) {
		rest()
		if now := time.Now(); now.Sub(last) > progressEvery || done == total {
			last = now
			post(map[string]any{"kind": "progress", "done": done, "total": total})
		}
	})
	samples := packSamples(reply.Samples)
	reply.Samples = nil
	out := map[string]any{"kind": "reply", "reply": string(job.Encode(reply))}
	if samples == nil {
		post(out)
		return
	}
	out["samples"] = samples
	post(out, samples)
}
