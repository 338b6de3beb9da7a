package en

import (
	"lossline/app/text"
)

func init() { Strings.Embed = embedText }

var embedText = text.EmbedText{
	Open:             "Open in Lossline",
	Laws:             "Laws: {0}",
	Runs:             "Runs: {0}; law: {1}",
	Item:             "{0} ({1})",
	Unopened:         "This frame cannot compute the numbers of its address: what you see are the default ones. “Open in Lossline” shows those of the address.",
	Frozen:           "This frame cannot compute: the figure stays as it is. “Open in Lossline” leads to one that follows you.",
	Incomplete:       "The address of this figure is incomplete or was changed: some numbers may be the default ones.",
	Missing:          "The runs of this figure are not in its address, so that it cannot be drawn: what you see are other runs.",
	Touch:            "Change a number and the figure follows.",
	PresetOutcome:    "What was built: {0}",
	SnippetFrame:     "HTML",
	SnippetHeight:    "HTML, height follows",
	SnippetElement:   "HTML element",
	SnippetMDX:       "MDX",
	SnippetMarkdown:  "Markdown",
	SnippetQuarto:    "Quarto",
	SnippetMkDocs:    "MkDocs",
	LaTeXCaption:     "Made with Lossline",
	SnippetWordPress: "WordPress",
	SnippetLaTeX:     "LaTeX",
	SnippetPinned:    "HTML element, fixed version",
}
