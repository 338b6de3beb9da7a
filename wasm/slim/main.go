//go:build !js

// Command slim rewrites the browser's binary so that it compresses better; what
// it computes stays the same.
//
//	go run ./wasm/slim FILE
//
// Go's linker writes the memory that a program starts with as 100 000 segments,
// to leave out every eight zeros: that makes the file smaller and its compressed
// form larger by a fourteenth, for the headers stand in the way of repetitions.
// And it keeps file and line of every instruction, which only the trace after a
// crash shows; functions keep their names there.
package main

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
)

// known are the releases of Go whose tables were looked at: moduledata and the table of functions in runtime/symtab.go,
// calls that were inlined in runtime/symtabinl.go, the kinds of function data in internal/abi/symtab.go.
var known = []string{"go1.26"}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("usage: slim FILE")
	}
	if err := checkRelease(runtime.Version()); err != nil {
		return err
	}
	old, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	slim, note, err := rewrite(old)
	if err != nil {
		return fmt.Errorf("%s: %w", args[0], err)
	}
	if note != "" {
		fmt.Fprintln(os.Stderr, note)
	}
	return os.WriteFile(args[0], slim, 0o755)
}

// checkRelease refuses a toolchain whose tables may be laid out otherwise than those that slim rewrites. The toolchain
// that runs slim is the one that linked the binary: build.sh runs both.
func checkRelease(version string) error {
	parts := strings.SplitN(version, ".", 3)
	if release := strings.Join(parts[:min(2, len(parts))], "."); !slices.Contains(known, release) {
		return fmt.Errorf("slim knows the tables of %s, not those of %s: build with PLAIN=1, or compare the files that "+
			"wasm/slim/main.go names and add the release there", strings.Join(known, ", "), version)
	}
	return nil
}
