//go:build !js

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lossline/app/job"
	"lossline/engine/dataset"
)

// The command writes what package job answers, and fails where that is an error.
func TestJobCommand(t *testing.T) {
	var out bytes.Buffer
	ok, err := job.Command(strings.NewReader(`{"op":"shape","shape":{"layers":48,"d_model":1600,"heads":25}}`), &out)
	if err != nil || !ok {
		t.Fatalf("%v, %v: %s", ok, err, out.String())
	}
	reply, err := job.DecodeReply(out.Bytes())
	if err != nil || reply.Shape == nil || reply.Shape.NonEmbedding != 1_474_560_000 { // Kaplan et al. 2020, Table 1
		t.Errorf("%s: %v", out.String(), err)
	}
	out.Reset()
	ok, err = job.Command(strings.NewReader(`{"op":"fit","data":"nobody"}`), &out)
	if err != nil || ok || !strings.Contains(out.String(), `"code":"no-data"`) {
		t.Errorf("%v, %v: %s", ok, err, out.String())
	}
}

// boot.js of the site has an address for every data set and for the scripts of a
// worker, and there is the very file.
func TestSiteHasTheDataFiles(t *testing.T) {
	dir := written(t)
	boot, err := filepath.Glob(filepath.Join(dir, "a", "boot.*.js"))
	if err != nil || len(boot) != 1 {
		t.Fatalf("%v, %v", boot, err)
	}
	script, err := os.ReadFile(boot[0])
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`const site = (\{.*\});`).FindSubmatch(script)
	var site struct {
		Worker, Exec string
		Data         map[string]string
	}
	if line == nil || json.Unmarshal(line[1], &site) != nil {
		t.Fatalf("no addresses in boot.js: %s", line)
	}
	read(t, dir, site.Worker)
	read(t, dir, site.Exec)
	for _, l := range dataset.All() {
		text := read(t, dir, site.Data[l.ID])
		d, err := l.Parse([]byte(text))
		if err != nil || len(d.Runs) == 0 {
			t.Errorf("%s at %s: %v", l.ID, site.Data[l.ID], err)
		}
		read(t, dir, site.Data[l.ID]+".gz")
	}
}
