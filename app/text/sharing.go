package text

// SharingText is what is said around links, undoing and comparing.
type SharingText struct {
	_ incomparable

	Link, LinkBare, LinkBareHelp string
	NoRuns                       string // {0} number of runs
	Long                         string
	SameNumbers, OtherNumbers    string
	FirstNumbers                 string // of a link of before 2026-12
	Opened, Restore              string
	Undo, Redo                   string

	Timeline, TimelineHelp, TimelineNone string
	Forget                               string

	Embed, EmbedHelp, EmbedFigure, EmbedKind string

	Pin, PinHelp, Lanes                         string
	Lane                                        string // {0} letter
	Now, Unpin, Take, ColChange, ColAsked, Full string
}
