package chart

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"lossline/app/chart/charttest"
)

var page = flag.String("page", "", "write all stories, light and dark, to this HTML `file`")

// TestStories compares every story with its golden file.
func TestStories(t *testing.T) {
	for _, s := range stories() {
		t.Run(s.name, func(t *testing.T) {
			im, err := Render(s.fig, Light, vg.Length(s.w), vg.Length(s.h))
			if err != nil {
				t.Fatal(err)
			}
			charttest.Golden(t, s.name+".svg", im.SVG)
		})
	}
	if *page != "" {
		writePage(t, *page)
	}
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
