package chart

import (
	"math"
	"slices"
)

// maxRows is how many rows a table of lines has at most. More say no more of a
// smooth function.
const maxRows = 25

// Tables returns the figure's data: one table of lines and bands, at some of the
// x that they were sampled at; one for each set of observations, with all of them; one
// for each mark. No value is interpolated or rounded.
func (f *XY) Tables() []Table {
	var out []Table
	if t, ok := f.linesTable(); ok {
		out = append(out, t)
	}
	for i := range f.Points {
		if p := &f.Points[i]; len(p.Pts) > 0 && p.Label != "" {
			out = append(out, f.pointsTable(p.Label, p.Pts))
		}
	}
	for i := range f.Marks {
		out = append(out, f.pointsTable(f.Marks[i].Label, []Point{f.Marks[i].At}))
	}
	return out
}

// column is a function of x in a table.
type column struct {
	head Head
	x    []float64
	y    []float64
}

// at returns the value sampled at x, or NaN.
func (c *column) at(x float64) float64 {
	if i := slices.Index(c.x, x); i >= 0 {
		return c.y[i]
	}
	return math.NaN()
}

func (f *XY) linesTable() (Table, bool) {
	cols := f.columns()
	if len(cols) == 0 {
		return Table{}, false
	}
	t := Table{Title: f.Title, Heads: []Head{f.X.head()}}
	for _, c := range cols {
		t.Heads = append(t.Heads, c.head)
	}
	for _, x := range rowsOf(cols) {
		row := []float64{x}
		for i := range cols {
			row = append(row, cols[i].at(x))
		}
		t.Rows = append(t.Rows, row)
	}
	return t, true
}

// columns returns the lines and the ends of the bands.
func (f *XY) columns() []column {
	var cols []column
	add := func(label string, b Bound, fitted [2]float64, x, y []float64) {
		if len(x) > 0 {
			cols = append(cols, column{Head{label, f.Y.Unit, f.Y.Format, b, fitted}, x, y})
		}
	}
	for i := range f.Lines {
		l := &f.Lines[i]
		x, y := make([]float64, len(l.Pts)), make([]float64, len(l.Pts))
		for j, p := range l.Pts {
			x[j], y[j] = p.X, p.Y
		}
		add(l.Label, 0, l.Fitted, x, y)
	}
	for i := range f.Bands {
		b := &f.Bands[i]
		add(b.Label, Lower, [2]float64{}, b.X, b.Lo)
		add(b.Label, Upper, [2]float64{}, b.X, b.Hi)
	}
	return cols
}

// rowsOf returns the x of the rows: of each set of samples that columns share,
// as many, evenly, as make maxRows together. What a small set does not use is
// for the larger ones.
func rowsOf(cols []column) []float64 {
	var grids [][]float64
	for _, c := range cols {
		if !slices.ContainsFunc(grids, func(g []float64) bool { return slices.Equal(g, c.x) }) {
			grids = append(grids, c.x)
		}
	}
	slices.SortStableFunc(grids, func(a, b []float64) int { return len(a) - len(b) })
	var xs []float64
	for i, g := range grids {
		xs = append(xs, thinned(g, max(2, (maxRows-len(xs))/(len(grids)-i)))...)
	}
	slices.Sort(xs)
	return thinned(slices.Compact(xs), maxRows)
}

// thinned returns n elements of xs, evenly from the first to the last, or all if
// there are no more.
func thinned(xs []float64, n int) []float64 {
	if len(xs) <= n {
		return xs
	}
	out := make([]float64, n)
	for i := range out {
		out[i] = xs[(i*(len(xs)-1)+(n-1)/2)/(n-1)]
	}
	return out
}

func (f *XY) pointsTable(title string, pts []Point) Table {
	t := Table{Title: title, Heads: []Head{f.X.head(), f.Y.head()}}
	for _, p := range pts {
		t.Rows = append(t.Rows, []float64{p.X, p.Y})
	}
	return t
}

func (a *AxisSpec) head() Head { return Head{Label: a.Label, Unit: a.Unit, Format: a.Format} }
