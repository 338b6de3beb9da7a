//go:build !js && browser

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
)

// natives are the Go benchmarks that stand side by side: ours first, and what
// it is compared to. A new comparison is a new row.
var natives = []struct {
	title, pkg string
	names      []string
}{
	{"Redraw of the heavy scene, native", "./app/chart", []string{"Redraw", "Vgsvg", "Stock"}},
}

// Each benchmark is run so many times, and each time is the mean of so many
// calls: the median and the 95th percentile are over the former.
const (
	nativeRuns  = 20
	nativeCalls = "20x"
)

func printNative(p *program) {
	for _, n := range natives {
		pattern := "^Benchmark(" + strings.Join(n.names, "|") + ")$"
		cmd := exec.Command("go", "test", "-tags", "minimal", "-run", "^$", "-bench", pattern, "-benchmem",
			"-count", strconv.Itoa(nativeRuns), "-benchtime", nativeCalls, n.pkg)
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			p.Fatalf("%s: %v\n%s", n.pkg, err, out)
		}
		measured, err := parseBenchmarks(out)
		p.check(err)
		t := &table{title: n.title}
		t.add("benchmark", "p50", "p95", "bytes allocated", "allocations", "p50 against ours")
		for _, name := range n.names {
			m, ok := measured[name]
			if !ok {
				p.Fatalf("%s has no benchmark %s", n.pkg, name)
			}
			t.add(name, ms(median(m["ns/op"])/1e6), ms(quantile(m["ns/op"], 0.95)/1e6),
				thousands(int(median(m["B/op"]))), thousands(int(median(m["allocs/op"]))),
				times(median(m["ns/op"]), median(measured[n.names[0]]["ns/op"])))
		}
		t.notes = append(t.notes, fmt.Sprintf("%d runs of %s calls each.", nativeRuns, strings.TrimSuffix(nativeCalls, "x")))
		fmt.Print(t)
	}
}

// parseBenchmarks reads the output of go test -bench: for each benchmark's name,
// without the number of processors, the values by unit.
func parseBenchmarks(out []byte) (map[string]map[string][]float64, error) {
	measured := map[string]map[string][]float64{}
	for line := range bytes.Lines(out) {
		words := strings.Fields(string(line))
		if len(words) < 4 || !strings.HasPrefix(words[0], "Benchmark") {
			continue
		}
		name := strings.TrimPrefix(words[0], "Benchmark")
		if i := strings.LastIndexByte(name, '-'); i > 0 {
			name = name[:i]
		}
		if measured[name] == nil {
			measured[name] = map[string][]float64{}
		}
		for i := 2; i+1 < len(words); i += 2 {
			value, err := strconv.ParseFloat(words[i], 64)
			if err != nil {
				return nil, fmt.Errorf("benchmark line %q: %w", line, err)
			}
			measured[name][words[i+1]] = append(measured[name][words[i+1]], value)
		}
	}
	return measured, nil
}
