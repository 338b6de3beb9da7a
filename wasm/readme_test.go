//go:build !js

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lossline/app/page"
	"lossline/app/share"
	"lossline/app/text/languages"
)

// Every row of the README's table opens at a page with a fragment that is
// understood, and names a test that exists.
func TestReadmeTable(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	tests := testsOf(t, "../engine", "../app")
	row := regexp.MustCompile("(?m)^\\|.*\\| `([^`]*)` \\| `(Test\\w+)` \\|$")
	rows := row.FindAllStringSubmatch(string(readme), -1)
	if len(rows) < 30 {
		t.Fatalf("%d rows", len(rows))
	}
	for _, r := range rows {
		path, fragment, _ := strings.Cut(r[1], "#")
		found := false
		for _, s := range page.All() {
			found = found || page.Path(languages.English, s) == path
		}
		if !found {
			t.Errorf("%s: no such page", r[1])
		}
		if _, notices := share.Decode(fragment); len(notices) > 0 {
			t.Errorf("%s: %v", r[1], notices)
		}
		if !tests[r[2]] {
			t.Errorf("%s: no such test", r[2])
		}
	}
}

func testsOf(t *testing.T, roots ...string) map[string]bool {
	t.Helper()
	name := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	out := map[string]bool{}
	for _, root := range roots {
		err := filepath.WalkDir(root, func(path string, e os.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, "_test.go") {
				return err
			}
			data, err := os.ReadFile(path)
			for _, m := range name.FindAllSubmatch(data, -1) {
				out[string(m[1])] = true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}
