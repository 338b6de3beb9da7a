//go:build browser

package main

import (
	"bytes"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"lossline/wasm/browsertest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Main(m)) }

// dist is the built site; build.sh builds it before these tests.
func dist(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("LOSSLINE_DIST")
	if dir == "" {
		dir = filepath.Join("..", "dist")
	}
	if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		t.Fatalf("no built site: %v; ./build.sh build makes it", err)
	}
	return dir
}

// host serves the built site for one test and returns its address, which ends
// in a slash.
func hosted(t testing.TB, o hostOptions) string {
	t.Helper()
	server := httptest.NewServer(newHost(os.DirFS(dist(t)), o))
	t.Cleanup(server.Close)
	return server.URL + o.prefix()
}

// paths are all pages of the site, from its root.
var paths = []string{"", "pretraining/", "transfer/", "shape/", "fit/", "guide/", "zh/", "zh/pretraining/", "zh/transfer/", "zh/shape/", "zh/fit/", "zh/guide/"}

// keep writes a picture that a person should look at to .cache/screens.
func keep(t testing.TB, name string) string {
	t.Helper()
	dir := filepath.Join("..", ".cache", "screens")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, name+".png")
}

func isPNG(file string) bool {
	data, err := os.ReadFile(file)
	return err == nil && bytes.HasPrefix(data, []byte("\x89PNG"))
}
