//go:build !js && browser

package main

// row is a line of the README's table.
type row struct {
	What, Target, Ours string
	Met                string // "met", "missed", or empty where there is no target
	Beside             string // the same of others, from the same run
}

// row keeps a line for the README.
func (p *program) row(r row) { p.rows = append(p.rows, r) }

// verdictOf is the word for a target that was met or not.
func verdictOf(met bool) string {
	if met {
		return "met"
	}
	return "missed"
}
