//go:build browser

package browsertest

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/memory"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/profiler"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// inside is for what only Chromium tells of a page.
func (p *Page) inside(what string, step func(context.Context, *chromium) error) {
	p.t.Helper()
	p.do(func(ctx context.Context) error {
		c, ok := p.driver.(*chromium)
		if !ok {
			return errors.New("only Chromium tells")
		}
		tab, cancel := c.within(ctx)
		defer cancel()
		return step(tab, c)
	}, "%s", what)
}

// BeforeAll has each document that is opened from now on run a script before any of
// its own. Chromium only.
func (p *Page) BeforeAll(js string) {
	p.t.Helper()
	p.inside("run a script first", func(ctx context.Context, c *chromium) error {
		_, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: js})
		return err
	})
}

// Memory is what a page holds once garbage has been collected.
type Memory struct {
	Heap      float64 // bytes of JavaScript's objects, without WebAssembly's memory
	Nodes     int     // of documents, also of those that scripts still hold
	Listeners int
}

// Memory collects garbage and counts what is left. Chromium only.
func (p *Page) Memory() Memory {
	p.t.Helper()
	var m Memory
	p.inside("count memory", func(ctx context.Context, c *chromium) error {
		if err := chromedp.Do(ctx, bare(heapprofiler.CollectGarbage)); err != nil {
			return err
		}
		heap, err := chromedp.Call(ctx, runtime.GetHeapUsage, cdp.Empty{})
		if err != nil {
			return err
		}
		dom, err := chromedp.Call(ctx, memory.GetDOMCounters, cdp.Empty{})
		m = Memory{heap.UsedSize, int(dom.Nodes), int(dom.JsEventListeners)}
		return err
	})
	return m
}

// bare is a command that is told nothing and answers nothing.
func bare(c cdp.Command[cdp.Empty, cdp.Empty]) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, cdp.Empty{})
		return err
	})
}

// Self is the time that a function's own code took of a profile.
type Self struct {
	Function string
	Millis   float64
}

// Profile samples what the page's thread does while f runs, ten times a millisecond,
// and returns the functions by their own time, longest first. Chromium only.
func (p *Page) Profile(f func()) []Self {
	p.t.Helper()
	p.inside("begin a profile", func(ctx context.Context, c *chromium) error {
		if err := chromedp.Do(ctx, bare(profiler.Enable)); err != nil {
			return err
		}
		if _, err := chromedp.Call(ctx, profiler.SetSamplingInterval, profiler.SetSamplingIntervalParams{Interval: 100}); err != nil {
			return err
		}
		return chromedp.Do(ctx, bare(profiler.Start))
	})
	f()
	var list []Self
	p.inside("end a profile", func(ctx context.Context, c *chromium) error {
		result, err := chromedp.Call(ctx, profiler.Stop, cdp.Empty{})
		if err == nil {
			list = selfTimes(result.Profile)
		}
		return err
	})
	return list
}

// selfTimes adds up the samples of a profile by function.
func selfTimes(p *profiler.Profile) []Self {
	name := map[int64]string{}
	for _, n := range p.Nodes {
		name[n.ID] = n.CallFrame.FunctionName
		if name[n.ID] == "" {
			name[n.ID] = "(anonymous)"
		}
	}
	sum := map[string]float64{}
	for i, id := range p.Samples {
		// A sample stands for the time until the next one, but for no more than the
		// sampler would leave out: then the machine did something else.
		if i+1 < len(p.TimeDeltas) {
			sum[name[id]] += min(float64(p.TimeDeltas[i+1])/1000, 1)
		}
	}
	var list []Self
	for f, t := range sum {
		list = append(list, Self{f, t})
	}
	slices.SortFunc(list, func(a, b Self) int {
		return cmp.Or(cmp.Compare(b.Millis, a.Millis), cmp.Compare(a.Function, b.Function))
	})
	return list
}

// Show has the open page on another screen, as when a window is resized or a theme
// is chosen. Whether it is a phone and whether scripts run stays. Chromium only.
func (p *Page) Show(s Screen) {
	p.t.Helper()
	s = s.withDefaults()
	s.Mobile, s.NoScript = p.screen.Mobile, p.screen.NoScript
	p.screen = s
	p.inside("show it on another screen", func(ctx context.Context, c *chromium) error {
		return chromedp.Do(ctx, showOn(s))
	})
}
