//go:build browser

package main

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"lossline/app/job"
	"lossline/app/text/languages"
	"lossline/wasm/browsertest"
)

// A data set that cannot be had, or is not the one of this version, is said in the
// language of the page, with a button that tries again.
func TestDataThatDoesNotCome(t *testing.T) {
	t.Parallel()
	csv := func(answer func(http.ResponseWriter)) func(http.ResponseWriter, *http.Request) bool {
		return func(w http.ResponseWriter, r *http.Request) bool {
			if !strings.HasSuffix(r.URL.Path, ".csv") {
				return false
			}
			answer(w)
			return true
		}
	}
	faults := map[string]struct {
		code  string
		fault func(http.ResponseWriter, *http.Request) bool
	}{
		"missing": {"fetch-status", csv(func(w http.ResponseWriter) { w.WriteHeader(http.StatusNotFound) })},
		"a page":  {"fetch-changed", csv(func(w http.ResponseWriter) { w.Write([]byte("<!doctype html><p>Log in")) })},
		"another": {"fetch-changed", csv(func(w http.ResponseWriter) { w.Write([]byte("N,D,loss\n1e9,2e10,2.5\n")) })},
	}
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			t.Parallel()
			p := b.Open(t, browsertest.Screen{})
			for name, c := range faults {
				site, heal := hostedWith(t, c.fault)
				p.Open(site + "zh/fit/#fdata=gadre&fboot=0")
				p.WaitLive()
				args := map[string][]string{"fetch-status": {"gadre", "404"}}[c.code]
				if args == nil {
					args = []string{"gadre"}
				}
				want := languages.In(languages.Chinese).JobError(&job.Error{Code: c.code, Args: args})
				p.WaitFor(`document.querySelector("#fit-error")?.innerText === ` + quoted(want))
				p.Offline(true)
				p.Click("#fit-error-again")
				gone := languages.In(languages.Chinese).JobError(&job.Error{Code: "fetch", Args: []string{"gadre"}})
				p.WaitFor(`document.querySelector("#fit-error")?.innerText === ` + quoted(gone))
				p.Offline(false)
				heal()
				p.Click("#fit-error-again")
				p.WaitFor(`document.querySelector("#fit-coefs") && !document.querySelector("#fit-error")`)
				t.Logf("%s, %s: %s", b.Name, name, want)
			}
		})
	}
}

// Without encryption there is no crypto.subtle: files are checked all the same.
func TestDataOnPlainHosts(t *testing.T) {
	t.Parallel()
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.BeforeAll(`Object.defineProperty(crypto, "subtle", { value: undefined });`)
	bad, _ := hostedWith(t, func(w http.ResponseWriter, r *http.Request) bool {
		if !strings.HasSuffix(r.URL.Path, ".csv") {
			return false
		}
		w.Write([]byte(read(t, dist(t), r.URL.Path[1:]) + "\n"))
		return true
	})
	p.Open(bad)
	p.WaitLive()
	if got := browsertest.Eval[string](p, `lossline.file("gadre").then(String)`); got != "changed" {
		t.Errorf("a file with one more line is %s", got)
	}
	p.Open(hosted(t, hostOptions{}))
	p.WaitLive()
	fitted(t, p, "gadre")
}

// ended has a worker end in a way of which a browser says nothing, and returns the
// code of the error that follows, and after how many seconds.
func ended(t *testing.T, p *browsertest.Page, how string) (code string, seconds float64) {
	t.Helper()
	got := browsertest.Eval[struct {
		Reply   string
		Seconds float64
	}](p, `new Promise((done) => {
		const W = Worker;
		window.Worker = class extends W { constructor(...a) { super(...a); window.last = this; `+how+` } };
		let from = performance.now();
		window.kill = () => { W.prototype.terminate.call(last); from = performance.now(); };
		lossline.run('{"op":"fit","data":"chinchilla-epoch","bootstrap":20000,"seed":1}',
			(Reply, final) => { if (final) done({ Reply, Seconds: (performance.now() - from) / 1000 }); },
			(d) => { if (d > 20) window.kill?.(); window.kill = null; });
	})`)
	var r job.Reply
	if err := json.Unmarshal([]byte(got.Reply), &r); err != nil || r.Error == nil {
		t.Fatalf("%.200s: %v", got.Reply, err)
	}
	return r.Error.Code, got.Seconds
}

// A worker that ends in silence at its work, or never begins, is noticed in time, and
// the next request has another.
func TestWorkerEndsInSilence(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			t.Parallel()
			for name, how := range map[string]string{"at work": "", "before it begins": `this.postMessage = () => {};`} {
				p := b.Open(t, browsertest.Screen{})
				p.Open(site)
				p.WaitLive()
				code, seconds := ended(t, p, how)
				if code != "worker" || seconds > 7 { // five, and the page's own work
					t.Errorf("%s: the error %s after %.1f s", name, code, seconds)
				}
				browsertest.Eval[bool](p, `(window.Worker = Object.getPrototypeOf(Worker), true)`)
				fitted(t, p, "chinchilla-epoch")
			}
		})
	}
}
