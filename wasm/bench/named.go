//go:build !js && browser

package main

import (
	"os"
	"os/exec"
	"path/filepath"
)

// namedBinary builds the page's binary with the names of its functions, which the one
// of the site has lost, and returns its file. The flags are those of build.sh but for
// that; its overlay is there once the site has been built.
func namedBinary(p *program) string {
	const file = ".cache/named.wasm"
	build := exec.Command("bash", "-c", `source <(sed -n '/^small_flags() {/,/^}/p' build.sh)
mapfile -t small < <(small_flags)
GOOS=js GOARCH=wasm go build -overlay .cache/overlay.json "${small[@]}" -tags minimal -trimpath -buildvcs=false -o "$1" ./wasm`, "named", file)
	build.Stderr = os.Stderr
	p.check(build.Run())
	return file
}

// serveNamed serves the site with that binary.
func serveNamed(p *program) string {
	folder, err := os.MkdirTemp(".cache", "named-")
	p.check(err)
	p.Cleanup(func() { os.RemoveAll(folder) })
	write := exec.Command(filepath.Join(".cache", "lossline"), "site", "-wasm", namedBinary(p), "-engine", ".cache/engine.wasm", "-out", folder)
	write.Stderr = os.Stderr
	p.check(write.Run())
	return serveFolder(p, ".", folder)
}
