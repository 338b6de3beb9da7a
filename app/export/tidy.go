package export

import (
	"math"

	"lossline/app/chart"
	"lossline/app/text"
	"lossline/engine/unit"
)

// Tidy is all of a figure's data, one row an observation: every sample of its
// lines and bands, every run, every mark and rule. Columns are
//
//	series, kind (line, points, band, mark, x-rule, y-rule), x, y, lower, upper,
//	extrapolated (yes, no; of lines whose law was fitted on a range), name
//
// where x and y are headed by the labels of the axes with their units. A column
// in which no row has anything is left out.
func Tidy(f *chart.XY) Sheet {
	t := tidy{Sheet{ID: f.ID, Title: f.Title, Heads: []string{"series", "kind", withUnit(f.X.Label, f.X.Unit), withUnit(f.Y.Label, f.Y.Unit),
		"lower", "upper", "extrapolated", "name"}}}
	nan := math.NaN()
	for _, l := range f.Lines {
		for _, p := range l.Pts {
			t.add(l.Label, l.Key, "line", p.X, p.Y, nan, nan, extrapolated(l.Fitted, p.X), "")
		}
	}
	for _, b := range f.Bands {
		for i, x := range b.X {
			t.add(b.Label, b.Key, "band", x, nan, b.Lo[i], b.Hi[i], "", "")
		}
	}
	for _, s := range f.Points {
		for i, p := range s.Pts {
			name := ""
			if i < len(s.Names) {
				name = s.Names[i]
			}
			t.add(s.Label, s.Key, "points", p.X, p.Y, nan, nan, "", name)
		}
	}
	for _, m := range f.Marks {
		t.add(m.Label, m.Key, "mark", m.At.X, m.At.Y, nan, nan, "", "")
	}
	for _, r := range f.VLines {
		t.add(r.Label, "", "x-rule", r.At, nan, nan, nan, "", "")
	}
	for _, r := range f.HLines {
		t.add(r.Label, "", "y-rule", nan, r.At, nan, nan, "", "")
	}
	return t.filled()
}

// extrapolated says whether x is outside of what a line's law was fitted on.
func extrapolated(fitted [2]float64, x float64) string {
	switch {
	case fitted == [2]float64{}:
		return ""
	case beyond(fitted, x):
		return "yes"
	}
	return "no"
}

func beyond(fitted [2]float64, x float64) bool {
	return fitted != [2]float64{} && (x < fitted[0] || x > fitted[1])
}

type tidy struct{ Sheet }

// add adds a row. A series without a label has its key for a name.
func (t *tidy) add(label, key, kind string, x, y, lo, hi float64, beyond, name string) {
	if label == "" {
		label = key
	}
	num := func(v float64) Cell {
		if math.IsNaN(v) {
			return Cell{}
		}
		return Num(v, number(v))
	}
	t.Rows = append(t.Rows, []Cell{Text(label), Text(kind), num(x), num(y), num(lo), num(hi), Text(beyond), Text(name)})
}

// filled is the sheet without its empty columns.
func (t *tidy) filled() Sheet {
	s := Sheet{ID: t.ID, Title: t.Title, Rows: make([][]Cell, len(t.Rows))}
	for col, head := range t.Heads {
		some := col < 4
		for _, r := range t.Rows {
			some = some || r[col] != Cell{}
		}
		if !some {
			continue
		}
		s.Heads = append(s.Heads, head)
		for i, r := range t.Rows {
			s.Rows[i] = append(s.Rows[i], r[col])
		}
	}
	return s
}

// Sheets are the tables of a figure as the page shows them, with its roundings
// as texts. A value outside of what its law was fitted on has an asterisk, which
// the note explains.
func Sheets(f *chart.XY, t *text.Strings) []Sheet {
	var out []Sheet
	for _, table := range f.Tables() {
		s := Sheet{ID: f.ID, Title: table.Title}
		for _, h := range table.Heads {
			label := h.Label
			if h.Bound != 0 {
				label += ", " + t.Bound(h.Bound == chart.Upper)
			}
			s.Heads = append(s.Heads, withUnit(label, h.Unit))
		}
		for _, r := range table.Rows {
			var row []Cell
			for i, v := range r {
				if math.IsNaN(v) {
					row = append(row, Cell{})
					continue
				}
				c := Num(v, shown(table.Heads[i].Format, v, t))
				if f.Beyond != "" && beyond(table.Heads[i].Fitted, r[0]) {
					c.Text += "*"
					s.Note = "* " + f.Beyond
				}
				row = append(row, c)
			}
			s.Rows = append(s.Rows, row)
		}
		out = append(out, s)
	}
	return out
}

// shown is a value as the page's tables have it.
func shown(f chart.Format, v float64, t *text.Strings) string {
	switch f {
	case chart.Count:
		return unit.Compact(v)
	case chart.Power:
		return t.FLOPNumber(v)
	case chart.Percent:
		return t.Percent(v)
	case chart.Whole:
		return t.Whole(v)
	}
	return t.Loss(v)
}

func withUnit(label, unit string) string {
	if unit == "" {
		return label
	}
	return label + " (" + unit + ")"
}
