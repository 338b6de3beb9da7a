//go:build browser

package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lossline/app"
	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text/languages"
	"lossline/wasm/browsertest"
)

// around serves a page of somebody else's, on a port of its own, and so from
// another origin than the site.
func around(t *testing.T, body string) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, "<!doctype html><html lang=en><meta charset=utf-8><title>Somebody's page</title><main><h1>Somebody's page</h1>"+body+"</main></html>")
	}))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// relay has a frame tell the page around it what it shows, since no test can
// look into a frame of another origin; it stands in a copy of the site's page.
const relay = `<script>const relayed = window.trustedTypes?.createPolicy("relay", { createScript: (s) => s }); addEventListener("message", (e) => { if (e.source === parent && e.data.eval) Promise.resolve((0, eval)(relayed?.createScript(e.data.eval) ?? e.data.eval)).then((v) => parent.postMessage({answer: v, id: e.data.id}, "*"), (x) => parent.postMessage({answer: "threw " + x, id: e.data.id}, "*")); });</script>`

// spied serves the site with the relay in its pages of figures, whose policy lets
// it in; nothing else about them is changed.
func spied(t *testing.T) string {
	t.Helper()
	site := newHost(os.DirFS(dist(t)), hostOptions{})
	script := strings.TrimSuffix(strings.TrimPrefix(relay, "<script>"), "</script>")
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.Contains(r.URL.Path, "embed/") || !strings.HasSuffix(r.URL.Path, "/") {
			site.ServeHTTP(w, r)
			return
		}
		page := read(t, dist(t), strings.TrimPrefix(r.URL.Path, "/")+"index.html")
		page = strings.Replace(page, "script-src ", "script-src &#39;unsafe-eval&#39; "+strings.ReplaceAll(hashOf([]byte(script)), "'", "&#39;")+" ", 1)
		page = strings.Replace(page, "trusted-types default", "trusted-types default relay", 1)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, strings.Replace(page, "<body>", "<body>"+relay, 1))
	}))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// within evaluates an expression in the only frame of a page.
func within(p *browsertest.Page, js string) string {
	return browsertest.Eval[string](p, fmt.Sprintf(`new Promise((done) => {
		const id = Math.random(), frame = document.querySelector("iframe").contentWindow;
		const hear = (e) => { if (e.source === frame && e.data.id === id) { removeEventListener("message", hear); done(String(e.data.answer)); } };
		addEventListener("message", hear);
		frame.postMessage({eval: %s, id}, "*");
		setTimeout(() => done("no answer"), 500);
	})`, strconv.Quote(js)))
}

func waitWithin(t *testing.T, p *browsertest.Page, js string) {
	t.Helper()
	for range 400 {
		if within(p, "("+js+")") == "true" {
			return
		}
	}
	t.Fatalf("the frame never came to %s; it has %.600s", js, within(p, `document.documentElement.className + " " + document.body.innerText`))
}

// linkOfFrame is where the link to the whole page leads.
const linkOfFrame = `document.querySelector("#open").href`

// In frames of every kind a figure with a state in its address comes alive with
// the numbers of the state, follows its reader, and leaves its address alone.
func TestEmbedInHostileFrames(t *testing.T) {
	t.Parallel()
	site := spied(t)
	for _, b := range browsertest.Browsers {
		for name, attributes := range map[string]string{"plain": "", "sandboxed": `sandbox="allow-scripts"`} {
			t.Run(b.Name+" "+name, func(t *testing.T) {
				host := around(t, `<iframe title=f class=lossline width=640 height=375 `+attributes+` src="`+site+`embed/budget/#theme=dark&amp;what=ever&amp;c=1e22"></iframe><script>window.heights=[];addEventListener("message",(e)=>{if(e.data.type==="lossline:height")heights.push(e.data)})</script><script src="`+site+`embed-host.js"></script>`)
				p := b.Open(t, browsertest.Screen{})
				p.Open(host)
				waitWithin(t, p, `document.documentElement.dataset.live === "1"`)
				short, _ := share.Decode("c=1e22")
				want := site + "#" + share.Encode(short)
				if got := within(p, linkOfFrame); got != want {
					t.Errorf("the link of the frame is\n%s, want\n%s", got, want)
				}
				for _, typed := range []string{"3e21", "5e21"} {
					within(p, `(() => { const i = document.querySelector("#budget"); i.focus(); i.value = "`+typed+`"; i.dispatchEvent(new Event("input", {bubbles: true})); i.dispatchEvent(new Event("change", {bubbles: true})); return 1 })()`)
					waitWithin(t, p, `/&c=`+typed+`&/.test(document.querySelector("#open").href)`)
				}
				within(p, `new Promise((r) => setTimeout(r, 600))`) // longer than the site waits with its address
				if got := within(p, `location.hash + " " + history.length + " " + document.documentElement.dataset.theme`); !strings.HasPrefix(got, "#theme=dark&what=ever&c=1e22 ") || !strings.HasSuffix(got, " dark") {
					t.Errorf("the frame's address, history and theme are %s", got)
				}
				if s := browsertest.Eval[string](p, `document.querySelector("iframe").style.height`); s == "" {
					t.Error("the frame did not get a height")
				}
				for _, r := range p.Requests() {
					if !strings.HasPrefix(r.URL, site) && !strings.HasPrefix(r.URL, host) {
						t.Errorf("it asked for %s", r.URL)
					}
				}
				if c := p.Complaints(); len(c) > 0 {
					t.Errorf("it complained: %v", c)
				}
			})
		}
	}
}

