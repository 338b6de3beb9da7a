//go:build !js && browser

package main

import (
	"os"
	"strings"
	"testing"
)

func TestReadmeBlock(t *testing.T) {
	kept := map[string]measurement{
		"redraw": {"2026-11-02", "0.10", []row{{"redraw", "5 ms", "4 ms", "met", "plotly.js 30 ms"}}},
		"wire":   {"2026-11-01", "0.20", []row{{"bytes", "1.9 MB", "1.7 MB", "met", ""}}},
	}
	// In the order of the sections, whatever the order of the map.
	const want = `
A machine; 2026-11-01 to 2026-11-02; load when each section began: 0.20, 0.10.

| what | target | Lossline |  | beside it, in the same run |
|---|---|---|---|---|
| bytes | 1.9 MB | 1.7 MB | met |  |
| redraw | 5 ms | 4 ms | met | plotly.js 30 ms |

`
	if got := readmeBlock(kept, "A machine"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Who reads times of a busy machine must know.
func TestWarning(t *testing.T) {
	if got := warning([]string{"0.10", "2.50", "unknown"}); got != "" {
		t.Errorf("a quiet machine is said to be busy: %s", got)
	}
	if got := warning([]string{"0.10", "11.89"}); !strings.Contains(got, "busy") {
		t.Errorf("a load of 11.89 on two cores passes with %q", got)
	}
}

func TestWithBlock(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	once, err := withBlock(string(text), "one\n")
	if err != nil {
		t.Fatal(err)
	}
	twice, err := withBlock(once, "two\n")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(twice, "one\n"+blockEnd) || strings.Count(twice, blockBegin+"two\n"+blockEnd) != 1 ||
		len(twice) != len(once) {
		t.Error("the block is not replaced by the next one")
	}
	for _, broken := range []string{"", "# No block\n", blockEnd + blockBegin, blockBegin} {
		if _, err := withBlock(broken, "one\n"); err == nil {
			t.Errorf("%q is taken for a README with a place for the block", broken)
		}
	}
}
