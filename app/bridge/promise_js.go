package bridge

import (
	"errors"
	"syscall/js"
)

// Promise is a promise that do keeps, now or later.
func Promise(do func(resolve func(any), fail func())) js.Value {
	f := js.FuncOf(func(_ js.Value, args []js.Value) any {
		resolve, reject := args[0], args[1]
		do(func(v any) { resolve.Invoke(v) }, func() { reject.Invoke(js.Global().Get("Error").New("lossline")) })
		return nil
	})
	defer f.Release() // a promise calls it at once
	return js.Global().Get("Promise").New(f)
}

// Then calls one of the two when a promise is kept or broken.
func Then(p js.Value, good func(js.Value), bad func()) {
	var kept, broken js.Func
	end := func() { kept.Release(); broken.Release() }
	kept = js.FuncOf(func(_ js.Value, args []js.Value) any {
		end()
		v := js.Undefined()
		if len(args) > 0 {
			v = args[0]
		}
		good(v)
		return nil
	})
	broken = js.FuncOf(func(js.Value, []js.Value) any { end(); bad(); return nil })
	p.Call("then", kept, broken)
}

// Await blocks until a promise is settled. It must not be called from a callback.
func Await(promise js.Value) (js.Value, error) {
	type result struct {
		v   js.Value
		err error
	}
	settled := make(chan result, 1)
	yes := js.FuncOf(func(_ js.Value, args []js.Value) any {
		settled <- result{v: args[0]}
		return nil
	})
	no := js.FuncOf(func(_ js.Value, args []js.Value) any {
		settled <- result{err: errors.New(args[0].Call("toString").String())}
		return nil
	})
	defer yes.Release()
	defer no.Release()
	promise.Call("then", yes, no)
	r := <-settled
	return r.v, r.err
}
