//go:build browser

package main

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lossline/app/scenario"
	"lossline/engine/plan"
	"lossline/engine/unit"
	"lossline/wasm/browsertest"
)

// rested waits until no input is being changed: some parts of a page follow only
// then.
func rested(p *browsertest.Page) { p.WaitFor(`!document.querySelector('.busy')`) }

// number returns the one value of a quantity that stands for a law within the
// element, at full precision.
func number(t *testing.T, p *browsertest.Page, within, quantity, law string) float64 {
	t.Helper()
	sel := within + ` data[data-quantity="` + quantity + `"]`
	if law != "" {
		sel += `[data-law="` + law + `"]`
	}
	rested(p)
	p.WaitFor("document.querySelector('" + sel + "')") // tables may follow by a frame
	v := browsertest.Eval[string](p, "document.querySelector('"+sel+"')?.value ?? ''")
	x, err := strconv.ParseFloat(v, 64)
	if err != nil {
		t.Fatalf("%s holds no number: %q", sel, v)
	}
	return x
}

// sameAsEngine compares every number of the table of laws with the engine's, to
// the last bit that a browser and this machine share.
func sameAsEngine(t *testing.T, p *browsertest.Page, s scenario.Scenario) {
	t.Helper()
	for _, a := range scenario.Eval(s).Rows {
		for quantity, want := range map[string]float64{
			"params": float64(a.N), "tokens": float64(a.D), "tokens-per-param": a.TokensPerParam(),
			"batch-tokens": float64(a.B), "steps": float64(a.S), "loss": float64(a.Loss),
		} {
			if want == 0 {
				continue // not given by this law, and so not on the page
			}
			got := number(t, p, "table", quantity, a.Method.ID)
			if math.Abs(got-want) > 1e-12*want {
				t.Errorf("%s %s: the page says %.17g, the engine %.17g", a.Method.ID, quantity, got, want)
			}
		}
	}
}

// followed waits until the number in the sentence is where the slider stands.
func followed(p *browsertest.Page, slider, quantity string) {
	p.WaitFor(`Math.abs(Math.log10(+document.querySelector('h1 data[data-quantity=` + quantity + `]').value) - document.querySelector('` + slider + `').value) < 0.005`)
}

func budget(s scenario.Scenario, c unit.FLOPs) scenario.Scenario {
	s.Budget = plan.Budget{FLOPs: c}
	return s
}

// A person lands, types a budget, reads the plan, drags the slider, copies the
// link, and a colleague opens it: the same numbers to the last digit.
func TestPlanJourney(t *testing.T) {
	t.Parallel()
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			site := hosted(t, hostOptions{base: "/repo/"})
			p := b.Open(t, browsertest.Screen{})
			p.Open(site)
			p.WaitLive()
			sameAsEngine(t, p, scenario.Default())

			p.Fill("#budget", "1e21")
			p.WaitFor(`document.querySelector('h1 data[data-quantity=flops]').value === '1e+21'`)
			sameAsEngine(t, p, budget(scenario.Default(), 1e21))

			p.Fill("#budget", "64 H100 for 21 days at 40%")
			hw := scenario.Default()
			hw.Budget = plan.Budget{Device: "h100", Count: 64, Time: 21 * unit.Day, Utilisation: 0.4}
			want := strconv.FormatFloat(float64(hw.Compute()), 'g', -1, 64)
			p.WaitFor(`document.querySelector('h1 data[data-quantity=flops]').value === '` + want + `'`)
			sameAsEngine(t, p, hw)

			before := p.Data()
			p.DragRange("#budget-slider", 0.5)
			followed(p, "#budget-slider", "flops")
			c := number(t, p, "h1", "flops", "")
			if c < 9e21 || c > 1.1e22 {
				t.Errorf("the slider at half gives %g FLOP", c)
			}
			sameAsEngine(t, p, budget(scenario.Default(), unit.FLOPs(c)))
			if slices.Equal(before, p.Data()) {
				t.Error("the slider changed nothing")
			}

			p.Click("#share")
			p.WaitFor(`document.querySelector('#share-link')`)
			link := browsertest.Eval[string](p, `document.querySelector('#share-link').value`)
			if !strings.HasPrefix(link, site+"#v=1&") {
				t.Fatalf("the link is %s", link)
			}
			q := b.Open(t, browsertest.Screen{Width: 900, Dark: true})
			q.Open(link)
			q.WaitLive()
			if !slices.Equal(p.Data(), q.Data()) {
				t.Errorf("the link gives other numbers:\n%v\n%v", p.Data(), q.Data())
			}
			for _, page := range []*browsertest.Page{p, q} {
				if s := page.Strays(site); len(s) > 0 {
					t.Errorf("requests left the site: %v", s)
				}
				if c := page.Complaints(); len(c) > 0 {
					t.Errorf("the page complained: %v", c)
				}
			}
		})
	}
}

