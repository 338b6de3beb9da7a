package bridge

import "syscall/js"

// Array copies bytes into a Uint8Array.
func Array(data []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(array, data)
	return array
}

// Bytes copies what an ArrayBuffer has.
func Bytes(buffer js.Value) []byte {
	array := js.Global().Get("Uint8Array").New(buffer)
	out := make([]byte, array.Length())
	js.CopyBytesToGo(out, array)
	return out
}

// Blob makes a Blob of bytes.
func Blob(data []byte, mime string) js.Value {
	return js.Global().Get("Blob").New([]any{Array(data)}, map[string]any{"type": mime})
}
