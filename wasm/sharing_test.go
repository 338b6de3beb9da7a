//go:build browser

package main

import (
	"slices"
	"strings"
	"testing"

	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text/languages"
	"lossline/engine/unit"
	"lossline/wasm/browsertest"
)

// asks types a budget and lets it settle.
func asks(p *browsertest.Page, c string) {
	p.Fill("#budget", c)
	p.WaitFor(`document.querySelector('h1 data[data-quantity=flops]').value === '` + exponent(c) + `' && location.hash.includes('&c=` + c + `&')`)
}

// exponent is a number such as 1e21 as the page writes it.
func exponent(c string) string { return strings.Replace(c, "e", "e+", 1) }

// What was settled is undone and done again, by button and by key; a field of
// text keeps its own undoing.
func TestUndo(t *testing.T) {
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(hosted(t, hostOptions{}))
	p.WaitLive()
	if !browsertest.Eval[bool](p, `document.querySelector('#undo').disabled`) {
		t.Error("something can be undone on arrival")
	}
	asks(p, "1e21")
	asks(p, "1e22")
	before := p.Data()
	shows := func(c string) {
		t.Helper()
		p.WaitFor(`document.querySelector('h1 data[data-quantity=flops]').value === '` + exponent(c) + `'`)
	}
	p.Click("#undo")
	shows("1e21")
	p.Focus("#undo")
	p.Press("Control+z")
	shows("5.76e23")
	p.Press("Control+Shift+z")
	shows("1e21")
	p.Click("#redo")
	shows("1e22")
	if !slices.Equal(before, p.Data()) {
		t.Error("undone and done again the page has other numbers")
	}
	p.Click("#undo")
	asks(p, "1e23") // a new step takes the place of what was undone
	if !browsertest.Eval[bool](p, `document.querySelector('#redo').disabled`) {
		t.Error("what was replaced can be done again")
	}
}

// A link says whether its numbers are those that were shared.
func TestLinkKnowsItsNumbers(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site)
	p.WaitLive()
	asks(p, "1e21")
	link := shared(p)
	en := languages.In(languages.English).Sharing
	p.Open(link)
	p.WaitLive()
	if said := p.Text("#notice"); !strings.Contains(said, en.SameNumbers) {
		t.Errorf("the link says %q", said)
	}
	_, fragment, _ := strings.Cut(link, "#")
	l, _ := share.Decode(fragment)
	l.Digest = "0"
	p.Open(site + "?other#" + share.Encode(l))
	p.WaitLive()
	if said := p.Text("#notice"); !strings.Contains(said, en.OtherNumbers) {
		t.Errorf("a link with another digest says %q", said)
	}
}

// Opening a link takes nothing away: what was done before is offered, and comes
// back; so does what the timeline has.
func TestLinkKeepsLocalWork(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site)
	p.WaitLive()
	asks(p, "3e21")
	mine := p.Data()
	s := scenario.Default()
	s.Budget.FLOPs = unit.FLOPs(7e24)
	p.Open(site + "?other#" + share.Encode(share.Link{Page: scenario.Plan, Scenario: s}))
	p.WaitLive()
	p.Click("#restore")
	p.WaitFor(`document.querySelector('h1 data[data-quantity=flops]').value === '3e+21'`)
	rested(p)
	if !slices.Equal(mine, p.Data()) {
		t.Error("the work that came back has other numbers")
	}
	p.Click("#share")
	p.Click("#timeline summary")
	p.WaitFor(`document.querySelector('#moment-0')`)
	p.Click("#forget")
	p.WaitFor(`!document.querySelector('#moment-0')`)
	if c := p.Complaints(); len(c) > 0 {
		t.Errorf("the page complained: %v", c)
	}
}

// Plans are pinned side by side, with their differences, in one link.
func TestLanesJourney(t *testing.T) {
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(hosted(t, hostOptions{}))
	p.WaitLive()
	asks(p, "1e21")
	p.Click("#pin")
	p.WaitFor(`document.querySelector('#lane-a')`)
	asks(p, "1e22")
	p.Click("#pin")
	p.WaitFor(`document.querySelector('#lane-b')`)
	want := scenario.Eval(budget(scenario.Default(), 1e22)).Head
	base := scenario.Eval(budget(scenario.Default(), 1e21)).Head
	if got := number(t, p, "#lane-b", "params", ""); got != float64(want.N) {
		t.Errorf("plan B has %g parameters, want %g", got, float64(want.N))
	}
	if got, by := number(t, p, "#lane-b", "loss-change", ""), float64(want.Loss/base.Loss)-1; got != by {
		t.Errorf("plan B is off plan A by %g in loss, want %g", got, by)
	}
	link, before := shared(p), p.Data()
	q := browsertest.Chromium(t, browsertest.Screen{Width: 360, Mobile: true})
	q.Open(link)
	q.WaitLive()
	if !slices.Equal(before, q.Data()) {
		t.Error("the link has other plans or numbers")
	}
	q.Click("#unpin-0")
	q.WaitFor(`!document.querySelector('#lane-b')`)
	if v := q.Axe(); len(v) > 0 {
		t.Errorf("axe-core: %v", v)
	}
}
