package transfer

import _ "embed" // the table, 12 kB

//go:embed data/kim_language_transfer_digitised.csv
var kimCSV []byte

// KimCSV returns the table that ParseKim reads.
func KimCSV() []byte { return kimCSV }
