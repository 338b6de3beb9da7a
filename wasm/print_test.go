//go:build browser

package main

import (
	"strings"
	"testing"

	"lossline/wasm/browsertest"
)

// On paper a page is a report: sentence, figures, tables, sources and the link,
// within the width of the sheet and without what only a screen can do.
func TestPrintedReport(t *testing.T) {
	site := hosted(t, hostOptions{})
	for _, path := range []string{"", "zh/fit/"} {
		p := browsertest.Chromium(t, browsertest.Screen{Width: 720, Height: 1000, Paper: true}) // A4 without margins
		p.Open(site + path)
		p.WaitLive()
		if path != "" {
			idle(p)
		}
		shown := func(selector string) int {
			return browsertest.Eval[int](p, `[...document.querySelectorAll(`+quoted(selector)+`)].filter(e => e.getClientRects().length > 0).length`)
		}
		for _, selector := range []string{".tools", ".nav", ".inputs", ".controls", "#main button:not(.ask)", "input:not([type=checkbox])", "select", ".foot"} {
			if n := shown(selector); n > 0 {
				t.Errorf("%q: %d of %s are on paper", path, n, selector)
			}
		}
		// Numbers that can be asked are numbers on paper.
		if marked := browsertest.Eval[int](p, `[...document.querySelectorAll("button.ask")].filter(e => e.getClientRects().length > 0 && (!e.querySelector("data") || getComputedStyle(e).textDecorationLine !== "none" || parseFloat(getComputedStyle(e).borderBottomWidth) > 0)).length`); marked > 0 {
			t.Errorf("%q: %d numbers look like buttons on paper", path, marked)
		}
		for _, selector := range []string{"h1", ".plot svg", "table", ".paper"} {
			if shown(selector) == 0 {
				t.Errorf("%q: no %s on paper", path, selector)
			}
		}
		if said := p.Text(".paper"); !strings.Contains(said, site+path+"#v=1&") || !strings.Contains(said, "Besiroglu") {
			t.Errorf("%q: the end of the paper is %q", path, said)
		}
		if over := browsertest.Eval[int](p, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
			t.Errorf("%q: %d px are beyond the sheet", path, over)
		}
		p.Screenshot(keep(t, "print-"+strings.Trim(strings.ReplaceAll("plan/"+path, "/", "-"), "-")))
	}
}
