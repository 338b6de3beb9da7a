//go:build browser

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lossline/app"
	"lossline/app/page"
	"lossline/app/share"
	"lossline/wasm/browsertest"
)

// lame has a % that two hexadecimal digits do not follow, in one key of two.
const lame = "dev=h100&cnt=64&sec=1e6&mfu=40%"

// No address ends the program, on any kind of page: what is in it counts but for the
// key that cannot be read, which is named, and the address stays as it was given.
func TestAddressThatIsNone(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "50% off", "lossline.html")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(read(t, dist(t), "lossline.html")), 0o644); err != nil {
		t.Fatal(err)
	}
	site := hosted(t, hostOptions{base: "/repo/"})
	preset := app.PresetPath("en", app.Presets()[0])
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			p := b.Open(t, browsertest.Screen{})
			states := []string{"c=1e22%", "%", lame, "c=3e21&params=%zz"}
			for i, at := range append([]string{site + preset, site + "?x=%", "file://" + file}, pagesOf(site)...) {
				state := states[i%len(states)]
				p.Open("about:blank")
				p.Open(at + "#" + state)
				p.WaitLive()
				if got := browsertest.Eval[string](p, `location.href`); !strings.HasSuffix(got, "#"+state) {
					t.Errorf("%s#%s: the address became %s", at, state, got)
				}
				if _, notices := share.Decode(state); len(notices) > 0 {
					p.WaitFor(`document.querySelector("#notice")?.textContent`)
				}
			}
			p.Open("about:blank")
			p.Open(site + "embed/budget/#c=3e21&params=%zz")
			p.WaitLive()
			p.WaitFor(`location.hash === "#c=3e21&params=%zz" && document.querySelector("#budget").value === "3e21"`)
			for _, c := range p.Complaints() {
				if strings.Contains(c, "A ServiceWorker intercepted the request") {
					continue // Firefox says so of what a page was fetching when it was left
				}
				t.Errorf("complaint: %s", c)
			}
		})
	}
}

// pagesOf are the addresses of the pages in one language.
func pagesOf(site string) (all []string) {
	for _, s := range page.All() {
		all = append(all, site+page.Path("zh", s))
	}
	return all
}

// An address that changes to a lame one while the page is alive, and back, is followed.
func TestAddressChangesToNone(t *testing.T) {
	t.Parallel()
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(hosted(t, hostOptions{}) + "#c=1e21")
	p.WaitLive()
	browsertest.Eval[bool](p, `(location.hash = "#c=1e22&params=%", true)`)
	p.WaitFor(`document.querySelector('h1 data[data-quantity=flops]').value === "1e+22"`)
	browsertest.Eval[bool](p, `(history.back(), true)`)
	p.WaitFor(`document.querySelector('h1 data[data-quantity=flops]').value === "1e+21"`)
}
