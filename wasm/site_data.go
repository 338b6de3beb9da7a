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
const siteLine = `const site = {"worker": "", "exec": "", "data": {}};`

// bootJS is boot.js with the addresses of what the page may load later: the
// scripts of a worker and the files of the data sets, which are written here.
func (w *siteWriter) bootJS() ([]byte, error) {
	worker, err := w.asset("worker", ".js", web.Worker)
	if err != nil {
		return nil, err
	}
	data, err := w.dataFiles()
	if err != nil {
		return nil, err
	}
	at, err := json.Marshal(map[string]any{"worker": worker, "exec": w.exec, "data": data})
	if err != nil {
		return nil, err
	}
	if bytes.Count(web.Boot, []byte(siteLine)) != 1 {
		return nil, errors.New("site: boot.js has no line for the site's addresses: " + siteLine)
	}
	return bytes.Replace(web.Boot, []byte(siteLine), []byte("const site = "+string(at)+";"), 1), nil
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
