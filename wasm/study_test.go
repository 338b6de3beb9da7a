//go:build browser

package main

import (
	"testing"

	"lossline/wasm/browsertest"
)

func TestStudyLook(t *testing.T) {
	site := hosted(t, hostOptions{})
	for _, c := range []struct {
		width int
		dark  bool
		path  string
		name  string
	}{{1280, false, "pretraining/", "a"}, {1280, true, "zh/pretraining/", "b"}, {360, false, "pretraining/", "c"}, {320, true, "zh/pretraining/", "d"}} {
		p := browsertest.Chromium(t, browsertest.Screen{Width: c.width, Height: 800, Dark: c.dark, Mobile: c.width < 600})
		p.Open(site + c.path)
		p.WaitLive()
		browsertest.Eval[bool](p, `(document.querySelectorAll('.fold').forEach(d => d.open = true), document.querySelectorAll('.content,.controls,.ledebox,.inputs').forEach(d=>d.remove()), true)`)
		p.WaitFor(`document.querySelectorAll('.fold .plot svg').length >= 11`)
		p.Screenshot("/tmp/study/" + c.name + ".png")
		for _, x := range p.Complaints() {
			t.Error(x)
		}
	}
}
