// Package chart draws figures: an XY, laid out and drawn by
// gonum/plot, becomes an Image, an SVG with what a page needs to answer a pointer.
//
// XY is plain data, no drawing. The colours of an image are classes whose rules
// CSS writes, so that a change of theme, forced colours and print need no redraw.
//
// One unit of vg.Length is one CSS pixel throughout.
package chart

// Image is a drawn figure.
type Image struct {
	SVG           []byte // one svg element, UTF-8, no prolog
	Width, Height float64
	X, Y          Axis
	Series        []Series // what a pointer can find, in the order of drawing
}

// String returns the SVG.
func (im Image) String() string { return string(im.SVG) }

// Series is something of a figure that a pointer can find, in the units of the
// data. Pts belongs to the figure: read only.
type Series struct {
	Key    string
	Label  string
	Role   Role
	Kind   Kind
	Pts    []Point
	Fitted [2]float64 // of a line: the x range that its law was fitted on, zero if it says none
}

// Kind tells what a Series is drawn as.
type Kind uint8

// The kinds of series.
const (
	KindLine   Kind = iota + 1 // connected samples of a function: may be interpolated
	KindPoints                 // separate observations
	KindMark                   // the user's point
)

// Table is a table of a figure's data. NaN stands where a column has no value
// in a row.
type Table struct {
	Title string
	Heads []Head
	Rows  [][]float64
}

// Head is the head of a column of a Table.
type Head struct {
	Label, Unit string
	Format      Format
	Bound       Bound
	Fitted      [2]float64 // of a line: a value whose x is outside is extrapolated; zero if nothing is said
}

// Bound says which end of an interval a column has.
type Bound int8

// The bounds. The zero value is for what is not an interval.
const (
	Lower Bound = -1
	Upper Bound = 1
)
