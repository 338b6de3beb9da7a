//go:build !js && browser

package main

import "path/filepath"

// What we are compared to, in the newest versions when this was written.
var (
	plotlyFull = npmPackage{"plotly.js-dist-min", "4.1.2",
		"VSmS9KVNun16S8qFYYp9LlL/XBby4ueeGqB+K9AqRCVsup8dSpGULap4UyR1f2mz4pV3qjWp1sR5chwLgIKPoQ=="}
	observablePlot = npmPackage{"@observablehq/plot", "0.6.17",
		"/qaXP/7mc4MUS0s4cPPFASDRjtsWp85/TbfsciqDgU1HwYixbSbbytNuInD8AcTYC3xaxACgVX06agdfQy9W+g=="}
	d3 = npmPackage{"d3", "7.9.2",
		"ZKb/mONPVKzaO5UlcWcwN8bS4ezvQaYu+bsou+XgNABdGC800kwH651ADTbbTxMPHW13UlvbQafdmJQDk1w7Mg=="}
	uPlot = npmPackage{"uplot", "1.6.32",
		"KIMVnG68zvu5XXUbC4LQEPnhwOxBuLyW1AHtpm6IKTXImkbLgkMy+jabjLgSLMasNuGGzQm/ep3tOkyTxpiQIw=="}
)

// libraries are the files of the alternatives by the names that our pages have for them.
func libraries(p *program) map[string]string {
	return map[string]string{
		"plotly.js": filepath.Join(plotlyFull.packed(p), "plotly.min.js"),
		"d3.js":     filepath.Join(d3.packed(p), "dist", "d3.min.js"),
		"plot.js":   filepath.Join(observablePlot.packed(p), "dist", "plot.umd.min.js"),
		"uplot.js":  filepath.Join(uPlot.packed(p), "dist", "uPlot.iife.min.js"),
		"uplot.css": filepath.Join(uPlot.packed(p), "dist", "uPlot.min.css"),
	}
}
