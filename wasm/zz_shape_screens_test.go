//go:build browser

package main

import (
	"testing"
	"os"
	"strings"
	"lossline/wasm/browsertest"
)

func TestZZShapeScreens(t *testing.T) {
	site := hosted(t, hostOptions{})
	for _, v := range strings.Fields(os.Getenv("SHOTS")) {
		// name:width:dark:path
		p4 := strings.SplitN(v, ":", 4)
		w := map[string]int{"1280": 1280, "360": 360, "320": 320}[p4[1]]
		p := browsertest.Chromium(t, browsertest.Screen{Width: w, Height: 800, Dark: p4[2] == "dark", Mobile: w < 600})
		p.Open(site + p4[3])
		p.WaitLive()
		p.Screenshot("/tmp/shape/" + p4[0] + ".png")
		t.Log(p4[0], browsertest.Eval[[]string](p, `[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest(".scroll, .formula")).slice(0, 12).map(e => e.tagName + "." + e.className + " " + e.textContent.slice(0, 40))`), browsertest.Eval[int](p, `document.documentElement.scrollWidth`), p.Complaints())
	}
}
