package worker

import (
	"errors"
	"syscall/js"

	"lossline/app/job"
)

// lossline is what boot.js says of the site: engine, which compiles the binary of
// workers; worker and exec, the addresses of its scripts; data, those of the data sets by ID;
// held, what the page keeps for PutHeld.
func lossline() js.Value { return js.Global().Get("lossline") }

func cores() int {
	n := js.Global().Get("navigator").Get("hardwareConcurrency")
	if n.Type() != js.TypeNumber {
		return 1
	}
	return n.Int()
}

// opener starts Web Workers; where the browser has none, or refuses, one engine on
// the page itself, which leaves it time to answer: boot.js has it look like a
// worker.
func (c *Client) opener() func(func(event)) (link, error) {
	return func(hear func(event)) (link, error) {
		site := lossline()
		if !site.Truthy() {
			return nil, errors.New("the site's own script did not run")
		}
		worker, ok := newWorker(site)
		if !ok {
			c.max = 1
			worker = site.Call("standIn")
		}
		return openWorker(site, worker, hear), nil
	}
}

// newWorker reports false where there can be no Web Workers: none in this
// browser, or a frame without an origin, in which they throw.
func newWorker(site js.Value) (worker js.Value, ok bool) {
	if !js.Global().Get("Worker").Truthy() {
		return worker, false
	}
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	return js.Global().Get("Worker").New(site.Get("worker")), true
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

// openWorker has a worker run the engine, once that is compiled.
func openWorker(site, worker js.Value, hear func(event)) *web {
	w := &web{hear: hear, worker: worker}
	w.on("message", func(e js.Value) { w.message(e.Get("data")) })
	w.on("error", func(e js.Value) {
		e.Call("preventDefault")
		text := e.Get("message")
		if text.Type() != js.TypeString {
			text = js.ValueOf("the worker did not start")
		}
		w.die(text.String())
	})
	go func() {
		module, err := await(site.Call("engine"))
		switch {
		case w.closed:
		case err != nil:
			w.die(err.Error())
		default:
			w.worker.Call("postMessage", map[string]any{"exec": site.Get("exec"), "module": module})
		}
	}()
	return w
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
