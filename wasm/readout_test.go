//go:build browser

package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lossline/app/chart"
	"lossline/app/page/plan"
	"lossline/app/scenario"
	"lossline/app/text/languages"
	"lossline/wasm/browsertest"
)

// plotOf is a figure as a selector.
const plotOf = "#fig-budget-plot"

// readSaid is what a readout says, "" where there is none.
func readSaid(p *browsertest.Page) string {
	return browsertest.Eval[string](p, `document.querySelector(".readout")?.innerText ?? ""`)
}

// readValues are the numbers of a readout, in full.
func readValues(t *testing.T, p *browsertest.Page) []float64 {
	t.Helper()
	var out []float64
	for _, s := range strings.Fields(browsertest.Eval[string](p, `[...document.querySelectorAll(".readout data")].map((d) => d.value).join(" ")`)) {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}

// budgetPoints are the points of the figure of the plan, by which its readouts
// are judged.
func budgetPoints() (pts []chart.Point) {
	s := scenario.Default()
	for _, l := range plan.Budget(s, scenario.Eval(s), languages.In(languages.English)).Lines {
		pts = append(pts, l.Pts...)
	}
	return pts
}

// onAPoint reports whether the first numbers of a readout are a point.
func onAPoint(v []float64, pts []chart.Point) bool {
	return len(v) >= 2 && slices.ContainsFunc(pts, func(q chart.Point) bool {
		return math.Abs(v[0]/q.X-1) < 1e-12 && math.Abs(v[1]/q.Y-1) < 1e-12
	})
}

// A mouse over a figure: the data's own values beside the point, until it leaves;
// it may go into the readout; Escape puts it away; and nothing is drawn anew.
func TestReadoutPointer(t *testing.T) {
	pts := budgetPoints()
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			p := b.Open(t, browsertest.Screen{})
			p.Open(hosted(t, hostOptions{}))
			p.WaitLive()
			rested(p)
			browsertest.Eval[bool](p, `(window.drawn = 0, new MutationObserver((l) => { window.drawn += l.length }).observe(document.querySelector("`+plotOf+` > div"), {childList: true, subtree: true, attributes: true}), true)`)
			seen, last := map[string]bool{}, ""
			for _, at := range [][2]float64{{0.2, 0.6}, {0.3, 0.5}, {0.5, 0.5}, {0.6, 0.5}} {
				p.Hover(plotOf, at[0], at[1])
				p.WaitFor(`(document.querySelector(".readout")?.innerText ?? "") !== ` + strconv.Quote(last))
				last = readSaid(p)
				if v := readValues(t, p); !onAPoint(v, pts) {
					t.Errorf("at %v it reads %v, which is no point of the figure", at, v)
				}
				seen[last] = true
			}
			if len(seen) != 4 {
				t.Errorf("four places say %d things: %v", len(seen), seen)
			}
			if n := browsertest.Eval[int](p, `window.drawn`); n != 0 {
				t.Errorf("the figure itself was changed %d times", n)
			}
			said := readSaid(p)
			p.WaitFor(`document.querySelector("` + plotOf + ` > [role=status]").textContent !== ""`)
			p.WaitFor(`document.querySelector(".readout.still")`) // the mouse has rested
			p.Hover(".readout", 0.5, 0.5)
			if got := readSaid(p); got != said {
				t.Errorf("in the readout it says %q, not %q", got, said)
			}
			p.Press("Escape")
			p.WaitFor(`!document.querySelector(".readout")`)
			p.Hover(plotOf, 0.4, 0.4)
			p.Hover("h1", 0.5, 0.5)
			p.Hover(plotOf, 0.4, 0.4)
			p.WaitFor(`document.querySelector(".readout")`)
			if file := os.Getenv("READOUT_SHOTS"); file != "" {
				p.ScreenshotView(file + b.Name + "-light.png")
			}
			p.Hover("h1", 0.5, 0.5)
			p.WaitFor(`!document.querySelector(".readout") && !document.querySelector(".over")`)
			if c := p.Complaints(); len(c) > 0 {
				t.Errorf("it complained: %v", c)
			}
		})
	}
}

