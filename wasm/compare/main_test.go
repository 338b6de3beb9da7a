package main

import (
	"strings"
	"testing"
	"testing/fstest"
)

// Hashes in names, digests and packed bytes do not count; all else does.
func TestCompare(t *testing.T) {
	site := func(hash, number string) fstest.MapFS {
		return fstest.MapFS{
			"index.html":             {Data: []byte(`<script src="a/boot.` + hash + `.js" integrity="sha256-` + hash + `="></script>` + number)},
			"a/boot." + hash + ".js": {Data: []byte("go()")},
			"a/l." + hash + ".wasm":  {Data: []byte(hash)},
			"m.json":                 {Data: []byte(`{"a":1, "b":2}`)},
		}
	}
	other := site("fedcba9876", "72B")
	other["m.json"] = &fstest.MapFile{Data: []byte(`{"b":2,"a":1}`)}
	got, files, err := compare(site("0123456789", "72B"), other)
	if err != nil || len(got) != 0 || files != 4 {
		t.Errorf("%d files, %q, %v", files, got, err)
	}
	changed := site("fedcba9876", "73B")
	changed["new.txt"] = &fstest.MapFile{}
	delete(changed, "m.json")
	got, _, _ = compare(site("0123456789", "72B"), changed)
	if said := strings.Join(got, "\n"); len(got) != 3 || !strings.Contains(said, "72B") || !strings.Contains(said, "m.json: only in the old") || !strings.Contains(said, "new.txt: only in the new") {
		t.Errorf("%q", got)
	}
}
