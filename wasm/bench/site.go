//go:build !js && browser

package main

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"strings"

	"lossline/wasm/browsertest"
)

// serveSite serves dist/ with the site's own server until the program's next
// cleaning, and returns its address.
func serveSite(t browsertest.TB, root string) string {
	t.Helper()
	server := exec.Command(root+"/.cache/lossline", "serve", root+"/dist")
	server.Stderr = os.Stderr
	out, err := server.StdoutPipe()
	if err == nil {
		err = server.Start()
	}
	if err != nil {
		t.Fatalf("serve dist/, which ./build.sh build writes: %v", err)
	}
	t.Cleanup(func() {
		server.Process.Signal(os.Interrupt)
		server.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil && err != io.EOF {
		t.Fatalf("serve dist/: %v", err)
	}
	url, ok := strings.CutPrefix(strings.TrimSpace(line), "Lossline at ")
	if !ok {
		t.Fatalf("serve dist/: printed %q and no address", line)
	}
	return url
}
