//go:build !js && browser

package main

import (
	"embed"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"lossline/wasm/browsertest"
)

//go:embed page.html
var page embed.FS

// The heavy scene is redrawn 200 times in each way. The ways take turns, so that
// a machine that is busy for a while is busy for all of them.
const (
	rounds   = 4
	perRound = 50
)

var ways = []struct{ id, name string }{
	{"ours", "Lossline, renderer kept"},
	{"fresh", "Lossline, nothing kept"},
	{"vgsvg", "gonum vgsvg, same plot"},
}

// sample is what one round of one way took, in milliseconds.
type sample struct {
	Calls, Layouts []float64
	Span           float64 // of all its frames
}

// printRedraw measures the way from a slider's step to the picture in the page,
// in each browser.
func printRedraw(p *program) {
	url := serveRedraw(p)
	for _, b := range browsertest.Browsers {
		tab := b.Open(p, browsertest.Screen{Width: 800, Height: 600})
		tab.Open(url)
		tab.WaitLive()
		measured := map[string]*sample{}
		for _, w := range ways {
			measured[w.id] = &sample{}
			redraw(tab, w.id, 0, perRound/5) // the first calls compile
		}
		for round := range rounds {
			for _, w := range ways {
				s, all := redraw(tab, w.id, round*perRound, perRound), measured[w.id]
				all.Calls = append(all.Calls, s.Calls...)
				all.Layouts = append(all.Layouts, s.Layouts...)
				all.Span += s.Span
			}
		}
		fmt.Print(redrawTable(b.Name, measured))
	}
	p.clean(0)
}

func redraw(tab *browsertest.Page, way string, first, n int) sample {
	return browsertest.Eval[sample](tab, fmt.Sprintf("measure(%q, %d, %d)", way, first, n))
}

func redrawTable(browser string, measured map[string]*sample) *table {
	t := &table{title: "Redraw of the heavy scene, " + browser}
	t.add("way", "call p50", "call p95", "with layout p50", "with layout p95", "frames/s", "call p50 against ours")
	ours := median(measured["ours"].Calls)
	for _, w := range ways {
		s := measured[w.id]
		t.add(w.name,
			ms(median(s.Calls)), ms(quantile(s.Calls, 0.95)),
			ms(median(s.Layouts)), ms(quantile(s.Layouts, 0.95)),
			digits(1000*float64(len(s.Calls))/s.Span),
			times(median(s.Calls), ours))
	}
	t.notes = append(t.notes, fmt.Sprintf(
		"%d redraws each in %d turns, one a frame: 6 lines of 200 points, a band, 250 markers, a legend, two log axes, 720 by 440 px; its points are computed anew each time.",
		rounds*perRound, rounds))
	return t
}

// serveRedraw builds the redraw program and serves it with its page. It returns
// the address.
func serveRedraw(p *program) string {
	binary, err := filepath.Abs(".cache/bench.wasm")
	p.check(err)
	build := exec.Command("go", "build", "-tags", "minimal", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", binary, "./wasm/bench")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	build.Stderr = os.Stderr
	p.check(build.Run())
	root, err := exec.Command("go", "env", "GOROOT").Output()
	p.check(err)
	exec := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")

	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, page, "page.html") })
	mux.HandleFunc("/exec.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, exec) })
	mux.HandleFunc("/bench.wasm", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, binary) })
	l, err := net.Listen("tcp", "127.0.0.1:0")
	p.check(err)
	server := &http.Server{Handler: isolated(mux)}
	go server.Serve(l)
	p.Cleanup(func() { server.Close() })
	return "http://" + l.Addr().String() + "/"
}

// isolated has browsers keep the page apart from all others, for which they
// give it a clock of microseconds instead of one that is blurred.
func isolated(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		h.ServeHTTP(w, r)
	})
}
