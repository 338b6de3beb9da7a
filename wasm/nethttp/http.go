// Package http takes the place of net/http in the browser's binary.
//
// In a page the browser makes the requests and nobody serves. But go-app
// compiles the half of it that serves sites into the half that runs in them,
// and with it come net/http, TLS and its ciphers: 2.3 MB, half a megabyte over
// the wire. The build lays this file over the standard library's (go build
// -overlay, see build.sh): it has what go-app names, so that it compiles, and
// what cannot be had here says so. Without the overlay the binary is the same
// but for its size.
package http

import (
	"errors"
	"io"
	"net/url"
)

// ErrBrowser is what every attempt to use this package ends with.
var ErrBrowser = errors.New("net/http is not in the browser's binary: use the browser's fetch")

// The status codes that go-app names (RFC 9110, section 15).
const (
	StatusOK                  = 200
	StatusNotModified         = 304
	StatusNotFound            = 404
	StatusInternalServerError = 500
)

// Header has the fields of a message.
type Header map[string][]string

// Get returns the first value of a field, by its canonical name.
func (h Header) Get(key string) string {
	if values := h[key]; len(values) > 0 {
		return values[0]
	}
	return ""
}

// Set replaces the values of a field, by its canonical name.
func (h Header) Set(key, value string) { h[key] = []string{value} }

// Request is never made.
type Request struct {
	URL    *url.URL
	Host   string
	Header Header
	TLS    *struct{}
}

// Response is never received.
type Response struct {
	StatusCode int
	Header     Header
	Body       io.ReadCloser
}

// ResponseWriter is what a Handler writes to.
type ResponseWriter interface {
	Header() Header
	Write([]byte) (int, error)
	WriteHeader(statusCode int)
}

// Handler is never called.
type Handler interface {
	ServeHTTP(ResponseWriter, *Request)
}

// Dir is a folder of the machine, which a page does not have.
type Dir string

// FileServer returns a handler that finds nothing.
func FileServer(Dir) Handler { return none{} }

// NotFound answers that there is nothing.
func NotFound(w ResponseWriter, _ *Request) { w.WriteHeader(StatusNotFound) }

// Get returns ErrBrowser.
func Get(string) (*Response, error) { return nil, ErrBrowser }

type none struct{}

func (none) ServeHTTP(w ResponseWriter, r *Request) { NotFound(w, r) }
