//go:build browser

package main

import (
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"lossline/wasm/browsertest"
)

// counted counts the bytes that a host sends of its binaries.
func counted(sent *atomic.Int64, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, ".wasm") {
			w = countingWriter{w, sent}
		}
		h.ServeHTTP(w, r)
	})
}

type countingWriter struct {
	http.ResponseWriter
	sent *atomic.Int64
}

// Write takes its time, as a line does: what nobody waits for any more is not sent.
func (w countingWriter) Write(b []byte) (int, error) {
	time.Sleep(20 * time.Millisecond) // 13 Mbit/s
	n, err := w.ResponseWriter.Write(b)
	w.sent.Add(int64(n))
	return n, err
}

// From a host that compresses nothing a page fetches the packed binary, of which
// the budget of bytes is for all hosts: 2.6 MB with gzip. A megabyte is for what was
// on its way of the other when it was called off.
func TestPackedBinary(t *testing.T) {
	t.Parallel()
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			var sent atomic.Int64
			server := httptest.NewUnstartedServer(counted(&sent, newHost(os.DirFS(dist(t)), hostOptions{dumb: true})))
			server.Config.ConnState = func(c net.Conn, s http.ConnState) {
				if s == http.StateNew { // what the system takes in advance counts as sent
					c.(*net.TCPConn).SetWriteBuffer(64 << 10)
				}
			}
			server.Start()
			t.Cleanup(server.Close)
			p := b.Open(t, browsertest.Screen{})
			p.Open(server.URL + "/")
			p.WaitLive()
			page := sent.Load()
			if page > 3_600_000 {
				t.Errorf("the host sent %d bytes of binaries", page)
			}
			t.Logf("%d bytes", page)
			if c := p.Complaints(); len(c) > 0 {
				t.Errorf("the page complained: %v", c)
			}
		})
	}
}

// The service worker of the page before may take the page over at any time: between
// the host's two answers too.
func TestPackedBinaryAtATakeover(t *testing.T) {
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.BeforeAll(`let asked = 0;
		Object.defineProperty(navigator.serviceWorker, "controller", { get: () => asked++ ? {} : null });`)
	p.Open(hosted(t, hostOptions{dumb: true}))
	p.WaitLive()
}
