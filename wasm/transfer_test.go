//go:build browser

package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"lossline/app/scenario"
	"lossline/wasm/browsertest"
)

// transferPaths are the page in both languages.
var transferPaths = []string{"transfer/", "zh/transfer/"}

// sameTransfer compares the sentence and the table of sources with the engine.
func sameTransfer(t *testing.T, p *browsertest.Page, s scenario.Scenario) {
	t.Helper()
	o := scenario.EvalTransfer(s)
	same := func(within, quantity, law string, want float64) {
		t.Helper()
		if want == 0 {
			return // not on the page
		}
		if got := number(t, p, within, quantity, law); math.Abs(got-want) > 1e-12*want {
			t.Errorf("%s %s %s: the page says %.17g, the engine %.17g", within, law, quantity, got, want)
		}
	}
	same("h1", "params", "", float64(s.Transfer.N))
	for _, r := range o.Sources {
		a, id := r.Advice, r.Losses.Set.ID
		for quantity, want := range map[string]float64{
			"chars-transferred": float64(a.DT), "chars-effective": float64(a.DE), "multiplier": a.Multiplier,
			"fraction": a.Fraction, "zero-shot": float64(a.ZeroShot), "break-even": float64(a.BreakEven),
			"break-even-multiplier": float64(a.BreakEvenMultiplier), "half": float64(a.Half), "data-times": r.DataTimes,
			"loss-tuned": float64(a.FineTuned), "loss-unified": float64(a.Unified), "loss-scratch": float64(a.Scratch),
			"loss-limit": float64(a.Limit), "chars-transferred-tokens": float64(a.DT) / float64(s.Transfer.CharsPerToken),
		} {
			same("#sources", quantity, id, want)
		}
	}
}

// A person lands on the case of the paper's first figure, changes every input,
// and sends the link: the same numbers to the last digit.
func TestTransferJourney(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{base: "/repo/"})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site + "transfer/")
	p.WaitLive()
	s := scenario.Default()
	sameTransfer(t, p, s)
	if said := p.Text("h1"); !strings.HasPrefix(said, "Fine-tune") {
		t.Errorf("the page says %q", said)
	}

	p.Fill("#tn", "1B")
	p.WaitFor(`document.querySelector('h1 data[data-quantity=params]').value === '1e+09'`)
	p.Fill("#td", "1e8 chars")
	p.WaitFor(`document.querySelector('h1 data[data-quantity=chars]').value === '1e+08'`)
	s.Transfer.N, s.Transfer.DF = 1e9, 1e8
	sameTransfer(t, p, s)

	choose := func(id, value string) {
		browsertest.Eval[bool](p, fmt.Sprintf(`(() => { const m = document.getElementById(%q); m.value = %q; m.dispatchEvent(new Event('change', {bubbles: true})); return true })()`, id, value))
	}
	choose("tsrc", "mix")
	p.WaitFor(`document.querySelector('h1 data[data-law="hernandez2021.mix"]')`)
	choose("tbase", "besiroglu")
	p.WaitFor(`document.querySelector('#why-base').textContent.includes('Besiroglu')`)
	s.Transfer.Source, s.Transfer.Base = scenario.SourceMix, scenario.BaseBesiroglu
	p.Fill("#tcpt", "3.5")
	s.Transfer.CharsPerToken = 3.5
	p.WaitFor(`Math.abs(document.querySelector('#sources [data-quantity=chars-transferred-tokens]').value / document.querySelector('#sources [data-quantity=chars-transferred]').value * 3.5 - 1) < 1e-9`)
	sameTransfer(t, p, s)
	p.Fill("#tl", "2.5")
	p.WaitFor(`document.querySelector('#sources [data-quantity=target-tuned]')`)
	s.Transfer.Target = 2.5
	sameTransfer(t, p, s)

	before := p.Data()
	p.DragRange("#td-slider", 0.25)
	followed(p, "#td-slider", "chars")
	if slices.Equal(before, p.Data()) {
		t.Error("the slider changed nothing")
	}
	p.Click("#share")
	p.WaitFor(`document.querySelector('#share-link')`)
	link := browsertest.Eval[string](p, `document.querySelector('#share-link').value`)
	q := browsertest.Chromium(t, browsertest.Screen{Width: 900, Dark: true})
	q.Open(link)
	q.WaitLive()
	if !slices.Equal(p.Data(), q.Data()) {
		t.Errorf("the link gives other numbers:\n%v\n%v", p.Data(), q.Data())
	}
	for _, page := range []*browsertest.Page{p, q} {
		if c := page.Complaints(); len(c) > 0 {
			t.Errorf("the page complained: %v", c)
		}
		if s := page.Strays(site); len(s) > 0 {
			t.Errorf("requests left the site: %v", s)
		}
	}
}

