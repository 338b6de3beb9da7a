//go:build js

// Command wasm is Lossline in the browser; built for the machine itself it
// writes and serves the site.
package main

import (
	"runtime/debug"

	"lossline/app"
)

func main() {
	// The page allocates little and often; collecting less often makes a redraw
	// a third faster and costs some ten megabytes.
	debug.SetGCPercent(400)
	app.Run()
}
