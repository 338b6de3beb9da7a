//go:build browser

package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"lossline/app"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text/languages"
	"lossline/wasm/browsertest"
)

// A person moves the range of the figure of exponents, goes to an entry, and shares
// it: the numbers are the engine's, and the link leads to the entry.
func TestGuideJourney(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site + "guide/")
	p.WaitLive()
	same := func(p *browsertest.Page, s scenario.Scenario) {
		t.Helper()
		for _, l := range scenario.EvalGuide(s).Laws {
			got := number(t, p, "#disagreement table", "exponent-fitted", l.Set.ID)
			if !(math.Abs(got-l.Fitted) <= 1e-12) {
				t.Errorf("%s: the page says %.15g, the engine %.15g", l.Set.ID, got, l.Fitted)
			}
		}
	}
	s := scenario.Default()
	same(p, s)
	before := browsertest.Eval[string](p, `document.querySelector('#fig-exponent-plot').innerHTML`)
	p.Fill("#guide-from", "1e16")
	p.Fill("#guide-to", "1e19")
	p.Fill("#guide-vocab", "128256")
	s.Guide.Lo, s.Guide.Hi, s.Guide.Vocab = 1e16, 1e19, 128256
	p.WaitFor(`document.querySelector('#reconciled data[data-quantity=flops-to]').value === '1e+19'`)
	same(p, s)
	if browsertest.Eval[string](p, `document.querySelector('#fig-exponent-plot').innerHTML`) == before {
		t.Error("the figure does not follow its range")
	}
	p.Fill("#guide-to", "1e19x")
	p.WaitFor(`document.querySelector('#guide-to').getAttribute('aria-invalid') === 'true'`)
	same(p, s)
	p.Fill("#guide-to", "1e19")

	p.Click(`.contents a[href*="glossary"]`)
	p.WaitFor(`location.hash.includes('at=glossary') && document.activeElement.id === 'glossary'`)
	p.WaitFor(`Math.abs(document.querySelector('#glossary').getBoundingClientRect().top) < 60`)
	q := browsertest.Chromium(t, browsertest.Screen{Width: 390, Height: 844, Mobile: true})
	q.Open(strings.Replace(browsertest.Eval[string](p, `location.href`), "at=glossary", "at=term-bcrit", 1))
	q.WaitLive()
	q.WaitFor(`Math.abs(document.querySelector('#term-bcrit').getBoundingClientRect().top) < 60`)
	same(q, s)

	// From an entry to the page that shows it, and back.
	p.Click(`#method-batch a[href*="open=batch"]`)
	p.WaitFor(`document.querySelector('#batch .plot svg') && Math.abs(document.querySelector('#batch').getBoundingClientRect().top) < 60`)
	p.WaitFor(`(history.back(), true)`)
	p.WaitFor(`document.querySelector('#glossary')`)
	same(p, s)
	for _, page := range []*browsertest.Page{p, q} {
		if c := page.Complaints(); len(c) > 0 {
			t.Errorf("the page complained: %v", c)
		}
	}
}

// An anchor of the page as it was written is understood once the program is there.
func TestGuideAnchors(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	for _, path := range []string{"guide/#trap-edge", "zh/guide/#at=trap-edge", "#p=guide&at=trap-edge"} {
		p.Open(site + path)
		p.WaitLive()
		p.WaitFor(`document.querySelector('#trap-edge') && Math.abs(document.querySelector('#trap-edge').getBoundingClientRect().top) < 60`)
		if browsertest.Eval[bool](p, `!!document.querySelector('#notice')`) {
			t.Errorf("%s: %s", path, p.Text("#notice"))
		}
	}
}

// Every example changes the page in place, as one step that can be undone, says what
// was built, and its link does the same where it is opened on its own.
func TestExamples(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site + "zh/shape/#v=1&p=shape&c=2e21&z=x")
	p.WaitLive()
	first := browsertest.Eval[string](p, `location.pathname`)
	for _, x := range app.Presets() {
		p.Click("#examples summary")
		p.WaitFor(`document.querySelector('#example-` + x.ID + `').checkVisibility()`)
		link := browsertest.Eval[string](p, fmt.Sprintf(`document.querySelector('#example-%s').href`, x.ID))
		p.Click("#example-" + x.ID)
		said := languages.In(languages.Chinese).Presets[x.ID]
		want := said.Outcome
		if want == "" {
			want = said.Title
		}
		p.WaitFor(fmt.Sprintf(`document.querySelector('#preset')?.textContent.includes(%q)`, want))
		p.WaitFor(`!document.querySelector('#examples').open`)
		if got := browsertest.Eval[string](p, `location.hash`); !sameState(got, x) {
			t.Errorf("%s: the address is %s", x.ID, got)
		}
		q := browsertest.Chromium(t, browsertest.Screen{})
		q.Open(link)
		q.WaitLive()
		if got := q.Text("#preset"); !strings.Contains(got, want) {
			t.Errorf("%s, opened on its own: %q", x.ID, got)
		}
		if a, b := p.Data(), q.Data(); !slices.Equal(a, b) {
			t.Errorf("%s: opened on its own it has other numbers", x.ID)
		}
	}
	for range app.Presets() {
		p.Click("#undo")
	}
	p.WaitFor(`location.hash.includes('c=2e21')`)
	if got := browsertest.Eval[string](p, `location.pathname`); got != first {
		t.Logf("undone on %s", got)
	}
	// Escape closes the menu and keeps the focus.
	p.Click("#examples summary")
	p.Press("Escape")
	p.WaitFor(`!document.querySelector('#examples').open && document.activeElement.matches('#examples summary')`)
	// A click beside it closes it too, one within it does not.
	p.Click("#examples summary")
	p.WaitFor(`document.querySelector('#examples').open`)
	browsertest.Eval[bool](p, `document.querySelector('#examples ul').dispatchEvent(new PointerEvent("pointerdown", {bubbles: true}))`)
	if !browsertest.Eval[bool](p, `document.querySelector('#examples').open`) {
		t.Error("a press on the menu itself closes it")
	}
	p.Click("footer p")
	p.WaitFor(`!document.querySelector('#examples').open`)
}