// On a disk, with the folder of the site beside it, a figure comes alive too, and
// its link leads to the offline copy.
func TestEmbedFromDisk(t *testing.T) {
	t.Parallel()
	dir, err := filepath.Abs(dist(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			p := b.Open(t, browsertest.Screen{})
			p.Open("file://" + dir + "/zh/embed/fit/index.html#fdata=gadre")
			p.WaitLive()
			want := "file://" + dir + "/lossline.html#zh&v=1&p=fit&"
			if got := browsertest.Eval[string](p, linkOfFrame); !strings.HasPrefix(got, want) || !strings.Contains(got, "fdata=gadre") {
				t.Errorf("the link is %s", got)
			}
			if got := p.Text("#source"); !strings.Contains(got, "gadre") {
				t.Errorf("the source is %q", got)
			}
			if r := p.Requests(); len(r) > 0 {
				t.Errorf("it asked the network: %v", r)
			}
			if c := p.Complaints(); len(c) > 0 {
				t.Errorf("it complained: %v", c)
			}
		})
	}
}

// Until it is touched a figure loads nothing but its page; touched, it follows its
// reader, keeps nothing and has no service worker.
func TestEmbedAwakes(t *testing.T) {
	site := hosted(t, hostOptions{base: "/repo/", dumb: true})
	p := browsertest.Chromium(t, browsertest.Screen{Width: 640, Height: 375})
	for _, f := range page.Embeds() {
		before := len(p.Requests())
		p.Open(site + app.EmbedPath(languages.English, f))
		if n := len(p.Requests()) - before; n > 2 { // the page, and the icon that a browser asks for itself
			t.Errorf("%s: %d requests before anybody touched it: %v", f.ID, n, p.Requests()[before:])
		}
		if f.Page == scenario.Fit {
			continue // its control is a menu
		}
		p.Click(".embed-controls input[type=text]")
		p.WaitLive()
		was := browsertest.Eval[string](p, linkOfFrame)
		p.Fill(".embed-controls input[type=text]", "2e8")
		if f.Page == scenario.Plan {
			p.Fill(".embed-controls input[type=text]", "2e20")
		}
		p.WaitFor(`document.querySelector("#open").href !== ` + quoted(was))
		if got := browsertest.Eval[string](p, `location.hash + localStorage.length + "|" + document.cookie`); got != "0|" {
			t.Errorf("%s: address, storage and cookie: %s", f.ID, got)
		}
		if n := browsertest.Eval[int](p, `navigator.serviceWorker.getRegistrations().then((r) => r.length)`); n != 0 {
			t.Errorf("%s: %d service workers", f.ID, n)
		}
	}
	if s := p.Strays(site); len(s) > 1 || len(s) == 1 && !strings.HasSuffix(s[0].URL, "/favicon.ico") {
		t.Errorf("requests left the site: %v", s)
	}
}

