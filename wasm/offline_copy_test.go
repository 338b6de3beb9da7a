//go:build browser

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/text/languages"
	"lossline/wasm/browsertest"
)

// spy counts the workers that a page starts and what they answer.
const spy = `(() => {
	const W = Worker;
	window.answers = [];
	window.Worker = class extends W {
		constructor(...a) { super(...a); this.addEventListener("message", ({ data }) => answers.push(data.kind)); }
	};
	return true })()`

// One file on a disk, with nothing beside it, has every page in both languages,
// gives the numbers of the site, and fits in workers.
func TestOfflineCopy(t *testing.T) {
	t.Parallel()
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "lossline.html")
			if err := os.WriteFile(file, []byte(read(t, dist(t), "lossline.html")), 0o644); err != nil {
				t.Fatal(err)
			}
			site := hosted(t, hostOptions{})
			q := b.Open(t, browsertest.Screen{})
			p := b.Open(t, browsertest.Screen{})
			p.Open("file://" + file)
			p.WaitLive()
			sameAsEngine(t, p, scenario.Default())
			browsertest.Eval[bool](p, spy)
			p.Fill("#budget", "1e21")
			p.WaitFor(`document.querySelector('h1 data[data-quantity=flops]').value === '1e+21' && /&c=1e21&/.test(location.hash)`)

			for _, l := range languages.All() {
				if l != languages.English {
					p.Click("#lang")
				}
				for i, s := range page.All() {
					p.Click(fmt.Sprintf(".nav a:nth-child(%d)", i+1))
					p.WaitFor(fmt.Sprintf(`document.title === %q && document.documentElement.lang === %q`, s.Title(languages.In(l)), string(l)))
					hash := browsertest.Eval[string](p, `location.hash`)
					if zh := strings.HasPrefix(hash, "#zh&"); zh != (l == languages.Chinese) {
						t.Errorf("%s %s: the address is %s", l, s.Path, hash)
					}
					q.Open(site + page.Path(l, s) + "#" + strings.TrimPrefix(hash[1:], "zh&"))
					q.WaitLive()
					for _, page := range []*browsertest.Page{p, q} {
						page.WaitFor(`!document.querySelector("#fit-cancel")`) // all work is done
					}
					if a, b := p.Data(), q.Data(); len(a) == 0 || !slices.Equal(a, b) {
						t.Errorf("%s %s: other numbers than the site:\n%v\n%v", l, s.Path, a, b)
					}
				}
			}
			if got, want := fitted(t, p, "gadre"), fitted(t, q, "gadre"); got != want {
				t.Errorf("the fit differs from the site's:\n%.300s\n%.300s", got, want)
			}
			if got := browsertest.Eval[[]string](p, `answers`); !slices.Contains(got, "reply") {
				t.Errorf("no worker answered: %q", got)
			}

			// Back, a reload and the link that is shared keep language, page and numbers.
			p.Click(".nav a:nth-child(2)")
			p.WaitFor(`/&p=pretraining&/.test(location.hash)`)
			there := browsertest.Eval[string](p, `location.href`)
			p.Click("#share")
			p.WaitFor(`document.querySelector('#share-link')`)
			// The link says, beyond the address, which numbers it was shared with.
			plain := func(link string) string { return regexp.MustCompile(`(&rn=\w+)?&z=\w$`).ReplaceAllString(link, "") }
			if got := browsertest.Eval[string](p, `document.querySelector('#share-link').value`); plain(got) != plain(there) || got == there {
				t.Errorf("the link is %s, the address %s", got, there)
			}
			p.Click("#lang")
			p.WaitFor(`document.documentElement.lang === "en"`)
			p.WaitFor(`(history.back(), true)`)
			p.WaitFor(`document.documentElement.lang === "zh-Hans"`)
			p.Open("about:blank")
			p.Open(there)
			p.WaitLive()
			p.WaitFor(`document.documentElement.lang === "zh-Hans" && document.querySelector("#params-slider")`)
			if browsertest.Eval[bool](p, `!!document.querySelector("#offline-copy").checkVisibility() || !!document.querySelector("#notice")`) {
				t.Error("the copy offers itself, or does not understand its own link")
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

// A browser that cannot unpack the file says so, and shows what is written in it.
func TestOfflineCopyCannotStart(t *testing.T) {
	page := read(t, dist(t), "lossline.html")
	broken := strings.Replace(page, `<script type="application/gzip" id="copy-binary">`, `<script type="application/gzip" id="copy-binary">AAAA`, 1)
	file := filepath.Join(t.TempDir(), "lossline.html")
	if err := os.WriteFile(file, []byte(broken), 0o644); err != nil || broken == page {
		t.Fatalf("nothing is broken: %v", err)
	}
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open("file://" + file)
	p.WaitFor(`document.querySelector("#trouble")?.checkVisibility()`)
	if got := p.Text("#trouble"); !strings.Contains(got, languages.In(languages.English).Offline.CopyBroken) {
		t.Errorf("it says %q", got)
	}
	sameAsEngine(t, p, scenario.Default())
}
