//go:build !js

package shape

import _ "embed"

//go:embed data/gemstones_width_depth.csv
var gemstonesCSV string

// Gemstones returns the embedded runs. In the browser the file is fetched and
// read by ParseGemstones instead.
func Gemstones() ([]Gemstone, error) { return ParseGemstones(GemstonesFile, gemstonesCSV) }
