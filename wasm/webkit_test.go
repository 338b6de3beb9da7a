//go:build browser && webkit

package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/wasm/browsertest"
)

// Journeys in the engine of Safari: links with a % that is no escape, storage that is
// refused, and hashes of hosts. They run with the build tag webkit.
func TestWebKitLinks(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.WebKit(t, browsertest.Screen{})
	link := share.Encode(share.Link{Page: scenario.Plan, Scenario: budget(scenario.Default(), 1e22)})
	for _, m := range []mutant{
		{name: "whole", fragment: link},
		{name: "a % at the end", fragment: "c=1e22%"},
		{name: "a value in percent", fragment: "dev=h100&cnt=64&sec=1e6&mfu=40%"},
		{name: "a % inside", path: "zh/pretraining/", fragment: strings.Replace(link, "&kap", "&%zz=1&kap", 1)},
		{name: "a preset", path: "presets/gpt-3/", fragment: "c=1e22%"},
		{name: "the offline copy", path: copyName, fragment: "zh&c=1e22%"},
		{name: "escaped", fragment: strings.ReplaceAll(link, "&", "%26")},
		{name: "followed by text", fragment: link + "。见图"},
		{name: "with a second hash", fragment: link + "#?secret=x"},
	} {
		err := load(p, site, m)
		t.Logf("%s: %v", m.name, err == nil)
		if err != nil {
			t.Error(err)
		}
	}
	p.Open("about:blank")
	p.Open(site + "embed/budget/#c=3.14e23#?secret=x")
	p.WaitLive()
	if got := browsertest.Eval[string](p, linkOfFrame); !strings.Contains(got, "&c=3.14e23&") {
		t.Errorf("the link of the frame is %s", got)
	}
	p.Open(site + "%23" + link)
	p.WaitFor(`document.documentElement.dataset.live === "1"`)
	if got := flops(p); got != "1e+22" {
		t.Errorf("with %%23 in the path the budget is %s", got)
	}
}

// A browser that refuses storage, or has none, shows the numbers of the link and
// answers.
func TestWebKitStorage(t *testing.T) {
	for name, script := range map[string]string{
		"throws": `Object.defineProperty(window, "localStorage", { configurable: true, get() { throw new DOMException("refused", "SecurityError"); } });`,
		"null":   `Object.defineProperty(window, "localStorage", { configurable: true, value: null });`,
		"full":   `Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };`,
		"broken": `localStorage.setItem("lossline.timeline", "{[");`,
	} {
		t.Run(name, func(t *testing.T) {
			p := browsertest.WebKit(t, browsertest.Screen{})
			p.Open(first(t, script) + "#c=1e22")
			p.WaitLive()
			if got := flops(p); got != "1e+22" {
				t.Errorf("the budget is %s", got)
			}
			p.Fill("#budget", "1e21")
			p.WaitFor(`document.querySelector('h1 data[data-quantity=flops]').value === '1e+21'`)
		})
	}
}

// first serves the site with a script before all others in the front page, whose policy
// lets it in.
func first(t *testing.T, script string) string {
	t.Helper()
	site := newHost(os.DirFS(dist(t)), hostOptions{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			site.ServeHTTP(w, r)
			return
		}
		page := read(t, dist(t), "index.html")
		page = strings.Replace(page, "script-src ", "script-src "+strings.ReplaceAll(hashOf([]byte(script)), "'", "&#39;")+" ", 1)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, strings.Replace(page, "<title>", "<script>"+script+"</script><title>", 1))
	}))
	t.Cleanup(server.Close)
	return server.URL + "/"
}
