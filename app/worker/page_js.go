package worker

import (
	"errors"
	"syscall/js"
	"time"

	"lossline/app/job"
)

// lossline is what boot.js says of the site: module, the compiled binary; worker
// and exec, the addresses of its scripts; data, those of the data sets by ID;
// held, what the page keeps for PutHeld.
func lossline() js.Value { return js.Global().Get("lossline") }

func cores() int {
	n := js.Global().Get("navigator").Get("hardwareConcurrency")
	if n.Type() != js.TypeNumber {
		return 1
	}
	return n.Int()
}

// opener starts Web Workers; where the browser has none, or refuses, one
// goroutine that leaves the page time to answer: of two, one would always be at
// work while the other rests.
func (c *Client) opener() func(func(event)) (link, error) {
	return func(hear func(event)) (link, error) {
		if l, ok := openWorker(hear); ok {
			return l, nil
		}
		c.max = 1
		return openLocal(hear, rest()), nil
	}
}

// rest gives the page a turn every few milliseconds.
func rest() func() {
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

// web is a Web Worker.
type web struct {
	worker  js.Value
	hear    func(event)
	funcs   []js.Func
	ready   bool
	waiting []func() // messages from before it was ready
	closed  bool
}

// openWorker reports false where there can be no Web Workers: none in this
// browser, no module, or a frame without an origin, in which they throw.
func openWorker(hear func(event)) (l *web, ok bool) {
	site := lossline()
	if !js.Global().Get("Worker").Truthy() || !site.Truthy() || !site.Get("module").Truthy() {
		return nil, false
	}
	defer func() {
		if recover() != nil {
			l, ok = nil, false
		}
	}()
	w := &web{hear: hear, worker: js.Global().Get("Worker").New(site.Get("worker"))}
	w.on("message", func(e js.Value) { w.message(e.Get("data")) })
	w.on("error", func(e js.Value) {
		e.Call("preventDefault")
		text := e.Get("message")
		if text.Type() != js.TypeString {
			text = js.ValueOf("the worker did not start")
		}
		w.die(text.String())
	})
	w.worker.Call("postMessage", map[string]any{"exec": site.Get("exec"), "module": site.Get("module")})
	return w, true
}

func (w *web) on(name string, f func(js.Value)) {
	fn := js.FuncOf(func(_ js.Value, args []js.Value) any {
		if !w.closed {
			f(args[0])
		}
		return nil
	})
	w.funcs = append(w.funcs, fn)
	w.worker.Call("addEventListener", name, fn)
}

func (w *web) message(m js.Value) {
	switch m.Get("kind").String() {
	case "ready":
		w.ready = true
		for _, f := range w.waiting {
			f()
		}
		w.waiting = nil
	case "progress":
		w.hear(event{kind: progressed, done: m.Get("done").Int(), total: m.Get("total").Int()})
	case "reply":
		reply, err := job.DecodeReply([]byte(m.Get("reply").String()))
		if err != nil {
			w.die(err.Error())
			return
		}
		e := event{kind: replied, reply: reply}
		if s := m.Get("samples"); s.Truthy() {
			e.samples = s
		}
		w.hear(e)
	default:
		w.die("the worker ended: " + m.Get("error").String())
	}
}

func (w *web) die(why string) { w.hear(event{kind: died, err: why}) }

// send posts a message once the worker listens.
func (w *web) send(f func()) {
	if w.ready {
		f()
		return
	}
	w.waiting = append(w.waiting, f)
}

func (w *web) put(id string, text parcel) {
	w.send(func() { w.worker.Call("postMessage", map[string]any{"kind": "put", "id": id, "text": text}) })
}

func (w *web) do(r job.Request, parts []parcel) {
	list := make([]any, len(parts)) // null for a part without samples, which cannot be transferred
	var transfer []any
	for i, p := range parts {
		list[i] = p
		if p != nil {
			transfer = append(transfer, p)
		}
	}
	w.send(func() {
		w.worker.Call("postMessage", map[string]any{"kind": "do", "request": string(job.EncodeRequest(r)), "parts": list}, transfer)
	})
}

func (w *web) close() {
	if w.closed {
		return
	}
	w.closed = true
	w.worker.Call("terminate")
	for _, f := range w.funcs {
		f.Release()
	}
}

// fetcher fetches the file of a data set from the site.
func fetcher() func(string, func(parcel, error)) {
	return func(id string, done func(parcel, error)) {
		at := lossline().Get("data").Get(id)
		if !at.Truthy() {
			done(nil, errors.New("the site has no file of "+id))
			return
		}
		go func() {
			response, err := await(js.Global().Call("fetch", at))
			switch {
			case err != nil:
			case !response.Get("ok").Bool():
				err = errors.New(response.Get("status").String())
			default:
				response, err = await(response.Call("blob"))
			}
			done(response, err)
		}()
	}
}
