//go:build !js && browser

package main

import (
	"maps"
	"slices"
	"testing"
)

// A module written by hand: one imported function and two of its own, of three and five
// bytes, four bytes of data, and a name section.
func TestReadModule(t *testing.T) {
	module := "\x00asm\x01\x00\x00\x00" +
		"\x02\x07\x01\x01m\x01f\x00\x00" +
		"\x0a\x0b\x02\x03\x00\x01\x0b\x05\x00\x01\x01\x01\x0b" +
		"\x0b\x04\x00\x00\x00\x00" +
		"\x00\x19\x04name\x01\x12\x03\x00\x01f\x01\x05a_b.x\x02\x05fmt.y"
	m, err := readModule([]byte(module))
	if err != nil {
		t.Fatal(err)
	}
	if m.imports != 1 || !slices.Equal(m.bodies, []int{3, 5}) || m.data != 4 ||
		!maps.Equal(m.names, map[int]string{0: "f", 1: "a_b.x", 2: "fmt.y"}) {
		t.Errorf("read %+v", m)
	}
	for n := range module {
		if _, err := readModule([]byte(module[:n])); err == nil {
			t.Errorf("the first %d bytes are taken for a module", n)
		}
	}
}

func TestPackageOf(t *testing.T) {
	packages := map[string]string{"fmt": "fmt", "lossline_app": "lossline/app", "github.com_a_go_app": "github.com/a/go-app", "main": "lossline/wasm"}
	for function, want := range map[string]string{
		"fmt.Sprint":                      "fmt",
		"fmt.__pp_.free":                  "fmt",
		"lossline_app.Run.func1":          "lossline/app",
		"github.com_a_go_app.Div":         "github.com/a/go-app",
		"main.main":                       "lossline/wasm",
		"type_.eq.lossline_app.key":       "lossline/app",
		"wasm_export_run":                 "(other)",
		"fmt.orderedMap_go.shape.int_.do": "fmt",
	} {
		if got := packageOf(function, packages); got != want {
			t.Errorf("%s is of %s, want %s", function, got, want)
		}
	}
}
