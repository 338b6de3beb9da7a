//go:build !js && browser

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"lossline/wasm/browsertest"
)

// weight is the size of one file of the site in bytes: as it is, as gzip -9
// and as Brotli at its best (quality 11, window 2²⁴).
type weight struct {
	File              string
	Raw, Gzip, Brotli int
}

// printWire prints what a browser fetches before the page is live.
func printWire(p *program) {
	weights := weighSite(p, ".")
	t := &table{title: "Bytes over the wire to a working app"}
	t.add("file", "raw", "gzip -9", "brotli 11")
	for _, w := range weights {
		t.add(w.File, thousands(w.Raw), thousands(w.Gzip), thousands(w.Brotli))
	}
	sum := total(weights)
	t.add("all", thousands(sum.Raw), thousands(sum.Gzip), thousands(sum.Brotli))
	t.add("at most", "", thousands(maxGzip), thousands(maxBrotli))
	fmt.Print(t)
	plotly, err := weigh(".", []string{libraries(p)["plotly.js"]})
	p.check(err)
	p.row(row{
		What:   "bytes over the wire to a working app, Brotli; gzip",
		Target: megabytes(maxBrotli) + " (aim 1.60 MB); " + megabytes(maxGzip),
		Ours:   megabytes(sum.Brotli) + "; " + megabytes(sum.Gzip),
		Met:    verdictOf(sum.Brotli <= maxBrotli && sum.Gzip <= maxGzip),
		Beside: "plotly.js alone " + megabytes(plotly[0].Brotli) + "; " + megabytes(plotly[0].Gzip),
	})
	p.firstHTML()
	p.clean(0)
}

// firstHTML keeps for the README what is in the first answer already.
func (p *program) firstHTML() {
	text, err := os.ReadFile("dist/index.html")
	p.check(err)
	figures, numbers := bytes.Count(text, []byte("<svg")), bytes.Count(text, []byte("<data "))
	p.row(row{
		What:   "first figure visible",
		Target: "in the first HTML response, no script needed",
		Ours:   fmt.Sprintf("%d drawings and %d numbers in the HTML of Plan", figures, numbers),
		Met:    verdictOf(figures > 0 && numbers > 0),
	})
}

// megabytes prints n bytes in millions.
func megabytes(n int) string { return fmt.Sprintf("%.2f MB", float64(n)/1e6) }

// The budgets of the design, section 10.
const (
	maxGzip   = 2_600_000
	maxBrotli = 1_900_000
)

// weighSite opens the front page of the site in root/dist as a first visitor
// does and weighs every file that was fetched until it was live, largest first.
func weighSite(t browsertest.TB, root string) []weight {
	t.Helper()
	site := serveSite(t, root)
	page := browsertest.Chromium(t, browsertest.Screen{})
	page.Open(site)
	page.WaitLive()
	var files []string
	for _, r := range page.Requests() {
		u, err := url.Parse(r.URL)
		if err != nil {
			t.Fatalf("weigh the site: %v", r)
		}
		if strings.Contains(u.Path, "/a/offline.") {
			break // from here on the live page keeps the rest for working offline
		}
		if r.Status != 200 {
			t.Fatalf("weigh the site: %v", r)
		}
		file := path.Join("dist", u.Path)
		if strings.HasSuffix(u.Path, "/") {
			file += "/index.html"
		}
		// A page that unpacks by itself fetches the packed form: it is the
		// plain file that is weighed.
		file = strings.TrimSuffix(file, ".gz")
		if !slices.Contains(files, file) {
			files = append(files, file)
		}
	}
	weights, err := weigh(root, files)
	if err != nil {
		t.Fatalf("weigh the site: %v", err)
	}
	slices.SortFunc(weights, func(a, b weight) int { return b.Raw - a.Raw })
	return weights
}

// weigh compresses files of the folder root with Node, which has the reference
// implementations of both formats.
func weigh(root string, files []string) ([]weight, error) {
	const script = `
const zlib = require("zlib"), fs = require("fs");
console.log(JSON.stringify(process.argv.slice(1).map(file => {
	const data = fs.readFileSync(file), c = zlib.constants;
	return {
		Raw: data.length,
		Gzip: zlib.gzipSync(data, {level: 9}).length,
		Brotli: zlib.brotliCompressSync(data, {params: {
			[c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_LGWIN]: 24, [c.BROTLI_PARAM_SIZE_HINT]: data.length,
		}}).length,
	};
})));`
	if _, err := exec.LookPath("node"); err != nil {
		return nil, fmt.Errorf("node is missing, which compresses with Brotli: apt-get install nodejs: %w", err)
	}
	args := []string{"-e", script}
	for _, file := range files {
		args = append(args, filepath.Join(root, file))
	}
	var stderr bytes.Buffer
	node := exec.Command("node", args...)
	node.Stderr = &stderr
	text, err := node.Output()
	if err != nil {
		return nil, fmt.Errorf("node: %w: %s", err, stderr.String())
	}
	var weights []weight
	if err := json.Unmarshal(text, &weights); err != nil {
		return nil, err
	}
	for i := range weights {
		weights[i].File = files[i]
		if info, err := os.Stat(filepath.Join(root, files[i])); err != nil || info.Size() != int64(weights[i].Raw) {
			return nil, fmt.Errorf("%s has not the size that Node read", files[i])
		}
	}
	return weights, nil
}

func total(weights []weight) weight {
	var sum weight
	for _, w := range weights {
		sum.Raw += w.Raw
		sum.Gzip += w.Gzip
		sum.Brotli += w.Brotli
	}
	return sum
}

// thousands prints n with commas.
func thousands(n int) string {
	text := fmt.Sprint(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}
