//go:build !js && browser

package main

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"lossline/wasm/browsertest"
)

// serveSite serves dist/ with the site's own server until the program's next
// cleaning, and returns its address.
func serveSite(t browsertest.TB, root string) string {
	t.Helper()
	return serveFolder(t, root, filepath.Join(root, "dist"))
}

// serveFolder serves a folder with the server that was built in root.
func serveFolder(t browsertest.TB, root, folder string) string {
	t.Helper()
	server := exec.Command(filepath.Join(root, ".cache", "lossline"), "serve", folder)
	server.Stderr = os.Stderr
	out, err := server.StdoutPipe()
	if err == nil {
		err = server.Start()
	}
	if err != nil {
		t.Fatalf("serve %s, which ./build.sh build writes: %v", folder, err)
	}
	t.Cleanup(func() {
		server.Process.Signal(os.Interrupt)
		server.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil && err != io.EOF {
		t.Fatalf("serve %s: %v", folder, err)
	}
	url, ok := strings.CutPrefix(strings.TrimSpace(line), "Lossline at ")
	if !ok {
		t.Fatalf("serve %s: printed %q and no address", folder, line)
	}
	return url
}

// packScript puts a Brotli and a gzip form beside each file of a folder that gets
// smaller by it, as good hosts do for what they serve often.
const packScript = `
const zlib = require("zlib"), fs = require("fs"), path = require("path"), c = zlib.constants;
for (const name of fs.readdirSync(process.argv[1], {recursive: true})) {
	const file = path.join(process.argv[1], name);
	if (!/\.(html|css|js|svg|wasm|json|webmanifest|csv)$/.test(name)) continue;
	const data = fs.readFileSync(file);
	fs.writeFileSync(file + ".gz", zlib.gzipSync(data, {level: 9}));
	fs.writeFileSync(file + ".br", zlib.brotliCompressSync(data, {params: {
		[c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_LGWIN]: 24, [c.BROTLI_PARAM_SIZE_HINT]: data.length,
	}}));
}`

// leaveOut are parts of dist/ that no page which is measured fetches and that take
// long to compress.
var leaveOut = []string{"lossline.html", "carrier", "presets"}

// serveCompressed serves the site as a good host does, which sends Brotli to those
// who take it. Browsers take it from this machine, as they do over HTTPS.
func serveCompressed(p *program) string {
	folder, err := os.MkdirTemp(".cache", "host-")
	p.check(err)
	p.Cleanup(func() { os.RemoveAll(folder) })
	p.check(os.CopyFS(folder, os.DirFS("dist")))
	for _, part := range leaveOut {
		found, err := filepath.Glob(filepath.Join(folder, part+"*"))
		p.check(err)
		more, err := filepath.Glob(filepath.Join(folder, "*", part+"*"))
		p.check(err)
		for _, file := range append(found, more...) {
			p.check(os.RemoveAll(file))
		}
	}
	p.check(command(".", "node", "-e", packScript, folder).Run())
	return serveFolder(p, ".", folder)
}
