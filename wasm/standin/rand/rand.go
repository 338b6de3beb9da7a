//go:build js

// Package rand takes the place of crypto/rand in the browser's binary. Like that
// one it asks the browser for its random bytes, and leaves out the big numbers
// that could be made of them. See package standin.
package rand

import (
	"io"
	"syscall/js"
)

// Reader reads cryptographically secure random bytes.
var Reader io.Reader = reader{}

type reader struct{}

// The browser gives at most so many bytes at once (Web Crypto API, section
// 10.1.1).
const most = 1 << 16

// Read fills b. The error is always nil: where there is no source, Go's runtime
// has not started.
func (reader) Read(b []byte) (int, error) {
	crypto := js.Global().Get("crypto")
	for n := 0; n < len(b); {
		piece := b[n:min(len(b), n+most)]
		bytes := js.Global().Get("Uint8Array").New(len(piece))
		crypto.Call("getRandomValues", bytes)
		n += js.CopyBytesToGo(piece, bytes)
	}
	return len(b), nil
}
