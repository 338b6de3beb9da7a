//go:build browser

package main

import (
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"
	"golang.org/x/net/html"

	"lossline/app"
	"lossline/wasm/browsertest"
)

// Links that something was done to are opened as what they say natively: each number
// on the page is the one of the native page, and so is the notice. 240 in Chromium and
// 60 in Firefox; LOSSLINE_LOADS has another number for each.
func TestMutatedLinks(t *testing.T) {
	site := withoutWorker(t)
	for _, b := range browsertest.Browsers {
		n := map[string]int{"Chromium": 240, "Firefox": 60}[b.Name]
		if s := os.Getenv("LOSSLINE_LOADS"); s != "" {
			var err error
			if n, err = strconv.Atoi(s); err != nil || n < 1 {
				t.Fatalf("LOSSLINE_LOADS=%s: a number of links to load in each browser is wanted", s)
			}
		}
		t.Run(b.Name, func(t *testing.T) {
			t.Parallel()
			var next, failed atomic.Int64
			var pages sync.WaitGroup
			for range 2 {
				p := b.Open(t, browsertest.Screen{})
				pages.Go(func() {
					for i := next.Add(1); i <= int64(n) && failed.Load() < 10; i = next.Add(1) {
						if err := load(p, site, int(i)-1); err != nil {
							failed.Add(1)
							t.Errorf("link %d: %v", i-1, err)
						}
					}
				})
			}
			pages.Wait()
		})
	}
}

// withoutWorker serves the site without its service worker, which would fetch all of it
// for each of the pages.
func withoutWorker(t *testing.T) string {
	host := newHost(os.DirFS(dist(t)), hostOptions{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/sw.js" {
			http.NotFound(w, r)
			return
		}
		host.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// load opens the i-th mutant as a whole and compares what is shown with the native page.
// The number in the address has a browser load even where the fragment alone differs; a
// blank page between two would have it start another process for each.
func load(p *browsertest.Page, site string, i int) error {
	m := mutated(i)
	p.Open(fmt.Sprintf("%s%s?%d#%s", site, m.path, i, m.fragment))
	got, err := arrived(p)
	if err != nil {
		return fmt.Errorf("%v: %w", m, err)
	}
	want, err := m.native(got.Hash)
	if err != nil {
		return fmt.Errorf("%v: %w", m, err)
	}
	if got.Notice != want.Notice {
		return fmt.Errorf("%v:\nthe notice is %q,\nnatively %q", m, got.Notice, want.Notice)
	}
	if said := difference(got.Data, want.Data); said != "" {
		return fmt.Errorf("%v:\n%s", m, said)
	}
	return nil
}

// visible is what can be seen of a page: its numbers, but for those in folds, which the
// browser draws when they are opened; its notice; the fragment as the browser has it.
type visible struct {
	Data   []browsertest.Datum
	Notice string
	Hash   string
}

// arrived waits for a page that is alive and at rest, for less long than a test does,
// and returns what it shows.
func arrived(p *browsertest.Page) (visible, error) {
	got := browsertest.Eval[visible](p, `new Promise((done) => {
		const root = document.documentElement, Hash = location.hash;
		const words = (e) => (e?.textContent ?? "").replace(/\s+/g, " ").trim();
		const end = Date.now() + 40000;
		const look = () => {
			const live = root.dataset.live === "1" || root.classList.contains("embedded") && !root.classList.contains("asked");
			if (Date.now() > end) return done({ Notice: "never alive" });
			if (!live || document.querySelector(".busy, #fit-cancel")) return setTimeout(look, 10);
			done({ Hash, Notice: words(document.querySelector("#notice, .embed .note[role=status]")),
				Data: [...document.querySelectorAll("data")].filter((e) => !e.closest("details:not([open])")).map((e) => ({
					Value: e.getAttribute("value") ?? "", Quantity: e.dataset.quantity ?? "", Law: e.dataset.law ?? "" })) });
		};
		look();
	})`)
	if got.Data == nil {
		return got, fmt.Errorf("the page is not alive; it complained: %q", p.Complaints())
	}
	return got, nil
}

// native draws the page that the mutant's address opens, by the fragment that the
// browser made of it.
func (m mutant) native(hash string) (visible, error) {
	var ui h.UI
	switch {
	case m.embed != nil:
		ui = app.NewOpenedEmbed(m.lang, *m.embed, hash)
	case m.path == copyName:
		ui = app.NewOpenedCopy(hash)
	default:
		ui = app.NewOpened(m.path, hash)
	}
	body, err := markup(h.HTMLString(ui))
	if err != nil {
		return visible{}, err
	}
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		return visible{}, err
	}
	var out visible
	for n := range doc.Descendants() {
		a := map[string]string{}
		for _, x := range n.Attr {
			a[x.Key] = x.Val
		}
		switch {
		case n.Data == "data" && !folded(n):
			out.Data = append(out.Data, browsertest.Datum{Value: a["value"], Quantity: a["data-quantity"], Law: a["data-law"]})
		case a["id"] == "notice", m.embed != nil && a["class"] == "note" && a["role"] == "status":
			out.Notice = strings.Join(strings.Fields(textOf(n)), " ")
		}
	}
	return out, nil
}

// folded reports whether a node is in a fold that is closed.
func folded(n *html.Node) bool {
	for p := range n.Ancestors() {
		if p.Data == "details" && !slices.ContainsFunc(p.Attr, func(a html.Attribute) bool { return a.Key == "open" }) {
			return true
		}
	}
	return false
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// difference names the first number that is another, "" for none. The last digits may
// differ: powers are not the same to the last bit on every machine.
func difference(got, want []browsertest.Datum) string {
	for i := range min(len(got), len(want)) {
		if !same(got[i], want[i]) {
			a, _ := json.Marshal(got[i])
			b, _ := json.Marshal(want[i])
			return fmt.Sprintf("number %d of %d is %s, natively of %d %s", i, len(got), a, len(want), b)
		}
	}
	if len(got) != len(want) {
		return fmt.Sprintf("%d numbers, natively %d", len(got), len(want))
	}
	return ""
}

func same(a, b browsertest.Datum) bool {
	if a.Quantity != b.Quantity || a.Law != b.Law {
		return false
	}
	x, err1 := strconv.ParseFloat(a.Value, 64)
	y, err2 := strconv.ParseFloat(b.Value, 64)
	return a.Value == b.Value || err1 == nil && err2 == nil && math.Abs(x-y) <= 1e-9*math.Abs(y)
}
