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

const openFolds = `(document.querySelectorAll('.fold').forEach(d => d.open = true), true)`

// unfold opens every section and waits for what it draws.
func unfold(p *browsertest.Page) {
	browsertest.Eval[bool](p, openFolds)
	p.WaitFor(`document.querySelectorAll('.fold .plot svg').length === 11 && document.querySelector('#context table')`)
}

// fold opens or closes one section.
func fold(p *browsertest.Page, id string, open bool) {
	browsertest.Eval[bool](p, fmt.Sprintf(`(document.querySelector('#%s-more').open = %v, true)`, id, open))
	p.WaitFor(fmt.Sprintf(`!!document.querySelector('#%s-more svg') === %v`, id, open))
}

// studySame compares numbers of every section, in sentences and tables, with the
// engine's, to the last bit that a browser and this machine share.
func studySame(t *testing.T, p *browsertest.Page, s scenario.Scenario) {
	t.Helper()
	o := scenario.EvalStudy(s, scenario.Eval(s))
	larger := o.Curves[len(o.Curves)-1]
	for _, c := range []struct {
		within, quantity, law string
		want                  float64
	}{
		{"#learning-curves .said", "loss", "", float64(o.Target)},
		{"#learning-curves .said", "tokens", "", float64(o.Yours.Run.Tokens)},
		{"#learning-curves table", "tokens", "curve-" + fmt.Sprint(float64(larger.N)), float64(larger.Run.Tokens)},
		{"#batch .said", "batch-critical", "", float64(o.Run.Critical)},
		{"#batch .said", "times-steps", "", float64(o.Run.Steps / o.Run.SMin)},
		{"#batch table", "flops", "least", float64(o.Run.LeastCost)},
		{"#batch table", "batch-critical", "kaplan2020.batch.2", 2e8 / math.Pow(float64(o.Run.Loss), 1/0.21)},
		{"#overfitting .said", "excess", "", o.Overfit.Excess},
		{"#overfitting .said", "data-growth", "", o.Overfit.Growth},
		{"#overfitting table", "tokens", "rule", 5e3 * math.Pow(float64(o.N), 0.74)},
		{"#overfitting table", "steps", "stop", float64(o.Overfit.Stop.Steps)},
		{"#allocation table", "params", "table6", float64(o.Alloc.Table.N)},
		{"#allocation table", "params", "appendix-b", float64(o.Alloc.Frontier.N)},
		{"#model-size .said", "times-compute", "", o.Size.Cost.Compute},
		{"#model-size table", "stop-s", "", o.Size.RatioS},
		{"#crossover .said", "flops", "", float64(o.Cross.C)},
		{"#small-print table", "loss", "kaplan2020.c.1", float64(o.Print.C)},
		{"#small-print table", "params", "without-embeddings", float64(o.Print.Without)},
		{"#context table", "loss-mean", "kaplan2020.position.6", float64(scenario.Positions()[5].Mean())},
	} {
		if got := number(t, p, c.within, c.quantity, c.law); !(math.Abs(got-c.want) <= 1e-12*math.Abs(c.want)) {
			t.Errorf("%s %s %s: the page says %.17g, the engine %.17g", c.within, c.quantity, c.law, got, c.want)
		}
	}
}

// choose takes another value of a menu.
func choose(p *browsertest.Page, id, value string) {
	browsertest.Eval[bool](p, fmt.Sprintf(`(() => { const s = document.querySelector(%q); s.value = %q; s.dispatchEvent(new Event('change', {bubbles: true})); return true })()`, id, value))
}

