//go:build browser

package main

import (
	"slices"
	"strings"
	"testing"
	"time"

	"lossline/app"
	"lossline/wasm/browsertest"
)

// hears keeps the messages that frames send about their height: those of a live
// figure.
const hears = `<script>window.heights=[];addEventListener("message",(e)=>{if(e.data&&e.data.type==="lossline:height")heights.push(e.data)})</script>`

// With the headers of the table a figure comes alive in the page of others, also by
// the pinned script, whose hash the browser checks; the site's own pages show
// themselves in no frame there.
func TestHeadersInBrowsers(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	pinned := app.Snippets("budget", site+"#v=1&c=1e22")[9].Code
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			t.Parallel()
			for what, body := range map[string]string{
				"frame": `<iframe title=f width=640 height=375 src="` + site + `embed/budget/#c=1e22"></iframe>`,
				// A sandbox has no origin that a list of ancestors could name.
				"frame in a sandbox": `<iframe title=o sandbox="allow-scripts" width=700 height=500 srcdoc="<script>addEventListener('message',(e)=>parent.postMessage(e.data,'*'))</script><iframe title=f width=640 height=375 src='` + site + `embed/budget/#c=1e22'></iframe>"></iframe>`,
				"pinned":             pinned,
			} {
				p := b.Open(t, browsertest.Screen{})
				p.Open(around(t, hears+body))
				p.WaitFor(`heights.length > 0`)
				asked, program := requests(p), false
				for end := time.Now().Add(browsertest.Patience); !program && time.Now().Before(end); asked = requests(p) {
					program = strings.Contains(asked, site+"a/lossline.") || strings.Contains(asked, site+"a/carrier.")
					time.Sleep(50 * time.Millisecond) // its height came first
				}
				if !program {
					t.Errorf("%s: the figure did not load its program:\n%s", what, asked)
				}
			}
			p := b.Open(t, browsertest.Screen{})
			p.Open(around(t, `<iframe title=f src="`+site+`fit/"></iframe><iframe title=g src="`+site+`zh/presets/gpt-3/"></iframe>`))
			time.Sleep(2 * time.Second)
			for _, r := range p.Requests() {
				if strings.HasPrefix(r.URL, site+"a/") {
					t.Errorf("a framed page asked for %s", r.URL)
				}
			}
		})
	}
}

// requests returns the addresses that a page has asked for, a line each.
func requests(p *browsertest.Page) string {
	var b strings.Builder
	for _, r := range p.Requests() {
		b.WriteString(r.URL + "\n")
	}
	return b.String()
}

// Where a browser knows Trusted Types, text becomes markup, a script or the address of
// one only where the page's own policy lets it: figures do, a form and a script of
// others do not, on pages, in frames and in the offline copy.
func TestTrustedTypes(t *testing.T) {
	t.Parallel()
	site := rigged(t, `window.attempts = () => {
		const said = [], attempt = (what, f) => { try { said.push(what + ": " + f()); } catch (e) { said.push(what + ": " + e.name); } };
		const div = document.createElement("div"), script = document.createElement("script");
		const put = (s) => () => { div.innerHTML = s; return div.childNodes.length; };
		attempt("figure", put('<svg viewBox="0 0 1 1"><g><path d="M0 0"/><text>1 &lt; 2</text></g></svg>'));
		attempt("formula", put("<math><mrow><mi>N</mi></mrow></math>"));
		attempt("form", put('<svg><title>a</title></svg><form action="https://a.example/"><input></form>'));
		attempt("frame", put("<div><iframe srcdoc='x'></iframe></div>"));
		attempt("upper case", put("<DIV><IFRAME></IFRAME></DIV>"));
		attempt("refresh", put('<meta http-equiv="refresh" content="0;url=https://a.example/">'));
		attempt("own address", () => { script.src = "a/x.js"; return "taken"; });
		attempt("other address", () => { script.src = "https://a.example/x.js"; return "taken"; });
		attempt("worker of others", () => { new Worker("https://a.example/x.js"); return "taken"; });
		attempt("second policy", () => { trustedTypes.createPolicy("mine", {}); return "taken"; });
		attempt("text of a script", () => { script.text = "1"; return "taken"; });
		return said;
	}`)
	want := []string{
		"figure: 1", "formula: 1", "form: 0", "frame: 0", "upper case: 0", "refresh: 0", "own address: taken",
		"other address: TypeError", "worker of others: TypeError", "second policy: TypeError", "text of a script: TypeError",
	}
	for _, b := range browsertest.Browsers {
		p := b.Open(t, browsertest.Screen{})
		for _, path := range []string{"", "zh/guide/", "embed/budget/", "fit/"} {
			p.Open(site + path)
			if got := browsertest.Eval[[]string](p, `attempts()`); !slices.Equal(got, want) {
				t.Errorf("%s, %q:\n%q\nwant\n%q", b.Name, path, got, want)
			}
		}
		p.Complaints()
	}
}
