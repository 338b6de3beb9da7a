//go:build !js

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"path"
	"strings"

	"lossline/engine/dataset"
	"lossline/web"
)

// siteLine is the line of boot.js that the writer fills in.
const siteLine = `const site = {"worker": "", "engine": "", "exec": "", "offline": "", "data": {}, "words": {}, "version": ""};`

// bootJS is boot.js with the addresses of what the page may load later: the
// scripts of a worker, that which keeps the site for offline, and the files of
// the data sets, which are written here.
func (w *siteWriter) bootJS() ([]byte, error) {
	worker, err := w.asset("worker", ".js", web.Worker)
	if err != nil {
		return nil, err
	}
	offline, err := w.asset("offline", ".js", web.Offline)
	if err != nil {
		return nil, err
	}
	data, err := w.dataFiles()
	if err != nil {
		return nil, err
	}
	return w.booting(map[string]any{"worker": worker, "engine": w.engine, "exec": w.exec, "offline": offline, "data": data})
}

// fillIn puts what is known of the site into the one line of a script that
// waits for it.
func fillIn(script []byte, line string, site any) ([]byte, error) {
	text, err := json.Marshal(site)
	if err != nil {
		return nil, err
	}
	if bytes.Count(script, []byte(line)) != 1 {
		return nil, errors.New("site: the script has no line " + line)
	}
	return bytes.Replace(script, []byte(line), []byte("const site = "+string(text)+";"), 1), nil
}

// dataFiles writes the files of the data sets and returns their addresses from
// the root by the sets' IDs.
func (w *siteWriter) dataFiles() (map[string]string, error) {
	at := map[string]string{}
	files := map[string]string{} // several sets may be read from one file
	for _, f := range dataset.Files() {
		ext := path.Ext(f.Name)
		address, err := w.asset(strings.TrimSuffix(f.Name, ext), ext, f.Data)
		if err != nil {
			return nil, err
		}
		files[f.Name] = address
	}
	for _, l := range dataset.All() {
		at[l.ID] = files[l.File]
	}
	return at, nil
}
