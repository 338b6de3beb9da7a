//go:build browser

package main

import (
	"cmp"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"lossline/app/job"
	"lossline/app/text/languages"
	"lossline/wasm/browsertest"
)

// faulty is a host that answers in another way for some of its files.
type faulty struct {
	files http.Handler
	fault atomic.Value // of func(http.ResponseWriter, *http.Request) bool: whether it has answered
}

// hostedWith serves the site with a fault, which heal takes away.
func hostedWith(t *testing.T, fault func(w http.ResponseWriter, r *http.Request) bool) (site string, heal func()) {
	t.Helper()
	f := &faulty{files: newHost(os.DirFS(dist(t)), hostOptions{})}
	f.fault.Store(fault)
	server := httptest.NewServer(f)
	t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
	return server.URL + "/", func() { f.fault.Store(func(http.ResponseWriter, *http.Request) bool { return false }) }
}

func (f *faulty) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !f.fault.Load().(func(http.ResponseWriter, *http.Request) bool)(w, r) {
		f.files.ServeHTTP(w, r)
	}
}

// missing is the fault of a host that has no file whose path begins like that.
func missing(prefix string) func(http.ResponseWriter, *http.Request) bool {
	return func(w http.ResponseWriter, r *http.Request) bool {
		if !strings.HasPrefix(r.URL.Path, prefix) {
			return false
		}
		http.Error(w, "gone", http.StatusNotFound)
		return true
	}
}

// binaryOf is the binary of the page, packed or not, as its path asks.
func binaryOf(t *testing.T, r *http.Request) []byte {
	if !strings.HasPrefix(r.URL.Path, "/a/lossline.") {
		return nil
	}
	return []byte(read(t, dist(t), r.URL.Path[1:]))
}

// inTrouble waits for what the page says, which must stand on the screen wherever it
// is, and tells whether no input looks alive.
func inTrouble(t *testing.T, p *browsertest.Page, want string) {
	t.Helper()
	p.WaitFor(`document.querySelector("#trouble")?.checkVisibility() && document.querySelector("#trouble").innerText.includes(` + strconv.Quote(want) + `)`)
	browsertest.Eval[bool](p, `(scrollTo(0, 600), true)`)
	p.WaitFor(`(r => r.height > 20 && r.top >= 0 && r.bottom <= innerHeight + 1)(document.querySelector("#trouble").getBoundingClientRect())`)
	if left := browsertest.Eval[[]string](p, `[...document.querySelectorAll(":is(#static, #live) :is(input, select, button, textarea):enabled:not([readonly])")].map(e => e.id)`); len(left) > 0 {
		t.Errorf("these look alive: %v", left)
	}
}

// A program that does not come is said, in the language of the page, with the link
// that was not opened; once the host is well again, so is the page.
func TestUnloaded(t *testing.T) {
	t.Parallel()
	en, zh := languages.In(languages.English).Trouble, languages.In(languages.Chinese).Trouble
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			t.Parallel()
			p := b.Open(t, browsertest.Screen{})
			for name, c := range map[string]struct {
				path, want string
				fault      func(http.ResponseWriter, *http.Request) bool
			}{
				"no binary":         {"", en.Unloaded, missing("/a/lossline.")},
				"no start script":   {"zh/shape/", zh.Unloaded, missing("/a/boot.")},
				"no loader":         {"", en.Unloaded, missing("/a/exec.")},
				"truncated":         {"zh/", zh.Unloaded, truncated(t)},
				"no program":        {"", en.Damaged, damaged(t)},
				"forbidden by host": {"zh/", zh.Forbidden, forbidden},
			} {
				site, heal := hostedWith(t, c.fault)
				p.Open(site + c.path + "#c=1e22")
				inTrouble(t, p, c.want)
				p.WaitFor(`!document.documentElement.classList.contains("pending") && document.querySelector(".unopened-note").checkVisibility()`)
				if heal(); c.want == zh.Forbidden {
					continue // a page that is not fetched anew keeps its policy
				}
				p.Click("#trouble-retry")
				p.WaitLive()
				p.WaitFor(`location.hash.includes("c=1e22") && document.querySelectorAll("[data-numb]").length === 0`)
				t.Logf("%s, %s: %s", b.Name, name, c.want)
			}
		})
	}
}

// truncated is the fault of a line that ends in the middle of the binary.
func truncated(t *testing.T) func(http.ResponseWriter, *http.Request) bool {
	return func(w http.ResponseWriter, r *http.Request) bool {
		data := binaryOf(t, r)
		if data == nil {
			return false
		}
		w.Header().Set("Content-Type", "application/wasm")
		w.Header().Set("Content-Length", strconv.Itoa(len(data)))
		w.Write(data[:len(data)/2])
		panic(http.ErrAbortHandler)
	}
}

// damaged is the fault of a host whose binary is another file.
func damaged(t *testing.T) func(http.ResponseWriter, *http.Request) bool {
	return func(w http.ResponseWriter, r *http.Request) bool {
		data := binaryOf(t, r)
		if data == nil || strings.HasSuffix(r.URL.Path, ".gz") {
			return data != nil
		}
		w.Header().Set("Content-Type", "application/wasm")
		w.Header().Set("Content-Encoding", "identity")
		w.Write([]byte("<!doctype html><title>Welcome</title>"))
		return true
	}
}