// A person types a point, a batch and a loss, takes other constants and drags
// the sliders of the sections: every number follows, and a colleague who opens
// the link sees the same ones, at the section that was open last.
func TestStudyJourney(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site + "pretraining/")
	p.WaitLive()
	if n := browsertest.Eval[int](p, `document.querySelectorAll('.fold .plot svg').length`); n != 0 {
		t.Errorf("%d figures are drawn where nobody looks", n)
	}
	unfold(p)
	s := scenario.Default()
	studySame(t, p, s)

	p.Fill("#params", "1B")
	p.Fill("#tokens", "22B")
	p.Fill("#batch-here", "2^19")
	p.Fill("#target", "2.7")
	p.Fill("#larger", "8B")
	for id, v := range map[string]string{"#bstar": "2e8", "#alloc-tokens": "e67", "#alloc-cmin": "2.3e8", "#size-frontier": "t5", "#slack": "50", "#stop": "1"} {
		choose(p, id, v)
	}
	s.N, s.D, s.Batch = 1e9, 2.2e10, 1<<19
	s.Study.Target, s.Study.Larger = 2.7, 8e9
	s.Study.BStar, s.Study.Tokens, s.Study.CMin, s.Study.Frontier, s.Study.Slack, s.Study.Stop = "2e8", "e67", "2.3e8", "t5", "50", "1"
	p.WaitFor(`document.querySelector('#model-size .said data[data-quantity=slack]').value === '0.5'`)
	studySame(t, p, s)

	before := browsertest.Eval[[]string](p, `[...document.querySelectorAll('.fold .plot svg')].map(s => s.outerHTML)`)
	p.DragRange("#target-slider", 0.6)
	p.WaitFor(`Math.abs(Math.log10(document.querySelector('#learning-curves .said data[data-quantity=loss]').value) - document.querySelector('#target-slider').value) < 0.005`)
	p.DragRange("#larger-slider", 0.75)
	after := browsertest.Eval[[]string](p, `[...document.querySelectorAll('.fold .plot svg')].map(s => s.outerHTML)`)
	if before[0] == after[0] || before[1] == after[1] {
		t.Error("the learning curves do not follow the loss to reach")
	}

	fold(p, "overfitting", false)
	fold(p, "overfitting", true)
	p.WaitFor(`location.hash.includes('open=overfitting')`)
	q := browsertest.Chromium(t, browsertest.Screen{Width: 900, Height: 700, Dark: true})
	q.Open(browsertest.Eval[string](p, `location.href`))
	q.WaitLive()
	q.WaitFor(`document.querySelectorAll('#overfitting .plot svg').length === 2`)
	q.WaitFor(`Math.abs(document.querySelector('#overfitting').getBoundingClientRect().top) < 60`)
	unfold(q)
	if a, b := p.Data(), q.Data(); !slices.Equal(a, b) {
		t.Errorf("the link gives other numbers:\n%v\n%v", a, b)
	}
	for _, page := range []*browsertest.Page{p, q} {
		if c := page.Complaints(); len(c) > 0 {
			t.Errorf("the page complained: %v", c)
		}
	}
}

// Bad text in the fields of the sections keeps the numbers and says why.
func TestStudyBadInput(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site + "zh/pretraining/")
	p.WaitLive()
	for _, c := range []struct{ field, section, good, link string }{
		{"target", "learning-curves", "2.5", "tl=2.5"}, {"batch-here", "batch", "4M", "b=4e6"}, {"larger", "overfitting", "70亿", "n2=7e9"},
	} {
		fold(p, c.section, true)
		p.Fill("#"+c.field, c.good)
		p.Press("Tab")
		p.WaitFor(`!document.querySelector('.stale') && location.hash.includes("&` + c.link + `&")`)
		numbers := p.Data()
		for _, bad := range []string{"abc", "-5", "0", "1e999", "1,5", "1e30"} {
			p.Fill("#"+c.field, bad)
			p.WaitFor(`document.querySelector('#` + c.field + `').getAttribute('aria-invalid') === 'true' && document.querySelector('.said.stale')`)
			if strings.TrimSpace(p.Text("#"+c.field+"-said")) == "" || !slices.Equal(numbers, p.Data()) {
				t.Errorf("%s %q: no message, or the numbers changed", c.field, bad)
			}
		}
		p.Fill("#"+c.field, c.good)
		p.WaitFor(`!document.querySelector('.stale') && !document.querySelector('[aria-invalid]')`)
		fold(p, c.section, false)
	}
	// A loss that nobody reaches is said in words.
	fold(p, "learning-curves", true)
	p.Fill("#target", "0.5")
	p.WaitFor(`document.querySelectorAll('#learning-curves td data[data-quantity=loss]').length === 5`)
}

// Without JavaScript the sections hold sentences, figures and numbers.
func TestStudyWithoutJavaScript(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{NoScript: true})
	p.Open(site + "pretraining/")
	if n := browsertest.Eval[int](p, `document.querySelectorAll('.fold .plot .wide svg').length`); n != 11 {
		t.Errorf("%d figures in the sections, want 11", n)
	}
	studySame(t, p, scenario.Default())
}

// With everything open nothing is wider than a small phone, and axe-core finds
// nothing, in either language.
func TestStudyOnAPhone(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{Width: 320, Height: 740, Mobile: true})
	for _, path := range []string{"pretraining/", "zh/pretraining/"} {
		p.Open(site + path)
		p.WaitLive()
		unfold(p)
		browsertest.Eval[bool](p, `(document.querySelectorAll('.study details').forEach(d => d.open = true), true)`)
		p.WaitFor(`document.querySelectorAll('.study .fig details table').length >= 11`)
		if got := browsertest.Eval[int](p, `document.documentElement.scrollWidth`); got > 320 {
			wide := browsertest.Eval[[]string](p, `[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 321 && !e.closest('.scroll, .formula')).slice(0, 5).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40))`)
			t.Errorf("%s: the page is %d px wide: %v", path, got, wide)
		}
		for _, v := range p.Axe() {
			t.Errorf("%s: %s", path, v)
		}
	}
}