// A finger: a tap reads, a slide to the side reads on, a tap elsewhere ends it;
// never beyond the edge of a narrow screen.
func TestReadoutFinger(t *testing.T) {
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			narrow := browsertest.Screen{Width: 320, Height: 640, Mobile: true, Dark: true}
			if b.Name == "Firefox" {
				narrow.Width = 500 // its windows are not narrower
			}
			p := b.Open(t, narrow)
			p.Open(hosted(t, hostOptions{}) + "zh/")
			p.WaitLive()
			rested(p)
			for _, fx := range []float64{0.2, 0.5, 0.9} {
				p.ClickAt("h1", 0.5, 0.2) // what was read may cover the next place
				p.ClickAt(plotOf, fx, 0.5)
				p.WaitFor(`document.querySelector(".readout")`)
				if w := browsertest.Eval[bool](p, `(() => { const r = document.querySelector(".readout").getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth && document.documentElement.scrollWidth <= innerWidth })()`); !w {
					t.Errorf("at %g the readout is not on the screen", fx)
				}
				if file := os.Getenv("READOUT_SHOTS"); file != "" {
					p.ScreenshotView(fmt.Sprintf("%s%s-phone-%g.png", file, b.Name, fx))
				}
			}
			before := readSaid(p)
			p.Drag(plotOf, 0.9, 0.9, 0.3, 0.9)
			p.WaitFor(`document.querySelector(".readout") && document.querySelector(".readout").innerText !== ` + strconv.Quote(before))
			if v := p.Axe(); len(v) > 0 {
				t.Errorf("axe: %v", v)
			}
			p.ClickAt("h1", 0.5, 0.2)
			p.WaitFor(`!document.querySelector(".readout")`)
		})
	}
}

// Keys: they read while the figure has the focus, and say the same to ears.
func TestReadoutKeys(t *testing.T) {
	pts := budgetPoints()
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			p := b.Open(t, browsertest.Screen{})
			p.Open(hosted(t, hostOptions{}))
			p.WaitLive()
			rested(p)
			p.Focus("#fig-budget-save")
			p.Press("Tab")
			p.WaitFor(`document.activeElement.id === "fig-budget-plot" && document.querySelector(".readout")`)
			p.WaitFor(`/your budget.*72.2 billion parameters.*Arrow keys/.test(document.querySelector("` + plotOf + ` > [role=status]").textContent)`)
			p.Press("ArrowRight")
			one := readValues(t, p)
			p.Press("ArrowRight")
			two := readValues(t, p)
			if !onAPoint(one, pts) || !onAPoint(two, pts) || !(two[0] > one[0]) {
				t.Errorf("to the right it reads %v, then %v", one, two)
			}
			p.Press("End")
			if last := readSaid(p); !strings.Contains(last, "times beyond the largest fitted run") {
				t.Errorf("the last point says %q", last)
			}
			p.WaitFor(`/times beyond the largest fitted run\.$/.test(document.querySelector("` + plotOf + ` > [role=status]").textContent)`)
			series := browsertest.Eval[string](p, `document.querySelector(".readout p").textContent`)
			p.Press("ArrowDown")
			if got := browsertest.Eval[string](p, `document.querySelector(".readout p").textContent`); got == series {
				t.Errorf("down stays on %s", got)
			}
			if v := p.Axe(); len(v) > 0 {
				t.Errorf("axe: %v", v)
			}
			p.Type("h")
			if got := readSaid(p); !strings.Contains(got, "Page Down: ten points") {
				t.Errorf("h says %q", got)
			}
			if file := os.Getenv("READOUT_SHOTS"); file != "" {
				p.ScreenshotView(file + b.Name + "-keys.png")
			}
			p.Press("Escape")
			p.WaitFor(`!document.querySelector(".readout") && document.activeElement.id === "fig-budget-plot"`)
			y := browsertest.Eval[float64](p, `scrollY`)
			p.Press("ArrowDown")
			p.WaitFor(`document.querySelector(".readout dl")`)
			if z := browsertest.Eval[float64](p, `scrollY`); z != y {
				t.Error("an arrow scrolls the page")
			}
			p.Type("t")
			p.WaitFor(`document.activeElement.matches("#fig-budget-data .scroll")`)
			if readSaid(p) != "" {
				t.Error("it reads on without the focus")
			}
			p.Type("h")
			if readSaid(p) != "" {
				t.Error("a key reads without the focus")
			}
		})
	}
}

// In a frame of somebody else's, and under forced colours.
func TestReadoutEmbed(t *testing.T) {
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			p := b.Open(t, browsertest.Screen{Width: 640, Height: 375, ForcedColors: b.Name == "Chromium"}) // which alone can be asked for them
			p.Open(hosted(t, hostOptions{}) + "embed/budget/#c=1e22")
			p.WaitLive()
			p.Hover(plotOf, 0.5, 0.5)
			p.WaitFor(`document.querySelector(".readout data")`)
			if v := readValues(t, p); len(v) < 2 || !(v[0] > 1e16) {
				t.Errorf("it reads %v", v)
			}
			if file := os.Getenv("READOUT_SHOTS"); file != "" {
				p.ScreenshotView(file + b.Name + "-embed.png")
			}
			if h := browsertest.Eval[bool](p, `document.documentElement.scrollWidth <= innerWidth`); !h {
				t.Error("the readout makes the frame scroll")
			}
			if v := p.Axe(); len(v) > 0 {
				t.Errorf("axe: %v", v)
			}
		})
	}
}
