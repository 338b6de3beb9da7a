//go:build !js

package shape

import "lossline/engine/internal/gemdata"

// Gemstones returns the embedded runs. In the browser the file is fetched and
// read by ParseGemstones instead.
func Gemstones() ([]Gemstone, error) { return ParseGemstones(GemstonesFile, gemdata.CSV) }
