package shape

import _ "embed"

//go:embed data/gemstones_sample.csv
var gemstonesSampleCSV string

// GemstonesSample returns all 22 runs at three of their checkpoints: after
// 1.0e10, 1.0e11 and 3.5e11 tokens, the first and the last among them. It is
// small enough for the browser's binary.
func GemstonesSample() ([]Gemstone, error) {
	return ParseGemstones("gemstones_sample.csv", gemstonesSampleCSV)
}
