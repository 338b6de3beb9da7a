package worker

import (
	"encoding/binary"
	"errors"
	"math"
	"syscall/js"
)

// pack makes a Blob of a text: workers get it without a copy.
func pack(text []byte) parcel {
	bytes := js.Global().Get("Uint8Array").New(len(text))
	js.CopyBytesToJS(bytes, text)
	return blob(bytes)
}

// packValue makes a Blob of what a page has: of a js.Value, or for nil of what it
// holds in window.lossline.held under the ID; nil where there is nothing.
func packValue(id string, data any) parcel {
	v, ok := data.(js.Value)
	if data == nil {
		held := lossline().Get("held")
		v, ok = held.Get(id), true
		held.Delete(id)
	}
	if !ok || !v.Truthy() {
		return nil
	}
	return blob(v)
}

func blob(v js.Value) js.Value {
	if v.InstanceOf(js.Global().Get("Blob")) {
		return v
	}
	return js.Global().Get("Blob").New([]any{v})
}

// unpack reads a Blob. It blocks, and must not be called from a callback.
func unpack(p parcel) []byte {
	buffer, err := await(p.(js.Value).Call("arrayBuffer"))
	if err != nil {
		return nil // the file is gone: there is no text in it
	}
	return bytesOf(buffer)
}

func bytesOf(buffer js.Value) []byte {
	bytes := js.Global().Get("Uint8Array").New(buffer)
	out := make([]byte, bytes.Length())
	js.CopyBytesToGo(out, bytes)
	return out
}

// packSamples makes an ArrayBuffer of numbers, nil of none.
func packSamples(v []float64) parcel {
	if len(v) == 0 {
		return nil
	}
	raw := make([]byte, 8*len(v))
	for i, x := range v {
		binary.LittleEndian.PutUint64(raw[8*i:], math.Float64bits(x))
	}
	bytes := js.Global().Get("Uint8Array").New(len(raw))
	js.CopyBytesToJS(bytes, raw)
	return bytes.Get("buffer")
}

func samplesOf(p parcel) []float64 {
	buffer, ok := p.(js.Value)
	if !ok || !buffer.Truthy() {
		return nil
	}
	raw := bytesOf(buffer)
	out := make([]float64, len(raw)/8)
	for i := range out {
		out[i] = math.Float64frombits(binary.LittleEndian.Uint64(raw[8*i:]))
	}
	return out
}

// await blocks until a promise is settled. It must not be called from a callback.
func await(promise js.Value) (js.Value, error) {
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
