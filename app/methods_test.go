package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// A type with many methods has more than one subject: none here has more than maxMethods,
// and the root component, which puts the others together, has fewer than maxRoot.
const maxMethods, maxRoot = 25, 15

func TestMethodsOfTypes(t *testing.T) {
	count := methods(t, ".", "ui", "page")
	if len(count) < 50 || count["app.Root"] == 0 || count["ui.Context"] == 0 {
		t.Fatalf("only %d types found", len(count))
	}
	for name, n := range count {
		if n > maxMethods || name == "app.Root" && n >= maxRoot {
			t.Errorf("%s has %d methods: give some of them, and what they need, to a type of their own", name, n)
		}
	}
}

// methods counts the methods of each type, by package and name, of the packages in
// folders and below them.
func methods(t *testing.T, folders ...string) map[string]int {
	t.Helper()
	count := map[string]int{}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if d.IsDir() && folder == "." && path != "." {
				return fs.SkipDir
			}
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv != nil {
					count[f.Name.Name+"."+typeName(fn.Recv.List[0].Type)]++
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return count
}
