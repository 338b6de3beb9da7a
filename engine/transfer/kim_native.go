//go:build !js

package transfer

import _ "embed" // the table, which the page fetches when it needs it

//go:embed data/kim_language_transfer_digitised.csv
var kimCSV []byte

// KimCSV returns the table that ParseKim reads.
func KimCSV() []byte { return kimCSV }
