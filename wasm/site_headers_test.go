//go:build !js

package main

import (
	"io/fs"
	"os"
	"strings"
	"testing"
)

// rulesOf reads a file of headers as Netlify and Cloudflare Pages do: an address with
// an optional * at its end, and the headers below it.
func rulesOf(t *testing.T, file string) (paths []string, rules map[string][]string) {
	t.Helper()
	rules = map[string][]string{}
	for _, line := range strings.Split(strings.TrimSuffix(file, "\n"), "\n") {
		if said, ok := strings.CutPrefix(line, "  "); ok {
			at := paths[len(paths)-1]
			rules[at] = append(rules[at], said)
			continue
		}
		if strings.Count(line, "*") > 1 || !strings.HasPrefix(line, "/") {
			t.Errorf("an address %q", line)
		}
		paths = append(paths, line)
	}
	return paths, rules
}

func fits(rule, at string) bool {
	if start, ok := strings.CutSuffix(rule, "*"); ok {
		return strings.HasPrefix(at, start)
	}
	return rule == at
}

// For every file of the site, by every address that it answers to, the rules of
// _headers that fit say what the table says, and nothing twice.
func TestHeadersFileIsTheTable(t *testing.T) {
	dir := written(t)
	paths, rules := rulesOf(t, read(t, dir, headersName))
	if len(paths) > 100 {
		t.Errorf("%d rules: Cloudflare takes 100", len(paths))
	}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || name == headersName || name == ".nojekyll" {
			return err
		}
		addresses := []string{"/" + name}
		if folder, ok := strings.CutSuffix("/"+name, "index.html"); ok {
			addresses = append(addresses, folder)
		}
		for _, at := range addresses {
			got := map[string]string{}
			for _, p := range paths {
				for _, said := range rules[p] {
					key, value, _ := strings.Cut(said, ": ")
					if _, twice := got[key]; twice && fits(p, at) {
						t.Errorf("%s: %s is sent twice", at, key)
					}
					if fits(p, at) {
						got[key] = value
					}
				}
			}
			if got["Cache-Control"] == "" {
				got["Cache-Control"] = "no-cache" // as hosts have it without a word
			}
			want := headersOf(name)
			for _, h := range want {
				if got[h.name] != h.value {
					t.Errorf("%s: %s is %q, want %q", at, h.name, got[h.name], h.value)
				}
			}
			if len(got) != len(want) {
				t.Errorf("%s: %v, want %v", at, got, want)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Pages of others may frame figures and include scripts; nothing else.
func TestHeadersOf(t *testing.T) {
	for name, framed := range map[string]bool{
		"index.html": false, "zh/fit/index.html": false, "reset/index.html": false, "presets/gpt-3/index.html": false, "404.html": false,
		"embed/budget/index.html": true, "zh/embed/fit/index.html": true, "lossline.html": true, "a/boot.0123456789.js": true, "element.js": true,
	} {
		policy, open := "", false
		for _, h := range headersOf(name) {
			switch h.name {
			case "Content-Security-Policy":
				policy = h.value
			case "Access-Control-Allow-Origin":
				open = h.value == "*"
			}
		}
		if (policy == "") != framed || open != framed {
			t.Errorf("%s: policy %q, open %v", name, policy, open)
		}
	}
}

// The README has what the table says, in the words of two more servers.
func TestReadmeHeaders(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for what, said := range map[string]string{"nginx": nginxHeaders(), "Caddy": caddyHeaders()} {
		indented := "    " + strings.ReplaceAll(strings.TrimSuffix(said, "\n"), "\n", "\n    ")
		if !strings.Contains(string(readme), indented) {
			t.Errorf("the README lacks for %s:\n%s", what, indented)
		}
	}
}
