//go:build !js && browser

package main

import (
	_ "embed"
	"fmt"
	"strings"

	"lossline/wasm/browsertest"
)

//go:embed drag.js
var dragScript string

// sliders are what is dragged: on each page that has one, the one that moves most.
// The page Fit has none.
var sliders = []struct {
	page, path, selector string
	seconds              int
}{
	{"Plan", "", "#budget-slider", 10},
	{"Pre-training, N", "pretraining/", "#params-slider", 5},
	{"Pre-training, D", "pretraining/", "#tokens-slider", 5},
	{"Transfer", "transfer/", "#td-slider", 5},
	{"Shape", "shape/", "#shape-params-slider", 5},
}

// late is the time between two frames above which one of sixty a second was left out.
const late = 25

// hold drags a slider for some seconds.
func hold(tab *browsertest.Page, selector string, seconds int) drag {
	return browsertest.Eval[drag](tab, fmt.Sprintf("%s(%q, %d)", expression(dragScript), selector, seconds))
}

// expression returns a script without the comment that it begins with, which it is as an expression.
func expression(script string) string {
	return strings.TrimSpace(script[strings.Index(script, "\n(")+1:])
}

// printHeld measures how the real pages follow a slider that is held and moved.
func printHeld(p *program) {
	site := serveSite(p, ".")
	for _, b := range browsertest.Browsers {
		t := &table{title: "A slider held and moved, " + b.Name}
		t.add("page", "seconds", "frames/s", "frame p50", "p95", "longest", "above 25 ms", "input to figures p50", "p95")
		for _, s := range sliders {
			before := len(p.cleanups)
			tab := b.Open(p, browsertest.Screen{})
			tab.Open(site + s.path)
			tab.WaitLive()
			hold(tab, s.selector, 1) // the first calls compile
			d := hold(tab, s.selector, s.seconds)
			p.clean(before)
			t.add(s.page, fmt.Sprint(s.seconds), digits(d.rate()),
				ms(median(d.Frames)), ms(quantile(d.Frames, 0.95)), ms(quantile(d.Frames, 1)),
				fmt.Sprintf("%d of %d", above(d.Frames, late), len(d.Frames)),
				ms(median(d.Done)), ms(quantile(d.Done, 0.95)))
			if b.Name == "Chromium" && s.path == "" {
				p.heldRow(&d)
			}
		}
		t.notes = append(t.notes, "One input event a frame. Input to figures: until the last figure that follows is in the page.")
		fmt.Print(t)
	}
	p.clean(0)
}

func (p *program) heldRow(d *drag) {
	p.row(row{
		What:   "10 s of dragging the budget on the page Plan, Chromium",
		Target: "60 frames/s, p95 25 ms",
		Ours: fmt.Sprintf("%s frames/s; a frame %s / %s, longest %s ms; %d of %d above 25 ms", digits(d.rate()),
			digits(median(d.Frames)), digits(quantile(d.Frames, 0.95)), digits(quantile(d.Frames, 1)), above(d.Frames, late), len(d.Frames)),
		Met: verdictOf(d.rate() >= 59 && quantile(d.Frames, 0.95) <= late),
	})
}

// above counts the samples above a bound.
func above(samples []float64, bound float64) int {
	n := 0
	for _, x := range samples {
		if x > bound {
			n++
		}
	}
	return n
}
