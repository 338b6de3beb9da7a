//go:build browser

package main

import (
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
