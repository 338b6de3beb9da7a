//go:build js

// Command wasm is Lossline in the browser; built for the machine itself it
// writes and serves the site.
package main

import (
	"os"
	"runtime/debug"

	"lossline/app"
)

// main is the page or an embedded figure, as the second argument says. Heavy work
// is done by another binary, wasm/engine.
func main() {
	// The page allocates little and often; collecting less often makes a redraw
	// a third faster and costs some ten megabytes.
	debug.SetGCPercent(400)
	mode := "page"
	if len(os.Args) > 1 {
		mode = os.Args[1]
	}
	switch mode {
	case "embed":
		app.RunEmbed()
	default:
		app.Run()
	}
}
