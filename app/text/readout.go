package text

// ReadoutText is what figures say of their points, to eyes and to ears.
type ReadoutText struct {
	_ incomparable

	Role           string // what a figure is called that answers to keys
	Hint, Keys     string // where help is; all the keys
	Above, Below   string // {0} the multiple, without "times"
	Interval       string // {0} percent
	Outside        string // where there is no multiple to name
	Pause, End     string // in a sentence
	Rows           string // of a long table: {0} rows of {1}
	Sound, SoundOf string // of the menu: its heading and what plays a series
}
