// Command compare tells how two builds of the site differ beyond the hashes in the
// names of their files: compare OLD NEW. Binaries are compared by name only, since
// another layout of packages makes another binary; JSON is compared after parsing.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"log"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: compare OLD NEW, two folders such as dist/")
	}
	differences, files, err := compare(os.DirFS(os.Args[1]), os.DirFS(os.Args[2]))
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range differences {
		fmt.Println(d)
	}
	fmt.Printf("%d files, %d differences\n", files, len(differences))
	if len(differences) > 0 {
		os.Exit(1)
	}
}

// hashes are what a build derives from the bytes of its files: a part of their names,
// the digests of scripts and styles, and what is packed into one file.
var hashes = []struct {
	pattern *regexp.Regexp
	by      string
}{
	{regexp.MustCompile(`\.[0-9a-f]{10}\.`), ".HASH."},
	{regexp.MustCompile(`sha(256|384|512)-[A-Za-z0-9+/]+=*`), "DIGEST"},
	{regexp.MustCompile(`[A-Za-z0-9+/]{1000}[A-Za-z0-9+/]*=*`), "PACKED"},
	{regexp.MustCompile(`"[0-9a-f]{10,64}"`), `"HASH"`},
	{regexp.MustCompile(`(data-bytes|data-size|data-length)="[0-9]+"`), `$1="SIZE"`},
}

// plain returns text without what depends on the bytes of other files.
func plain(text []byte) []byte {
	for _, h := range hashes {
		text = h.pattern.ReplaceAll(text, []byte(h.by))
	}
	return text
}

// compare returns the differences of two builds, and how many files were compared.
func compare(old, new fs.FS) (differences []string, files int, err error) {
	was, err := read(old)
	if err != nil {
		return nil, 0, err
	}
	is, err := read(new)
	if err != nil {
		return nil, 0, err
	}
	for _, name := range slices.Sorted(maps.Keys(was)) {
		text, ok := is[name]
		if !ok {
			differences = append(differences, name+": only in the old build")
			continue
		}
		files++
		if d := difference(name, was[name], text); d != "" {
			differences = append(differences, d)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(is)) {
		if _, ok := was[name]; !ok {
			differences = append(differences, name+": only in the new build")
		}
	}
	return differences, files, nil
}

// read returns the files of a build by their names without hashes.
func read(build fs.FS) (map[string][]byte, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(build, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(build, name)
		if err != nil {
			return err
		}
		key := string(plain([]byte(name)))
		if _, ok := files[key]; ok {
			return fmt.Errorf("%s: two files of that name but for the hash", name)
		}
		switch filepath.Ext(name) {
		case ".wasm", ".gz", ".br":
			text = nil
		}
		files[key] = text
		return nil
	})
	return files, err
}

// difference returns the first line in which two files differ, or "".
func difference(name string, was, is []byte) string {
	var a, b any
	if json.Unmarshal(was, &a) == nil && json.Unmarshal(is, &b) == nil && reflect.DeepEqual(a, b) {
		return ""
	}
	was, is = plain(was), plain(is)
	if bytes.Equal(was, is) {
		return ""
	}
	lines, others := strings.Split(string(was), "\n"), strings.Split(string(is), "\n")
	for i := range min(len(lines), len(others)) {
		if x, y := lines[i], others[i]; x != y {
			at := 0
			for at < min(len(x), len(y)) && x[at] == y[at] {
				at++
			}
			return fmt.Sprintf("%s:%d:%d: %q, was %q", name, i+1, at+1, around(y, at), around(x, at))
		}
	}
	return fmt.Sprintf("%s: %d lines, were %d", name, len(others), len(lines))
}

// around returns what stands near a place of a line.
func around(line string, at int) string {
	return line[max(0, at-20):min(len(line), at+60)]
}
