package text

// EmbedText is what is said around a figure that stands in somebody else's page.
type EmbedText struct {
	_ incomparable

	Open          string // the link to the whole page with these numbers
	Laws, Runs    string // the source line: the laws with their sets; the runs, the law
	Item          string // one law: its name, its set
	Unopened      string // the frame does not let the numbers of its address be computed
	Frozen        string // the frame does not let anything be computed
	Incomplete    string // a link without its end
	Missing       string // a fit whose runs are not in the address
	Touch         string // what a reader can do with a still picture
	PresetOutcome string // what was built in fact

	// What the snippets are called.
	SnippetFrame, SnippetHeight, SnippetElement, SnippetMDX, SnippetMarkdown   string
	SnippetQuarto, SnippetMkDocs, SnippetWordPress, SnippetLaTeX, LaTeXCaption string
	SnippetPinned                                                              string
}