// The four answers of the page, each by the input that asks for it.
func TestTransferAnswers(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site + "transfer/")
	p.WaitLive()
	p.Fill("#td", "")
	p.WaitFor(`document.querySelector('h1').innerText.startsWith('Collect data: without')`)
	p.Fill("#tl", "6")
	p.WaitFor(`document.querySelector('h1').innerText.startsWith('Take the pre-trained model')`)
	p.Fill("#tl", "3.5")
	p.WaitFor(`document.querySelector('h1').innerText.startsWith('Collect data: a model')`)
	p.Fill("#tl", "")
	p.Fill("#td", "1e10")
	p.WaitFor(`document.querySelector('h1').innerText.startsWith('Train from scratch: with')`)
	p.Fill("#tn", "1M")
	p.WaitFor(`document.querySelector('h1').innerText.includes('may harm')`)
}

// Bad text in every field keeps the text and the last good numbers. No text here
// begins with a good one, which would count if the typing paused there; such
// texts are put to every field in package scenario.
func TestTransferBadInput(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site + "zh/transfer/")
	p.WaitLive()
	numbers := p.Data()
	for _, field := range []string{"tn", "td", "tcpt", "tl"} {
		good := browsertest.Eval[string](p, `document.getElementById('`+field+`').value`)
		for _, bad := range []string{"abc", "-5", "0", "NaN", "apples", "<img src=x onerror=alert(1)>"} {
			p.Fill("#"+field, bad)
			p.WaitFor(`document.querySelector('#` + field + `').getAttribute('aria-invalid') === 'true' && document.querySelectorAll('.stale').length > 0`)
			if said := strings.TrimSpace(p.Text("#" + field + "-said")); said == "" {
				t.Errorf("%s %q: no message", field, bad)
			}
			if !slices.Equal(numbers, p.Data()) {
				t.Errorf("%s %q: the numbers changed", field, bad)
			}
		}
		p.Fill("#"+field, good)
		p.WaitFor(`!document.querySelector('.stale') && !document.querySelector('[aria-invalid]')`)
	}
	if c := p.Complaints(); len(c) > 0 {
		t.Errorf("the page complained: %v", c)
	}
}

// Without JavaScript the page is whole: figures, numbers, the tables.
func TestTransferWithoutJavaScript(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{NoScript: true})
	for _, path := range transferPaths {
		p.Open(site + path)
		shown := browsertest.Eval[int](p, `[...document.querySelectorAll('main .plot svg')].filter(s => s.getBoundingClientRect().width > 200).length`)
		if shown != 8 {
			t.Errorf("%s: %d figures are to be seen, want 8", path, shown)
		}
		sameTransfer(t, p, scenario.Default())
	}
	if s := p.Strays(site); len(s) > 0 {
		t.Errorf("requests left the site: %v", s)
	}
}

// unfoldTransfer opens what is folded away: all of it, or only what is not a figure's
// data.
func unfoldTransfer(p *browsertest.Page, figures bool) {
	what := "details:not(.fig details)"
	if figures {
		what = "details"
	}
	browsertest.Eval[bool](p, `(document.querySelectorAll('`+what+`').forEach(d => d.open = true), true)`)
	p.WaitFor(`document.querySelector('#kim-runs table')`)
}

// Nothing overflows a small screen, with everything unfolded.
func TestTransferFits(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	for _, width := range []int{320, 768} {
		p := browsertest.Chromium(t, browsertest.Screen{Width: width, Height: 740, Mobile: width < 600})
		for _, path := range transferPaths {
			p.Open(site + path)
			p.WaitLive()
			unfoldTransfer(p, true)
			if got := browsertest.Eval[int](p, `document.documentElement.scrollWidth`); got > width {
				wide := browsertest.Eval[[]string](p, fmt.Sprintf(`[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > %d + 1 && !e.closest('.scroll, .formula')).slice(0, 5).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40))`, width))
				t.Errorf("%s at %d px: the page is %d px wide: %v", path, width, got, wide)
			}
		}
	}
}

// axe-core finds nothing, in either language, on a phone and in the dark.
func TestTransferAccessibility(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	for path, screen := range map[string]browsertest.Screen{
		"transfer/": {Width: 320, Height: 740, Mobile: true}, "zh/transfer/": {Dark: true, ReducedMotion: true},
	} {
		p := browsertest.Chromium(t, screen)
		p.Open(site + path)
		p.WaitLive()
		unfoldTransfer(p, false)
		for _, v := range p.Axe() {
			t.Errorf("%s: %s", path, v)
		}
	}
}

// Pictures of the page to look at, in .cache/screens.
func TestTransferScreens(t *testing.T) {
	site := hosted(t, hostOptions{})
	for _, width := range []int{1280, 360, 320} {
		for path, dark := range map[string]bool{"transfer/": false, "zh/transfer/": true} {
			p := browsertest.Chromium(t, browsertest.Screen{Width: width, Height: 800, Dark: dark, Mobile: width < 600})
			p.Open(site + path)
			p.WaitLive()
			file := keep(t, fmt.Sprintf("%s-%d-%s", strings.ReplaceAll(strings.Trim(path, "/"), "/", "-"), width, map[bool]string{true: "dark", false: "light"}[dark]))
			p.Screenshot(file)
			if !isPNG(file) {
				t.Errorf("%s is no picture", file)
			}
		}
	}
}
