package text

// PrivateText is what is said of a reader's own runs: where they are, and where not.
type PrivateText struct {
	_ incomparable

	// What a fit is called whose runs are not here.
	LinkFit     string // {0} number of runs {1} the digest's beginning
	LinkFitBare string

	// On Fit.
	Missing, MissingCoefs  string
	SameRuns               string // {0} the digest's beginning
	OtherRuns              string // {0} the digest's beginning {1} that of the runs here
	OfResamples            string // {0} number
	OfFit                  string
	Keep, KeepHelp, Delete string
	Kept                   string // {0} number of runs
	KeepFailed, KeepMany   string
	Session, SessionHelp   string
	SessionBad             string // {0} name of the file
	LinkRuns               string // the name of runs that came with a link
	TooMany                string // {0} number of runs
	TakenOut               string

	// In the share panel.
	NotInLink    string // {0} number of runs
	WithRuns     string
	WithRunsHelp string // {0} number of characters {1} number of runs
	EmbedRuns    string // {0} number of runs {1} number of characters
	EmbedWithout string

	// In the menus of figures and tables.
	Yours, Draws string
	AddRuns      string // {0} number of characters
	LeaveRuns    string
}

// NamedOwn returns the strings in which a fit of one's own is called name.
func (t *Strings) NamedOwn(name string) *Strings {
	named := *t
	named.Fit.Own = name
	return &named
}
