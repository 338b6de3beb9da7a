//go:build !js

package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"html"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// listed is what sw.js says of the site.
func listed(t *testing.T, dir string) (version string, files map[string]string) {
	t.Helper()
	script := read(t, dir, "sw.js")
	_, rest, _ := strings.Cut(script, "const site = ")
	line, _, ok := strings.Cut(rest, ";\n")
	var site struct {
		Version string
		Files   map[string]string
	}
	if err := json.Unmarshal([]byte(line), &site); err != nil || !ok {
		t.Fatalf("the list in sw.js: %v", err)
	}
	return site.Version, site.Files
}

// The service worker lists every file of the site with its hash, but for what it
// must not keep; another byte anywhere is another version.
func TestServiceWorkerListsTheSite(t *testing.T) {
	dir := written(t)
	version, files := listed(t, dir)
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		address := name
		if path.Base(name) == "index.html" {
			address = strings.TrimSuffix(name, "index.html")
		}
		sum := sha256.Sum256([]byte(read(t, dir, name)))
		want := hex.EncodeToString(sum[:])
		switch {
		case strings.HasSuffix(name, ".gz"), name == ".nojekyll", name == "lossline.html", name == "sw.js", name == "reset/index.html", name == "_headers", name == "integrity.json":
			want = ""
		case strings.Contains("/"+name, "/embed/"), strings.HasPrefix(name, "a/carrier"), name == "element.js", name == "embed-host.js", name == "lossline.js", strings.HasPrefix(name, "released/"),
			strings.HasPrefix(name, "presets/") && strings.HasSuffix(name, ".png"):
			want = "" // figures for the pages of others
		}
		if files[address] != want {
			t.Errorf("%s is listed as %q, its hash is %q", name, files[address], want)
		}
		delete(files, address)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) > 0 {
		t.Errorf("listed, but not there: %v", files)
	}
	other := siteWriter{out: t.TempDir()}
	if err := other.write([]byte("not a binarY")); err != nil {
		t.Fatal(err)
	}
	if v, _ := listed(t, other.out); v == version {
		t.Error("another binary is the same version")
	}
}

// Pages that stand alone refer to nothing outside, their scripts and styles are
// those that their policies allow, and no id stands in them twice.
func TestPagesThatStandAlone(t *testing.T) {
	dir := written(t)
	for _, name := range []string{"lossline.html", "reset/index.html"} {
		page := read(t, dir, name)
		for _, ref := range references(t, page) {
			if ref != "../" && ref != "lossline.html" && !strings.HasPrefix(ref, "https://") && !strings.HasPrefix(ref, "data:") {
				t.Errorf("%s refers to %s", name, ref)
			}
		}
		_, policy, _ := strings.Cut(page, `http-equiv="Content-Security-Policy" content="`)
		policy, _, _ = strings.Cut(policy, `"`)
		policy = html.UnescapeString(policy)
		if strings.Contains(policy, "'self'") || strings.Contains(policy, "unsafe-inline") || !strings.HasPrefix(policy, "default-src 'none'") {
			t.Errorf("%s: policy %s", name, policy)
		}
		inline := regexp.MustCompile(`(?s)<(script|style)((?: [^>]*)?)>(.*?)</(?:script|style)>`)
		found := 0
		for _, m := range inline.FindAllStringSubmatch(page, -1) {
			if strings.Contains(m[2], "type=") {
				continue // data
			}
			found++
			sum := sha256.Sum256([]byte(m[3]))
			if !strings.Contains(policy, "sha256-"+base64.StdEncoding.EncodeToString(sum[:])) {
				t.Errorf("%s: the policy forbids its %s %.40q", name, m[1], m[3])
			}
		}
		if found < 2 {
			t.Errorf("%s: %d scripts and styles", name, found)
		}
		seen := map[string]bool{}
		for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if seen[m[1]] {
				t.Errorf("%s: the id %s stands twice", name, m[1])
			}
			seen[m[1]] = true
		}
	}
}
