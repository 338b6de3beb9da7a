//go:build !js && browser

package main

import (
	"fmt"
	"time"

	"lossline/wasm/browsertest"
)

// lines are the networks over which the site is loaded cold.
var lines = []struct {
	name    string
	bits    float64 // a second, 0 for no limit
	latency time.Duration
	loads   int
}{
	{"loopback", 0, 0, 7},
	{"10 Mbit/s, 40 ms a request", 10e6, 40 * time.Millisecond, 5},
}

// whenLive is the time since the navigation began at which the page is live,
// and that of the first content on the screen, in milliseconds.
const whenLive = `new Promise(resolve => {
	const root = document.documentElement;
	const done = () => {
		const paint = performance.getEntriesByName("first-contentful-paint")[0];
		resolve({Live: performance.now(), Paint: paint ? paint.startTime : 0});
	};
	if (root.dataset.live === "1") return done();
	new MutationObserver((_, o) => { if (root.dataset.live === "1") { o.disconnect(); done(); } })
		.observe(root, {attributes: true});
})`

// printLoad measures first visits: fresh storage, nothing cached.
func printLoad(p *program) {
	site := serveSite(p, ".")
	t := &table{title: "Cold load of the front page, Chromium"}
	t.add("line", "loads", "first content p50", "live p50", "live p95")
	for _, line := range lines {
		var live, paint []float64
		for range line.loads {
			before := len(p.cleanups)
			page := browsertest.Chromium(p, browsertest.Screen{})
			if line.bits > 0 {
				page.SlowLine(line.bits, line.latency)
			}
			page.Open(site)
			at := browsertest.Eval[struct{ Live, Paint float64 }](page, whenLive)
			live, paint = append(live, at.Live), append(paint, at.Paint)
			p.clean(before)
		}
		t.add(line.name, fmt.Sprint(line.loads), ms(median(paint)), ms(median(live)), ms(quantile(live, 0.95)))
	}
	t.notes = append(t.notes, "By plain HTTP, for which browsers ask for gzip and never for Brotli.")
	fmt.Print(t)
	p.clean(0)
}
