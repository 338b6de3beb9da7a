// Package dataset has real training runs as data: what was trained, on how
// much, to which loss, where the numbers come from and what is wrong with them.
// It also reads people's own: Sniff guesses how a file is to be read, a person
// may correct the Mapping, and Read does what it says.
//
// To add a data set put its file under data, write one loader file and add one
// line to All.
package dataset

import (
	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// Run is a trained model, or a checkpoint of its training, with its loss. What a
// source does not record is 0.
type Run struct {
	N    unit.Params
	D    unit.Tokens // seen in training, repeated ones counted again
	C    unit.FLOPs
	Loss unit.Loss // nats per token
	Used bool      // kept by the published fit; of a reader's own runs: not put aside

	U      unit.Tokens // unique tokens; 0: as many as D
	S      unit.Steps  // parameter updates
	B      unit.Tokens // per batch
	Error  float64     // error rate on downstream tasks, from 0 to 1
	Weight float64     // in a fit; 0 stands for 1

	Name  string // as the source names it
	Curve string // runs with the same one are checkpoints of one training; "" if final
	Group string // runs of one experiment, which may be fitted together; "" if all may
	Row   int    // line of the file that it was read from, from 1; 0 if from none
}

// Point is the place of the run in design space.
func (r Run) Point() law.Point {
	return law.Point{N: r.N, D: r.D, C: r.C, B: r.B, S: r.S, U: r.U, L: r.Loss}
}

// Target is what the law l predicts of the run: its loss or its error rate.
func (r Run) Target(l *law.Law) float64 {
	if l.Output == law.OutputError {
		return r.Error
	}
	return float64(r.Loss)
}

// Dataset is a collection of runs that can be compared with each other.
type Dataset struct {
	ID       string
	Name     string
	Ref      cite.Ref
	Grade    cite.Grade
	Licence  string
	Caveats  []string     // what a reader must know, one sentence each; English, translated by app/text
	Counting law.Counting // 0 if it differs between groups; a caveat says how
	Law      string       // ID of the law that is fitted first
	Group    string       // the group that is opened first; "" if the runs have none
	DataSize bool         // D is the size of the data, however often it was read: the compute is not 6ND
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
// that is not part of the binary: in the browser all but Chinchilla's.
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
		fetched("porian-isoflops", porianFile, ParsePorian),
		fetched("porian-optima", porianOptimaFile, ParsePorianOptima),
		fetched("gadre", gadreFile, ParseGadre),
		fetched("muennighoff", muennighoffFile, ParseMuennighoff),
		fetched("olmo-ladder", olmoFile, ParseOLMoLadder),
		fetched("olmo-ladder-curves", olmoCurvesFile, ParseOLMoCurves),
		fetched("gemstones", gemstonesFile, ParseGemstones),
		fetched("nanogpt", nanoGPTFile, ParseNanoGPT),
		fetched("rectified", rectifiedFile, ParseRectified),
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
