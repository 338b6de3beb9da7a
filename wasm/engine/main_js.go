// Command engine answers requests of package job: as a Web Worker beside a page,
// or under Node as a command that reads a request and writes the reply. It is a
// binary of its own, so that who only reads a page does not fetch the fitter, and
// who only wants the engine does not fetch the page.
package main

import (
	"os"
	"runtime/debug"

	"lossline/app/job"
	"lossline/app/worker"
)

func main() {
	debug.SetGCPercent(400) // as the page does
	if len(os.Args) > 1 && os.Args[1] == "worker" {
		worker.Serve()
		return
	}
	if ok, err := job.Command(os.Stdin, os.Stdout); err != nil || !ok {
		os.Exit(1)
	}
}
