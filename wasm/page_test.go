//go:build browser

package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"lossline/app/scenario"
	"lossline/wasm/browsertest"
)

// Without JavaScript the page is whole: the sentence, the figures as inline SVG
// and the engine's numbers.
func TestWithoutJavaScript(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{NoScript: true})
	figures := map[string]int{"": 1, "pretraining/": 3, "transfer/": 8, "shape/": 4, "fit/": 5, "guide/": 1}
	for _, path := range paths {
		p.Open(site + path)
		if n := browsertest.Eval[int](p, `document.querySelectorAll('main svg path').length`); n < 10 {
			t.Errorf("%s: %d paths in figures", path, n)
		}
		shown := browsertest.Eval[int](p, `[...document.querySelectorAll('main .plot svg')].filter(s => s.checkVisibility() && s.getBoundingClientRect().width > 200).length`)
		if want := figures[strings.TrimPrefix(path, "zh/")]; shown != want {
			t.Errorf("%s: %d figures are to be seen, want %d", path, shown, want)
		}
		if path == "" || path == "zh/" {
			sameAsEngine(t, p, scenario.Default())
		}
	}
	if s := p.Strays(site); len(s) > 0 {
		t.Errorf("requests left the site: %v", s)
	}
	p.Screenshot(keep(t, "noscript"))
}

// slowly opens a page over a line on which the static page stands for a while
// before the app arrives.
func slowly(t *testing.T, width int) *browsertest.Page {
	p := browsertest.Chromium(t, browsertest.Screen{Width: width, Mobile: width < 600})
	p.SlowLine(8e6, 10*time.Millisecond)
	return p
}

// What was typed before the app came alive is kept, with the focus, and counts.
func TestTypingBeforeTheApp(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	for path, id := range map[string]string{"": "budget", "zh/pretraining/": "params"} {
		p := slowly(t, 1280)
		p.Open(site + path)
		early := browsertest.Eval[bool](p, fmt.Sprintf(`(() => {
			if (document.documentElement.dataset.live) return false;
			const i = document.getElementById(%q); i.focus({preventScroll: true}); i.value = "3e11"; return true })()`, id))
		if !early {
			t.Fatal("the app was there before the test could type: the line is not slow enough")
		}
		p.WaitLive()
		p.WaitFor(fmt.Sprintf(`document.activeElement.id === %q && document.activeElement.value === "3e11"`, id))
		p.WaitFor(`[...document.querySelectorAll('h1 data')].some(d => +d.value === 3e11)`)
	}
}

// The app takes over the static page without a shift.
func TestTakeover(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	for _, width := range []int{1280, 360} {
		p := slowly(t, width)
		for _, path := range paths {
			p.Open(site + path)
			browsertest.Eval[bool](p, `(() => {
				window.shift = 0;
				new PerformanceObserver(l => { for (const e of l.getEntries()) window.shift += e.value }).observe({type: "layout-shift", buffered: true});
				return true })()`)
			p.WaitLive()
			browsertest.Eval[bool](p, `new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => r(true))))`)
			if shift := browsertest.Eval[float64](p, `window.shift`); shift > 0.001 {
				t.Errorf("%s at %d px: layout shift %.4f", path, width, shift)
			}
		}
	}
}

// While the app makes the page behind the static one it lets the browser answer, many
// times; once the page is shown it draws in one piece.
func TestStartInPieces(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.BeforeAll(`window.turns = 0;
		const post = MessagePort.prototype.postMessage;
		MessagePort.prototype.postMessage = function (...all) { window.turns++; return post.apply(this, all); }`)
	for _, path := range []string{"", "fit/"} {
		p.Open("about:blank")
		p.Open(site + path)
		p.WaitLive()
		turns := browsertest.Eval[int](p, "window.turns")
		if turns < 5 {
			t.Errorf("%s: %d turns at the start", path, turns)
		}
		if path == "" {
			p.Fill("#budget", "1e21")
			p.WaitFor(`document.querySelector('h1 data[data-quantity=flops]').value === '1e+21'`)
			if got := browsertest.Eval[int](p, "window.turns"); got != turns {
				t.Errorf("%d turns after the start", got-turns)
			}
		}
	}
}

// The site works under a sub-path of the dumbest host.
func TestPlainestHost(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{base: "/a/b/", dumb: true})
	p := browsertest.Chromium(t, browsertest.Screen{})
	for _, path := range paths {
		p.Open(site + path)
		p.WaitLive()
		p.Click("#lang")
		p.WaitFor(`document.documentElement.lang !== "` + map[bool]string{true: "zh-Hans", false: "en"}[strings.HasPrefix(path, "zh")] + `"`)
		if s := p.Strays(site); len(s) > 0 {
			t.Errorf("%s: requests left the site: %v", path, s)
		}
	}
}

