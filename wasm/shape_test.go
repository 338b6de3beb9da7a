//go:build browser

package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"testing"

	"lossline/app/scenario"
	"lossline/engine/law"
	"lossline/engine/unit"
	"lossline/wasm/browsertest"
)

var shapePaths = []string{"shape/", "zh/shape/"}

// near fails where the page's number is not the engine's.
func near(t *testing.T, p *browsertest.Page, within, quantity, law string, want float64) {
	t.Helper()
	if got := number(t, p, within, quantity, law); math.Abs(got-want) > 1e-12*math.Abs(want) {
		t.Errorf("%s %s %s: the page says %.17g, the engine %.17g", within, quantity, law, got, want)
	}
}

// sameShapes compares the sentence, the list, the count by operation and the
// spreads of the Gemstones with the engine.
func sameShapes(t *testing.T, p *browsertest.Page, s scenario.Scenario) {
	t.Helper()
	o := scenario.EvalShape(s)
	first, ok := o.First()
	if !ok {
		t.Fatal("the engine has no shape for this budget")
	}
	near(t, p, "h1", "budget", "", o.Request.Amount)
	near(t, p, "h1", "layers", "", first.Layers)
	near(t, p, "h1", "d-model", "", float64(first.Shape.Width()))
	near(t, p, "h1", "d-ff", "", float64(first.Shape.FeedForward()))
	for i, c := range o.Advice.Candidates {
		for quantity, want := range map[string]float64{
			"layers": c.Layers, "d-model": float64(c.Shape.Width()), "params": float64(c.Total),
			"params-non-embedding": float64(c.NonEmbedding), "flops": float64(c.Forward.Matrices()),
			"flops-context": float64(c.Forward.Context), "relative-depth": c.RelativeDepth,
			"aspect-ratio": c.AspectRatio, "bytes": c.MemoryBytes,
		} {
			near(t, p, "#shapes", quantity, strconv.Itoa(i+1), want)
		}
	}
	near(t, p, "#operations", "params", "all", float64(o.Own.Count.Total()))
	near(t, p, "#operations", "params", "non-embedding", float64(o.Own.Count.NonEmbedding()))
	near(t, p, "#operations", "flops", "context", float64(o.Own.Forward.Context))
	near(t, p, "#operations", "flops", "all", float64(o.Own.Forward.Total()))
	spreads := browsertest.Eval[[]float64](p, `[...document.querySelectorAll('#spreads data[data-quantity=spread]')].map(d => +d.value)`)
	var want []float64
	for _, g := range o.Aspects {
		if g.AspectFold >= 2 {
			want = append(want, g.Spread)
		}
	}
	if !slices.Equal(spreads, want) {
		t.Errorf("spreads %v, the engine has %v", spreads, want)
	}
}

// pick chooses from a menu as a reader does.
func pick(p *browsertest.Page, id, value string) {
	browsertest.Eval[bool](p, fmt.Sprintf(`(() => { const s = document.querySelector(%q); s.value = %q; s.dispatchEvent(new Event('change', {bubbles: true})); return true })()`, id, value))
}

// A person lands, reads a finished answer, types a budget, drags the slider,
// turns to T5 and to another purpose, and sends the link: the same numbers.
func TestShapeJourney(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site + "shape/")
	p.WaitLive()
	s := scenario.Default()
	sameShapes(t, p, s)

	p.Fill("#shape-params", "350M")
	p.WaitFor(`document.querySelector('h1 data[data-quantity=budget]').value === '3.5e+08'`)
	s.Shape.Params = 3.5e8
	sameShapes(t, p, s)

	p.DragRange("#shape-params-slider", 0.7)
	followed(p, "#shape-params-slider", "budget")
	before := p.Data()
	pick(p, "#family", "t5")
	p.WaitFor(`document.querySelector('#purpose')`)
	pick(p, "#purpose", "loss")
	pick(p, "#cost", "time")
	p.WaitFor(`document.querySelector('h1').textContent.includes(' + ') && document.querySelector('#fig-score-box h2').textContent.endsWith('step')`)
	if slices.Equal(before, p.Data()) {
		t.Error("the family changes no number")
	}
	s.Shape.Family, s.Shape.Purpose, s.Shape.Cost = "t5", "loss", "time"
	s.Shape.Params = unit.Params(number(t, p, "h1", "budget", ""))
	sameShapes(t, p, s)

	p.Click("#share")
	p.WaitFor(`document.querySelector('#share-link')`)
	link := browsertest.Eval[string](p, `document.querySelector('#share-link').value`)
	other := browsertest.Chromium(t, browsertest.Screen{Width: 900, Dark: true})
	other.Open(link)
	other.WaitLive()
	if !slices.Equal(p.Data(), other.Data()) {
		t.Errorf("the link gives other numbers:\n%v\n%v", p.Data(), other.Data())
	}
	for _, page := range []*browsertest.Page{p, other} {
		if s, c := page.Strays(site), page.Complaints(); len(s) > 0 || len(c) > 0 {
			t.Errorf("requests %v, complaints %v", s, c)
		}
	}
}

