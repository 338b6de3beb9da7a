//go:build browser

package browsertest

import (
	"bytes"
	"context"
	"fmt"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestMain(m *testing.M) { os.Exit(Main(m)) }

// tinySite is a page that needs each of the harness's abilities, with the
// content policy that the product has.
var tinySite = map[string]string{
	"/": `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; style-src 'self' 'unsafe-inline'">
<title>tiny</title>
<style>
	h1 { margin: 0; }
	body { margin: 0; height: 2000px; background: #ffffff; }
	@media (prefers-color-scheme: dark) { body { background: #000000; } }
	@media (prefers-reduced-motion: reduce) { :root { --motion: none; } }
	@media (forced-colors: active) { :root { --colors: forced; } }
	input { display: block; width: 200px; height: 24px; margin: 8px; }
	#low { position: absolute; top: 1800px; }
	#cover { position: fixed; inset: 0; background: #00000080; }
</style>
<main>
<h1>Tiny</h1>
<data value="40362000000" data-quantity="params" data-law="hoffmann2022.3">40B</data>
<data value="2.0">two</data>
<label>Budget <input id="budget" value="old"></label>
<label>Size <input id="size" type="range" min="0" max="1000" value="500" step="1"></label>
<button id="low">Go</button>
</main>
<script src="tiny.js"></script></html>`,

	"/tiny.js": `
addEventListener("load", async () => {
	await fetch("data.csv");
	const w = new Worker("worker.js");
	w.onmessage = () => { document.documentElement.dataset.live = "1"; };
	const fields = document.querySelectorAll("input");
	for (const f of fields) f.addEventListener("input", () => { f.dataset.events = 1 + +(f.dataset.events ?? 0); });
	document.querySelector("#low").addEventListener("click", e => { e.target.textContent = "Gone"; });
	document.addEventListener("keydown", e => {
		document.body.dataset.keys = (document.body.dataset.keys ?? "") + (e.shiftKey ? "^" : "") + e.key + " ";
	});
});`,
	"/worker.js":   `fetch("from-worker.csv").then(() => postMessage("done"));`,
	"/favicon.ico": "",
	"/data.csv":    "N,D\n", "/from-worker.csv": "N,D\n", "/large.csv": strings.Repeat("1", 50_000),
	"/bad": `<!doctype html><html><title>bad</title>
<img src="http://stray.invalid/pixel.png"><input>
<script>console.error("first", {a: 1}); setTimeout(() => { undefinedFunction(); }); </script></html>`,
}

func serveTiny(t *testing.T) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text, ok := tinySite[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		types := map[string]string{".js": "text/javascript", ".csv": "text/csv", "": "text/html; charset=utf-8"}
		w.Header().Set("Content-Type", types[filepath.Ext(r.URL.Path)])
		w.Header().Set("Cache-Control", "no-cache")
		w.Write([]byte(text))
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// inBrowsers runs a test in each browser on a page that is live.
func inBrowsers(t *testing.T, s Screen, test func(*testing.T, *Page, string)) {
	for _, b := range Browsers {
		t.Run(b.Name, func(t *testing.T) {
			url := serveTiny(t)
			p := b.Open(t, s)
			p.Open(url + "/")
			p.WaitLive()
			test(t, p, url)
		})
	}
}

func TestReading(t *testing.T) {
	inBrowsers(t, Screen{}, func(t *testing.T, p *Page, url string) {
		want := []Datum{{"40362000000", "params", "hoffmann2022.3"}, {"2.0", "", ""}}
		if got := p.Data(); !slices.Equal(got, want) {
			t.Errorf("data %v, want %v", got, want)
		}
		if got := p.Text("h1"); got != "Tiny" {
			t.Errorf("heading %q", got)
		}
		if got := Eval[int](p, `new Promise(r => setTimeout(() => r(6 * 7), 5))`); got != 42 {
			t.Errorf("a promise of 42 is %d", got)
		}
		if got := Eval[*string](p, "undefined"); got != nil {
			t.Errorf("undefined is %q", *got)
		}
		if got := p.Complaints(); len(got) != 0 {
			t.Errorf("a page without faults complains: %q", got)
		}
	})
}

func TestActing(t *testing.T) {
	inBrowsers(t, Screen{}, func(t *testing.T, p *Page, url string) {
		p.Fill("#budget", "5.76e23 四")
		if got := Eval[string](p, `document.querySelector("#budget").value`); got != "5.76e23 四" {
			t.Errorf("filled with %q", got)
		}
		p.Fill("#budget", "")
		if got := Eval[string](p, `document.querySelector("#budget").value`); got != "" {
			t.Errorf("emptied, it has %q", got)
		}
		if got := p.DragRange("#size", 0.25); !near(got, 250, 40) {
			t.Errorf("dragged to a quarter of 0..1000: %s", got)
		}
		if got := Eval[int](p, `+document.querySelector("#size").dataset.events`); got < 3 {
			t.Errorf("a drag made %d input events, want one for each of several moves", got)
		}
		before := Eval[int](p, `document.querySelector("#size").valueAsNumber`)
		p.Focus("#size")
		p.Press("ArrowRight", "ArrowRight", "ArrowLeft")
		if got := Eval[int](p, `document.querySelector("#size").valueAsNumber`); got != before+1 {
			t.Errorf("right, right, left from %d is %d", before, got)
		}
		p.Press("Tab", "Shift+Tab")
		if got := Eval[string](p, `document.activeElement.id`); got != "size" {
			t.Errorf("forth and back by Tab ends at %q", got)
		}
		if got := Eval[string](p, `document.body.dataset.keys`); !strings.HasSuffix(got, "ArrowLeft Tab ^Shift ^Tab ") {
			t.Errorf("the page saw the keys %q", got)
		}
		p.Click("#low") // far below the fold
		if got := p.Text("#low"); got != "Gone" {
			t.Errorf("clicked, the button says %q", got)
		}
	})
}

func near(text string, want, within float64) bool {
	var got float64
	_, err := fmt.Sscan(text, &got)
	return err == nil && got >= want-within && got <= want+within
}

// What a worker asks for is recorded too; the order is the page's own.
func TestRequests(t *testing.T) {
	inBrowsers(t, Screen{}, func(t *testing.T, p *Page, url string) {
		var got []string
		for _, r := range p.Requests() {
			if path := strings.TrimPrefix(r.URL, url); path != "/favicon.ico" {
				got = append(got, fmt.Sprintf("%s %s %d %d", r.Method, path, r.Status, r.Bytes))
			}
		}
		want := []string{
			fmt.Sprintf("GET / 200 %d", len(tinySite["/"])),
			fmt.Sprintf("GET /tiny.js 200 %d", len(tinySite["/tiny.js"])),
			"GET /data.csv 200 4",
			fmt.Sprintf("GET /worker.js 200 %d", len(tinySite["/worker.js"])),
			"GET /from-worker.csv 200 4",
		}
		if !slices.Equal(got, want) {
			t.Errorf("requests\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if strays := p.Strays(url); len(strays) != 0 {
			t.Errorf("strays: %v", strays)
		}
	})
}

func TestFaultsAreSeen(t *testing.T) {
	for _, b := range Browsers {
		t.Run(b.Name, func(t *testing.T) {
			url := serveTiny(t)
			p := b.Open(t, Screen{})
			p.Open(url + "/bad")
			want := []string{"first", "undefinedFunction"}
			for _, part := range want {
				ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
				defer cancel()
				err := poll(ctx, func() (bool, error) {
					return strings.Contains(strings.Join(p.Complaints(), "\n"), part), nil
				})
				if err != nil {
					t.Errorf("no complaint of %s: %q", part, p.Complaints())
				}
			}
			strays := p.Strays(url)
			if len(strays) != 1 || strays[0].URL != "http://stray.invalid/pixel.png" {
				t.Errorf("strays: %v, want the pixel", strays)
			}
		})
	}
}

func TestOffline(t *testing.T) {
	inBrowsers(t, Screen{}, func(t *testing.T, p *Page, url string) {
		ask := `fetch("data.csv").then(r => r.status, () => 0)`
		p.Offline(true)
		if got := Eval[int](p, ask); got != 0 {
			t.Errorf("offline, a request is answered with %d", got)
		}
		p.Offline(false)
		if got := Eval[int](p, ask); got != 200 {
			t.Errorf("online again, a request is answered with %d", got)
		}
	})
}

// 50,000 bytes on a line of a million bits a second take 0.4 s, after a wait of
// 0.1 s for the answer; without the limit they take a hundredth of that.
func TestSlowLine(t *testing.T) {
	url := serveTiny(t)
	p := Chromium(t, Screen{})
	p.Open(url + "/")
	p.WaitLive()
	p.SlowLine(1e6, 100*time.Millisecond)
	took := Eval[float64](p, `(async () => {
		const start = performance.now();
		await (await fetch("large.csv")).text();
		return performance.now() - start;
	})()`)
	if took < 495 {
		t.Errorf("took %.0f ms, want 500 or more", took)
	}
}

func TestStorageIsFresh(t *testing.T) {
	url := serveTiny(t)
	a, b := Chromium(t, Screen{}), Chromium(t, Screen{})
	a.Open(url + "/")
	b.Open(url + "/")
	Eval[any](a, `localStorage.setItem("mark", "1")`)
	if got := Eval[*string](b, `localStorage.getItem("mark")`); got != nil {
		t.Errorf("another page's storage has %q", *got)
	}
	a.Open(url + "/?again")
	if got := Eval[*string](a, `localStorage.getItem("mark")`); got == nil {
		t.Error("a page forgets its own storage")
	}
}

func TestScreens(t *testing.T) {
	const black, white = 0x00, 0xff
	for _, c := range []struct {
		screen        Screen
		width, height int // of the viewport's picture: CSS pixels by scale
		background    uint8
		browsers      int
	}{
		{Screen{}, 1280, 800, white, 2},
		{Screen{Dark: true, ReducedMotion: true}, 1280, 800, black, 2},
		{Screen{Width: 1024, Height: 700, Scale: 2}, 2048, 1400, white, 2},
		{Screen{Width: 360, Height: 740, Mobile: true, ForcedColors: true}, 360, 740, white, 1},
	} {
		for _, b := range Browsers[:c.browsers] {
			t.Run(fmt.Sprintf("%s %+v", b.Name, c.screen), func(t *testing.T) {
				url := serveTiny(t)
				p := b.Open(t, c.screen)
				p.Open(url + "/")
				p.WaitLive()
				w, h, corner := picture(t, p.ScreenshotView)
				if w != c.width || h != c.height || corner != c.background {
					t.Errorf("the view is %d by %d on %#x, want %d by %d on %#x", w, h, corner, c.width, c.height, c.background)
				}
				if w, h, _ := picture(t, p.Screenshot); w != c.width || h != int(2000*p.screen.Scale) {
					t.Errorf("the page is %d by %d, want %d by 2000 CSS pixels", w, h, c.width)
				}
				style := Eval[[]string](p, `["--motion", "--colors"].map(n => getComputedStyle(document.documentElement).getPropertyValue(n).trim())`)
				want := []string{either(c.screen.ReducedMotion, "none", ""), either(c.screen.ForcedColors, "forced", "")}
				if !slices.Equal(style, want) {
					t.Errorf("motion and colours %q, want %q", style, want)
				}
				if c.screen.Mobile != (Eval[int](p, "navigator.maxTouchPoints") > 0) {
					t.Errorf("mobile is %v, the touch screen is not", c.screen.Mobile)
				}
			})
		}
	}
}

// An open page on another screen is drawn for that one.
func TestShow(t *testing.T) {
	url := serveTiny(t)
	p := Chromium(t, Screen{})
	p.Open(url + "/")
	p.Show(Screen{Width: 640, Height: 480, Dark: true})
	if w, h, corner := picture(t, p.ScreenshotView); w != 640 || h != 480 || corner != 0 {
		t.Errorf("the view is %d by %d on %#x, want 640 by 480 on black", w, h, corner)
	}
	if got := Eval[int](p, "innerWidth"); got != 640 {
		t.Errorf("the page is told of %d px", got)
	}
}

// picture takes a screenshot and returns its size and the red of its last
// pixel, which is the page's background.
func picture(t *testing.T, shoot func(string)) (w, h int, corner uint8) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "shot.png")
	shoot(file)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	size := m.Bounds().Size()
	return size.X, size.Y, color.RGBAModel.Convert(m.At(size.X-1, size.Y-1)).(color.RGBA).R
}

func TestMobileTouch(t *testing.T) {
	url := serveTiny(t)
	p := Chromium(t, Screen{Width: 360, Height: 740, Scale: 2, Mobile: true})
	p.Open(url + "/")
	p.WaitLive()
	p.Click("#low")
	if got := p.Text("#low"); got != "Gone" {
		t.Errorf("tapped, the button says %q", got)
	}
	if got := p.DragRange("#size", 0.75); !near(got, 750, 60) {
		t.Errorf("dragged by a finger to three quarters of 0..1000: %s", got)
	}
}

func TestWithoutScript(t *testing.T) {
	url := serveTiny(t)
	p := Chromium(t, Screen{NoScript: true})
	p.Open(url + "/")
	if got := p.Data(); len(got) != 2 {
		t.Errorf("without scripts the page's data cannot be read: %v", got)
	}
	if got := Eval[*string](p, "document.documentElement.dataset.live ?? null"); got != nil {
		t.Error("a script ran although scripts are off")
	}
	for _, r := range p.Requests() {
		if strings.HasSuffix(r.URL, "/data.csv") {
			t.Error("a script asked for its data although scripts are off")
		}
	}
}

// The tiny page keeps the rules; the bad one has an image and a field without
// names, no language and no heading.
func TestAxe(t *testing.T) {
	url := serveTiny(t)
	for _, b := range Browsers {
		t.Run(b.Name, func(t *testing.T) {
			p := b.Open(t, Screen{})
			p.Open(url + "/")
			if got := p.Axe(); len(got) != 0 {
				t.Errorf("the tiny page breaks %v", got)
			}
			p.Open(url + "/bad")
			var ids []string
			for _, v := range p.Axe() {
				ids = append(ids, v.ID)
			}
			for _, want := range []string{"html-has-lang", "image-alt", "label"} {
				if !slices.Contains(ids, want) {
					t.Errorf("the bad page breaks %q, and not %s", ids, want)
				}
			}
			if got := p.Axe("label", "color-contrast"); len(got) != 1 || got[0].ID != "label" {
				t.Errorf("of two rules the bad page breaks %v, want label alone", got)
			}
		})
	}
}

// A page that cannot do what it is told ends the test with what, and why.
func TestFailuresSpeak(t *testing.T) {
	url := serveTiny(t)
	p := Chromium(t, Screen{})
	p.Open(url + "/")
	for _, c := range []struct {
		do   func(*Page)
		want string
	}{
		{func(p *Page) { Eval[int](p, `nonsense()`) }, "nonsense is not defined"},
		{func(p *Page) { Eval[int](p, `"text"`) }, "cannot unmarshal string"},
		{func(p *Page) { p.Press("Hyper+a") }, `"Hyper" is no modifier`},
		{func(p *Page) { p.Press("Entree") }, `no key is called "Entree"`},
		{func(p *Page) { p.Focus("h1") }, "does not take the focus"},
		{func(p *Page) { p.Screenshot("/nowhere/x.png") }, "no such file"},
		{func(p *Page) { p.Open("nowhere") }, "open nowhere: "},
	} {
		f := &failure{}
		q := *p
		q.t = f
		func() {
			defer func() { recover() }()
			c.do(&q)
		}()
		if !strings.Contains(f.text, c.want) {
			t.Errorf("the failure says %q, want %q", f.text, c.want)
		}
	}
}

// failure is a test that only remembers why it ended.
type failure struct{ text string }

func (f *failure) Helper()        {}
func (f *failure) Cleanup(func()) {}
func (f *failure) Fatalf(format string, args ...any) {
	f.text = fmt.Sprintf(format, args...)
	panic(f)
}

// What cannot be pressed is named, within the patience of a shorter test.
func TestAimExplains(t *testing.T) {
	url := serveTiny(t)
	p := Chromium(t, Screen{})
	p.Open(url + "/")
	Eval[any](p, `document.body.insertAdjacentHTML("beforeend", '<div id="cover"></div><button id="off" disabled>x</button>')`)
	for selector, want := range map[string]string{
		"#nothing": "no such element",
		"#low":     "covered by <div id=\"cover\">",
		"#off":     "disabled",
	} {
		got := Eval[box](p, aim+"("+quote(selector)+")")
		if !strings.Contains(got.Why, want) {
			t.Errorf("%s cannot be pressed because %q, want %q", selector, got.Why, want)
		}
	}
}