func sameState(hash string, x app.Preset) bool {
	l, notices := share.Decode(hash)
	return len(notices) == 0 && l.Page == x.Page && l.Scenario == x.Scenario()
}

// The tour leads through its stops by keyboard alone; what is changed at a stop stays
// when the tour ends; its links work on their own; and nothing of it is there before.
func TestTour(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site)
	p.WaitLive()
	if browsertest.Eval[bool](p, `!!document.querySelector('#tour-bar') || location.hash.includes('tour')`) {
		t.Error("a tour that nobody takes")
	}
	p.Focus("#examples summary")
	p.Press("Enter")
	p.Focus("#tour")
	p.Press("Enter")
	var links []string
	for i, stop := range languages.In(languages.English).Tour {
		p.WaitFor(fmt.Sprintf(`document.querySelector('#tour-bar')?.textContent.includes(%q) && location.hash.includes('tour=%d')`, stop.Text, i+1))
		links = append(links, browsertest.Eval[string](p, `location.href`))
		if i == 2 && browsertest.Eval[bool](p, `!document.querySelector('#scarce')`) {
			t.Error("the third stop shows no ways out")
		}
		if i < len(languages.In(languages.English).Tour)-1 {
			if i == 0 {
				p.Focus("#tour-next")
			}
			p.WaitFor(`document.activeElement.id === 'tour-next' && document.querySelector('#tour-bar').getBoundingClientRect().top >= 0`)
			p.Press("Enter")
		}
	}
	p.WaitFor(`document.activeElement.id === 'tour-bar'`)
	p.Click("#tour-back")
	p.WaitFor(`location.hash.includes('tour=5')`)
	p.Fill("#tn", "1e8")
	p.WaitFor(`location.hash.includes('tn=1e8') || location.hash.includes('tn=100000000')`)
	p.Click("#tour-end")
	p.WaitFor(`!document.querySelector('#tour-bar') && !location.hash.includes('tour')`)
	if browsertest.Eval[bool](p, `!/tn=1(e8|00000000)&/.test(location.hash)`) {
		t.Error("what was changed at a stop is lost with the tour")
	}
	for i, link := range links {
		q := browsertest.Chromium(t, browsertest.Screen{Width: 320, Height: 740, Mobile: true})
		q.Open(link)
		q.WaitLive()
		q.WaitFor(fmt.Sprintf(`document.querySelector('#tour-bar')?.textContent.includes(%q)`, languages.In(languages.English).Tour[i].Text))
		if got := browsertest.Eval[int](q, `document.documentElement.scrollWidth`); got > 320 {
			t.Errorf("stop %d: the page is %d px wide", i+1, got)
		}
	}
}

// On a small phone nothing of the Guide is wider than the screen, and axe-core finds
// nothing, with menu and tour open, in either language and theme.
func TestGuideOnAPhone(t *testing.T) {
	site := hosted(t, hostOptions{})
	for _, dark := range []bool{false, true} {
		p := browsertest.Chromium(t, browsertest.Screen{Width: 320, Height: 740, Mobile: true, Dark: dark})
		for _, path := range []string{"guide/#tour=2", "zh/guide/#tour=2"} {
			p.Open(site + path)
			p.WaitLive()
			p.Click("#examples summary")
			if got := browsertest.Eval[int](p, `document.documentElement.scrollWidth`); got > 320 {
				wide := browsertest.Eval[[]string](p, `[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 321 && !e.closest('.scroll, .formula')).slice(0, 5).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40))`)
				t.Errorf("%s: the page is %d px wide: %v", path, got, wide)
			}
			for _, v := range p.Axe() {
				t.Errorf("%s: %s", path, v)
			}
		}
	}
}
