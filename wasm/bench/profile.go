//go:build !js && browser

package main

import (
	"fmt"

	"lossline/wasm/browsertest"
)

// profileTop is how many functions of a profile are printed.
const profileTop = 15

// printProfile tells where the time of dragging goes, by function.
func printProfile(p *program) {
	site := serveNamed(p)
	for _, s := range sliders {
		before := len(p.cleanups)
		tab := browsertest.Chromium(p, browsertest.Screen{})
		tab.Open(site + s.path)
		tab.WaitLive()
		hold(tab, s.selector, 2)
		var d drag
		list := tab.Profile(func() { d = hold(tab, s.selector, 5) })
		p.clean(before)
		all, busy := 0.0, 0.0
		for _, f := range list {
			all += f.Millis
			if f.Function != "(idle)" {
				busy += f.Millis
			}
		}
		t := &table{title: "Where the time of dragging goes, " + s.page}
		t.add("function", "ms a frame", "of busy time")
		for _, f := range list[:min(len(list), profileTop+1)] {
			if f.Function != "(idle)" {
				t.add("`"+f.Function+"`", digits(f.Millis/float64(len(d.Frames))), fmt.Sprintf("%.1f %%", 100*f.Millis/busy))
			}
		}
		t.notes = append(t.notes, fmt.Sprintf("Self time over %d frames, sampled ten times a millisecond, in a binary with names; %.0f %% of the time was busy, %s a frame.",
			len(d.Frames), 100*busy/all, ms(busy/float64(len(d.Frames)))))
		fmt.Print(t)
	}
	p.clean(0)
}
