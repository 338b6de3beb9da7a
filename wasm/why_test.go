//go:build browser

package main

import (
	"math"
	"testing"

	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/wasm/browsertest"
)

// whyFocus is what has the focus: the number of that name, or the element's id.
const whyFocus = `(document.activeElement.dataset.why || document.activeElement.id)`

// A number is asked why it is what it is with pointer and keys: the card comes
// into view with the focus, follows the budget, and Escape gives the focus back.
// Links lead to it. While none is open the page has none.
func TestWhy(t *testing.T) {
	site := hosted(t, hostOptions{})
	for name, p := range map[string]*browsertest.Page{
		"wide":  browsertest.Chromium(t, browsertest.Screen{Width: 1280, Height: 900}),
		"phone": browsertest.Chromium(t, browsertest.Screen{Width: 320, Height: 700, Dark: true}),
	} {
		p.Open(site)
		p.WaitLive()
		rested(p)
		if n := browsertest.Eval[int](p, `document.querySelectorAll('#why-card').length`); n != 0 {
			t.Fatalf("%s: %d cards before one is asked for", name, n)
		}
		p.Click(`tr[data-law="besiroglu2024.1"] [data-why^="params"]`)
		p.WaitFor(`document.querySelector('#why-card .effects') && ` + whyFocus + ` === 'why-title'`)
		const elasticity = `+document.querySelector('#why-card [data-quantity=elasticity][data-law=C]').value`
		if got, want := browsertest.Eval[float64](p, elasticity), 0.3658/(0.3478+0.3658); math.Abs(got-want) > 1e-8 {
			t.Errorf("%s: elasticity %g, want β/(α+β) = %g", name, got, want)
		}
		if n := browsertest.Eval[int](p, `document.querySelectorAll('[aria-expanded=true][data-why]').length`); n != 2 { // sentence and table
			t.Errorf("%s: %d numbers are open", name, n)
		}
		p.WaitFor(`location.hash.includes('why=params~besiroglu2024.1')`)
		if v := p.Axe(); len(v) > 0 {
			t.Errorf("%s: axe: %v", name, v)
		}
		if wide := browsertest.Eval[int](p, `document.documentElement.scrollWidth - innerWidth`); wide > 0 {
			t.Errorf("%s: the page is %d px wider than the screen", name, wide)
		}
		p.Press("Escape")
		p.WaitFor(`!document.querySelector('#why-card') && ` + whyFocus + ` === 'params~besiroglu2024.1' && !location.hash.includes('why=')`)
		p.Focus(`.lede [data-why^="loss"]`)
		p.Press("Enter")
		p.WaitFor(`document.querySelector('#why-card') && ` + whyFocus + ` === 'why-title'`)
		p.Fill("#budget", "1e22")
		p.WaitFor(`document.querySelector('#why-card math') && [...document.querySelectorAll('#why-card math')].some(m => m.textContent.includes('2.141'))`)
		p.Click("#why-close")
		p.WaitFor(`!document.querySelector('#why-card') && ` + whyFocus + ` === 'loss~besiroglu2024.1'`)
	}
}

// A link opens a page with the card of a number, on every page that has such.
func TestWhyLinks(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{Width: 1280, Height: 900})
	for page, key := range map[scenario.Page]string{
		scenario.Plan:        "batch-tokens~hoffmann2022.2",
		scenario.Pretraining: "point-loss~kaplan2020.1",
		scenario.Transfer:    "multiplier~hernandez2021.mix",
		scenario.Shape:       "params~1",
		scenario.Fit:         "params~own",
	} {
		s := scenario.Default()
		s.Why = key
		p.Open(site + map[scenario.Page]string{scenario.Plan: "", scenario.Pretraining: "zh/pretraining/",
			scenario.Transfer: "zh/transfer/", scenario.Shape: "shape/", scenario.Fit: "fit/"}[page] + "#" + share.Encode(share.Link{Page: page, Scenario: s}))
		p.WaitLive()
		p.WaitFor(`document.querySelector('#why-card .effects') && document.querySelector('#why-card').getBoundingClientRect().top < innerHeight`)
	}
}
