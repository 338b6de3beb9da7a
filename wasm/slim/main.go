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
)

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
