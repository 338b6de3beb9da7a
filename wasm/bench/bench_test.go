//go:build !js && browser

package main

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"lossline/wasm/browsertest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Main(m)) }

// The budgets of the design, section 10: bytes do not jitter, so they are a
// test, where times are not.
func TestBytesOverTheWire(t *testing.T) {
	weights := weighSite(t, "../..")
	sum := total(weights)
	if sum.Gzip > maxGzip || sum.Brotli > maxBrotli {
		t.Errorf("to a working app: %s bytes of gzip, %s of Brotli; at most %s and %s\n%v",
			thousands(sum.Gzip), thousands(sum.Brotli), thousands(maxGzip), thousands(maxBrotli), weights)
	}
	t.Logf("%s of gzip, %s of Brotli", thousands(sum.Gzip), thousands(sum.Brotli))
	logBytes(t)
	// A page that is live has fetched itself, its style, its scripts and the
	// binary: less means that the recorder missed something.
	for _, kind := range []string{"index.html", ".css", ".js", ".wasm"} {
		if !slices.ContainsFunc(weights, func(w weight) bool { return strings.HasSuffix(w.File, kind) }) {
			t.Errorf("no %s among what was fetched: %v", kind, weights)
		}
	}
	// Both formats shrink text and code at least by half, and Brotli's best is
	// the smaller.
	if sum.Gzip > sum.Raw/2 || sum.Brotli >= sum.Gzip {
		t.Errorf("raw %d, gzip %d, Brotli %d", sum.Raw, sum.Gzip, sum.Brotli)
	}
}

// logBytes says where the bytes are, for whoever has to find some.
func logBytes(t *testing.T) {
	t.Helper()
	t.Chdir("../..")
	p := &program{}
	if p.run(func() {
		shares, err := packageBytes(namedBinary(p))
		p.check(err)
		t.Log(bytesTable(shares))
	}) != 0 {
		t.Error("the binary could not be built with names")
	}
}

func TestQuantile(t *testing.T) {
	// By hand: of 1..5, p50 is the third value and p95 lies at 1 + 0.95·4 = 4.8.
	x := []float64{5, 1, 4, 2, 3}
	for q, want := range map[float64]float64{0: 1, 0.5: 3, 0.95: 4.8, 1: 5} {
		if got := quantile(x, q); math.Abs(got-want) > 1e-12 {
			t.Errorf("%g-quantile of 1..5 = %g, want %g", q, got, want)
		}
	}
	if got := median([]float64{1, 2}); got != 1.5 {
		t.Errorf("median of 1, 2 = %g", got)
	}
	if got := quantile(nil, 0.5); !math.IsNaN(got) {
		t.Errorf("median of nothing = %g", got)
	}
	if x[0] != 5 {
		t.Error("the samples were sorted in place")
	}
}

func TestParseBenchmarks(t *testing.T) {
	const out = `goos: linux
pkg: lossline/app/chart
BenchmarkRedraw-2   	      20	    689000 ns/op	  82.31 MB/s	   84530 B/op	     527 allocs/op
BenchmarkRedraw-2   	      20	    700000 ns/op	  81.00 MB/s	   84531 B/op	     527 allocs/op
BenchmarkVgsvg   	      20	   3970000 ns/op
PASS
`
	got, err := parseBenchmarks([]byte(out))
	if err != nil {
		t.Fatal(err)
	}
	if want := []float64{689000, 700000}; !slices.Equal(got["Redraw"]["ns/op"], want) {
		t.Errorf("Redraw took %v, want %v", got["Redraw"]["ns/op"], want)
	}
	if want := []float64{527, 527}; !slices.Equal(got["Redraw"]["allocs/op"], want) {
		t.Errorf("Redraw allocated %v times, want %v", got["Redraw"]["allocs/op"], want)
	}
	if want := []float64{3970000}; len(got) != 2 || !slices.Equal(got["Vgsvg"]["ns/op"], want) {
		t.Errorf("Vgsvg took %v of %v", got["Vgsvg"]["ns/op"], got)
	}
	if _, err := parseBenchmarks([]byte("BenchmarkX 1 one ns/op\n")); err == nil {
		t.Error("a time in words is taken for a number")
	}
}

func TestTable(t *testing.T) {
	table := &table{title: "Sizes"}
	table.add("file", "bytes")
	table.add("plan 规划", thousands(1234567))
	table.add("x", thousands(12))
	table.notes = []string{"A note."}
	const want = `
## Sizes

| file    |     bytes |
|---------|----------:|
| plan 规划 | 1,234,567 |
| x       |        12 |

A note.
`
	if got := table.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestDigits(t *testing.T) {
	for x, want := range map[float64]string{0.0123: "0.0123", 0.689: "0.689", 4.814: "4.81", 16.66: "16.7", 1279.4: "1279", -175.2: "-175"} {
		if got := digits(x); got != want {
			t.Errorf("%g prints as %s, want %s", x, got, want)
		}
	}
}
