package chart

// XY is a figure of lines, bands and points over two axes, as plain data. All
// strings are ready to be shown, in the language of the page.
type XY struct {
	ID       string // stem of ids in the page; letters, digits, '-' and '_'
	Title    string
	Subtitle string
	Bare     bool   // title and subtitle name the figure but are not drawn in it
	Summary  string // what the figure shows, a sentence or more; also its description
	Alt      string // the description, where it should not be the summary
	Beyond   string // label of the region where no line is fitted: "extrapolation"

	X, Y AxisSpec

	Bands  []Band
	Lines  []Line
	Points []Points
	Marks  []Mark
	VLines []Rule // at an x
	HLines []Rule // at a y
}

// Point is a place in the units of the axes.
type Point struct{ X, Y float64 }

// AxisSpec says what an axis measures and which part of it is seen.
type AxisSpec struct {
	Label    string
	Of       Quantity
	Unit     string  // shown in brackets after the label
	Min, Max float64 // zero: from the data
	Log      bool
	Format   Format
	Text     func(float64) string // how ticks are written, instead of Format
}

// Line is a function of x, sampled. Pts go from left to right or from right to
// left or, for a curve such as a trajectory, as they please.
type Line struct {
	Key    string
	Label  string
	Role   Role // zero: by its place among the lines
	Pts    []Point
	Fitted [2]float64 // the x range that its law was fitted on: solid inside, dashed outside; zero: nothing said
	Thin   bool       // one of many, such as a bootstrap resample or an isoFLOP profile
	Plain  bool       // joins observations: no marker and no label at its end, nor in the legend
}

// Band is an interval of y for each x.
type Band struct {
	Key    string
	Label  string
	Role   Role   // zero: by its place among the bands
	Quiet  bool   // belongs to a line of its colour: not in the legend
	Of     int    // the line that it is an interval of, counted from 1; 0: of none alone
	Short  string // the label where the line is named beside it: "80%"
	X      []float64
	Lo, Hi []float64
}

// Points are observations.
type Points struct {
	Key    string
	Label  string
	Role   Role   // zero: by its place among the points
	Marker Marker // zero: that of the role
	Hollow bool   // outlined only: not counted in any claim
	Quiet  bool   // belong to a line of their colour: not in the legend
	Pts    []Point
	Names  []string // of some or all Pts, in their order; written where there is room
}

// Mark is the user's point: a ring, with hairlines to the axes.
type Mark struct {
	Key   string
	Label string
	Role  Role // zero: Accent
	At    Point
}

// Rule is a hairline across the figure.
type Rule struct {
	Label string
	Role  Role // zero: Muted
	At    float64
}
