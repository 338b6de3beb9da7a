//go:build browser

package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/text/languages"
	"lossline/engine/dataset"
	"lossline/wasm/browsertest"
)

// everyPath has every page of the site, from its root.
func everyPath() (all []string) {
	for _, l := range languages.All() {
		for _, s := range page.All() {
			all = append(all, page.Path(l, s))
		}
	}
	return all
}

// settled waits until a service worker has the whole site and answers for it.
func settled(p *browsertest.Page) {
	p.WaitFor(`navigator.serviceWorker.controller?.state === "activated"`)
}

// fitted has a worker fit a data set, and returns the reply.
func fitted(t *testing.T, p *browsertest.Page, data string) string {
	t.Helper()
	reply := browsertest.Eval[string](p, fmt.Sprintf(`new Promise(done =>
		lossline.run(%q, (reply, final) => { if (final) done(reply) }))`,
		`{"op": "fit", "data": "`+data+`", "bootstrap": 40, "seed": 3}`))
	var r struct {
		Error json.RawMessage
		Fit   json.RawMessage
	}
	if err := json.Unmarshal([]byte(reply), &r); err != nil || r.Fit == nil || r.Error != nil {
		t.Fatalf("fit of %s: %.300s", data, reply)
	}
	return reply
}

// A person opens the site once, closes the browser, and opens it again on a plane:
// every page in either language is there and computes, by every way of writing its
// address, and data sets that were never looked at can be fitted.
func TestOffline(t *testing.T) {
	t.Parallel()
	for _, b := range browsertest.Lasting {
		t.Run(b.Name, func(t *testing.T) {
			o := hostOptions{base: "/repo/", dumb: true}
			server := httptest.NewServer(newHost(os.DirFS(dist(t)), o))
			defer server.Close()
			site := server.URL + o.prefix()
			p := b.Open(t, browsertest.Screen{})
			p.Open(site)
			p.WaitFor(`document.querySelector(".ready-note")?.checkVisibility()`)
			if got := p.Text(".ready-note"); got != "Ready to work offline" {
				t.Errorf("it says %q", got)
			}
			settled(p)
			online := fitted(t, p, "gadre")

			p.Restart()
			server.Close()
			p.Offline(true)
			asked := len(p.Requests())
			for _, path := range everyPath() {
				p.Open(site + path)
				p.WaitLive()
				if browsertest.Eval[bool](p, `document.documentElement.classList.contains("offline-ready")`) {
					t.Errorf("%s: it is said again that it is ready", path)
				}
				if path == "" || path == "zh/" {
					p.Fill("#budget", "1e21")
					p.WaitFor(`document.querySelector('h1 data[data-quantity=flops]').value === '1e+21'`)
					sameAsEngine(t, p, budget(scenario.Default(), 1e21))
				}
			}
			if got := fitted(t, p, "gadre"); got != online {
				t.Errorf("the fit is another one offline:\n%.300s\n%.300s", got, online)
			}
			fitted(t, p, "olmo-ladder")

			for address, want := range map[string]string{
				"zh/index.html?from=mail#c=1e22":   "zh/index.html?from=mail#c=1e22",
				"pretraining?x=1#v=1&p=plan&c=1e2": "pretraining/?x=1#v=1&p=plan&c=1e2",
			} {
				p.Open("about:blank")
				p.Open(site + address)
				p.WaitLive()
				if got := browsertest.Eval[string](p, `location.href`); !strings.HasPrefix(got, site+want) {
					t.Errorf("%s leads to %s", address, got)
				}
			}
			p.Open(site + "constructor")
			if got := p.Text("h1"); got != languages.In(languages.English).NotFoundTitle {
				t.Errorf("an address with nothing at it shows %q", got)
			}
			for _, r := range p.Requests()[asked:] {
				if r.Status != 0 {
					t.Errorf("the network was not off: %v", r)
				}
			}
		})
	}
}

// Nothing is asked for but the site's own files: not by the page that fits, nor
// by its workers, the data sets or the service worker.
func TestNothingLeavesTheSite(t *testing.T) {
	t.Parallel()
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			site := hosted(t, hostOptions{base: "/repo/"})
			p := b.Open(t, browsertest.Screen{})
			for _, path := range []string{"zh/shape/", "fit/"} {
				p.Open(site + path)
				p.WaitLive()
			}
			fitted(t, p, "gadre")
			for _, l := range dataset.All() {
				reply := browsertest.Eval[string](p, fmt.Sprintf(`new Promise(done =>
					lossline.run('{"op": "read", "data": "%s"}', (reply, final) => { if (final) done(reply) }))`, l.ID))
				var r struct{ Error, Read json.RawMessage }
				if err := json.Unmarshal([]byte(reply), &r); err != nil || r.Read == nil || r.Error != nil {
					t.Errorf("%s cannot be read: %.300s", l.ID, reply)
				}
			}
			settled(p)
			seen := map[string]bool{}
			for _, r := range p.Requests() {
				if !strings.HasPrefix(r.URL, site) {
					t.Errorf("a request left the site: %v", r)
				}
				if r.Method != "GET" || strings.Contains(r.URL, "?") {
					t.Errorf("a request carries something: %v", r)
				}
				seen[r.URL] = true
			}
			// What was to be watched has happened.
			for _, name := range []string{"fit/", "sw.js", "zh/shape/"} {
				if !seen[site+name] {
					t.Errorf("%s was never asked for", name)
				}
			}
			for _, kind := range []string{"/a/worker.", "/a/offline.", "/a/olmo_ladder_final.", "/a/gadre_overtraining."} {
				found := false
				for url := range seen {
					found = found || strings.Contains(url, kind)
				}
				if !found {
					t.Errorf("%s… was never asked for", kind)
				}
			}
			if c := p.Complaints(); len(c) > 0 {
				t.Errorf("the page complained: %v", c)
			}
		})
	}
}

// Within somebody else's page nothing is kept.
func TestNoServiceWorkerInFrames(t *testing.T) {
	host := newHost(os.DirFS(dist(t)), hostOptions{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/around.html" { // of the same origin, as the site's pages allow
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, "<!doctype html><title>around</title><iframe src='./'></iframe>")
			return
		}
		host.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(server.URL + "/around.html")
	p.WaitFor(`frames[0]?.document?.documentElement?.dataset.live === "1"`)
	browsertest.Eval[bool](p, `new Promise(r => frames[0].requestIdleCallback(() => setTimeout(() => r(true), 500)))`)
	for _, r := range p.Requests() {
		if strings.HasSuffix(r.URL, "/sw.js") || strings.Contains(r.URL, "/a/offline.") {
			t.Errorf("the frame asks for %s", r.URL)
		}
	}
}
