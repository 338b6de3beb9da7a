//go:build !js && browser

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"lossline/wasm/browsertest"
)

// row is a line of the README's table.
type row struct {
	What, Target, Ours string
	Met                string // "met", "missed", or empty where there is no target
	Beside             string // the same of others, from the same run
}

// row keeps a line for the README.
func (p *program) row(r row) { p.rows = append(p.rows, r) }

// verdictOf is the word for a target that was met or not.
func verdictOf(met bool) string {
	if met {
		return "met"
	}
	return "missed"
}

// measurement is what a section measured last, kept so that sections can be run one by
// one.
type measurement struct {
	Day  string
	Load string // when it began
	Rows []row
}

// keptFile has the measurements by the names of their sections.
const keptFile = ".cache/bench.json"

func keptMeasurements() (map[string]measurement, error) {
	kept := map[string]measurement{}
	text, err := os.ReadFile(keptFile)
	if errors.Is(err, fs.ErrNotExist) {
		return kept, nil
	}
	if err != nil {
		return nil, err
	}
	return kept, json.Unmarshal(text, &kept)
}

// measure runs a section and keeps its rows.
func (p *program) measure(name string, print func(*program)) {
	load := busy()
	p.rows = nil
	print(p)
	if len(p.rows) == 0 {
		return
	}
	kept, err := keptMeasurements()
	p.check(err)
	kept[name] = measurement{time.Now().UTC().Format(time.DateOnly), load, p.rows}
	text, err := json.MarshalIndent(kept, "", "\t")
	p.check(err)
	p.check(os.WriteFile(keptFile, text, 0o644))
}

// The lines between which the README's table stands.
const (
	blockBegin = "<!-- measured: ./build.sh bench -readme writes what follows -->\n"
	blockEnd   = "<!-- end of measured -->\n"
)

// writeReadme puts what was measured last into the README.
func writeReadme(p *program) {
	kept, err := keptMeasurements()
	p.check(err)
	text, err := os.ReadFile("README.md")
	p.check(err)
	fresh, err := withBlock(string(text), readmeBlock(kept, machineLine(p)))
	p.check(err)
	p.check(os.WriteFile("README.md", []byte(fresh), 0o644))
}

// withBlock returns the README with another block.
func withBlock(readme, block string) (string, error) {
	before, rest, ok1 := strings.Cut(readme, blockBegin)
	_, after, ok2 := strings.Cut(rest, blockEnd)
	if !ok1 || !ok2 {
		return "", fmt.Errorf("README.md has no place for what was measured, between the lines\n%sand\n%s", blockBegin, blockEnd)
	}
	return before + blockBegin + block + blockEnd + after, nil
}

// readmeBlock is the table with what it was measured on.
func readmeBlock(kept map[string]measurement, machine string) string {
	var days, loads []string
	t := &table{}
	t.add("what", "target", "Lossline", "", "beside it, in the same run")
	for _, s := range sections {
		m, ok := kept[s.name]
		if !ok {
			continue
		}
		days, loads = append(days, m.Day), append(loads, m.Load)
		for _, r := range m.Rows {
			t.add(r.What, r.Target, r.Ours, r.Met, r.Beside)
		}
	}
	if len(days) == 0 {
		return "\nNothing has been measured.\n\n"
	}
	first, last := slices.Min(days), slices.Max(days)
	when := first
	if last != first {
		when += " to " + last
	}
	return fmt.Sprintf("\n%s; %s; load when each section began: %s.%s\n\n%s\n", machine, when, strings.Join(loads, ", "), warning(loads), t.compact())
}

// calm is the load up to which times say something: that of the section before, whose
// browsers have just ended.
const calm = 3

// warning says where the machine had other things to do.
func warning(loads []string) string {
	for _, l := range loads {
		if x, err := strconv.ParseFloat(l, 64); err == nil && x > calm {
			return " **The machine was busy with other things: its times, and what they miss, are no result.**"
		}
	}
	return ""
}

// machineLine names the machine and its programs.
func machineLine(p *program) string {
	words := []string{processor(), fmt.Sprintf("%d cores", runtime.NumCPU()), runtime.GOOS + "/" + runtime.GOARCH, runtime.Version()}
	for _, b := range browsertest.Browsers {
		path, err := b.Find()
		p.check(err)
		version, err := exec.Command(path, "--version").Output()
		p.check(err)
		name, _, _ := strings.Cut(strings.TrimSpace(string(version)), " built on")
		words = append(words, name)
	}
	return strings.Join(words, ", ")
}
