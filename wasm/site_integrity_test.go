//go:build !js

package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"lossline/app"
	"lossline/web"
)

// What was given out stays as it is: pages elsewhere hold its hash. A line is added
// for a new version, never changed.
var givenOut = map[string]string{
	"released/1/element.js": "sha384-E305LZNwDeGWpbSBQJmHO6j9+49St9s26g/28Eh0v3KJFgmlJUvXWzG53Fvizof4",
}

func TestReleasedFilesStay(t *testing.T) {
	found := 0
	err := fs.WalkDir(web.Released, releasedName, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		found++
		data, err := web.Released.ReadFile(name)
		if got := integrityOf(data); got != givenOut[name] {
			t.Errorf("%s has the hash %s, given out was %q: a change needs a version of its own", name, got, givenOut[name])
		}
		return err
	})
	if err != nil || found != len(givenOut) {
		t.Errorf("%d files, %d were given out, %v", found, len(givenOut), err)
	}
	if app.PinnedIntegrity != givenOut[app.PinnedScript] {
		t.Errorf("snippets pin %s as %s", app.PinnedScript, app.PinnedIntegrity)
	}
}

// integrity.json has the hash of every script that pages of others include and of
// what these load.
func TestIntegrity(t *testing.T) {
	dir := written(t)
	var hashes map[string]string
	if err := json.Unmarshal([]byte(read(t, dir, integrityName)), &hashes); err != nil {
		t.Fatal(err)
	}
	for name, hash := range hashes {
		if got := integrityOf([]byte(read(t, dir, name))); got != hash {
			t.Errorf("%s: %s, want %s", name, hash, got)
		}
	}
	for _, name := range []string{"element.js", "embed-host.js", "lossline.js", app.PinnedScript} {
		if hashes[name] == "" {
			t.Errorf("no hash of %s", name)
		}
	}
	all, err := fs.Glob(os.DirFS(dir), "a/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range all {
		if path.Ext(name) != ".gz" && !strings.HasPrefix(hashes[name], "sha384-") {
			t.Errorf("no hash of %s", name)
		}
	}
}
