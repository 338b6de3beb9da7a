//go:build !js

package main

import (
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"strings"

	"lossline/web"
)

const (
	// integrityName is the file with the hashes of what other pages include.
	integrityName = "integrity.json"
	// releasedName is the folder of scripts under their version.
	releasedName = "released"
)

// released writes the scripts that were given out with a hash. Pages elsewhere hold
// the hash: a file stays at its address, byte by byte, and a change gets a version
// of its own.
func (w *siteWriter) released() error {
	return fs.WalkDir(web.Released, releasedName, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := web.Released.ReadFile(name)
		if err != nil {
			return err
		}
		return w.file(name, data)
	})
}

// integrity writes integrity.json: for each file that pages of others may include,
// its hash as an integrity attribute has it.
func (w *siteWriter) integrity() error {
	hashes := map[string]string{}
	root := os.DirFS(w.out)
	err := fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !included(name) {
			return err
		}
		data, err := fs.ReadFile(root, name)
		hashes[name] = integrityOf(data)
		return err
	})
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(hashes, "", "  ")
	if err != nil {
		return err
	}
	return w.file(integrityName, append(data, '\n'))
}

// included reports whether a file is one that pages of others include or load.
func included(name string) bool {
	top, _, _ := strings.Cut(name, "/")
	return path.Ext(name) != ".gz" && (top == "a" || top == releasedName || path.Ext(name) == ".js" && forOthers(name))
}

// integrityOf is the hash of a file as an integrity attribute has it.
func integrityOf(data []byte) string {
	sum := sha512.Sum384(data)
	return "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
}
