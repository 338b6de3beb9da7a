//go:build js

// Command bench, built for the browser, redraws the heavy scene for the program
// of the same name that measures it.
package main

import (
	"bytes"
	"runtime/debug"
	"strings"
	"syscall/js"

	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"

	"lossline/app/chart"
)

const width, height = 720, 440

// redraws are the ways from a step to a figure in the page, by the names that
// the program asks for.
var redraws = map[string]func(host js.Value, step int) error{
	"ours":  kept(),
	"fresh": fresh,
	"vgsvg": reference,
	"many":  many(),
}

func main() {
	debug.SetGCPercent(400) // as the app does
	js.Global().Get("document").Call("getElementById", "ours").Set("textContent", chart.CSS())
	host := js.Global().Get("document").Call("getElementById", "figure")
	js.Global().Set("redraw", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if err := redraws[args[0].String()](host, args[1].Int()); err != nil {
			return err.Error()
		}
		return ""
	}))
	js.Global().Get("document").Get("documentElement").Get("dataset").Set("live", "1")
	select {}
}

// kept redraws as the page does under a slider: with one renderer.
func kept() func(js.Value, int) error {
	var r chart.Renderer
	return func(host js.Value, step int) error {
		im, err := r.Render(chart.HeavyScene(step), chart.Light, width, height)
		host.Set("innerHTML", string(im.SVG))
		return err
	}
}

// fresh keeps nothing between redraws.
func fresh(host js.Value, step int) error {
	im, err := chart.Render(chart.HeavyScene(step), chart.Light, width, height)
	host.Set("innerHTML", string(im.SVG))
	return err
}

// many makes n points when it is first called, and draws them for the first time when it
// is called again, into the element that is there for it.
func many() func(js.Value, int) error {
	var scene *chart.XY
	return func(_ js.Value, n int) error {
		if scene == nil {
			scene = manyScene(n)
			return nil
		}
		im, err := chart.Render(scene, chart.Light, width, height)
		js.Global().Get("document").Call("getElementById", "many").Set("innerHTML", string(im.SVG))
		return err
	}
}

// reference draws the same plot with gonum's own SVG canvas.
func reference(host js.Value, step int) error {
	p, err := chart.HeavyScene(step).Plot(chart.Light)
	if err != nil {
		return err
	}
	c := vgsvg.New(width, height)
	p.Draw(draw.New(c))
	var b bytes.Buffer
	if _, err := c.WriteTo(&b); err != nil {
		return err
	}
	_, svg, _ := strings.Cut(b.String(), "<svg") // without the XML prolog
	host.Set("innerHTML", "<svg"+svg)
	return nil
}
