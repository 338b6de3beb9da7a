//go:build !js && browser

package main

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"lossline/wasm/browsertest"
)

// Version 12 is the last that runs on the Node of Debian.
var lighthouse = npmPackage{"lighthouse", "12.8.2",
	"+5SKYzVaTFj22MgoYDPNrP9tlD2/Ay7j3SxPSFD9FpPyVxGr4UtOQGKyrdZ7wCmcnBaFk0mCkPfARU3CsE0nvA=="}

// lighthouseDay is the day whose versions of other packages Lighthouse is used with.
const lighthouseDay = "2026-11-01"

// chromiumFlags have Chromium do nothing of its own accord.
const chromiumFlags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"

var lighthousePages = []struct{ name, path string }{
	{"Plan", ""},
	{"Pre-training", "pretraining/"},
	{"Transfer", "transfer/"},
	{"Shape", "shape/"},
	{"Fit", "fit/"},
	{"Plan, Chinese", "zh/"},
}

// lighthouseOnly has Lighthouse look at some of the pages.
var lighthouseOnly = flag.String("pages", "", "`pages` for section lighthouse, by their addresses: zh/,fit/; . is the first (default all)")

// judged reports whether a page is to be looked at.
func judged(path string) bool {
	return *lighthouseOnly == "" || strings.Contains(","+*lighthouseOnly+",", ","+cmp.Or(path, ".")+",")
}

// lighthouseKinds are Lighthouse's own settings of the machine and the line, and the
// points that each page is to have for performance; for all else it is to have 100.
var lighthouseKinds = []struct {
	name string
	args []string
	want float64
}{
	{"mobile", nil, 90},
	{"desktop", []string{"--preset=desktop"}, 95},
}

// lighthouseRuns is how often each page is judged, and the median counts; once in a run
// of all sections, which would take too long.
func (p *program) lighthouseRuns() int {
	if p.all {
		return 1
	}
	return 3
}

// verdict is the part of Lighthouse's report that we read.
type verdict struct {
	RuntimeError *struct{ Message string }
	Audits       map[string]*audit
	Categories   map[string]struct {
		Score     float64
		AuditRefs []struct {
			ID     string
			Weight float64
		}
	}
}

type audit struct {
	ID, Title, DisplayValue string
	Score                   *float64 // nil where there is nothing to judge
	ScoreDisplayMode        string
	NumericValue            float64
	Details                 struct{ Items json.RawMessage }
}

// printLighthouse has Lighthouse judge the pages as a good host serves them, and lists
// what costs them points.
func printLighthouse(p *program) {
	program := filepath.Join(lighthouse.installed(p, lighthouseDay), "cli", "index.js")
	site := serveCompressed(p)
	for _, kind := range lighthouseKinds {
		t := &table{title: "Lighthouse " + lighthouse.version + ", " + kind.name}
		t.add("page", "performance", "accessibility", "best practices", "SEO", "FCP", "LCP", "TBT", "CLS")
		found := &findings{}
		var judgedRuns [][]verdict
		for _, page := range lighthousePages {
			if !judged(page.path) {
				continue
			}
			var runs []verdict
			for range p.lighthouseRuns() {
				runs = append(runs, judge(p, program, site+page.path, kind.args))
			}
			t.add(scores(page.name, runs)...)
			found.add(page.name, runs)
			judgedRuns = append(judgedRuns, runs)
		}
		p.lighthouseRow(kind.name, kind.want, judgedRuns)
		t.notes = append(t.notes, fmt.Sprintf("Medians of %d, by its simulated machine and line; served by plain HTTP with Brotli.", p.lighthouseRuns()))
		fmt.Print(t)
		fmt.Print(found)
	}
	p.clean(0)
}

// judge has Lighthouse look at a page in a Chromium of its own.
func judge(p *program, program, url string, args []string) verdict {
	path, err := browsertest.Browsers[0].Find()
	p.check(err)
	c := exec.Command("node", append([]string{program, url, "--output=json", "--quiet", "--chrome-flags=" + chromiumFlags}, args...)...)
	c.Env = append(os.Environ(), "CHROME_PATH="+path)
	var trouble strings.Builder
	c.Stderr = &trouble
	text, err := c.Output()
	if err != nil {
		p.Fatalf("Lighthouse on %s: %v: %s", url, err, trouble.String())
	}
	var v verdict
	p.check(json.Unmarshal(text, &v))
	if v.RuntimeError != nil {
		p.Fatalf("Lighthouse on %s: %s", url, v.RuntimeError.Message)
	}
	return v
}