// A program that cannot be had is said, and the figure and its link stay.
func TestEmbedCannotStart(t *testing.T) {
	files := newHost(os.DirFS(dist(t)), hostOptions{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/a/") {
			http.NotFound(w, r)
			return
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	p := browsertest.Chromium(t, browsertest.Screen{Width: 640, Height: 375})
	p.Open(server.URL + "/embed/budget/#theme=light&c=1e22")
	p.WaitFor(`document.querySelector(".unopened-note").checkVisibility() && !document.querySelector(".frozen-note").checkVisibility()`)
	p.WaitFor(`document.querySelector(".plot .middle svg").checkVisibility() && !document.documentElement.classList.contains("pending")`)
	if got := browsertest.Eval[string](p, linkOfFrame); got != server.URL+"/#c=1e22" {
		t.Errorf("the link is %s", got)
	}
	p.Open("about:blank")
	p.Open(server.URL + "/embed/budget/")
	p.Click(".embed-controls input[type=text]")
	p.WaitFor(`document.querySelector(".frozen-note").checkVisibility() && !document.querySelector(".unopened-note").checkVisibility()`)
}

// Everything is to be seen in frames of fixed sizes, still and alive, and axe-core
// finds nothing.
func TestEmbedFits(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	for _, size := range [][2]int{{320, 300}, {640, 375}, {960, 600}} {
		p := browsertest.Chromium(t, browsertest.Screen{Width: size[0], Height: size[1], Dark: size[0] == 640})
		for _, l := range languages.All() {
			for _, f := range page.Embeds() {
				at := site + app.EmbedPath(l, f)
				still := f.ID != "loss-params" && f.ID != "fit"
				p.Open("about:blank")
				if still {
					p.Open(at)
				} else {
					p.Open(at + "#" + share.Encode(share.Link{Page: f.Page, Scenario: scenario.Default()}))
					p.WaitLive()
				}
				if got := browsertest.Eval[int](p, `document.documentElement.scrollHeight`); got > size[1] {
					t.Errorf("%s at %v is %d px high", at, size, got)
				}
				if got := browsertest.Eval[int](p, `document.documentElement.scrollWidth`); got > size[0] {
					t.Errorf("%s at %v is %d px wide", at, size, got)
				}
				if n := browsertest.Eval[int](p, `[...document.querySelectorAll("svg.lf")].filter((s) => s.checkVisibility()).length`); n != 1 {
					t.Errorf("%s at %v shows %d figures", at, size, n)
				}
				for _, v := range p.Axe() {
					t.Errorf("%s at %v: %v", at, size, v)
				}
			}
		}
	}
}

// The parameters of the frame: theme, language, controls, table, parts to hide.
func TestEmbedParameters(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{Width: 960, Height: 600})
	visible := func(selector string) string {
		return `(document.querySelector("` + selector + `")?.checkVisibility() ?? false)`
	}
	for hash, want := range map[string]string{
		"":                              visible(".embed-controls") + " && " + visible("details") + " && " + visible(".sub") + ` && !document.querySelector("details").open`,
		"#theme=dark":                   `getComputedStyle(document.documentElement).getPropertyValue("--lf-paper") === "#111827"`,
		"?docusaurus-theme=dark":        `document.documentElement.dataset.theme === "dark"`,
		"#theme=%22%3E":                 `!document.documentElement.dataset.theme`,
		"#controls=none":                "!" + visible(".embed-controls"),
		"#table=1":                      `document.querySelector("details").open && ` + visible("details table"),
		"#table=0":                      "!" + visible("details"),
		"#hide=subtitle,data,nonsense":  "!" + visible(".sub") + " && !" + visible("details") + " && " + visible(".embed-controls"),
		"#hide=source,open,h1":          visible("h1") + " && " + visible("#source") + " && " + visible("#open"),
		"#lang=zh-CN":                   `document.documentElement.lang === "zh-Hans" && /算力/.test(document.querySelector("h1").textContent) && /\/zh\/#v=1/.test(document.querySelector("#open").href)`,
		"#controls=none&c=1e22":         `document.documentElement.dataset.live === "1" && !document.querySelector(".embed-controls") && /&c=1e22&/.test(document.querySelector("#open").href)`,
		"#c=99&nothing=here&theme=dark": `document.documentElement.dataset.live === "1" && /incomplete/.test(document.querySelector("#main").textContent)`,
	} {
		p.Open("about:blank")
		p.Open(site + "embed/budget/" + hash)
		p.WaitFor(want)
	}
}

// The host's script gives a frame of its own its height, within bounds, and takes
// nothing else for a height.
func TestEmbedHost(t *testing.T) {
	if n := len(read(t, dist(t), "embed-host.js")); n >= 1000 {
		t.Errorf("embed-host.js has %d bytes; pages that bring it along were promised less than 1 kB", n)
	}
	site := hosted(t, hostOptions{})
	frame := `<iframe title=a %s srcdoc="<script>parent.postMessage({type:'ready'},'*');addEventListener('message',(e)=>parent.postMessage(e.data,'*'))</script>"></iframe>`
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(around(t, fmt.Sprintf(frame, "class=lossline")+fmt.Sprintf(frame, "")+`<script src="`+site+`embed-host.js"></script>`))
	p.WaitFor(`window.length === 2`)
	say := func(frame int, message string) string {
		return browsertest.Eval[string](p, fmt.Sprintf(`new Promise((done) => {
			const f = document.querySelectorAll("iframe")[%d], m = %s;
			addEventListener("message", () => setTimeout(() => done(document.querySelectorAll("iframe")[0].style.height + "|" + document.querySelectorAll("iframe")[1].style.height), 20), {once: true});
			f.contentWindow.postMessage(m, "*") })`, frame, message))
	}
	p.WaitFor(`document.querySelectorAll("iframe")[1].contentDocument.scripts.length === 1`)
	for _, c := range []struct {
		frame         int
		message, want string
	}{
		{0, `{type: "lossline:height", v: 1, height: 321.2}`, "322px|"},
		{0, `{type: "lossline:height", v: 1, height: NaN}`, "322px|"},
		{0, `{type: "lossline:height", v: 1, height: "500"}`, "322px|"},
		{0, `{type: "lossline:height", v: 2, height: 500}`, "322px|"},
		{0, `{type: "other:height", v: 1, height: 500}`, "322px|"},
		{0, `null`, "322px|"},
		{0, `{type: "lossline:height", v: 1, height: 1e9}`, "4000px|"},
		{0, `{type: "lossline:height", v: 1, height: Infinity}`, "4000px|"},
		{0, `{type: "lossline:height", v: 1, height: -5}`, "150px|"},
		{1, `{type: "lossline:height", v: 1, height: 500}`, "150px|"}, // a frame that is none of Lossline's
	} {
		if got := say(c.frame, c.message); got != c.want {
			t.Errorf("%s from frame %d: %s, want %s", c.message, c.frame, got, c.want)
		}
	}
}

// The custom element shows a picture, then a frame with what its attributes say,
// and gives it its height.
func TestElement(t *testing.T) {
	site := hosted(t, hostOptions{base: "/repo/"})
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			p := b.Open(t, browsertest.Screen{})
			p.Open(around(t, `<lossline-figure id=a figure="budget" state="c=1e22" theme="dark"></lossline-figure><div style="height:5000px"></div>
				<lossline-figure id=b figure="effective-data" lang="zh"></lossline-figure><div style="height:3000px"></div>
				<lossline-figure id=c figure='"><script>' reveal="interaction"></lossline-figure><script src="`+site+`element.js"></script>`))
			p.WaitFor(`document.querySelector("#a iframe")?.src === ` + quoted(site+"embed/budget/#theme=dark&c=1e22"))
			p.WaitFor(`parseInt(document.querySelector("#a iframe").style.height) > 300 && document.querySelector("#a iframe").style.height !== "300px"`)
			p.WaitFor(`document.querySelector("#b img")?.src === ` + quoted(site+"zh/embed/effective-data.light.svg") + ` && document.querySelector("#b img").naturalWidth > 600 && !document.querySelector("#b iframe")`)
			p.WaitFor(`(document.querySelector("#b").scrollIntoView(), !!document.querySelector("#b iframe"))`)
			p.WaitFor(`document.querySelector("#c img")?.src === ` + quoted(site+"embed/budget.light.svg"))
			p.WaitFor(`(document.querySelector("#c").scrollIntoView(), document.querySelector("#c img").click(), document.querySelector("#c iframe")?.src === ` + quoted(site+"embed/budget/") + `)`)
			p.WaitFor(`(document.querySelector("#c").setAttribute("figure", "loss-tokens"), document.querySelector("#c").dismissPoster(), document.querySelector("#c iframe")?.src === ` + quoted(site+"embed/loss-tokens/") + `)`)
		})
	}
}