func forbidden(w http.ResponseWriter, r *http.Request) bool {
	w.Header().Set("Content-Security-Policy", "script-src 'self' 'unsafe-inline'")
	return false
}

// A browser without WebAssembly is told so.
func TestNoWebAssembly(t *testing.T) {
	t.Parallel()
	site := rigged(t, `delete window.WebAssembly`)
	for _, b := range browsertest.Browsers {
		p := b.Open(t, browsertest.Screen{})
		p.Open(site)
		inTrouble(t, p, languages.In(languages.English).Trouble.Forbidden)
	}
}

// A line on which nothing comes for ten seconds is said; what comes late is welcome.
// A slow one is no fault, however long it takes.
func TestSilentAndSlowLines(t *testing.T) {
	t.Parallel()
	silent := languages.In(languages.English).Trouble.Silent
	for _, b := range browsertest.Browsers {
		for name, kind := range map[string]string{"binary": "/a/lossline.", "start script": "/a/boot."} {
			t.Run(b.Name+", nothing comes of the "+name, func(t *testing.T) {
				t.Parallel()
				site, goOn := hung(t, kind)
				p := b.Open(t, browsertest.Screen{})
				browsertest.Eval[bool](p, `(location.href = `+strconv.Quote(site)+`, true)`)
				p.WaitFor(`document.readyState !== "loading" && document.querySelector("#trouble")`)
				time.Sleep(5 * time.Second)
				p.WaitFor(`document.querySelector("#trouble").hidden`)
				inTrouble(t, p, silent)
				goOn()
				p.WaitLive()
				p.WaitFor(`document.querySelector("#trouble").hidden && !document.querySelector("#budget").disabled`)
			})
		}
		t.Run(b.Name+", nothing comes of a data set", func(t *testing.T) {
			t.Parallel()
			site, goOn := hung(t, "/a/gadre_")
			p := b.Open(t, browsertest.Screen{})
			p.Open(site + "fit/#fdata=gadre&fboot=0")
			p.WaitLive()
			gone := languages.In(languages.English).JobError(&job.Error{Code: "fetch", Args: []string{"gadre"}})
			p.WaitFor(`document.querySelector("#fit-error")?.innerText === ` + quoted(gone))
			goOn()
			p.Click("#fit-error-again")
			p.WaitFor(`document.querySelector("#fit-coefs") && !document.querySelector("#fit-error")`)
		})
		t.Run(b.Name+", nothing comes of the engine", func(t *testing.T) {
			t.Parallel()
			site, goOn := hung(t, "/a/engine.")
			p := b.Open(t, browsertest.Screen{})
			p.Open(site + "fit/#fdata=gadre&fboot=0")
			p.WaitLive()
			p.WaitFor(`document.querySelector("#fit-error")?.innerText.length > 20`)
			goOn()
			p.Click("#fit-error-again")
			p.WaitFor(`document.querySelector("#fit-coefs") && !document.querySelector("#fit-error")`)
		})
		t.Run(b.Name+", nothing comes in a frame", func(t *testing.T) {
			t.Parallel()
			for _, kind := range []string{"/a/exec.", "/a/lossline."} {
				site, goOn := hung(t, kind)
				p := b.Open(t, browsertest.Screen{Width: 640, Height: 375})
				browsertest.Eval[bool](p, `(location.href = `+strconv.Quote(site+"embed/budget/#theme=light&c=1e22")+`, true)`)
				p.WaitFor(`document.querySelector(".unopened-note")?.checkVisibility() && document.querySelector(".plot .middle svg").checkVisibility()`)
				goOn()
			}
		})
	}
	t.Run("slow", func(t *testing.T) {
		t.Parallel()
		site, _ := hostedWith(t, func(w http.ResponseWriter, r *http.Request) bool {
			data := binaryOf(t, r)
			if data == nil {
				return false
			}
			w.Header().Set("Content-Type", "application/wasm")
			for part := range 8 { // two seconds each
				w.Write(data[len(data)*part/8 : len(data)*(part+1)/8])
				w.(http.Flusher).Flush()
				time.Sleep(2 * time.Second)
			}
			return true
		})
		p := browsertest.Chromium(t, browsertest.Screen{})
		p.BeforeAll(`window.said = 0; setInterval(() => { if (document.querySelector("#trouble:not([hidden])")) said++ }, 50)`)
		p.Open(site)
		p.WaitLive()
		if got := browsertest.Eval[string](p, `said + " " + (performance.now() > 12000)`); got != "0 true" {
			t.Errorf("on a slow line trouble is said %s times, and the line was slow", got)
		}
	})
}

// hung serves the site, but nothing of files whose path begins like that until goOn.
func hung(t *testing.T, prefix string) (site string, goOn func()) {
	t.Helper()
	until := make(chan bool)
	site, _ = hostedWith(t, func(w http.ResponseWriter, r *http.Request) bool {
		if strings.HasPrefix(r.URL.Path, prefix) {
			select {
			case <-until:
			case <-r.Context().Done():
			}
		}
		return false
	})
	return site, func() { close(until) }
}

