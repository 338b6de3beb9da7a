//go:build browser

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lossline/wasm/browsertest"
)

// What a screen reader has of the four pages that people work with, in both
// languages, is looked at by a person when it changes: UPDATE=1 writes it anew.
func TestSpoken(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{Width: 1280, Height: 900, ReducedMotion: true})
	for _, path := range []string{"", "pretraining/", "transfer/", "fit/", "zh/", "zh/pretraining/", "zh/transfer/", "zh/fit/"} {
		p.Open(site + path)
		p.WaitLive()
		if strings.HasSuffix(path, "fit/") {
			idle(p)
			p.WaitFor(`!document.querySelector('progress')`)
		}
		rested(p)
		golden(t, filepath.Join("testdata", "spoken", strings.NewReplacer("/", "").Replace("page-"+path)+".txt"), p.Spoken())
	}
}

// golden compares a text with the file that holds what it was when somebody last
// looked at it.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a, b := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		var was, is string
		if i < len(a) {
			was = a[i]
		}
		if i < len(b) {
			is = b[i]
		}
		if was != is {
			t.Errorf("%s, line %d:\n was %s\n  is %s\nUPDATE=1 takes it over once it has been looked at", file, i+1, was, is)
			return
		}
	}
}
