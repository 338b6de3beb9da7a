//go:build !js && browser

package main

import (
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"lossline/wasm/browsertest"
)

// loads is how often each page is loaded over each line.
const loads = 7

// lines are the networks over which pages are loaded cold.
var lines = []struct {
	name    string
	bits    float64 // a second, 0 for no limit
	latency time.Duration
	target  float64 // of when our page is live, in milliseconds
}{
	{"loopback", 0, 0, 800},
	{"10 Mbit/s, 40 ms a request", 10e6, 40 * time.Millisecond, 2000},
}

//go:embed arrival.js
var arrivalScript string

// arrival is what one cold load was like; times in milliseconds.
type arrival struct {
	Live, First, Largest, Shift, Longest, Blocked, Bytes float64
}

// printLoad measures first visits: fresh storage, nothing cached. The two pages take
// turns.
func printLoad(p *program) {
	before := len(p.cleanups)
	pages := []struct{ name, url string }{
		{"Lossline, Plan", serveCompressed(p)},
		{"plotly.js, the heavy scene", servePlotly(p)},
	}
	for _, line := range lines {
		t := &table{title: "Cold load, " + line.name + ", Chromium"}
		t.add("page", "first content p50", "largest p50", "live p50", "live p95", "longest task p50", "blocked p50", "shift p50", "bytes")
		got := make([][]arrival, len(pages))
		for range loads {
			for i, page := range pages {
				got[i] = append(got[i], arrive(p, page.url, line.bits, line.latency))
			}
		}
		for i, page := range pages {
			a := got[i]
			live := pick(a, func(a arrival) float64 { return a.Live })
			t.add(page.name,
				ms(median(pick(a, func(a arrival) float64 { return a.First }))),
				ms(median(pick(a, func(a arrival) float64 { return a.Largest }))),
				ms(median(live)), ms(quantile(live, 0.95)),
				ms(median(pick(a, func(a arrival) float64 { return a.Longest }))),
				ms(median(pick(a, func(a arrival) float64 { return a.Blocked }))),
				fmt.Sprintf("%.3f", median(pick(a, func(a arrival) float64 { return a.Shift }))),
				thousands(int(median(pick(a, func(a arrival) float64 { return a.Bytes })))))
		}
		t.notes = append(t.notes, fmt.Sprintf("%d loads each, in turns, in a new profile. Blocked: what tasks take above 50 ms, added up until the page is live. By plain HTTP, through a proxy, in the form that the browser asks for.", loads))
		fmt.Print(t)
		p.loadRow(line.name, line.target, got[0], got[1])
	}
	p.clean(before)
}

// loadRow keeps for the README when the pages were live.
func (p *program) loadRow(line string, target float64, ours, theirs []arrival) {
	live := func(a arrival) float64 { return a.Live }
	first := func(a arrival) float64 { return a.First }
	p.row(row{
		What:   "live after a cold load, " + line + " (first content)",
		Target: seconds(target),
		Ours:   fmt.Sprintf("%s (%s)", seconds(median(pick(ours, live))), seconds(median(pick(ours, first)))),
		Met:    verdictOf(median(pick(ours, live)) <= target),
		Beside: fmt.Sprintf("page of plotly.js %s (%s)", seconds(median(pick(theirs, live))), seconds(median(pick(theirs, first)))),
	})
}

// seconds prints milliseconds as seconds.
func seconds(ms float64) string { return fmt.Sprintf("%.2f s", ms/1000) }

func pick(a []arrival, f func(arrival) float64) []float64 {
	var x []float64
	for _, one := range a {
		x = append(x, f(one))
	}
	return x
}

func arrive(p *program, url string, bits float64, latency time.Duration) arrival {
	before := len(p.cleanups)
	defer p.clean(before)
	tab := browsertest.Chromium(p, browsertest.Screen{})
	if bits > 0 {
		tab.SlowLine(bits, latency)
	}
	tab.Open(url)
	return browsertest.Eval[arrival](tab, expression(arrivalScript)+"()")
}

//go:embed plotly.html
var plotlyPage []byte

// servePlotly serves a page that draws the heavy scene with plotly.js, compressed as
// ours is.
func servePlotly(p *program) string {
	script, err := page.ReadFile("scene.js")
	p.check(err)
	library, err := os.ReadFile(libraries(p)["plotly.js"])
	p.check(err)
	folder, err := os.MkdirTemp(".cache", "plotly-")
	p.check(err)
	p.Cleanup(func() { os.RemoveAll(folder) })
	for name, text := range map[string][]byte{"index.html": plotlyPage, "scene.js": script, "plotly.js": library} {
		p.check(os.WriteFile(filepath.Join(folder, name), text, 0o644))
	}
	pack(p, folder)
	return serveFolder(p, ".", folder)
}
