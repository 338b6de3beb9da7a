//go:build browser

package main

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"lossline/wasm/browsertest"
	"lossline/web"
)

// nextVersion is the site with one more comment in its style.
func nextVersion(t *testing.T) string {
	t.Helper()
	var binaries [][]byte // the page's and the engine
	for _, pattern := range []string{"a/lossline.*.wasm", "a/engine.*.wasm"} {
		names, err := fs.Glob(os.DirFS(dist(t)), pattern)
		if err != nil || len(names) != 1 {
			t.Fatalf("%s of the site: %v, %v", pattern, names, err)
		}
		binary, err := os.ReadFile(filepath.Join(dist(t), names[0]))
		if err != nil {
			t.Fatal(err)
		}
		binaries = append(binaries, binary)
	}
	old := web.Style
	defer func() { web.Style = old }()
	web.Style = append(slices.Clone(old), "/* next */\n"...)
	dir := t.TempDir()
	if err := (&siteWriter{out: dir, engineBinary: binaries[1]}).write(binaries[0]); err != nil {
		t.Fatal(err)
	}
	return dir
}

// deployment is a host on which a newer version replaces the site, and which
// has browsers keep every file for ten minutes, as GitHub Pages does.
type deployment struct {
	handler atomic.Value // of http.Handler
	aged    bool
	lost    atomic.Value // a path that cannot be had, ""
}

func (d *deployment) show(dir string, o hostOptions) {
	d.handler.Store(newHost(os.DirFS(dir), o))
}

func (d *deployment) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if path, _ := d.lost.Load().(string); path != "" && strings.HasSuffix(r.URL.Path, path) {
		http.Error(w, "gone", http.StatusInternalServerError)
		return
	}
	if d.aged {
		w = &aged{ResponseWriter: w}
	}
	d.handler.Load().(http.Handler).ServeHTTP(w, r)
}

type aged struct{ http.ResponseWriter }

func (a *aged) WriteHeader(status int) {
	a.Header().Set("Cache-Control", "max-age=600")
	a.ResponseWriter.WriteHeader(status)
}

const styleInUse = `document.querySelector("link[rel=stylesheet]").href`

// A newer version arrives beside the old one, which stays until the reader asks;
// what others keep on the same origin is left alone; what did not change is not
// fetched again.
func TestUpdate(t *testing.T) {
	next := nextVersion(t)
	for _, c := range []struct {
		name string
		open func(browsertest.TB, browsertest.Screen) *browsertest.Page
		aged bool
		host hostOptions
	}{
		{"Chromium, files last ten minutes", browsertest.Chromium, true, hostOptions{base: "/repo/"}},
		{"Chromium, plainest host", browsertest.Chromium, false, hostOptions{dumb: true}},
		{"Firefox, files last ten minutes", browsertest.Firefox, true, hostOptions{base: "/repo/"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &deployment{aged: c.aged}
			d.show(dist(t), c.host)
			server := httptest.NewServer(d)
			t.Cleanup(server.Close)
			site := server.URL + c.host.prefix()
			p := c.open(t, browsertest.Screen{})
			p.Open(site)
			p.WaitLive()
			settled(p)
			before := browsertest.Eval[string](p, styleInUse)
			browsertest.Eval[bool](p, `(async () => {
				for (const n of ["another app", "lossline " + lossline.base + "below/ 1"]) await caches.open(n);
				return true })()`)

			d.show(next, c.host)
			asked := len(p.Requests())
			p.Open("about:blank")
			p.Open(site) // the browser looks for a newer worker with every page
			p.WaitLive()
			p.Fill("#budget", "1e21")
			p.WaitFor(`document.querySelector(".update-note").checkVisibility()`)
			if got := p.Text(".update-note"); !strings.Contains(got, "A new version of Lossline is ready.") {
				t.Errorf("it says %q", got)
			}
			if got := browsertest.Eval[string](p, styleInUse); got != before {
				t.Errorf("the page is of %s already", got)
			}
			p.WaitFor(`document.querySelector('h1 data[data-quantity=flops]').value === '1e+21' && /&c=1e21&/.test(location.hash)`)
			p.Click("#update-now")
			p.WaitFor(`document.documentElement?.dataset.live === "1" && ` + styleInUse + ` !== "` + before + `"`)
			if got := number(t, p, "h1", "flops", ""); got != 1e21 {
				t.Errorf("after the update the budget is %g", got)
			}
			p.WaitFor(`caches.keys().then(k => k.length === 3)`)
			keys := browsertest.Eval[[]string](p, `caches.keys()`)
			if !slices.Contains(keys, "another app") || !slices.Contains(keys, "lossline "+site+"below/ 1") {
				t.Errorf("the caches are %q", keys)
			}
			for _, r := range p.Requests()[asked:] {
				if strings.HasSuffix(r.URL, ".wasm") || strings.HasSuffix(r.URL, ".csv") {
					t.Errorf("fetched again: %v", r)
				}
			}
			p.Offline(true)
			p.Open(site + "zh/")
			p.WaitLive()
			if got := browsertest.Eval[string](p, styleInUse); got == before {
				t.Error("a page of the old version is left")
			}
		})
	}
}

