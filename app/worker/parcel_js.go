package worker

import (
	"encoding/binary"
	"math"
	"syscall/js"

	"lossline/app/bridge"
)

// pack makes a Blob of a text: workers get it without a copy.
func pack(text []byte) parcel { return bridge.Blob(text, "") }

// packValue makes a Blob of a js.Value; nil where there is nothing.
func packValue(data any) parcel {
	v, ok := data.(js.Value)
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
	buffer, err := bridge.Await(p.(js.Value).Call("arrayBuffer"))
	if err != nil {
		return nil // the file is gone: there is no text in it
	}
	return bridge.Bytes(buffer)
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
	return bridge.Array(raw).Get("buffer")
}

func samplesOf(p parcel) []float64 {
	buffer, ok := p.(js.Value)
	if !ok || !buffer.Truthy() {
		return nil
	}
	raw := bridge.Bytes(buffer)
	out := make([]float64, len(raw)/8)
	for i := range out {
		out[i] = math.Float64frombits(binary.LittleEndian.Uint64(raw[8*i:]))
	}
	return out
}
