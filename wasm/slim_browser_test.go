//go:build browser

package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lossline/wasm/browsertest"
)

// panicsPage runs panics.wasm and collects what it writes.
const panicsPage = `<!doctype html><meta charset=utf-8><title>panics</title><script src="wasm_exec.js"></script><script>
	window.throws = () => { throw new Error("by the page"); };
	window.lines = "";
	fs.writeSync = (fd, bytes) => { lines += new TextDecoder().decode(bytes); return bytes.length; };
	const go = new Go();
	WebAssembly.instantiateStreaming(fetch("panics.wasm"), go.importObject)
		.then(({instance}) => go.run(instance)).then(() => window.ended = true);
</script>`

// A program that slim has rewritten panics and recovers as it did before, and still names its functions when it ends.
// The messages are those of the Go specification's run-time panics and of Go 1.26's runtime.
func TestSlimProgramPanics(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "panics.wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", file, "./slim/testdata/panics")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	for _, c := range []*exec.Cmd{build, exec.Command("go", "run", "./slim", file)} {
		if out, err := c.CombinedOutput(); err != nil || len(out) > 0 {
			t.Fatalf("%v: %v\n%s", c.Args, err, out)
		}
	}
	script, err := execJS()
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"wasm_exec.js": string(script), "index.html": panicsPage} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	t.Cleanup(server.Close)
	want := []string{
		"plain",
		"an error",
		"runtime: runtime error: invalid memory address or nil pointer dereference",
		"runtime: runtime error: index out of range [3] with length 0",
		"runtime: assignment to entry in nil map",
		"runtime: interface conversion: interface {} is string, not int",
		"runtime: runtime error: integer divide by zero",
		"deep<1<2<3",
		"JavaScript error: by the page",
		"in a goroutine",
		"true",
		"true",
	}
	for _, b := range browsertest.Browsers {
		p := b.Open(t, browsertest.Screen{})
		p.Open(server.URL + "/")
		p.WaitFor(`window.ended === true`)
		if got := browsertest.Eval[string](p, `window.said`); got != strings.Join(want, "\n") {
			t.Errorf("%s: it said\n%s\nwant\n%s", b.Name, got, strings.Join(want, "\n"))
		}
		end := browsertest.Eval[string](p, `window.lines`)
		for _, part := range []string{"the end<1<2", "main.deep", "main.main"} {
			if !strings.Contains(end, part) {
				t.Errorf("%s: the last words lack %q:\n%s", b.Name, part, end)
			}
		}
	}
}
