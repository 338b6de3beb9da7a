package worker

import (
	"errors"
	"strconv"
	"syscall/js"
	"time"

	"lossline/app/bridge"
	"lossline/app/job"
)

// lossline is what boot.js says of the site: engine, which compiles the binary of
// workers; worker and exec, the addresses of its scripts; data, those of the data sets by ID.
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
	alive   *time.Timer // what ends a worker that does not begin
	lock    string      // what it holds as long as it is there
	gone    js.Func     // is called when it is not
}

// patience is how long a worker may be silent before it is ready. After that it may
// be at work for as long as that takes, and the lock tells if it is gone.
const patience = 5 * time.Second

// openWorker has a worker run the engine, once that is compiled.
func openWorker(site, worker js.Value, hear func(event)) *web {
	w := &web{hear: hear, worker: worker}
	w.on("message", func(e js.Value) { w.message(e.Get("data")) })
	w.on("messageerror", func(js.Value) { w.die("a message could not be read") })
	w.on("error", func(e js.Value) {
		e.Call("preventDefault")
		text := e.Get("message")
		if text.Type() != js.TypeString {
			text = js.ValueOf("the worker did not start")
		}
		w.die(text.String())
	})
	go func() {
		module, err := bridge.Await(site.Call("engine"))
		switch {
		case w.closed:
		case err != nil:
			w.hear(event{kind: died, code: "engine", err: err.Error()})
		default:
			w.alive = time.AfterFunc(patience, func() { w.die("the worker did not answer") })
			w.lock = "lossline worker " + strconv.FormatFloat(js.Global().Get("Math").Call("random").Float(), 'g', -1, 64)
			w.worker.Call("postMessage", map[string]any{"exec": site.Get("exec"), "module": module, "lock": w.lock})
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
	case "begun":
		w.alive.Reset(patience)
	case "held":
		w.watch()
	case "ready":
		w.alive.Stop()
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

// watch waits for the lock of the worker, which is free once it is gone: a browser
// may end one without a word.
func (w *web) watch() {
	w.gone = js.FuncOf(func(js.Value, []js.Value) any {
		w.gone.Release()
		if !w.closed {
			w.die("the worker was ended")
		}
		return nil
	})
	js.Global().Get("navigator").Get("locks").Call("request", w.lock, w.gone)
}

func (w *web) die(why string) {
	if !w.closed {
		w.hear(event{kind: died, err: why})
	}
}

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
	if w.alive != nil {
		w.alive.Stop()
	}
	w.worker.Call("terminate")
	for _, f := range w.funcs {
		f.Release()
	}
}

// fetcher fetches the file of a data set from the site: boot.js makes sure that it is
// the one of this version.
func fetcher() func(string, func(parcel, error)) {
	return func(id string, done func(parcel, error)) {
		if !lossline().Get("data").Get(id).Truthy() {
			done(nil, errors.New("none"))
			return
		}
		go func() {
			file, err := bridge.Await(lossline().Call("file", id))
			if err == nil && file.Type() == js.TypeString {
				err = errors.New(file.String())
			}
			done(file, err)
		}()
	}
}

// remember leaves a table that the workers get with the page, which can give it back
// to the reader whatever becomes of this program.
func remember(id string, text parcel) {
	if site := lossline(); site.Truthy() && site.Get("put").Truthy() {
		site.Get("put").Set(id, text)
	}
}
