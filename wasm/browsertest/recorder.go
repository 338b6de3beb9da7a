//go:build browser

package browsertest

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"sync"
	"sync/atomic"
	"time"
)

// Request is something that a page asked the network for.
type Request struct {
	Method string
	URL    string // without the fragment, which no request carries
	Status int    // 0 where no answer came: cut off, or a connection that was refused
	Bytes  int64  // of the body as transferred; still growing while it is under way
}

// recorder is the proxy of one page. It passes plain HTTP on, and refuses all
// else after it has written it down: a site that a test serves on this machine
// has no reason to ask for more.
type recorder struct {
	server *httptest.Server
	proxy  httputil.ReverseProxy

	offline atomic.Bool
	latency atomic.Int64 // nanoseconds before each answer
	rate    atomic.Int64 // bytes a second, 0 for no limit

	mu   sync.Mutex
	log  []*entry
	free time.Time // when a slow line has sent all that was put on it
}

// entry is a Request in the making.
type entry struct {
	method, url string
	status      atomic.Int64
	bytes       atomic.Int64
}

func newRecorder() *recorder {
	r := &recorder{}
	r.proxy = httputil.ReverseProxy{
		Rewrite: func(*httputil.ProxyRequest) {},
		// What is compressed stays so, and a proxy set in the environment is
		// not for pages on this machine.
		Transport:     &http.Transport{DisableCompression: true},
		FlushInterval: -1,
		ErrorLog:      log.New(io.Discard, "", 0),
	}
	r.server = httptest.NewServer(r)
	return r
}

func (r *recorder) close() {
	r.server.CloseClientConnections()
	r.server.Close()
}

// host is the address that a browser is told, host:port.
func (r *recorder) host() string { return r.server.Listener.Addr().String() }

func (r *recorder) cut(offline bool) { r.offline.Store(offline) }

// slow makes the line carry bits a second in all, with latency added to each
// request.
func (r *recorder) slow(bits float64, latency time.Duration) {
	r.rate.Store(int64(bits / 8))
	r.latency.Store(int64(latency))
}

func (r *recorder) all() []Request {
	r.mu.Lock()
	defer r.mu.Unlock()
	requests := make([]Request, len(r.log))
	for i, e := range r.log {
		requests[i] = Request{e.method, e.url, int(e.status.Load()), e.bytes.Load()}
	}
	return requests
}

func (r *recorder) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	e := &entry{method: req.Method, url: addressOf(req)}
	r.mu.Lock()
	r.log = append(r.log, e)
	r.mu.Unlock()
	if r.offline.Load() {
		panic(http.ErrAbortHandler) // ends the connection without an answer, as a dead line does
	}
	if req.Method == http.MethodConnect {
		e.status.Store(http.StatusForbidden)
		http.Error(w, "this line leads to plain HTTP only", http.StatusForbidden)
		return
	}
	time.Sleep(time.Duration(r.latency.Load()))
	r.proxy.ServeHTTP(&counter{ResponseWriter: w, entry: e, recorder: r, ctx: req.Context()}, req)
}

// addressOf returns what a request to a proxy is for. CONNECT names no more
// than a host.
func addressOf(req *http.Request) string {
	if req.Method == http.MethodConnect {
		return "https://" + req.Host + "/"
	}
	u := *req.URL
	u.Fragment = ""
	return u.String()
}

// counter passes an answer on, measures it and paces it.
type counter struct {
	http.ResponseWriter
	entry    *entry
	recorder *recorder
	ctx      context.Context
}

func (c *counter) WriteHeader(status int) {
	c.entry.status.Store(int64(status))
	c.ResponseWriter.WriteHeader(status)
}

// chunk is what a slow line sends at a time, small enough that two answers
// share the line.
const chunk = 16 << 10

func (c *counter) Write(b []byte) (int, error) {
	sent := 0
	for len(b) > 0 {
		n := len(b)
		if rate := c.recorder.rate.Load(); rate > 0 {
			n = min(n, chunk)
			c.recorder.pace(n, rate)
		}
		m, err := c.ResponseWriter.Write(b[:n])
		sent += m
		c.entry.bytes.Add(int64(m))
		if err != nil {
			return sent, err
		}
		if err := c.ctx.Err(); err != nil {
			return sent, err
		}
		b = b[n:]
	}
	return sent, nil
}

// Unwrap lets http.ResponseController find Flush.
func (c *counter) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// pace waits until the line, at rate bytes a second, has sent n more. A sleep
// that lasts too long shortens the next: the line keeps its rate.
func (r *recorder) pace(n int, rate int64) {
	r.mu.Lock()
	if now := time.Now(); r.free.Before(now) {
		r.free = now
	}
	r.free = r.free.Add(time.Duration(n) * time.Second / time.Duration(rate))
	sent := r.free
	r.mu.Unlock()
	time.Sleep(time.Until(sent))
}

// SlowLine makes all that the page asks for from now on arrive at no more than
// bits a second, each answer after the latency.
func (p *Page) SlowLine(bits float64, latency time.Duration) { p.recorder.slow(bits, latency) }

// Strays returns the requests that went to another origin than that of site.
func (p *Page) Strays(site string) []Request {
	p.t.Helper()
	home, err := url.Parse(site)
	if err != nil {
		p.t.Fatalf("origin of %q: %v", site, err)
	}
	var strays []Request
	for _, r := range p.Requests() {
		u, err := url.Parse(r.URL)
		if err != nil || u.Scheme != home.Scheme || u.Host != home.Host {
			strays = append(strays, r)
		}
	}
	return strays
}

// String is a line of a log: method, address, status and size.
func (r Request) String() string {
	return fmt.Sprintf("%s %s %d %d B", r.Method, r.URL, r.Status, r.Bytes)
}
