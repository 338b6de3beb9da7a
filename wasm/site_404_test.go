//go:build !js

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"lossline/app"
	"lossline/app/page"
	"lossline/app/text/languages"
)

// The page for an address that there is nothing at has a policy that allows its one
// script and its one style, a link, and what to do without scripts, in both languages.
func TestNotFoundPage(t *testing.T) {
	for at, home := range map[string]string{"": "./", "https://a.example/repo/": "https://a.example/repo/"} {
		w := siteWriter{out: t.TempDir(), url: at}
		if err := w.notFound(); err != nil {
			t.Fatal(err)
		}
		page := read(t, w.out, "404.html")
		script, _, _ := strings.Cut(page[strings.Index(page, "<script>")+len("<script>"):], "</script>")
		style, _, _ := strings.Cut(page[strings.Index(page, "<style>")+len("<style>"):], "</style>")
		for _, want := range []string{
			html.EscapeString("script-src " + hashOf([]byte(script))), html.EscapeString("style-src " + hashOf([]byte(style))),
			"default-src", `<a id="home" href="` + home + `">`,
			languages.In(languages.English).Links.HashEscaped, languages.In(languages.Chinese).Links.HashEscaped,
		} {
			if !strings.Contains(page, want) {
				t.Errorf("with the address %q: no %s", at, want)
			}
		}
		if strings.Contains(page, "style=") || strings.Count(page, "<script") != 1 || strings.Count(page, "<style") != 1 {
			t.Error("a script or a style that the policy forbids")
		}
	}
}

// What a style sheet hides until a class is there is hidden where no style arrives.
func TestHiddenWithoutStyle(t *testing.T) {
	dir := written(t)
	hidden := regexp.MustCompile(`<(p|label|input)[^>]* hidden[ =>]`)
	waiting := regexp.MustCompile(`<(p|label|input)[^>]*(class="[^"]*(unopened-note|frozen-note|toast|handle)[" ]|id="sheet")[^>]*>`)
	for _, l := range languages.All() {
		files := []string{copyName}
		for _, s := range page.All() {
			files = append(files, page.Path(l, s)+"index.html")
		}
		for _, p := range app.Presets() {
			files = append(files, app.PresetPath(l, p)+"index.html")
		}
		for _, f := range page.Embeds() {
			files = append(files, app.EmbedPath(l, f)+"index.html")
		}
		for _, name := range files {
			data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
			if err != nil {
				t.Fatal(err)
			}
			found := waiting.FindAllString(string(data), -1)
			if len(found) < 2 {
				t.Errorf("%s: the test finds only %q", name, found)
			}
			for _, tag := range found {
				if !hidden.MatchString(tag) {
					t.Errorf("%s: %s is shown without a style sheet", name, tag)
				}
			}
		}
	}
}