// over returns the median of what f takes from each run.
func over(runs []verdict, f func(verdict) float64) float64 {
	var x []float64
	for _, v := range runs {
		x = append(x, f(v))
	}
	return median(x)
}

func score(runs []verdict, category string) float64 {
	return 100 * over(runs, func(v verdict) float64 { return v.Categories[category].Score })
}

func metric(runs []verdict, id string) float64 {
	return over(runs, func(v verdict) float64 {
		if a := v.Audits[id]; a != nil {
			return a.NumericValue
		}
		return 0
	})
}

// scores is a line of the table: points of a hundred, then times and the shift.
func scores(page string, runs []verdict) []string {
	cells := []string{page}
	for _, c := range []string{"performance", "accessibility", "best-practices", "seo"} {
		cells = append(cells, fmt.Sprintf("%.0f", score(runs, c)))
	}
	for _, m := range []string{"first-contentful-paint", "largest-contentful-paint", "total-blocking-time"} {
		cells = append(cells, fmt.Sprintf("%.0f ms", metric(runs, m)))
	}
	return append(cells, fmt.Sprintf("%.3f", metric(runs, "cumulative-layout-shift")))
}

// lighthouseRow keeps for the README the least that any page has.
func (p *program) lighthouseRow(kind string, want float64, pages [][]verdict) {
	least, others := 100.0, 100.0
	for _, runs := range pages {
		least = min(least, score(runs, "performance"))
		others = min(others, score(runs, "accessibility"), score(runs, "best-practices"), score(runs, "seo"))
	}
	p.row(row{
		What:   fmt.Sprintf("Lighthouse %s, %s, the worst of %d pages: performance; the least of accessibility, best practices, SEO", lighthouse.version, kind, len(pages)),
		Target: fmt.Sprintf(">= %.0f; 100", want),
		Ours:   fmt.Sprintf("%.0f; %.0f", least, others),
		Met:    verdictOf(least >= want && others == 100),
	})
}

// finding is an audit that is not passed in full on some pages.
type finding struct {
	category, id, title string
	weight              float64
	pages, items        []string
}

// findings are what costs points, and what Lighthouse advises for time.
type findings struct{ list []*finding }

// add takes in what the last run on a page did not pass.
func (f *findings) add(page string, runs []verdict) {
	v := runs[len(runs)-1]
	for category, c := range v.Categories {
		for _, ref := range c.AuditRefs {
			a := v.Audits[ref.ID]
			if a == nil || a.Score == nil || *a.Score >= 0.995 || a.ScoreDisplayMode == "informative" {
				continue
			}
			is := f.of(category, a, ref.Weight)
			is.pages = append(is.pages, strings.TrimSpace(fmt.Sprintf("%s %.2f %s", page, *a.Score, a.DisplayValue)))
			if len(is.items) == 0 {
				is.items = places(a.Details.Items)
			}
		}
	}
}

func (f *findings) of(category string, a *audit, weight float64) *finding {
	for _, is := range f.list {
		if is.category == category && is.id == a.ID {
			return is
		}
	}
	is := &finding{category: category, id: a.ID, title: a.Title, weight: weight}
	f.list = append(f.list, is)
	return is
}

// places returns the first of what an audit points at: an element, or a file with its
// numbers.
func places(items json.RawMessage) []string {
	var list []map[string]any
	if json.Unmarshal(items, &list) != nil {
		return nil
	}
	var out []string
	for _, item := range list[:min(len(list), 4)] {
		if text := placeOf(item); text != "" {
			out = append(out, text)
		}
	}
	return out
}

func placeOf(item map[string]any) string {
	if node, ok := item["node"].(map[string]any); ok {
		return fmt.Sprint(node["selector"])
	}
	var words []string
	for _, key := range slices.Sorted(maps.Keys(item)) {
		switch v := item[key].(type) {
		case string:
			words = append(words, v)
		case float64:
			words = append(words, key+" "+digits(v))
		}
	}
	return strings.Join(words, ", ")
}

// String is a Markdown list, heaviest first.
func (f *findings) String() string {
	slices.SortFunc(f.list, func(a, b *finding) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.category, b.category), cmp.Compare(a.id, b.id))
	})
	var b strings.Builder
	b.WriteString("\nWhat costs points, and what is advised for time (weight 0):\n\n")
	for _, is := range f.list {
		if is.weight == 0 && len(is.items) == 0 {
			continue // a summary of the others
		}
		fmt.Fprintf(&b, "- %s, weight %g: `%s` %s: %s\n", is.category, is.weight, is.id, is.title, strings.Join(is.pages, "; "))
		for _, item := range is.items {
			fmt.Fprintf(&b, "  - `%s`\n", item)
		}
	}
	return b.String()
}
