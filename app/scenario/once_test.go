package scenario

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"lossline/engine/unit"
)

// planning are what only engine/plan and this package may use: who else needs a plan
// has it from the Outcome, so that one quantity has one value.
var planning = map[string]bool{"Allocate": true, "Options": true, "BudgetForLoss": true, "BudgetForTokens": true, "Regrets": true}

// plansOf lists the uses of planning in a file, and those of Usual, which is for
// requests in which nobody decides anything.
func plansOf(f *ast.File, request bool) (uses []string) {
	ast.Inspect(f, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := s.X.(*ast.Ident); ok && x.Name == "plan" && (planning[s.Sel.Name] || s.Sel.Name == "Usual" && !request) {
			uses = append(uses, "plan."+s.Sel.Name)
		}
		return true
	})
	return uses
}

// TestPlansComeFromTheOutcome finds plans that are computed anywhere else.
func TestPlansComeFromTheOutcome(t *testing.T) {
	root := filepath.Join("..", "..")
	seen := 0
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		rel := filepath.ToSlash(strings.TrimPrefix(name, root+string(filepath.Separator)))
		switch {
		case err != nil:
			return err
		case d.IsDir() && (rel == "engine/plan" || rel == "app/scenario" || rel == "dist" || rel == ".cache" || rel == ".git"):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return err
		}
		seen++
		for _, use := range plansOf(f, strings.HasPrefix(rel, "app/job/")) {
			t.Errorf("%s uses %s: take the plan of the Outcome, or another budget's by Outcome.At", rel, use)
		}
		return nil
	})
	if err != nil || seen < 300 {
		t.Errorf("%d files read: %v", seen, err)
	}
}

// A line of a figure passes through the row of its table, and Shape follows the N of
// the headline, whatever was asked and decided. At 5.76e23 FLOP and a batch of 1M
// tokens Kaplan's N is 1.3e9·(C_min/PF-day)^0.73 with C_min = C/(1 + B/B_crit).
func TestOnePlan(t *testing.T) {
	for _, given := range []string{GivenCompute, GivenLoss, GivenData} {
		for _, batch := range []unit.Tokens{0, 1e6, 64e6} {
			for _, head := range []string{"besiroglu2024.1", "kaplan2020.1"} {
				s := Default()
				s.Ask.Given, s.Batch, s.Head, s.Shape.Params = given, batch, head, 0
				o := Eval(s)
				for _, a := range o.Rows {
					if p, _ := o.Best(a.Method, a.Budget); p.N != a.N {
						t.Errorf("%s, %g: the line of %s has %g parameters, its row %g", given, float64(batch), a.Method.ID, float64(p.N), float64(a.N))
					}
					if at := o.At(a.Method, a.Budget); at.B != a.B || at.S != a.S || at.Loss != a.Loss {
						t.Errorf("%s, %g: %s has two plans", given, float64(batch), a.Method.ID)
					}
				}
				if got := EvalShape(s); got.Request.Amount != float64(o.Head.N) || got.Plan.Method.ID != o.Head.Method.ID {
					t.Errorf("%s, %g: Shape has %g, the plan %g", given, float64(batch), got.Request.Amount, float64(o.Head.N))
				}
			}
		}
	}
	s := Default()
	s.Batch, s.Head = 1e6, "kaplan2020.1"
	if n := float64(Eval(s).Head.N); n < 7.68e11 || n > 7.70e11 {
		t.Errorf("Kaplan's N is %g, want 7.69e11", n)
	}
}
