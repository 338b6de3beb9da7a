//go:build !js && browser

package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"lossline/wasm/browsertest"
)

// printMachine says what the numbers below were measured on.
func printMachine(p *program) {
	t := &table{title: "Machine"}
	t.add("what", "which")
	t.add("processor", processor())
	t.add("cores", fmt.Sprint(runtime.NumCPU()))
	t.add("load, mean of a minute", busy())
	t.add("system", runtime.GOOS+"/"+runtime.GOARCH)
	t.add("Go", runtime.Version())
	for _, b := range browsertest.Browsers {
		path, err := b.Find()
		p.check(err)
		version, err := exec.Command(path, "--version").Output()
		p.check(err)
		t.add(b.Name, strings.TrimSpace(string(version)))
	}
	if v, err := exec.Command("node", "--version").Output(); err == nil {
		t.add("Node", strings.TrimSpace(string(v)))
	}
	fmt.Print(t)
}

// busy is how many processes wanted a core, as Linux counts: above the number
// of cores the times below say little.
func busy() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	mean, _, _ := strings.Cut(string(text), " ")
	return mean
}

// processor returns the model of the processor as Linux names it.
func processor() string {
	text, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return "unknown"
	}
	for line := range strings.Lines(string(text)) {
		key, value, _ := strings.Cut(line, ":")
		if strings.TrimSpace(key) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "unknown"
}
