package figure

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

var (
	regen = flag.Bool("regen", false, "write the golden files anew")
	page  = flag.String("page", "", "write all stories, light and dark, to this HTML `file`")
)

// TestStories compares every story with its golden file. A story that differs is
// written beside it with .got, for the eye.
func TestStories(t *testing.T) {
	for _, s := range stories() {
		t.Run(s.name, func(t *testing.T) {
			im, err := Render(s.fig, Light, vg.Length(s.w), vg.Length(s.h))
			if err != nil {
				t.Fatal(err)
			}
			golden(t, s.name+".svg", im.SVG)
		})
	}
	if *page != "" {
		writePage(t, *page)
	}
}

func golden(t *testing.T, name string, got []byte) {
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

// writePage writes a page with all stories.
func writePage(t *testing.T, file string) {
	var b strings.Builder
	b.WriteString("<!doctype html><meta charset=utf-8><title>Stories</title><style>" + CSS() +
		"body{margin:8px;font-family:system-ui,sans-serif}section{padding:8px;display:flex;flex-wrap:wrap;gap:24px;background:#fff}" +
		".dark{" + variables(Dark) + ";background:#111827}.light{" + variables(Light) + "}</style>")
	for _, th := range []string{"light", "dark"} {
		fmt.Fprintf(&b, "<section class=%s>", th)
		for _, s := range stories() {
			im, err := Render(s.fig, Light, vg.Length(s.w), vg.Length(s.h))
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "<div>%s</div>\n", im)
		}
		b.WriteString("</section>")
	}
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
