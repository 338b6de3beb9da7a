//go:build browser

package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// axeVersion is the release of axe-core that build.sh fetches.
const axeVersion = "4.14.1"

// Violation is a rule of axe-core that a page breaks.
type Violation struct {
	ID, Impact, Help string
	Nodes            []string // where, as selectors with the offending HTML
}

func (v Violation) String() string {
	return fmt.Sprintf("%s (%s): %s\n\t%s", v.ID, v.Impact, v.Help, strings.Join(v.Nodes, "\n\t"))
}

// Axe checks the page as it stands against the rules of axe-core: WCAG 2.0 to
// 2.2, levels A and AA, and the best practices; or only against the rules named.
func (p *Page) Axe(rules ...string) []Violation {
	p.t.Helper()
	source, err := axeSource()
	if err != nil {
		p.t.Fatalf("%v", err)
	}
	// axe-core must be run as a script of its own, an expression it is not.
	Eval[bool](p, "(() => {"+source+"\n; return true; }).call(window)")
	only := ""
	if len(rules) > 0 {
		only = `, runOnly: ["` + strings.Join(rules, `", "`) + `"]`
	}
	return Eval[[]Violation](p, `axe.run(document, {resultTypes: ["violations"]`+only+`}).then(result =>
		result.violations.map(v => ({
			ID: v.id, Impact: v.impact, Help: v.help,
			Nodes: v.nodes.map(n => n.target.join(" ") + "  " + n.html.slice(0, 160)),
		})))`)
}

// axeSource returns the text of axe-core.
func axeSource() (string, error) {
	root, err := moduleRoot()
	if err != nil {
		return "", err
	}
	file := filepath.Join(root, ".cache", "axe-core-"+axeVersion, "axe.min.js")
	text, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("axe-core %s is missing; ./build.sh test fetches it: %w", axeVersion, err)
	}
	return string(text), nil
}

// moduleRoot returns the folder of go.mod at or above the working directory.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", fmt.Errorf("no go.mod at or above the working directory")
		}
		dir = parent
	}
}