// Nothing overlaps the edge of the screen, at any width, in either language.
func TestNothingOverflows(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	for _, widths := range [][]int{{320, 360}, {768, 1280}} { // of phones, of windows
		screen := browsertest.Screen{Width: widths[0], Height: 740, Mobile: widths[0] < 600}
		p := browsertest.Chromium(t, screen)
		for _, path := range paths {
			screen.Width = widths[0]
			p.Show(screen)
			p.Open(site + path)
			p.WaitLive()
			browsertest.Eval[bool](p, `(document.querySelectorAll('details').forEach(d => d.open = true), true)`)
			p.WaitFor(`document.querySelector('.fig details table')`)
			for _, screen.Width = range widths {
				p.Show(screen)
				p.WaitFor(fmt.Sprintf(`innerWidth >= %d`, screen.Width))
				if got := browsertest.Eval[int](p, `document.documentElement.scrollWidth`); got > screen.Width {
					wide := browsertest.Eval[[]string](p, fmt.Sprintf(`[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > %d + 1 && !e.closest('.scroll, .formula')).slice(0, 5).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40))`, screen.Width))
					t.Errorf("%s at %d px: the page is %d px wide: %v", path, screen.Width, got, wide)
				}
			}
		}
	}
}

// axe-core finds nothing, on any page, in any language and theme.
func TestAccessibility(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{ReducedMotion: true})
	for _, path := range paths {
		p.Open(site + path)
		p.WaitLive()
		browsertest.Eval[bool](p, `(document.querySelectorAll('details').forEach(d => d.open = true), true)`)
		p.WaitFor(`document.querySelector('.fig details table')`)
		p.Click("#share")
		p.WaitFor(`document.querySelector('#share-link')`)
		for _, v := range p.Axe() {
			t.Errorf("%s: %s", path, v)
		}
		p.Show(browsertest.Screen{ReducedMotion: true, Dark: true}) // other colours are all that differs
		for _, v := range p.Axe("color-contrast", "link-in-text-block") {
			t.Errorf("%s, dark: %s", path, v)
		}
		p.Show(browsertest.Screen{ReducedMotion: true})
	}
}

// A drag of ten seconds writes the address a few times, not at every step.
func TestDragWritesTheAddressSeldom(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site)
	p.WaitLive()
	calls := browsertest.Eval[int](p, `(async () => {
		let n = 0;
		for (const f of ["replaceState", "pushState"]) { const old = history[f]; history[f] = function (...a) { n++; return old.apply(this, a) } }
		const s = document.querySelector('#budget-slider');
		for (let i = 0; i < 500; i++) { s.value = 18 + 8 * i / 500; s.dispatchEvent(new Event('input', {bubbles: true})); await new Promise(r => setTimeout(r, 10)) }
		s.dispatchEvent(new Event('change', {bubbles: true}));
		await new Promise(r => setTimeout(r, 600));
		return n })()`)
	if calls < 1 || calls > 40 {
		t.Errorf("%d writes of the address", calls)
	}
	if got := browsertest.Eval[string](p, `location.hash`); !strings.Contains(got, "&c=9.") {
		t.Errorf("the address is %s", got)
	}
}

// Links that are damaged show what they can and say so.
func TestDamagedLink(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	for hash, want := range map[string]string{
		"#v=1&p=plan&law=besiroglu2024.1&c=1e2":            "incomplete",
		"#v=1&p=plan&c=1e22&z=~":                           "damaged",
		"#v=1&c=<script>alert(1)</script>&__proto__=x&z=0": "damaged",
		"#c=banana": "left out: c",
	} {
		p.Open("about:blank")
		p.Open(site + hash)
		p.WaitLive()
		if got := p.Text("#notice"); !strings.Contains(got, want) {
			t.Errorf("%s: the notice is %q", hash, got)
		}
		number(t, p, "h1", "params", "besiroglu2024.1")
	}
}

// Pictures of every page to look at, in .cache/screens; the one in the README
// is written where LOSSLINE_SCREENSHOT names a file.
func TestScreens(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	for _, width := range []int{1280, 360} {
		screen := browsertest.Screen{Width: width, Height: 800, Mobile: width < 600}
		p := browsertest.Chromium(t, screen)
		for _, path := range paths {
			p.Open(site + path)
			p.WaitLive()
			for _, dark := range []bool{false, true} {
				screen.Dark = dark
				p.Show(screen)
				name := fmt.Sprintf("%s-%d-%s", strings.Trim(strings.ReplaceAll("plan/"+path, "/", "-"), "-"), width, map[bool]string{true: "dark", false: "light"}[dark])
				file := keep(t, name)
				p.Screenshot(file)
				if !isPNG(file) {
					t.Errorf("%s is no picture", file)
				}
				if out := os.Getenv("LOSSLINE_SCREENSHOT"); out != "" && name == "plan-1280-light" {
					p.ScreenshotView(out)
				}
			}
		}
	}
}
