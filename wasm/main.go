//go:build !js

// Command wasm is Lossline in the browser; built for the machine itself it
// writes and serves the site.
//
//	go run -tags minimal ./wasm site [-wasm FILE] [-engine FILE] [-out DIR]
//	go run -tags minimal ./wasm serve [-port N] [-base /sub/] DIR
//	go run -tags minimal ./wasm job < request.json
package main

import (
	"fmt"
	"os"
)

const usage = `usage:
  wasm site [-wasm FILE] [-engine FILE] [-out DIR]      write the static site
  wasm serve [-port N] [-base /sub/] DIR
                                     serve a folder on this machine
  wasm job < request.json            answer a request of package job in JSON`

func main() {
	if len(os.Args) == 2 && os.Args[1] == "job" {
		os.Exit(jobCommand())
	}
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("%s", usage)
	}
	switch args[0] {
	case "site":
		return site(args[1:])
	case "serve":
		return serve(args[1:])
	}
	return fmt.Errorf("unknown command %q\n%s", args[0], usage)
}
