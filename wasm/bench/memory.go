//go:build !js && browser

package main

import (
	"flag"
	"fmt"
	"time"

	"lossline/wasm/browsertest"
)

// memoryFor is how long the page is dragged while its memory is watched.
var memoryFor = flag.Duration("memory", time.Minute, "how long section memory drags")

// memoryStep is the number of seconds between two counts.
const memoryStep = 5

// keepMemory keeps WebAssembly's memory where it can be measured.
const keepMemory = `for (const name of ["instantiate", "instantiateStreaming"]) {
	const plain = WebAssembly[name];
	WebAssembly[name] = async (...all) => {
		const got = await plain.apply(WebAssembly, all);
		const memory = (got.instance ?? got).exports?.mem;
		if (memory) window.benchMemory = memory;
		return got;
	};
}`

// Bounds that memory should keep to, whatever the page is used for: what a tab may
// take of a telephone, and a slope that an hour of dragging would not show.
const (
	heapBound  = 64e6 // bytes of JavaScript's objects
	wasmBound  = 64e6 // bytes of WebAssembly's memory, which never shrinks
	nodesSlope = 10   // a minute, in nodes
)

// printMemory drags the budget on Plan and counts memory meanwhile.
func printMemory(p *program) {
	site := serveSite(p, ".")
	tab := browsertest.Chromium(p, browsertest.Screen{})
	tab.BeforeAll(keepMemory)
	tab.Open(site)
	tab.WaitLive()
	hold(tab, "#budget-slider", memoryStep) // what is made once is made
	var minutes, heap, wasm, nodes, listeners []float64
	count := func(seconds int) {
		m := tab.Memory()
		minutes = append(minutes, float64(seconds)/60)
		heap = append(heap, m.Heap)
		wasm = append(wasm, browsertest.Eval[float64](tab, "window.benchMemory.buffer.byteLength"))
		nodes = append(nodes, float64(m.Nodes))
		listeners = append(listeners, float64(m.Listeners))
	}
	count(0)
	all := int(memoryFor.Seconds())
	for s := memoryStep; s <= all; s += memoryStep {
		hold(tab, "#budget-slider", memoryStep)
		count(s)
	}
	t := &table{title: fmt.Sprintf("Memory over %v of dragging on Plan, Chromium", *memoryFor)}
	t.add("what", "start", "end", "most", "slope a minute")
	last := len(minutes) - 1
	add := func(what string, x []float64, unit float64) {
		t.add(what, digits(x[0]/unit), digits(x[last]/unit), digits(quantile(x, 1)/unit), digits(slope(minutes, x)/unit))
	}
	add("JavaScript's objects after collection, MB", heap, 1e6)
	add("WebAssembly's memory, MB", wasm, 1e6)
	add("DOM nodes", nodes, 1)
	add("listeners", listeners, 1)
	t.notes = append(t.notes, fmt.Sprintf("Counted every %d s; the slope is that of least squares.", memoryStep))
	fmt.Print(t)
	p.row(row{
		What:   fmt.Sprintf("memory over %v of dragging: JavaScript's objects, WebAssembly's; nodes added a minute", *memoryFor),
		Target: fmt.Sprintf("%.0f MB, %.0f MB; %d", heapBound/1e6, wasmBound/1e6, nodesSlope),
		Ours: fmt.Sprintf("%s to %s MB, %s to %s MB; %s", digits(heap[0]/1e6), digits(heap[last]/1e6),
			digits(wasm[0]/1e6), digits(wasm[last]/1e6), digits(slope(minutes, nodes))),
		Met: verdictOf(quantile(heap, 1) <= heapBound && quantile(wasm, 1) <= wasmBound && slope(minutes, nodes) <= nodesSlope),
	})
	p.clean(0)
}