// On Pre-training everything follows the sliders: the three figures, the
// numbers, and what the other page does not share.
func TestPretrainingJourney(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site)
	p.WaitLive()
	p.Fill("#budget", "1e22")
	p.Click(".nav a:nth-child(2)")
	p.WaitFor(`document.querySelectorAll('.plot svg').length === 3`)
	s := budget(scenario.Default(), 1e22)
	o := scenario.Eval(s)
	if got := number(t, p, "h1", "params", ""); got != float64(o.Head.N) {
		t.Errorf("the point starts at N = %g, the plan has %g", got, o.Head.N)
	}
	figures := func() []string {
		return browsertest.Eval[[]string](p, `[...document.querySelectorAll('.plot svg')].map(s => s.outerHTML)`)
	}
	before := figures()
	p.DragRange("#params-slider", 3.0/7)
	followed(p, "#params-slider", "params")
	p.DragRange("#tokens-slider", 0.5)
	followed(p, "#tokens-slider", "tokens")
	s.N, s.D = unit.Params(number(t, p, "h1", "params", "")), unit.Tokens(number(t, p, "h1", "tokens", ""))
	if s.N < 9e8 || s.N > 1.1e9 || s.D < 9e10 || s.D > 1.1e11 {
		t.Fatalf("the sliders give N = %g, D = %g", s.N, s.D)
	}
	o = scenario.Eval(s)
	for _, l := range o.Losses {
		if got := number(t, p, "table", "loss", l.Method.ID); math.Abs(got-float64(l.Loss)) > 1e-12 {
			t.Errorf("%s: the page says %.17g, the engine %.17g", l.Method.ID, got, l.Loss)
		}
	}
	for i, after := range figures() {
		if after == before[i] {
			t.Errorf("figure %d did not follow", i+1)
		}
	}
	p.Fill("#params", "７０亿")
	p.WaitFor(`document.querySelector('h1 data[data-quantity=params]').value === '7e+09'`)
	p.Click("#follow")
	p.WaitFor(`document.querySelector('h1 data[data-quantity=params]').value !== '7e+09'`)

	// Back to Plan by the history, and forward again: screen, address, numbers.
	there := browsertest.Eval[string](p, `location.href`)
	p.WaitFor(`(history.back(), true)`)
	p.WaitFor(`document.querySelector('#budget')`)
	if got := number(t, p, "h1", "flops", ""); got != 1e22 {
		t.Errorf("Back shows a budget of %g", got)
	}
	p.WaitFor(`(history.forward(), true)`)
	p.WaitFor(`document.querySelector('#params')`)
	if got := browsertest.Eval[string](p, `location.href`); got != there {
		t.Errorf("Forward leads to %s, not %s", got, there)
	}
}

// Every kind of bad input in every field: a message under the field, the text
// kept, the last good numbers kept and dimmed; good input heals it.
func TestBadInput(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	for _, c := range []struct{ path, field, good, link string }{
		{"", "budget", "1e21", "c=1e21"}, {"", "batch", "4M", "b=4e6"}, {"", "data", "30 GB", "gb=3e10"}, {"zh/", "bytes", "4.2", "bpt=4.2"}, {"#ask=loss", "goal", "2.2", "l=2.2"},
		{"pretraining/", "params", "7B", "n=7e9"}, {"zh/pretraining/", "tokens", "1.4万亿", "d=1.4e12"},
	} {
		p.Open(site + c.path)
		p.WaitLive()
		browsertest.Eval[bool](p, `(document.querySelectorAll('details').forEach(d => d.open = true), true)`)
		p.Fill("#"+c.field, c.good)
		p.Press("Tab")
		p.WaitFor(`!document.querySelector('.stale') && location.hash.includes("&` + c.link + `&")`) // settled
		numbers := p.Data()
		for _, bad := range []string{"abc", "-5", "0", "1e999", "1 2", "7m", "1,5", "5 apples", "NaN", "<img src=x onerror=alert(1)>"} {
			p.Fill("#"+c.field, bad)
			p.WaitFor(`document.querySelector('#` + c.field + `').getAttribute('aria-invalid') === 'true'`)
			said := p.Text("#" + c.field + "-said")
			if strings.TrimSpace(said) == "" {
				t.Errorf("%s %q: no message", c.field, bad)
			}
			if got := browsertest.Eval[string](p, `document.querySelector('#`+c.field+`').value`); got != bad {
				t.Errorf("%s: the text %q became %q", c.field, bad, got)
			}
			if !slices.Equal(numbers, p.Data()) {
				t.Errorf("%s %q: the numbers changed", c.field, bad)
			}
			if browsertest.Eval[int](p, `document.querySelectorAll('.stale').length`) == 0 {
				t.Errorf("%s %q: the old numbers are not dimmed", c.field, bad)
			}
		}
		p.Fill("#"+c.field, c.good)
		p.WaitFor(`!document.querySelector('.stale') && !document.querySelector('[aria-invalid]')`)
	}
	if c := p.Complaints(); len(c) > 0 {
		t.Errorf("the page complained: %v", c)
	}
}

// With the keyboard alone: the slider moves by arrows, the field takes text, the
// skip link leads to the content, the share panel gets and gives back the focus.
func TestKeyboard(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site)
	p.WaitLive()
	p.Press("Tab")
	if got := p.Text(":focus"); got != "Skip to the content" {
		t.Errorf("the first stop is %q", got)
	}
	p.Focus("#budget-slider")
	p.Press("ArrowRight")
	p.WaitFor(`document.querySelector('h1 data[data-quantity=flops]').value !== '5.76e+23'`)
	c := number(t, p, "h1", "flops", "")
	if r := c / 5.76e23; r < 1.02 || r > 1.08 {
		t.Errorf("one step of the slider changes the budget by a factor of %g", r)
	}
	spoken := browsertest.Eval[string](p, `document.querySelector('#budget-slider').getAttribute('aria-valuetext')`)
	if !strings.Contains(spoken, "floating-point operations") {
		t.Errorf("the slider is read as %q", spoken)
	}
	p.Focus("#share")
	p.Press("Enter")
	p.WaitFor(`document.activeElement.id === 'copy-share-link'`)
	p.Focus("#share-close")
	p.Press("Enter")
	p.WaitFor(`document.activeElement.id === 'share'`)
}