// What the service worker keeps may be damaged on the disk: it is found out, fetched
// again, and the page is alive.
func TestDamagedCache(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	for _, b := range browsertest.Browsers {
		p := b.Open(t, browsertest.Screen{})
		p.Open(site)
		p.WaitLive()
		settled(p)
		harm := `(async () => {
			for (const name of await caches.keys()) {
				const cache = await caches.open(name);
				for (const r of await cache.keys()) if (/a\/(lossline|engine)\..*wasm$|\.csv$/.test(r.url)) {
					await cache.put(r, new Response("broken", { headers: { "content-type": "application/wasm" } }));
				}
			}
			return true })()`
		browsertest.Eval[bool](p, harm)
		p.Open("about:blank")
		p.Open(site + "#c=1e22")
		p.WaitLive()
		if got := number(t, p, "h1", "flops", ""); got != 1e22 {
			t.Errorf("%s: the budget is %g", b.Name, got)
		}
		fitted(t, p, "gadre")
		browsertest.Eval[bool](p, harm) // while the page is open
		fitted(t, p, "porian-isoflops")
	}
}

// The program may end: the page says so, keeps the address and gives a report
// without the reader's runs, which it saves.
func TestStopped(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	w := languages.In(languages.English).Trouble
	own, first := "N,D,loss\n", ""
	for i := range 16 {
		n, d := 1e8*math.Pow(4, float64(i%4)), 1e9*math.Pow(5, float64(i/4))
		loss := fmt.Sprintf("%.6f", 1.7+400/math.Pow(n, .34)+410/math.Pow(d, .28)+.001*float64(i*7%5))
		own += fmt.Sprintf("%g,%g,%s\n", n, d, loss)
		first = cmp.Or(first, loss)
	}
	for _, b := range browsertest.Browsers {
		p := b.Open(t, browsertest.Screen{})
		p.Open(site + "fit/")
		p.WaitLive()
		drop(p, "runs.csv", own)
		p.WaitFor(runsAre("16"))
		browsertest.Eval[bool](p, `(() => {
			document.createElement = () => { delete document.createElement; throw new Error("no more room"); };
			location.hash = "#c=1e22&p=plan";
			return true })()`)
		inTrouble(t, p, w.Stopped)
		report := browsertest.Eval[string](p, `document.querySelector("#trouble-report").value`)
		for _, want := range []string{"Lossline ", "no more room", "panic", site} {
			if !strings.Contains(report, want) {
				t.Errorf("%s: the report has no %q: %s", b.Name, want, report)
			}
		}
		if strings.Contains(report, "rows=") || strings.Contains(report, first) {
			t.Errorf("the report has runs in it: %s", report)
		}
		saved := browsertest.Eval[string](p, `new Promise((done) => {
			URL.createObjectURL = (blob) => { blob.text().then(done); return "data:,"; };
			document.querySelector("#trouble-save").click() })`)
		if saved != own {
			t.Errorf("%s: saved are %q", b.Name, saved)
		}
		if b.Name == "Chromium" {
			unobjectionable(t, p, "where it has stopped")
		}
		p.Click("#trouble-retry")
		p.WaitLive()

		p.Open(site + "embed/budget/#c=1e22")
		p.WaitLive()
		browsertest.Eval[bool](p, `(() => {
			const real = Element.prototype.setAttribute;
			Element.prototype.setAttribute = () => { Element.prototype.setAttribute = real; throw new Error("no more room"); };
			return true })()`)
		p.Fill("#budget", "3e21")
		p.WaitFor(`document.querySelector("#trouble")?.checkVisibility() && document.querySelector("#trouble").innerText.includes(` + strconv.Quote(w.Stopped) + `)`)
	}
}

// unobjectionable has axe-core look at a page as it is.
func unobjectionable(t *testing.T, p *browsertest.Page, what string) {
	t.Helper()
	for _, v := range p.Axe() {
		t.Errorf("%s, axe-core: %v", what, v)
	}
}

// Browsers refuse to have the address written too often: the page goes on, and the
// address catches up.
func TestHistoryRefused(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	for _, b := range browsertest.Browsers {
		p := b.Open(t, browsertest.Screen{})
		p.Open(site)
		p.WaitLive()
		browsertest.Eval[bool](p, `(() => {
			for (const how of ["replaceState", "pushState"]) {
				const real = history[how];
				let left = 2;
				history[how] = function (...a) { if (left-- > 0) throw new DOMException("too often", "SecurityError"); return real.apply(this, a); };
			}
			window.matchMedia = () => { throw new Error("no") };
			return true })()`)
		p.Fill("#budget", "1e21")
		p.WaitFor(`+document.querySelector('h1 data[data-quantity=flops]').value === 1e21 && location.hash.includes("c=1e21&")`)
		p.Click("#lang")
		p.WaitFor(`location.pathname.endsWith("/zh/") && document.documentElement.lang !== "en"`)
		p.WaitFor(`!document.querySelector("#trouble:not([hidden])")`)
	}
}
