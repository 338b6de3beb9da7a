//go:build browser

package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lossline/wasm/browsertest"
)

// rig puts a script before all that a page has, and before its policy.
func rig(page, script string) string {
	return strings.Replace(page, "<head>", "<head><script>"+script+"</script>", 1)
}

// rigged serves the site with a script first in each of its pages.
func rigged(t *testing.T, script string) string {
	t.Helper()
	site := newHost(os.DirFS(dist(t)), hostOptions{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasSuffix(r.URL.Path, "/") {
			site.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write([]byte(rig(read(t, dist(t), r.URL.Path[1:]+"index.html"), script)))
	}))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// storages are what pages meet in browsers, by a script that makes it so.
var storages = map[string]string{
	"throws": `for (const n of ["localStorage", "sessionStorage"]) Object.defineProperty(window, n, { configurable: true, get() { throw new DOMException("no", "SecurityError") } })`,
	"null":   `for (const n of ["localStorage", "sessionStorage"]) Object.defineProperty(window, n, { configurable: true, value: null })`,
	"full":   `Storage.prototype.setItem = function () { throw new DOMException("full", "QuotaExceededError") }`,
	"broken": `for (const k of ["lossline.timeline", "lossline.theme", "lossline.offline", "somebody's"]) try { localStorage.setItem(k, '{"t": [') } catch {}`,
	"odd":    `for (const v of ["null", "7", "[null, 3]", '[{"t":"x","f":7}]']) try { localStorage.setItem("lossline.timeline", v) } catch {}`,
}

// worksWithout tells whether a page comes alive, follows its reader and keeps what
// was done for as long as it is open.
func worksWithout(t *testing.T, p *browsertest.Page) {
	t.Helper()
	p.WaitLive()
	for _, budget := range []string{"1e21", "3e21"} {
		p.Fill("#budget", budget)
		p.WaitFor(`+document.querySelector('h1 data[data-quantity=flops]').value === ` + budget + ` && location.hash.includes("c=` + budget + `&")`)
	}
	p.Click("#undo")
	p.WaitFor(`document.querySelector('h1 data[data-quantity=flops]').value === '1e+21'`)
	browsertest.Eval[bool](p, `(document.querySelector("#theme").value = "dark", document.querySelector("#theme").dispatchEvent(new Event("change", {bubbles: true})), true)`)
	p.WaitFor(`document.documentElement.dataset.theme === "dark" && localStorage.getItem("lossline.theme") === "dark"`)
	p.Click("#share")
	p.WaitFor(`document.querySelector("#timeline")`)
	p.Click("#timeline summary")
	p.WaitFor(`document.querySelector("#moment-0")`)
	for _, c := range p.Complaints() {
		t.Errorf("the page complained: %s", c)
	}
}

// Storage of any kind is enough, for the site and for the offline copy.
func TestAnyStorage(t *testing.T) {
	t.Parallel()
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			t.Parallel()
			p := b.Open(t, browsertest.Screen{})
			for name, script := range storages {
				p.Open(rigged(t, script))
				t.Log(name)
				worksWithout(t, p)
			}
			file := filepath.Join(t.TempDir(), "lossline.html")
			if err := os.WriteFile(file, []byte(rig(read(t, dist(t), copyName), storages["throws"])), 0o644); err != nil {
				t.Fatal(err)
			}
			p.Open("file://" + file)
			worksWithout(t, p)
		})
	}
}

// A browser in which sites may keep nothing shows every page.
func TestNothingKept(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	for name, open := range map[string]func() *browsertest.Page{
		"Chromium, no cookies": func() *browsertest.Page { return browsertest.LastingChromium(t, browsertest.Screen{NoCookies: true}) },
		"Firefox, no cookies":  func() *browsertest.Page { return browsertest.Firefox(t, browsertest.Screen{NoCookies: true}) },
		"Firefox, no storage":  func() *browsertest.Page { return browsertest.Firefox(t, browsertest.Screen{NoStorage: true}) },
	} {
		p := open()
		p.Open(site)
		t.Log(name)
		worksWithout(t, p)
		for _, path := range []string{"zh/fit/", "embed/budget/#c=1e22"} {
			p.Open(site + path)
			p.WaitLive()
		}
		p.WaitFor(`!document.querySelector(".busy")`)
	}
}
