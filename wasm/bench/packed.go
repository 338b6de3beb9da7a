//go:build !js && browser

package main

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
)

// share is how many bytes of a binary are of one package.
type share struct {
	Package string
	Bytes   int
}

// bytesTop is how many packages are named.
const bytesTop = 20

// bytesTable tells where the bytes of the page's binary are: the code by package, raw;
// the data, in which the linker names nothing, as a whole.
func bytesTable(shares []share) *table {
	t := &table{title: "Where the bytes of the page's binary are"}
	t.add("package", "raw bytes", "of all")
	all, rest := 0, 0
	for _, s := range shares {
		all += s.Bytes
	}
	for i, s := range shares {
		if i < bytesTop {
			t.add("`"+s.Package+"`", thousands(s.Bytes), fmt.Sprintf("%.1f %%", 100*float64(s.Bytes)/float64(all)))
		} else {
			rest += s.Bytes
		}
	}
	t.add(fmt.Sprintf("%d others", max(0, len(shares)-bytesTop)), thousands(rest), fmt.Sprintf("%.1f %%", 100*float64(rest)/float64(all)))
	t.notes = append(t.notes, "Code by the package of its function, before compression and before wasm/slim; data has types, strings, tables and what traces need.")
	return t
}

func printBytes(p *program) {
	shares, err := packageBytes(namedBinary(p))
	p.check(err)
	fmt.Print(bytesTable(shares))
}

// packageBytes adds up the functions of a binary with names by package, largest first.
func packageBytes(file string) ([]share, error) {
	binary, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	m, err := readModule(binary)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	packages, err := listPackages()
	if err != nil {
		return nil, err
	}
	sum := map[string]int{"(data)": m.data}
	for i, size := range m.bodies {
		sum[packageOf(m.names[m.imports+i], packages)] += size
	}
	var shares []share
	for name, n := range sum {
		shares = append(shares, share{name, n})
	}
	slices.SortFunc(shares, func(a, b share) int {
		return cmp.Or(cmp.Compare(b.Bytes, a.Bytes), cmp.Compare(a.Package, b.Package))
	})
	return shares, nil
}

// notInName are the characters that Go's linker writes as "_" in names of functions.
var notInName = regexp.MustCompile(`[^\w.]`)

// listPackages returns the packages of the page's binary by their names as the linker
// writes them.
func listPackages() (map[string]string, error) {
	list := exec.Command("go", "list", "-deps", "-tags", "minimal", "lossline/wasm")
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	text, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	packages := map[string]string{"main": "lossline/wasm"}
	for _, path := range strings.Fields(string(text)) {
		packages[notInName.ReplaceAllString(path, "_")] = path
	}
	return packages, nil
}

// packageOf returns the package of a function, by the longest path that is one.
func packageOf(function string, packages map[string]string) string {
	function = strings.TrimPrefix(strings.TrimPrefix(function, "type_.eq."), "type_.hash.")
	for end := len(function); end > 0; end = strings.LastIndexByte(function[:end], '.') {
		if path, ok := packages[function[:end]]; ok {
			return path
		}
	}
	return "(other)"
}

// module is what we read of a WebAssembly module.
type module struct {
	imports int            // functions that come from outside, which are numbered first
	bodies  []int          // bytes of the others, in order
	names   map[int]string // by number
	data    int            // bytes
}

// Numbers of sections (WebAssembly core specification, 5.5.2).
const (
	sectionCustom = 0
	sectionImport = 2
	sectionCode   = 10
	sectionData   = 11
)

var errModule = errors.New("not a WebAssembly module that can be read")

// readModule reads the sections of a module.
func readModule(b []byte) (m module, err error) {
	defer func() {
		if recover() != nil { // it ends in the middle of something
			err = errModule
		}
	}()
	if !bytes.HasPrefix(b, []byte("\x00asm\x01\x00\x00\x00")) {
		return m, errModule
	}
	for r := (reader{b[8:]}); len(r.rest) > 0; {
		id := r.byte()
		body := reader{r.take(r.number())}
		switch id {
		case sectionImport:
			m.imports = body.importedFunctions()
		case sectionCode:
			for range body.number() {
				size := body.number()
				body.take(size)
				m.bodies = append(m.bodies, size)
			}
		case sectionData:
			m.data = len(body.rest)
		case sectionCustom:
			if string(body.take(body.number())) == "name" {
				m.names = body.functionNames()
			}
		}
	}
	if m.names == nil {
		return m, errors.New("it has no names")
	}
	return m, nil
}

// reader takes a module apart from its beginning.
type reader struct{ rest []byte }

func (r *reader) take(n int) []byte {
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) byte() byte { return r.take(1)[0] }

// number reads an unsigned LEB128.
func (r *reader) number() int {
	x, n := binary.Uvarint(r.rest)
	r.take(max(n, 1))
	return int(x)
}

// importedFunctions counts the functions of an import section that has nothing else
// but memories, as Go's have.
func (r *reader) importedFunctions() int {
	count := r.number()
	for range count {
		r.take(r.number()) // module
		r.take(r.number()) // name
		if kind := r.byte(); kind != 0 {
			panic(errModule)
		}
		r.number() // type
	}
	return count
}

// functionNames reads the second part of a name section.
func (r *reader) functionNames() map[int]string {
	names := map[int]string{}
	for len(r.rest) > 0 {
		kind := r.byte()
		part := reader{r.take(r.number())}
		if kind != 1 {
			continue
		}
		for range part.number() {
			i := part.number()
			names[i] = string(part.take(part.number()))
		}
	}
	return names
}