// The page of a preset is whole without the app, and the app finds its numbers and
// leaves its words until something is changed.
func TestPresetPages(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	still, live := browsertest.Chromium(t, browsertest.Screen{NoScript: true}), browsertest.Chromium(t, browsertest.Screen{})
	for _, l := range languages.All() {
		for _, x := range app.Presets() {
			at := site + app.PresetPath(l, x)
			still.Open(at)
			live.Open(at)
			live.WaitLive()
			if a, b := still.Data(), live.Data(); len(a) < 3 || !slices.Equal(a[:3], b[:3]) {
				t.Errorf("%s: %v\n%v", at, a[:min(5, len(a))], b[:min(5, len(b))])
			}
			if x.Page == scenario.Plan {
				sameAsEngine(t, live, x.Scenario())
			}
			title := languages.In(l).Presets[x.ID].Title + " · Lossline"
			if a, b := browsertest.Eval[string](still, `document.title`), browsertest.Eval[string](live, `document.title`); a != title || b != title {
				t.Errorf("%s: titles %q and %q", at, a, b)
			}
			if a, b := still.Text("#preset"), live.Text("#preset"); a != b || a == "" {
				t.Errorf("%s: %q and %q", at, a, b)
			}
			if v := live.Axe(); len(v) > 0 {
				t.Errorf("%s: %v", at, v)
			}
		}
	}
	live.Open(site + "presets/gpt-3/")
	live.WaitLive()
	live.Fill("#budget", "1e21")
	live.WaitFor(`!document.querySelector("#preset") && /^#v=1/.test(location.hash)`)
	live.WaitFor(`location.pathname === "/"`)
	if s := live.Strays(site); len(s) > 0 {
		t.Errorf("requests left the site: %v", s)
	}
}
