//go:build js

// Command wasm is Lossline in the browser; built for the machine itself it
// writes and serves the site.
package main

import (
	"os"
	"runtime/debug"

	"lossline/app"
	"lossline/app/worker"
)

// main is the page, an embedded figure, a worker beside them, or under Node the command job, as the
// second argument says. Nothing of the page may be set up before this is known:
// the others have no document.
func main() {
	// The page allocates little and often; collecting less often makes a redraw
	// a third faster and costs some ten megabytes.
	debug.SetGCPercent(400)
	mode := "page"
	if len(os.Args) > 1 {
		mode = os.Args[1]
	}
	switch mode {
	case "worker":
		worker.Serve()
	case "embed":
		app.RunEmbed()
	case "job":
		os.Exit(jobCommand())
	default:
		app.Run()
	}
}