// Without a budget of its own the page follows the plan, in the counting of the
// plan's law.
func TestShapeFollowsThePlan(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site + "shape/#c=1e22&law=kaplan2020.1")
	p.WaitLive()
	p.Fill("#shape-params", "")
	s := budget(scenario.Default(), 1e22)
	s.Head = "kaplan2020.1"
	s.Shape.Params = 0
	n := strconv.FormatFloat(float64(scenario.Eval(s).Head.N), 'g', -1, 64)
	p.WaitFor(`document.querySelector('h1 data[data-quantity=budget]').value === '` + n + `'`)
	sameShapes(t, p, s)
	if scenario.EvalShape(s).Request.Counting != law.NonEmbedding {
		t.Error("Kaplan's N is taken with embeddings")
	}
}

// A released model is counted to its checkpoint's size; a shape that cannot be
// says why; and bad input in every field leaves the numbers as they were.
func TestShapeOwn(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site + "zh/shape/")
	p.WaitLive()
	pick(p, "#preset", "llama2-7b")
	total := `document.querySelector('#operations data[data-quantity=params][data-law=all]')?.value`
	p.WaitFor(total + ` === '6.738415616e+09'`)
	p.Fill("#own-shokv", "5")
	p.WaitFor(`document.querySelector('#own-error') && !document.querySelector('#operations')`)
	// 32 layers · 4096 · 2 · (32 − 8)·128 fewer key and value weights.
	want := strconv.FormatFloat(6_738_415_616-32*4096*2*24*128, 'g', -1, 64)
	p.Fill("#own-shokv", "8")
	p.WaitFor(total + ` === '` + want + `'`)
	p.Press("Tab")
	p.WaitFor(`!document.querySelector('.stale') && /&z=.$/.test(location.hash)`)
	browsertest.Eval[bool](p, `(document.querySelector('#more').open = true)`)
	numbers := p.Data()
	for _, id := range []string{"shape-params", "vocab", "context", "own-shol", "own-shohd", "own-shoctx"} {
		for _, bad := range []string{"abc", "-5", "NaN", "<b>"} { // bad from the first character: a pause after a good one settles it
			p.Fill("#"+id, bad)
			p.WaitFor(`document.querySelector('#` + id + `').getAttribute('aria-invalid') === 'true'`)
		}
		if p.Text("#"+id+"-said") == "" || !slices.Equal(numbers, p.Data()) {
			t.Errorf("%s: no message, or the numbers changed", id)
		}
		if browsertest.Eval[int](p, `document.querySelectorAll('.stale').length`) == 0 {
			t.Errorf("%s: the old numbers are not dimmed", id)
		}
		good := map[string]string{"shape-params": "1B"}[id]
		p.Fill("#"+id, good)
		p.WaitFor(`!document.querySelector('.stale') && !document.querySelector('[aria-invalid]')`)
	}
	if c := p.Complaints(); len(c) > 0 {
		t.Errorf("the page complained: %v", c)
	}
}

// Without JavaScript all is there: figures, numbers, every table.
func TestShapeWithoutJavaScript(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{NoScript: true})
	for _, path := range shapePaths {
		p.Open(site + path)
		if n := browsertest.Eval[int](p, `[...document.querySelectorAll('main .plot svg')].filter(s => s.getBoundingClientRect().width > 200).length`); n != 4 {
			t.Errorf("%s: %d figures are to be seen, want 4", path, n)
		}
		sameShapes(t, p, scenario.Default())
		// The list of checkpoints of Tay et al. (2021) has 57.
		if n := browsertest.Eval[int](p, `document.querySelectorAll('#configs tbody tr').length`); n != 57 {
			t.Errorf("%s: %d checkpoints", path, n)
		}
	}
}

// At 320 px nothing overflows, and axe finds nothing, with everything open.
func TestShapeFits(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	for i, path := range shapePaths {
		p := browsertest.Chromium(t, browsertest.Screen{Width: 320, Height: 740, Mobile: true, Dark: i == 1, ReducedMotion: true})
		p.Open(site + path + []string{"#shfam=t5&shfor=loss", "#shby=mem&shkv=8&shpre=t5-xxl"}[i])
		p.WaitLive()
		browsertest.Eval[bool](p, `(document.querySelectorAll('details').forEach(d => d.open = true), true)`)
		p.WaitFor(`document.querySelector('#configs table') && document.querySelector('.fig details table')`)
		if got := browsertest.Eval[int](p, `document.documentElement.scrollWidth`); got > 320 {
			wide := browsertest.Eval[[]string](p, `[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 321 && !e.closest('.scroll, .formula')).slice(0, 5).map(e => e.tagName + ' ' + e.textContent.slice(0, 40))`)
			t.Errorf("%s: the page is %d px wide: %v", path, got, wide)
		}
		for _, v := range p.Axe() {
			t.Errorf("%s: %s", path, v)
		}
	}
}