// With two windows open, the one in which nobody asked is not reloaded: it still
// gets the files of its version, and offers the update.
func TestUpdateWithTwoWindows(t *testing.T) {
	next := nextVersion(t)
	d := &deployment{}
	d.show(dist(t), hostOptions{})
	server := httptest.NewServer(d)
	t.Cleanup(server.Close)
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(server.URL + "/")
	p.WaitLive()
	settled(p)
	before := browsertest.Eval[string](p, styleInUse)
	d.show(next, hostOptions{})
	browsertest.Eval[bool](p, `(window.other = open(lossline.base + "zh/"), true)`)
	p.WaitFor(`other.document?.querySelector("#live .update-note")?.checkVisibility()`)
	browsertest.Eval[bool](p, `(other.document.querySelector("#update-now").click(), true)`)
	p.WaitFor(`other.document?.documentElement?.dataset.live === "1" && other.` + styleInUse + ` !== "` + before + `"`)
	p.WaitFor(`document.querySelector(".update-note").checkVisibility()`)
	if !browsertest.Eval[bool](p, `!!window.other && fetch("`+before+`").then(r => r.ok)`) {
		t.Error("the window that is open gets no more files of its version")
	}
	p.Click("#update-now")
	p.WaitFor(`document.documentElement?.dataset.live === "1" && ` + styleInUse + ` !== "` + before + `"`)
}

// A version that cannot be had whole is not kept: not where a file fails, and not
// where a host has a page of another version.
func TestUpdateIsAllOrNothing(t *testing.T) {
	next := nextVersion(t)
	d := &deployment{}
	d.show(dist(t), hostOptions{})
	d.lost.Store("/zh/shape/")
	server := httptest.NewServer(d)
	t.Cleanup(server.Close)
	site := server.URL + "/"
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site)
	p.WaitLive()
	// Nobody says that an installation failed but the worker itself.
	fails := func() {
		t.Helper()
		state := browsertest.Eval[string](p, `(async () => {
			const r = await navigator.serviceWorker.getRegistration() ?? await navigator.serviceWorker.register(new URL("sw.js", lossline.base));
			r.update().catch(() => {});
			const w = r.installing ?? await new Promise(f => r.onupdatefound = () => f(r.installing));
			while (w.state === "installing") await new Promise(f => w.addEventListener("statechange", f, {once: true}));
			return w.state })()`)
		if state != "redundant" {
			t.Errorf("the worker is %s", state)
		}
	}
	fails()
	if keys := browsertest.Eval[[]string](p, `caches.keys()`); len(keys) != 0 {
		t.Errorf("half a version is kept: %q", keys)
	}
	d.lost.Store("")
	p.Open("about:blank")
	p.Open(site)
	p.WaitLive()
	settled(p)

	half := t.TempDir() // the next version, but for one page
	if err := os.CopyFS(half, os.DirFS(next)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(half, "zh", "index.html"), []byte(read(t, dist(t), "zh/index.html")), 0o644); err != nil {
		t.Fatal(err)
	}
	before := browsertest.Eval[string](p, styleInUse)
	d.show(half, hostOptions{})
	fails()
	p.Open("about:blank")
	p.Open(site)
	p.WaitLive()
	if got := browsertest.Eval[string](p, styleInUse); got != before {
		t.Errorf("the page is of %s", got)
	}
	d.show(next, hostOptions{})
	browsertest.Eval[bool](p, `navigator.serviceWorker.getRegistration().then(r => r.update()).then(() => true)`)
	p.WaitFor(`document.querySelector(".update-note").checkVisibility()`)
}

// The page that removes all takes what is ours and nothing else, and does not
// come from the worker that it removes.
func TestReset(t *testing.T) {
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			site := hosted(t, hostOptions{base: "/repo/"})
			p := b.Open(t, browsertest.Screen{})
			p.Open(site)
			p.WaitLive()
			settled(p)
			browsertest.Eval[bool](p, `(async () => {
				await caches.open("another app");
				localStorage.setItem("lossline.theme", "dark");
				localStorage.setItem("other", "1");
				return true })()`)
			asked := len(p.Requests())
			p.Open(site + "reset/")
			if got := p.Requests()[asked:]; len(got) == 0 || got[0].URL != site+"reset/" || got[0].Status != 200 {
				t.Errorf("the page was asked for by %v", got)
			}
			p.Click("#reset")
			p.WaitFor(`!document.getElementById("done").hidden`)
			if got := p.Text("#wrong"); got != "" {
				t.Errorf("it failed: %s", got)
			}
			left := browsertest.Eval[[]string](p, `(async () => [
				...(await navigator.serviceWorker.getRegistrations()).map(r => r.scope),
				...await caches.keys(), ...Object.keys(localStorage)])()`)
			if !slices.Equal(left, []string{"another app", "other"}) {
				t.Errorf("left: %q", left)
			}
			p.Click("a")
			p.WaitLive()
			if c := p.Complaints(); len(c) > 0 {
				t.Errorf("the page complained: %v", c)
			}
		})
	}
}
