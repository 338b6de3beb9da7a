//go:build !js

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"lossline/app/page"
	"lossline/app/text/languages"
)

// written is the site around a stand-in for the binary.
func written(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	w := siteWriter{out: dir}
	if err := w.write([]byte("not a binary")); err != nil {
		t.Fatal(err)
	}
	return dir
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Every page in every language is complete HTML, with its figures and numbers,
// and every address in it is relative and leads to a file of the site.
func TestEveryPageIsWhole(t *testing.T) {
	dir := written(t)
	for _, l := range languages.All() {
		for _, s := range page.All() {
			at := page.Path(l, s)
			page := read(t, dir, at+"index.html")
			for _, want := range []string{
				`<html lang="` + string(l) + `">`, "Content-Security-Policy", "<svg ", "<data ", s.Title(languages.In(l)), "<h1",
			} {
				if !strings.Contains(page, want) {
					t.Errorf("%s: no %s", at, want)
				}
			}
			for _, ref := range references(t, page) {
				if strings.Contains(ref, ":") || strings.HasPrefix(ref, "/") {
					if !strings.HasPrefix(ref, "https://") { // a source that a reader may open
						t.Errorf("%s refers to %s", at, ref)
					}
					continue
				}
				ref, _, _ = strings.Cut(ref, "#")
				file := filepath.Join(dir, filepath.FromSlash(at), filepath.FromSlash(ref))
				if info, err := os.Stat(file); err != nil {
					t.Errorf("%s: %s leads nowhere", at, ref)
				} else if info.IsDir() {
					if _, err := os.Stat(filepath.Join(file, "index.html")); err != nil {
						t.Errorf("%s: %s is a folder without a page", at, ref)
					}
				}
			}
		}
	}
}

// references are what the elements of a page load or lead to.
func references(t *testing.T, page string) []string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for _, a := range n.Attr {
			if (a.Key == "href" || a.Key == "src") && n.Namespace == "" && !strings.HasPrefix(a.Val, "#") {
				out = append(out, a.Val)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	return out
}

// No id stands twice in a page: labels, notes and figures refer to them.
func TestIDsAreUnique(t *testing.T) {
	dir := written(t)
	id := regexp.MustCompile(` id="([^"]*)"`)
	for _, l := range languages.All() {
		for _, s := range page.All() {
			seen := map[string]bool{}
			for _, m := range id.FindAllStringSubmatch(read(t, dir, page.Path(l, s)+"index.html"), -1) {
				if seen[m[1]] {
					t.Errorf("%s: the id %s stands twice", page.Path(l, s), m[1])
				}
				seen[m[1]] = true
			}
		}
	}
}

// The same input gives the same bytes.
func TestSiteIsReproducible(t *testing.T) {
	a, b := written(t), written(t)
	err := filepath.WalkDir(a, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, err := filepath.Rel(a, path)
		if err != nil {
			return err
		}
		if read(t, a, name) != read(t, b, name) {
			t.Errorf("%s differs between two runs", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestMarkup(t *testing.T) {
	for in, want := range map[string]string{
		// As go-app writes it: each child on a line of its own.
		"<p>\n  With \n  <b>x</b>\n  , y\n</p>":             "<p>With <b>x</b>, y</p>",
		`<i b="1" a="2" aria-hidden>t</i>`:                  `<i a="2" aria-hidden="true" b="1">t</i>`,
		`<option selected="false" value="false">t</option>`: `<option value="false">t</option>`,
		"<div>\n  <svg><text>a\n b</text></svg>\n</div>":    "<div><svg><text>a\n b</text></svg></div>",
	} {
		got, err := markup(in)
		if err != nil || got != want {
			t.Errorf("%q: %q, %v; want %q", in, got, err, want)
		}
	}
	if _, err := markup(`<i title="say \"hi\"">t</i>`); err == nil {
		t.Error("a quoted attribute is let through")
	}
}
