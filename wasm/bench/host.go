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
// smaller by it, as good hosts do for what they serve often. What was compressed once is
// kept, by its digest: Brotli at its best takes half a minute for a binary.
const packScript = `
const zlib = require("zlib"), fs = require("fs"), path = require("path"), c = zlib.constants;
const [folder, kept] = process.argv.slice(1);
fs.mkdirSync(kept, {recursive: true});
for (const name of fs.readdirSync(folder, {recursive: true})) {
	if (!/\.(html|css|js|svg|wasm|json|webmanifest|csv)$/.test(name)) continue;
	const file = path.join(folder, name), data = fs.readFileSync(file);
	const packed = path.join(kept, require("crypto").createHash("sha256").update(data).digest("hex"));
	if (!fs.existsSync(packed + ".br")) {
		fs.writeFileSync(packed + ".gz", zlib.gzipSync(data, {level: 9}));
		fs.writeFileSync(packed + ".br", zlib.brotliCompressSync(data, {params: {
			[c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_LGWIN]: 24, [c.BROTLI_PARAM_SIZE_HINT]: data.length,
		}}));
	}
	fs.copyFileSync(packed + ".gz", file + ".gz");
	fs.copyFileSync(packed + ".br", file + ".br");
}`

// pack compresses the files of a folder.
func pack(p *program, folder string) {
	p.check(command(".", "node", "-e", packScript, folder, ".cache/packed").Run())
}

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
	pack(p, folder)
	return serveFolder(p, ".", folder)
}
