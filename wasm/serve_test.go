//go:build !js

package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// smallSite has one file of each kind that a built site has. The compressed
// forms are marked by their content, so that a test sees which one was sent.
func smallSite() fstest.MapFS {
	site := fstest.MapFS{}
	for name, body := range map[string]string{
		"index.html":                "<title>plan</title>",
		"404.html":                  "<title>missing</title>",
		"zh/pretraining/index.html": "<title>预训练</title>",
		"manifest.webmanifest":      "{}",
		"a/app.0123.wasm":           "plain wasm, longer than the others",
		"a/app.0123.wasm.br":        "brotli form",
		"a/app.0123.wasm.gz":        "gzip form",
		"a/app.0123.js":             "run()",
		"a/figure.svg":              "<svg/>",
		"a/runs.csv":                "N,D\n",
		"a/only.0123.js":            "no compressed form",
		"empty/readme.txt":          "a folder without a page",
	} {
		site[name] = &fstest.MapFile{Data: []byte(body)}
	}
	return site
}

// ask asks h for path with pairs of header names and values.
func ask(t *testing.T, h http.Handler, path string, header ...string) *http.Response {
	t.Helper()
	return send(t, h, http.MethodGet, path, header...)
}

func send(t *testing.T, h http.Handler, method, path string, header ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, path, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func readBody(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestHostAnswers(t *testing.T) {
	root := newHost(smallSite(), hostOptions{})
	repo := newHost(smallSite(), hostOptions{base: "/repo/"})
	dumb := newHost(smallSite(), hostOptions{dumb: true})
	for _, c := range []struct {
		why    string
		h      http.Handler
		path   string
		status int
		body   string // "" is not compared
	}{
		{"the root is its index", root, "/", 200, "<title>plan</title>"},
		{"a query changes nothing", root, "/?x=1", 200, "<title>plan</title>"},
		{"a folder is its index", root, "/zh/pretraining/", 200, "<title>预训练</title>"},
		{"the index by its own name", root, "/zh/pretraining/index.html", 200, "<title>预训练</title>"},
		{"a missing file is 404.html", root, "/nothing", 404, "<title>missing</title>"},
		{"a folder without an index is not listed", root, "/empty/", 404, "<title>missing</title>"},
		{"nor without the slash", root, "/a", 404, "<title>missing</title>"},
		{"a file is no folder", root, "/index.html/", 404, "<title>missing</title>"},
		{"no way up", root, "/../serve.go", 404, "<title>missing</title>"},
		{"nor in the middle", root, "/a/../index.html", 404, "<title>missing</title>"},
		{"nor by an empty element", root, "//index.html", 404, "<title>missing</title>"},
		{"under a sub-path", repo, "/repo/", 200, "<title>plan</title>"},
		{"a file under a sub-path", repo, "/repo/a/app.0123.js", 200, "run()"},
		{"outside the sub-path is not the site", repo, "/", 404, ""},
		{"nor is a longer name", repo, "/repository/index.html", 404, ""},
		{"the plainest host has folders too", dumb, "/", 200, "<title>plan</title>"},
	} {
		r := ask(t, c.h, c.path)
		if got := readBody(t, r); r.StatusCode != c.status || c.body != "" && got != c.body {
			t.Errorf("%s: GET %s = %d %q, want %d %q", c.why, c.path, r.StatusCode, got, c.status, c.body)
		}
	}
}

func TestHostRedirectsFolders(t *testing.T) {
	for _, c := range []struct{ base, path, want string }{
		{"/", "/zh/pretraining", "/zh/pretraining/"},
		{"/", "/zh/pretraining?x=1", "/zh/pretraining/?x=1"},
		{"/repo/", "/repo", "/repo/"},
		{"repo", "/repo/zh/pretraining", "/repo/zh/pretraining/"},
	} {
		r := ask(t, newHost(smallSite(), hostOptions{base: c.base}), c.path)
		if got := r.Header.Get("Location"); r.StatusCode != http.StatusMovedPermanently || got != c.want {
			t.Errorf("base %s: GET %s = %d to %q, want 301 to %q", c.base, c.path, r.StatusCode, got, c.want)
		}
	}
}

func TestHostWithoutItsOwn404(t *testing.T) {
	site := smallSite()
	delete(site, "404.html")
	r := ask(t, newHost(site, hostOptions{}), "/nothing")
	if r.StatusCode != 404 || readBody(t, r) == "" {
		t.Errorf("GET /nothing = %d, want 404 with some text", r.StatusCode)
	}
}

func TestHostRefusesWriting(t *testing.T) {
	h := newHost(smallSite(), hostOptions{})
	r := send(t, h, http.MethodPost, "/")
	if r.StatusCode != http.StatusMethodNotAllowed || r.Header.Get("Allow") != "GET, HEAD" {
		t.Errorf("POST = %d, Allow %q", r.StatusCode, r.Header.Get("Allow"))
	}
	r = send(t, h, http.MethodHead, "/")
	if r.StatusCode != 200 || readBody(t, r) != "" {
		t.Errorf("HEAD = %d, want 200 and no body", r.StatusCode)
	}
}

// The types are those of the WebAssembly, ECMAScript (RFC 9239), SVG, web app
// manifest and CSV (RFC 4180) registrations.
func TestHostMediaTypes(t *testing.T) {
	h := newHost(smallSite(), hostOptions{})
	for path, want := range map[string]string{
		"/":                     "text/html; charset=utf-8",
		"/a/app.0123.wasm":      "application/wasm",
		"/a/app.0123.wasm.gz":   "application/gzip",
		"/a/app.0123.js":        "text/javascript; charset=utf-8",
		"/a/figure.svg":         "image/svg+xml",
		"/a/runs.csv":           "text/csv; charset=utf-8",
		"/manifest.webmanifest": "application/manifest+json",
		"/nothing":              "text/html; charset=utf-8",
	} {
		r := ask(t, h, path)
		if got := r.Header.Get("Content-Type"); got != want {
			t.Errorf("%s has type %q, want %q", path, got, want)
		}
		if r.Header.Get("Content-Encoding") != "" {
			t.Errorf("%s is encoded although nobody asked for it", path)
		}
	}
}

func TestHostNegotiatesCompression(t *testing.T) {
	h := newHost(smallSite(), hostOptions{})
	for _, c := range []struct{ accept, encoding, body string }{
		{"gzip, deflate, br, zstd", "br", "brotli form"},
		{"gzip", "gzip", "gzip form"},
		{"br;q=0, gzip;q=0.5", "gzip", "gzip form"},
		{"BR", "br", "brotli form"},
		{"br;q=nonsense", "", "plain wasm, longer than the others"},
		{"identity", "", "plain wasm, longer than the others"},
		{"", "", "plain wasm, longer than the others"},
	} {
		r := ask(t, h, "/a/app.0123.wasm", "Accept-Encoding", c.accept)
		if got := readBody(t, r); r.Header.Get("Content-Encoding") != c.encoding || got != c.body {
			t.Errorf("Accept-Encoding %q: %q %q, want %q %q", c.accept,
				r.Header.Get("Content-Encoding"), got, c.encoding, c.body)
		}
		if r.Header.Get("Vary") != "Accept-Encoding" || r.Header.Get("Content-Type") != "application/wasm" {
			t.Errorf("Accept-Encoding %q: Vary %q, type %q", c.accept, r.Header.Get("Vary"), r.Header.Get("Content-Type"))
		}
	}
	r := ask(t, h, "/a/only.0123.js", "Accept-Encoding", "br, gzip")
	if r.Header.Get("Vary") != "" || r.Header.Get("Content-Encoding") != "" {
		t.Errorf("a file with one form varies: %v", r.Header)
	}
}

func TestHostValidators(t *testing.T) {
	h := newHost(smallSite(), hostOptions{})
	plain := ask(t, h, "/a/app.0123.wasm").Header.Get("ETag")
	brotli := ask(t, h, "/a/app.0123.wasm", "Accept-Encoding", "br").Header.Get("ETag")
	if len(plain) < 10 || plain[0] != '"' || plain == brotli {
		t.Fatalf("tags %s and %s: want two strong ones that differ", plain, brotli)
	}
	r := ask(t, h, "/a/app.0123.wasm", "Accept-Encoding", "br", "If-None-Match", brotli)
	if r.StatusCode != http.StatusNotModified || readBody(t, r) != "" || r.Header.Get("Vary") == "" {
		t.Errorf("a known tag = %d %v, want 304 with Vary", r.StatusCode, r.Header)
	}
	r = ask(t, h, "/a/app.0123.wasm", "If-None-Match", brotli)
	if r.StatusCode != 200 {
		t.Errorf("the tag of another encoding = %d, want 200", r.StatusCode)
	}
	for path, want := range map[string]string{
		"/":                     "no-cache",
		"/manifest.webmanifest": "no-cache",
		"/a/app.0123.js":        "max-age=31536000, immutable",
	} {
		if got := ask(t, h, path).Header.Get("Cache-Control"); got != want {
			t.Errorf("%s is cached by %q, want %q", path, got, want)
		}
	}
}

// A page that is built again must not be answered from what was known of the
// one before it.
func TestHostTagFollowsContent(t *testing.T) {
	site := smallSite()
	h := newHost(site, hostOptions{})
	before := ask(t, h, "/").Header.Get("ETag")
	site["index.html"] = &fstest.MapFile{Data: []byte("<title>PLAN</title>"), ModTime: time.Unix(1, 0)}
	r := ask(t, h, "/", "If-None-Match", before)
	if r.StatusCode != 200 || readBody(t, r) != "<title>PLAN</title>" {
		t.Errorf("a rebuilt page of the same size = %d, want it anew", r.StatusCode)
	}
}

func TestDumbHost(t *testing.T) {
	r := ask(t, newHost(smallSite(), hostOptions{dumb: true}), "/a/app.0123.wasm", "Accept-Encoding", "br, gzip")
	if got := readBody(t, r); got != "plain wasm, longer than the others" {
		t.Errorf("the plainest host sends %q", got)
	}
	if got := r.Header.Get("Content-Type"); got != "application/octet-stream" {
		t.Errorf("the plainest host calls WebAssembly %q", got)
	}
	for _, name := range []string{"Cache-Control", "Content-Encoding", "ETag", "Last-Modified", "Vary", "X-Content-Type-Options"} {
		if v := r.Header.Get(name); v != "" {
			t.Errorf("the plainest host sends %s: %s", name, v)
		}
	}
}

// The way from the command to a client: address line, loopback only, gzip over
// a real connection, and an end that leaves no error.
func TestListenAndServe(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write([]byte("run()"))
	z.Close()
	site := smallSite()
	site["a/app.0123.js.gz"] = &fstest.MapFile{Data: packed.Bytes()}

	ctx, cancel := context.WithCancel(context.Background())
	lines, w := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- listenAndServe(ctx, w, 0, newHost(site, hostOptions{base: "repo"}), "/repo/") }()
	line := make([]byte, 200)
	n, err := lines.Read(line)
	if err != nil {
		t.Fatal(err)
	}
	url, ok := strings.CutPrefix(string(line[:n]), "Lossline at ")
	url = strings.TrimSuffix(url, "\n")
	if !ok || !strings.HasPrefix(url, "http://127.0.0.1:") || !strings.HasSuffix(url, "/repo/") {
		t.Fatalf("printed %q", line[:n])
	}
	r, err := http.Get(url + "a/app.0123.js") // asks for gzip and unpacks it
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if got := readBody(t, r); got != "run()" || !r.Uncompressed {
		t.Errorf("over the wire: %q, compressed %v", got, r.Uncompressed)
	}
	cancel()
	if err := <-done; err != nil {
		t.Errorf("an interrupted server ends with %v", err)
	}
}

func TestServeRefuses(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "dist")
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{missing}, "./build.sh build"},
		{[]string{"one", "two"}, "one folder"},
		{[]string{"-port", "99999", t.TempDir()}, "serve: "},
	} {
		if err := serve(c.args); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("serve %q: %v, want an error with %q", c.args, err, c.want)
		}
	}
}

// A link that points outside the folder is not followed.
func TestServeKeepsToItsFolder(t *testing.T) {
	dir := t.TempDir()
	secret := filepath.Join(t.TempDir(), "secret.txt")
	if err := os.WriteFile(secret, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(secret, filepath.Join(dir, "link.txt")); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if r := ask(t, newHost(root.FS(), hostOptions{}), "/link.txt"); r.StatusCode == 200 {
		t.Errorf("a link out of the folder is served: %q", readBody(t, r))
	}
}
