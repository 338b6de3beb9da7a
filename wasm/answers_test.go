//go:build browser

package main

import (
	"math"
	"slices"
	"strings"
	"testing"

	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/engine/plan"
	"lossline/engine/unit"
	"lossline/wasm/browsertest"
)

// The scenarios for which the four questions are answered on one page; the
// third, fine-tuning on little code, is on Transfer.
func questions() map[string]scenario.Scenario {
	english := scenario.Default()
	english.Budget = plan.Budget{FLOPs: 1e21}
	chinese := scenario.Default()
	chinese.Budget = plan.Budget{Device: "rtx4090", Count: 8, Time: 30 * unit.Day}
	chinese.Ask.Data, chinese.Ask.Text = 30e9, scenario.Chinese
	loss := scenario.Default()
	loss.Ask.Given, loss.Ask.Target = scenario.GivenLoss, 2.1
	data := scenario.Default()
	data.Ask.Given, data.Ask.Data = scenario.GivenData, 1e12
	return map[string]scenario.Scenario{"": english, "zh/": chinese, "#loss": loss, "zh/#data": data}
}

// The four questions: how large, how much data, which shape, which rules. Every
// number on the page is the engine's, and the link gives them again.
func TestFourQuestions(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	for at, s := range questions() {
		path, _, _ := strings.Cut(at, "#")
		p.Open("about:blank")
		p.Open(site + path + "#" + share.Encode(share.Link{Page: scenario.Plan, Scenario: s}))
		p.WaitLive()
		sameAsEngine(t, p, s)
		o := scenario.Eval(s)
		a := scenario.Answer(s, o)
		id := o.Head.Method.ID
		want := map[[2]string]float64{
			{"params", id}: float64(o.Head.N), {"tokens", id}: float64(o.Head.D), {"steps", id}: float64(o.Head.S),
			{"chars", a.Pretrain.ID}: float64(a.Worth), {"shape-params", ""}: float64(a.Shape.Total),
		}
		for _, x := range a.Hints {
			if x.LR > 0 {
				want[[2]string{"learning-rate", x.ID}] = x.LR
			}
		}
		for k, v := range want {
			if got := number(t, p, "#answers", k[0], k[1]); math.Abs(got/v-1) > 1e-12 {
				t.Errorf("%s: %v is %.17g on the page, %.17g in the engine", at, k, got, v)
			}
		}
		if n := browsertest.Eval[int](p, `document.querySelectorAll('#rules li').length`); n < 7 {
			t.Errorf("%s: %d rules", at, n)
		}
		if a.Scarce != nil {
			for _, w := range a.Scarce.Ways {
				if got := number(t, p, "#scarce", "loss", string(w.Way)); math.Abs(got/float64(w.Loss)-1) > 1e-12 {
					t.Errorf("%s %s: a loss of %g on the page, %g in the engine", at, w.Way, got, w.Loss)
				}
			}
		}
		q := browsertest.Chromium(t, browsertest.Screen{Width: 400, Mobile: true, Dark: true})
		q.Open(browsertest.Eval[string](p, `location.href`))
		q.WaitLive()
		if !slices.Equal(p.Data(), q.Data()) {
			t.Errorf("%s: the link gives other numbers", at)
		}
	}
}

// From a budget to a loss and to data by hand, in the page.
func TestWhatIsAsked(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site)
	p.WaitLive()
	choose := func(id, value string) {
		browsertest.Eval[bool](p, `(() => { const e = document.getElementById('`+id+`'); e.value = '`+value+`'; e.dispatchEvent(new Event('change', {bubbles: true})); return true })()`)
	}
	choose("ask", "loss")
	p.WaitFor(`document.querySelector('#goal')`)
	p.Fill("#goal", "1.9")
	p.WaitFor(`Math.abs(document.querySelector('h1 data[data-quantity=loss]').value - 1.9) < 1e-9`)
	p.Fill("#goal", "1.7")
	p.WaitFor(`['#unmet', 'h1 small'].every((at) => document.querySelector(at).textContent.includes('its floor is 1.817'))`)
	p.Fill("#goal", "1.6")
	p.WaitFor(`document.querySelectorAll('main table tbody tr[data-law]').length === 1`) // Kaplan's power law has no floor
	p.Fill("#goal", "0.6")
	p.WaitFor(`document.querySelector('h1').textContent.includes('No law shown here reaches a loss of 0.6')`) // by no model below 1e15
	choose("ask", "data")
	p.WaitFor(`document.querySelector('#data-slider')`)
	p.Fill("#data", "1 TB")
	p.WaitFor(`Math.abs(document.querySelector('h1 data[data-quantity=tokens]').value / (1e12 / (96 / 22.9)) - 1) < 1e-9`)
	if c := p.Complaints(); len(c) > 0 {
		t.Errorf("the page complained: %v", c)
	}
}

// An element that becomes another field shows the other's value, never what was
// in it before.
func TestFieldsKeepTheirOwn(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site + "#ask=data&gb=30e9")
	p.WaitLive()
	p.WaitFor(`document.querySelector('#data').value === '30 GB'`)
	for _, c := range [][2]string{{"loss", "goal"}, {"compute", "budget"}, {"data", "data"}, {"loss", "goal"}} {
		browsertest.Eval[bool](p, `(() => { const e = document.getElementById('ask'); e.value = '`+c[0]+`'; e.dispatchEvent(new Event('change', {bubbles: true})); return true })()`)
		want := map[string]string{"goal": "2", "budget": "5.76e23", "data": "30 GB"}[c[1]]
		p.WaitFor(`document.querySelector('#` + c[1] + `-slider')`)
		p.WaitFor(`document.querySelector('#` + c[1] + `') && document.querySelector('#` + c[1] + `').value === '` + want + `'`)
		p.WaitFor(`Math.abs(document.querySelector('#` + c[1] + `-slider').value - Math.log10({goal: 2, budget: 5.76e23, data: 3e10}.` + c[1] + `)) < 0.02`)
	}
	p.Open(site + "shape/")
	p.WaitLive()
	browsertest.Eval[bool](p, `(() => { const e = [...document.querySelectorAll('select')].find(s => [...s.options].some(o => o.value === 'mem')); e.value = 'mem'; e.dispatchEvent(new Event('change', {bubbles: true})); return true })()`)
	p.WaitFor(`document.querySelector('#shape-memory') && document.querySelector('#shape-memory').value === '16 GB'`)
}
