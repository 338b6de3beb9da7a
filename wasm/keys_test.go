//go:build browser

package main

import (
	"fmt"
	"strings"
	"testing"

	"lossline/app/scenario"
	"lossline/wasm/browsertest"
)

// tabTo presses Tab until an element has the focus, as somebody without a pointer
// does, and looks whether it can be seen then: within the window, and not under
// what lies over the page (WCAG 2.4.7, 2.4.11).
func tabTo(t *testing.T, p *browsertest.Page, selector string) {
	t.Helper()
	at := fmt.Sprintf(`document.activeElement?.matches(%q)`, selector)
	for range 300 {
		p.Press("Tab")
		if browsertest.Eval[bool](p, "!!"+at) {
			if hidden := browsertest.Eval[string](p, `(() => {
				const e = document.activeElement, r = (e.labels?.length && e.classList.contains("sr") ? e.labels[0] : e).getBoundingClientRect();
				const x = Math.min(Math.max(r.left + Math.min(r.width / 2, 40), 0), innerWidth - 1), y = r.top + Math.min(r.height / 2, 20);
				if (r.bottom <= 0 || r.top >= innerHeight) return "it is out of sight";
				const over = document.elementFromPoint(x, y);
				return e.contains(over) || over?.contains(e) || over?.control === e || [...(e.labels ?? [])].includes(over) ? "" : "under " + over?.outerHTML.slice(0, 90);
			})()`); hidden != "" {
				t.Errorf("%s has the focus, and %s", selector, hidden)
			}
			return
		}
	}
	t.Fatalf("300 tabs do not lead to %s", selector)
}

// A person without a pointer types a budget, moves a slider, reads a figure, goes
// through the pages, uses a fit and shares it: in either language, on a wide window
// and on one of 360 px.
func TestKeyboardJourneys(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	for _, lang := range []string{"", "zh/"} {
		for _, width := range []int{1280, 360} {
			t.Run(fmt.Sprintf("%s%d", strings.TrimSuffix(lang, "/"), width), func(t *testing.T) {
				p := browsertest.Chromium(t, browsertest.Screen{Width: width, Height: 780})
				p.Open(site + lang)
				p.WaitLive()
				keysOnPlan(t, p, width < 600)
				keysOnTransfer(t, p)
				keysOnFit(t, p)
				keysToShare(t, p)
				if c := p.Complaints(); len(c) > 0 {
					t.Errorf("the page complained: %v", c)
				}
			})
		}
	}
}

func keysOnPlan(t *testing.T, p *browsertest.Page, phone bool) {
	t.Helper()
	if phone { // where the inputs are folded
		tabTo(t, p, "#sheet")
		p.Press("Space")
	}
	tabTo(t, p, "#budget")
	p.Press("Control+a")
	p.Type("1e21")
	p.WaitFor(`document.querySelector('h1 data[data-quantity=flops]').value === '1e+21'`)
	sameAsEngine(t, p, budget(scenario.Default(), 1e21))
	tabTo(t, p, "#budget-slider")
	p.Press("ArrowRight")
	p.WaitFor(`document.querySelector('h1 data[data-quantity=flops]').value !== '1e+21'`)
	tabTo(t, p, "#data")
	p.Type("30 GB")
	p.WaitFor(`location.hash.includes("gb=")`)
	if phone {
		tabTo(t, p, "#sheet")
		p.Press("Space")
	}
	tabTo(t, p, "[role=application]")
	p.Press("ArrowRight", "ArrowRight")
	p.WaitFor(`document.querySelector(".readout")?.innerText`)
	p.Press("Escape")
	tabTo(t, p, "#more > summary")
	p.Press("Enter")
	tabTo(t, p, "#batch")
	p.Type("4M")
	p.WaitFor(`document.querySelector('table data[data-quantity=batch-tokens]').value === '4e+06'`)
}

func keysOnTransfer(t *testing.T, p *browsertest.Page) {
	t.Helper()
	tabTo(t, p, `nav a[href*="p=transfer"]`)
	p.Press("Enter")
	p.WaitFor(`document.querySelector('#tn-slider')`)
	tabTo(t, p, "#tn")
	p.Press("Control+a")
	p.Type("1B")
	p.WaitFor(`[...document.querySelectorAll('h1 data')].some(d => +d.value === 1e9)`)
}

func keysOnFit(t *testing.T, p *browsertest.Page) {
	t.Helper()
	tabTo(t, p, `nav a[href*="p=fit"]`)
	p.Press("Enter")
	idle(p)
	tabTo(t, p, "#fit-adopt")
	p.Press("Enter")
	p.WaitFor(`document.querySelector('#adopted')`)
	tabTo(t, p, `nav a[href*="p=plan"]`)
	p.Press("Enter")
	p.WaitFor(`document.querySelector('h1 data[data-law=own]')`)
}

func keysToShare(t *testing.T, p *browsertest.Page) {
	t.Helper()
	tabTo(t, p, "#share")
	p.Press("Enter")
	p.WaitFor(`document.activeElement.id === 'copy-share-link'`)
	tabTo(t, p, "#share-close")
	p.Press("Enter")
	p.WaitFor(`document.activeElement.id === 'share'`)
}
