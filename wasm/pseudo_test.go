//go:build browser && pseudo && !js

package main

import (
	"fmt"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"lossline/app/page"
	"lossline/app/text/languages"
	"lossline/app/text/texttest"
	"lossline/wasm/browsertest"
)

// Words that are a third longer than the English ones push nothing over the edge of
// the screen. Scripts are off: the pages are looked at as they are written.
func TestPseudoOverflowsNowhere(t *testing.T) {
	server := httptest.NewServer(newHost(os.DirFS(written(t)), hostOptions{}))
	t.Cleanup(server.Close)
	l := texttest.Pseudo().Lang
	if languages.In(l).Lang != l {
		t.Fatal("the language is not in the list")
	}
	for _, width := range []int{360, 1280} {
		p := browsertest.Chromium(t, browsertest.Screen{Width: width, Height: 800, Mobile: width < 600, NoScript: true})
		for _, s := range page.All() {
			p.Open(server.URL + "/" + page.Path(l, s))
			if got := browsertest.Eval[string](p, `document.querySelector("h1").textContent`); !strings.Contains(got, texttest.Open) {
				t.Fatalf("%s is not in the language: %q", s.ID, got)
			}
			browsertest.Eval[bool](p, `(document.querySelectorAll('details').forEach(d => d.open = true), true)`)
			over := browsertest.Eval[[]string](p, fmt.Sprintf(overflowing, width))
			if got := browsertest.Eval[int](p, `document.documentElement.scrollWidth`); got > width {
				t.Errorf("%s at %d px: the page is %d px wide: %q", s.ID, width, got, over)
			}
			p.ScreenshotView(keep(t, fmt.Sprintf("pseudo-%s-%d", s.ID, width)))
		}
	}
}

// overflowing lists what ends to the right of a width, but what can be scrolled.
const overflowing = `[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > %d + 1 && !e.closest('.scroll, .formula')).slice(0, 8).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40))`
