// Package dataset has real training runs as data: what was trained, on how
// much, to which loss, where the numbers come from and what is wrong with them.
//
// To add a data set put its file under data, write one loader file and add one
// line to All.
package dataset

import (
	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// Run is a trained model with its final loss.
type Run struct {
	N    unit.Params
	D    unit.Tokens
	C    unit.FLOPs
	Loss unit.Loss // nats per token
	Used bool      // kept by the published fit
}

// Point is the place of the run in design space.
func (r Run) Point() law.Point { return law.Point{N: r.N, D: r.D, C: r.C} }

// Dataset is a collection of runs that can be compared with each other.
type Dataset struct {
	ID       string
	Name     string
	Ref      cite.Ref
	Grade    cite.Grade
	Licence  string
	Caveats  []string // what a reader must know, one sentence each; English, translated by app/text
	Counting law.Counting
	Runs     []Run
}

// Used returns the runs that the published fit kept.
func (d *Dataset) Used() []Run {
	var out []Run
	for _, r := range d.Runs {
		if r.Used {
			out = append(out, r)
		}
	}
	return out
}

// Loader reads one data set. File is its name under data; Parse takes the
// file's bytes, wherever they were fetched from. Load is nil for a data set
// that is not part of the binary.
type Loader struct {
	ID    string
	File  string
	Parse func(csv []byte) (*Dataset, error)
	Load  func() (*Dataset, error)
}

// All lists the data sets in the order in which they are shown.
func All() []Loader {
	return []Loader{
		{"chinchilla-epoch", chinchillaFile, ParseChinchilla, Chinchilla},
	}
}

// ByID finds the loader of a data set, and reports false for an unknown ID.
func ByID(id string) (Loader, bool) {
	for _, l := range All() {
		if l.ID == id {
			return l, true
		}
	}
	return Loader{}, false
}
