package text

import (
	"lossline/engine/dataset"
	"lossline/engine/transfer"
	"lossline/engine/unit"
)

// CodesText has the sentences for what the engine says by a code, and the words for
// what it says in English.
type CodesText struct {
	_ incomparable

	Parse        map[unit.Code]string     // unit.ParseError; English lacks those that unit has
	Jobs         map[string]string        // job.Error, with its Args
	FitWarnings  map[string]string        // job.Warning: {0} its coefficients, {1} and on its numbers
	LeftOut      map[string]string        // job.LeftOut: {0} what is missing
	ReadNotes    map[dataset.Code]string  // {0} column {1} least {2} largest value {3} scale
	ReadProblems map[dataset.Code]string  // {0} the cell
	Findings     map[transfer.Code]string // transfer.Note: {0} its value {1} its limit

	// Engine has names of laws, meanings of coefficients, notes on coefficient sets and
	// caveats of data sets, by what the engine says. Nil for English.
	Engine map[string]string
}
