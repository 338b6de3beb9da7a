package app

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"lossline/app/page"
)

// Every snippet of every figure leads to the site under its own path, in its
// language, with the state; what is HTML is HTML with one frame.
func TestSnippets(t *testing.T) {
	state := "v=1&p=plan&c=1e22&z=5"
	for _, f := range page.Embeds() {
		for _, lang := range []string{"", "zh/"} {
			address := "https://a.example/repo/" + lang
			if p := page.Of(f.Page).Path; p != "" {
				address += p + "/"
			}
			all := Snippets(f.ID, address+"#"+state)
			if len(all) != 10 {
				t.Fatalf("%s: %d snippets", address, len(all))
			}
			seen := map[string]bool{}
			for _, s := range all {
				if seen[s.Name] || s.Name == "" {
					t.Errorf("the name %q stands twice, or is none", s.Name)
				}
				seen[s.Name] = true
				if !strings.Contains(s.Code, "https://a.example/repo/") || strings.Contains(s.Code, "repo/zh/zh") {
					t.Errorf("%s %s: %s", f.ID, s.Name, s.Code)
				}
			}
			frame := attributes(t, all[0].Code, "iframe")
			if want := "https://a.example/repo/" + lang + "embed/" + f.ID + "/#" + state; frame["src"] != want || frame["title"] == "" {
				t.Errorf("the frame is %v, want src %s", frame, want)
			}
			if e := attributes(t, all[2].Code, "lossline-figure"); e["figure"] != f.ID || e["state"] != state {
				t.Errorf("the element is %v", e)
			}
			pinned := attributes(t, all[9].Code, "script async")
			if pinned["src"] != "https://a.example/repo/"+PinnedScript || pinned["integrity"] != PinnedIntegrity || pinned["crossorigin"] != "anonymous" ||
				!strings.HasSuffix(all[9].Code, all[2].Code[strings.Index(all[2].Code, "\n"):]) {
				t.Errorf("pinned: %s", all[9].Code)
			}
			if a := attributes(t, all[4].Code, "a"); a["href"] != address+"#"+state {
				t.Errorf("the picture leads to %v", a)
			}
		}
	}
	// What stands in an attribute ends no attribute.
	if c := Snippets("budget", `https://a.example/#c="><script>`)[0].Code; strings.Contains(c, "<script") {
		t.Error(c)
	}
	if Snippets("nothing", "https://a.example/#") != nil || Snippets("budget", "#v=1") != nil {
		t.Error("snippets of nothing")
	}
}

var attribute = regexp.MustCompile(`([a-z]+)="([^"]*)"`)

// attributes are those of the first element with a name in a piece of HTML.
func attributes(t *testing.T, code, name string) map[string]string {
	t.Helper()
	_, rest, ok := strings.Cut(code, "<"+name+" ")
	if !ok {
		t.Fatalf("no %s in %s", name, code)
	}
	tag, _, _ := strings.Cut(rest, ">")
	out := map[string]string{}
	for _, m := range attribute.FindAllStringSubmatch(tag, -1) {
		out[m[1]] = html.UnescapeString(m[2])
	}
	return out
}
