package text

// ExportText is what is said of figures and tables taken elsewhere.
type ExportText struct {
	_ incomparable

	Menu, Save, Copy                                                          string // the button and the groups behind it
	Image, LaTeXFigure, LaTeXTable, MarkdownImage, MarkdownTable, Alt, Python string
	Saved                                                                     string // {0} name of the file
	Failed                                                                    string // the browser made no file
	Refused, RefusedImage                                                     string // the clipboard

	Open, OpenHelp string // a file that was saved here
	NoState        string // {0} name of the file

	// On paper.
	Sources, Link string

	Upper, Lower string // the ends of an interval, as columns
}
