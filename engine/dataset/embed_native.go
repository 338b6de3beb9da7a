//go:build !js

package dataset

import (
	"embed"
	"fmt"

	"lossline/engine/internal/gemdata"
)

//go:embed data/*.csv
var data embed.FS

// File is a file of the site, from which a page in the browser reads a data set.
type File struct {
	Name string // Loader.File
	Data []byte
}

// Files returns the file of every data set, in the order of All.
func Files() []File {
	var out []File
	for _, l := range All() {
		out = append(out, File{l.File, contents(l.File)})
	}
	return out
}

// contents returns the bytes of an embedded file; asking for one that is not
// there is a mistake in this package.
func contents(name string) []byte {
	if name == gemstonesFile {
		return []byte(gemdata.CSV)
	}
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(fmt.Sprintf("dataset: %s is not embedded: %v", name, err))
	}
	return b
}

// fetched is the loader of a file that is part of this binary and that the
// browser fetches.
func fetched(id, file string, parse func([]byte) (*Dataset, error)) Loader {
	return Loader{id, file, parse, func() (*Dataset, error) { return parse(contents(file)) }}
}

// Porian returns the isoFLOP runs of Porian et al. 2024.
func Porian() (*Dataset, error) { return ParsePorian(contents(porianFile)) }

// PorianOptima returns the optima that Porian et al. 2024 read off their runs.
func PorianOptima() (*Dataset, error) { return ParsePorianOptima(contents(porianOptimaFile)) }

// Gadre returns the over-trained runs of Gadre et al. 2024.
func Gadre() (*Dataset, error) { return ParseGadre(contents(gadreFile)) }

// Muennighoff returns the runs on repeated data of Muennighoff et al. 2023.
func Muennighoff() (*Dataset, error) { return ParseMuennighoff(contents(muennighoffFile)) }

// OLMoLadder returns the final losses of Bhagia et al. 2024.
func OLMoLadder() (*Dataset, error) { return ParseOLMoLadder(contents(olmoFile)) }

// OLMoCurves returns the learning curves of Bhagia et al. 2024.
func OLMoCurves() (*Dataset, error) { return ParseOLMoCurves(contents(olmoCurvesFile)) }

// Gemstones returns the checkpoints of McLeish et al. 2025.
func Gemstones() (*Dataset, error) { return ParseGemstones(contents(gemstonesFile)) }

// NanoGPT returns the runs of Shehper 2023.
func NanoGPT() (*Dataset, error) { return ParseNanoGPT(contents(nanoGPTFile)) }

// Rectified returns the fine-tuning runs of Lin et al. 2024.
func Rectified() (*Dataset, error) { return ParseRectified(contents(rectifiedFile)) }
