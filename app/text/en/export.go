package en

import (
	"lossline/app/text"
)

func init() { Strings.Export = exportText }

var exportText = text.ExportText{
	Menu:          "Save or copy",
	Save:          "Save",
	Copy:          "Copy",
	Image:         "Image",
	LaTeXFigure:   "LaTeX figure",
	LaTeXTable:    "LaTeX table",
	MarkdownImage: "Markdown image",
	MarkdownTable: "Markdown table",
	Alt:           "Alternative text",
	Python:        "Python",
	Saved:         "Saved {0}",
	Failed:        "This browser could not make the file",
	Refused:       "Copying was refused: the text is selected, press Ctrl+C",
	RefusedImage:  "This browser copies no images: save it instead",
	Open:          "Open a saved figure",
	OpenHelp:      "An SVG, PNG, PDF or JSON saved here brings its numbers back. It can be dropped anywhere on the page.",
	NoState:       "{0} was not saved by Lossline, or has lost its numbers on the way.",
	Sources:       "What the numbers rest on",
	Link:          "These numbers, live",
	Upper:         "upper",
	Lower:         "lower",
}
