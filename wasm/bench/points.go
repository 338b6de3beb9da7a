//go:build !js && browser

package main

import (
	"fmt"
	"math"

	"lossline/wasm/browsertest"
)

// manyCount is the number of rows that the page Fit takes.
const manyCount = 200_000

// manyRuns is how often each draws them; the median counts.
const manyRuns = 3

var manyWays = []struct{ id, name string }{
	{"ours", "Lossline"},
	{"scatter", "plotly.js, scatter"},
	{"scattergl", "plotly.js, scattergl"},
	{"uplot", "uPlot (canvas), mode 2"},
}

// first is what a first drawing took, in milliseconds, or why there is none.
type first struct {
	Took    float64
	Trouble string
}

// printMany measures the first drawing of many points, each way in a tab of its own.
// One that takes long is not asked again.
func printMany(p *program) {
	url := serveRedraw(p)
	t := &table{title: thousands(manyCount) + " points, first draw, Chromium"}
	t.add("way", "p50", "slowest", "against ours")
	ours := math.NaN()
	for _, w := range manyWays {
		var took []float64
		var trouble string
		for range manyRuns {
			r := firstDraw(p, url, w.id)
			took, trouble = append(took, r.Took), r.Trouble
			if trouble != "" || r.Took > 10_000 {
				break
			}
		}
		if trouble != "" {
			t.add(w.name, "none: "+trouble)
			continue
		}
		if w.id == "ours" {
			ours = median(took)
		}
		t.add(w.name, ms(median(took)), ms(quantile(took, 1)), times(median(took), ours))
	}
	t.notes = append(t.notes, fmt.Sprintf("Until painted, from points that are there; %d times, each in a new page.", manyRuns))
	fmt.Print(t)
	p.row(row{
		What:   thousands(manyCount) + " points, first draw until painted, Chromium",
		Target: "100 ms",
		Ours:   t.rows[1][1],
		Met:    verdictOf(ours <= 100),
		Beside: "plotly.js scatter " + t.rows[2][1] + ", scattergl " + t.rows[3][1] + "; uPlot (canvas) " + t.rows[4][1],
	})
	p.clean(0)
}

// firstDraw draws the points in a new tab, for as long as a page's patience lasts.
func firstDraw(p *program, url, way string) (r first) {
	before := len(p.cleanups)
	done := p.try(func() {
		tab := browsertest.Chromium(p, browsertest.Screen{Width: 800, Height: 600})
		tab.Open(url)
		tab.WaitLive()
		browsertest.Eval[drag](tab, fmt.Sprintf("measure(%q, 0, 2)", "ours")) // the binary is compiled
		r = browsertest.Eval[first](tab, fmt.Sprintf("firstDraw(%q, %d)", way, manyCount))
	})
	p.clean(before)
	if !done {
		r.Trouble = fmt.Sprintf("not within %v", browsertest.Patience)
	}
	return r
}
