package dataset

import (
	"slices"

	"lossline/engine/internal/csvtable"
)

// CellError reports a cell of a file that ships, or of the canonical text of runs, that cannot be read. Row 1 is the
// header, as in a spreadsheet; Column is the name in the header, empty if the whole row is wrong.
type CellError = csvtable.Error

// columns is a file that ships, read by its columns.
type columns struct{ *csvtable.Table }

// open reads csv; file is the name used in errors.
func open(file string, csv []byte) columns { return columns{csvtable.Parse(file, csv)} }

// build makes a data set of info, with a run for each row: used and ungrouped
// until fill says otherwise.
func (c columns) build(info Dataset, fill func(i int, r *Run)) (*Dataset, error) {
	if err := c.Err(); err != nil {
		return nil, err
	}
	info.Caveats = slices.Clone(info.Caveats)
	info.Runs = make([]Run, c.Len())
	for i := range info.Runs {
		r := &info.Runs[i]
		r.Row, r.Used = c.Number(i), true
		fill(i, r)
	}
	return &info, nil
}
