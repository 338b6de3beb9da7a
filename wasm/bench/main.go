//go:build !js && browser

// Command bench measures what the design sets targets for, side by side with
// what it is compared to, and prints Markdown tables. It is run from the root
// of the repository by ./build.sh bench, which builds the site first.
//
// Times are of this machine and this moment: compare within one output, never
// across two.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"lossline/wasm/browsertest"
)

// section is a table, or a few, by the name with which it can be asked for.
type section struct {
	name  string
	print func(*program)
}

var sections = []section{
	{"machine", printMachine},
	{"wire", printWire},
	{"bytes", printBytes},
	{"redraw", printRedraw},
	{"many", printMany},
	{"load", printLoad},
	{"native", printNative},
	{"fits", printFits},
	{"held", printHeld},
	{"memory", printMemory},
	{"profile", printProfile},
	{"lighthouse", printLighthouse},
}

func main() {
	var names []string
	for _, s := range sections {
		names = append(names, s.name)
	}
	everything := strings.Join(names, ",")
	only := flag.String("only", everything, "`sections` to print")
	readme := flag.Bool("readme", false, "write what was measured last, by this run or before, into README.md")
	flag.Parse()
	p := &program{all: *only == everything}
	code := p.run(func() {
		for _, s := range sections {
			if strings.Contains(","+*only+",", ","+s.name+",") {
				p.measure(s.name, s.print)
			}
		}
		if *readme {
			writeReadme(p)
		}
	})
	browsertest.CloseBrowsers()
	os.Exit(code)
}

// program is what pages report to where there is no test: a failure ends the
// program, after all has been cleaned up.
type program struct {
	cleanups []func()
	trying   bool  // whether a failure is an answer
	all      bool  // whether all sections are run
	rows     []row // for the README
}

type bail struct{}

// Helper implements browsertest.TB.
func (p *program) Helper() {}

// Cleanup implements browsertest.TB.
func (p *program) Cleanup(f func()) { p.cleanups = append(p.cleanups, f) }

// Fatalf implements browsertest.TB.
func (p *program) Fatalf(format string, args ...any) {
	if !p.trying {
		fmt.Fprintf(os.Stderr, "bench: "+format+"\n", args...)
	}
	panic(bail{})
}

// try reports whether f came to its end, where that is not certain.
func (p *program) try(f func()) (done bool) {
	p.trying = true
	defer func() {
		p.trying = false
		if r := recover(); r != nil {
			if _, ok := r.(bail); !ok {
				panic(r)
			}
		}
	}()
	f()
	return true
}

// check ends the program if there is an error.
func (p *program) check(err error) {
	if err != nil {
		p.Fatalf("%v", err)
	}
}

// run calls f and then the cleanups, last first, and returns the exit code.
func (p *program) run(f func()) (code int) {
	defer func() {
		p.clean(0)
		if r := recover(); r != nil {
			if _, ok := r.(bail); !ok {
				panic(r)
			}
			code = 1
		}
	}()
	f()
	return 0
}

// clean undoes what has been set up since there were n cleanups.
func (p *program) clean(n int) {
	for len(p.cleanups) > n {
		last := len(p.cleanups) - 1
		f := p.cleanups[last]
		p.cleanups = p.cleanups[:last]
		f()
	}
}
