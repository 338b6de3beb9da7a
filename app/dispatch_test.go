package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Every type of message stands in one case of one switch: in Root.send, or, where it
// changes the scenario alone, in scenario.Update. One that stands in none changes
// nothing, without a message.
func TestEveryMessageHasOneHandler(t *testing.T) {
	sent := cases(t, "dispatch.go", "send")
	updated := cases(t, "scenario/update.go", "Update")
	if len(sent) < 10 || len(updated) < 10 {
		t.Fatalf("%d and %d cases found", len(sent), len(updated))
	}
	handled := slices.Clone(sent)
	for _, name := range updated {
		handled = append(handled, "scenario."+name)
	}
	messages := slices.Concat(messageTypes(t, "scenario", "scenario."), messageTypes(t, ".", ""))
	for _, name := range messages {
		n := 0
		for _, h := range handled {
			if h == name {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s is handled in %d places: give it one case, in Root.send or in scenario.Update", name, n)
		}
	}
	for _, name := range handled {
		if !slices.Contains(messages, name) {
			t.Errorf("%s is handled, and is no message", name)
		}
	}
}

// cases lists the types that the type switch of a function names.
func cases(t *testing.T, file, function string) (names []string) {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || fn.Name.Name != function {
			continue
		}
		for _, stmt := range fn.Body.List {
			if s, ok := stmt.(*ast.TypeSwitchStmt); ok {
				for _, c := range s.Body.List {
					for _, e := range c.(*ast.CaseClause).List {
						names = append(names, typeName(e))
					}
				}
			}
		}
	}
	return names
}

// messageTypes lists the messages of a folder: the types with a method isMsg, and the
// structures that embed scenario.Msg.
func messageTypes(t *testing.T, folder, prefix string) (names []string) {
	t.Helper()
	files, err := filepath.Glob(folder + "/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Recv != nil && n.Name.Name == "isMsg" {
					names = append(names, prefix+typeName(n.Recv.List[0].Type))
				}
			case *ast.TypeSpec:
				if s, ok := n.Type.(*ast.StructType); ok {
					for _, field := range s.Fields.List {
						if len(field.Names) == 0 && typeName(field.Type) == "scenario.Msg" {
							names = append(names, prefix+n.Name.Name)
						}
					}
				}
			}
			return true
		})
	}
	return names
}

// typeName is a type as it is written, without a star.
func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return typeName(e.X)
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return typeName(e.X) + "." + e.Sel.Name
	}
	return ""
}
