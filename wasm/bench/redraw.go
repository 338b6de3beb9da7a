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

//go:embed page.html scene.js measure.js
var page embed.FS

// The heavy scene is redrawn 320 times in each way. The ways take turns, so that
// a machine that is busy for a while is busy for all of them.
const (
	rounds   = 8
	perRound = 40
	warmUp   = 10 // the first calls compile
)

// ways are the ways to draw the scene by the names that the page has for them.
// Ours is first: the others are compared to it.
var ways = []struct{ id, name string }{
	{"ours", "Lossline, renderer kept"},
	{"fresh", "Lossline, nothing kept"},
	{"vgsvg", "gonum vgsvg, same plot"},
	{"plotly", "plotly.js " + plotlyFull.version + ", Plotly.react"},
	{"observable", "Observable Plot " + observablePlot.version + ", replaceWith"},
	{"uplot", "uPlot " + uPlot.version + " (canvas), setData"},
}

// drag is what one round of one way took, in milliseconds.
type drag struct{ Done, Painted, Frames []float64 }

func (d *drag) add(more drag) {
	d.Done = append(d.Done, more.Done...)
	d.Painted = append(d.Painted, more.Painted...)
	d.Frames = append(d.Frames, more.Frames...)
}

// rate is the number of frames a second.
func (d *drag) rate() float64 { return 1000 / mean(d.Frames) }

// printRedraw measures the way from a slider's step to the picture on the screen,
// in each browser, beside the alternatives.
func printRedraw(p *program) {
	url := serveRedraw(p)
	for _, b := range browsertest.Browsers {
		tab := b.Open(p, browsertest.Screen{Width: 800, Height: 600})
		tab.Open(url)
		tab.WaitLive()
		measured := map[string]*drag{}
		for _, w := range ways {
			measured[w.id] = &drag{}
			redraw(tab, w.id, 0, warmUp)
		}
		for round := range rounds {
			for _, w := range ways {
				measured[w.id].add(redraw(tab, w.id, 1+round*perRound, perRound))
			}
		}
		fmt.Print(redrawTable(b.Name, measured))
		if b.Name == "Chromium" {
			p.redrawRow(measured)
		}
	}
	p.clean(0)
}

func redraw(tab *browsertest.Page, way string, first, n int) drag {
	return browsertest.Eval[drag](tab, fmt.Sprintf("measure(%q, %d, %d)", way, first, n))
}

func redrawTable(browser string, measured map[string]*drag) *table {
	t := &table{title: "Redraw of the heavy scene under a slider, " + browser}
	t.add("way", "input to done p50", "p95", "input to painted p50", "p95", "frames/s", "done p50 against ours", "painted p50 against ours")
	ours := measured["ours"]
	for _, w := range ways {
		d := measured[w.id]
		t.add(w.name,
			ms(median(d.Done)), ms(quantile(d.Done, 0.95)),
			ms(median(d.Painted)), ms(quantile(d.Painted, 0.95)),
			digits(d.rate()),
			times(median(d.Done), median(ours.Done)), times(median(d.Painted), median(ours.Painted)))
	}
	t.notes = append(t.notes, fmt.Sprintf(
		"%d redraws each in %d turns, one a frame: 6 lines of 200 points, a band, 250 markers, a legend, two log axes, 720 by 440 px; its points are computed anew each time. Done: the picture is in the page or on the canvas; painted: the frame with it has been made.",
		rounds*perRound, rounds))
	return t
}

// redrawRow keeps for the README how the scene is redrawn.
func (p *program) redrawRow(measured map[string]*drag) {
	says := func(id string) string {
		d := measured[id]
		return fmt.Sprintf("%s / %s", digits(median(d.Painted)), digits(quantile(d.Painted, 0.95)))
	}
	ours := measured["ours"]
	p.row(row{
		What:   "redraw of the heavy scene, slider to painted, Chromium, p50 / p95",
		Target: "5 / 9 ms, 60 frames/s",
		Ours:   fmt.Sprintf("%s ms, %.0f frames/s", says("ours"), ours.rate()),
		Met:    verdictOf(median(ours.Painted) <= 5 && quantile(ours.Painted, 0.95) <= 9 && ours.rate() >= 59),
		Beside: fmt.Sprintf("plotly.js %s, Observable Plot %s, uPlot (canvas) %s, vgsvg %s ms", says("plotly"), says("observable"), says("uplot"), says("vgsvg")),
	})
}

// serveRedraw builds the redraw program and serves it with its page and the
// alternatives. It returns the address.
func serveRedraw(p *program) string {
	binary, err := filepath.Abs(".cache/bench.wasm")
	p.check(err)
	build := exec.Command("go", "build", "-tags", "minimal", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", binary, "./wasm/bench")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	build.Stderr = os.Stderr
	p.check(build.Run())
	root, err := exec.Command("go", "env", "GOROOT").Output()
	p.check(err)

	files := libraries(p)
	files["exec.js"] = filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
	files["bench.wasm"] = binary
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, page, "page.html") })
	mux.Handle("/", http.FileServerFS(page))
	for name, file := range files {
		mux.HandleFunc("/"+name, func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, file) })
	}
	return listen(p, isolated(mux))
}

// listen serves on this machine until the program's next cleaning.
func listen(p *program, h http.Handler) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	p.check(err)
	server := &http.Server{Handler: h}
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
