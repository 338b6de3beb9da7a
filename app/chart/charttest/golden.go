// Package charttest compares drawn figures with golden files.
package charttest

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var regen = flag.Bool("regen", false, "write the golden files anew")

// Golden compares a drawing with the file of that name in testdata. One that
// differs is written beside it with .got, for the eye.
func Golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	// One element a line, so that a change can be read.
	got = bytes.ReplaceAll(got, []byte("><"), []byte(">\n<"))
	got = append(got, '\n')
	if *regen {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(got, want) {
		return
	}
	if err := os.WriteFile(file+".got", got, 0o644); err != nil {
		t.Error(err)
	}
	g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Errorf("%s: line %d:\n got %s\nwant %s\nsee %s.got; -regen accepts it", file, i+1, g[i], w[i], file)
			return
		}
	}
	t.Errorf("%s: %d lines, want %d", file, len(g), len(w))
}
