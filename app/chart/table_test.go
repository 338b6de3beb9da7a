package chart

import (
	"math"
	"testing"
)

func TestTables(t *testing.T) {
	f := beyondFitted()
	f.Bands = []Band{{Key: "b", Label: "range", X: []float64{1e9, 1e10}, Lo: []float64{2, 1}, Hi: []float64{3, 2}}}
	ts := f.Tables()
	if len(ts) != 3 {
		t.Fatalf("%d tables, want lines, runs and the mark", len(ts))
	}
	lines, runs, mark := ts[0], ts[1], ts[2]
	if n := len(lines.Rows); n > maxRows || n < maxRows-4 {
		t.Errorf("%d rows of lines", n)
	}
	if len(lines.Heads) != 1+5+2 || lines.Heads[6].Bound != Lower || lines.Heads[7].Bound != Upper {
		t.Errorf("heads: %+v", lines.Heads)
	}
	if h := lines.Heads[2]; h.Label != "Hoffmann 2022" || h.Unit != "nats per token" || h.Fitted != f.Lines[1].Fitted {
		t.Errorf("head of the second line: %+v", h)
	}
	checkRows(t, f, lines)
	if len(runs.Rows) != len(f.Points[0].Pts) || runs.Title != "runs" {
		t.Errorf("%d rows of %q, want all %d", len(runs.Rows), runs.Title, len(f.Points[0].Pts))
	}
	if len(mark.Rows) != 1 || mark.Rows[0][1] != f.Marks[0].At.Y {
		t.Errorf("mark: %+v", mark)
	}
}

// checkRows checks that the x ascend, from the first sample to the last, and
// that each value is exactly the line's sample there.
func checkRows(t *testing.T, f *XY, lines Table) {
	t.Helper()
	pts := f.Lines[1].Pts
	if x := lines.Rows[0][0]; x != pts[0].X {
		t.Errorf("first row at %v", x)
	}
	if x := lines.Rows[len(lines.Rows)-1][0]; x != pts[len(pts)-1].X {
		t.Errorf("last row at %v", x)
	}
	last := 0.0
	for _, row := range lines.Rows {
		if row[0] <= last {
			t.Errorf("x %v after %v", row[0], last)
		}
		last = row[0]
		want := math.NaN() // a row of the band's own
		for _, p := range pts {
			if p.X == row[0] {
				want = p.Y
			}
		}
		if got := row[2]; got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Errorf("at %v: %v, want %v", row[0], got, want)
		}
	}
}

// TestTablesOfDifferentGrids checks that lines sampled at different places keep
// their own samples.
func TestTablesOfDifferentGrids(t *testing.T) {
	ts := valley().Tables()
	if len(ts) != 1 || len(ts[0].Rows) > maxRows {
		t.Fatalf("%d tables", len(ts))
	}
	seen := make([]int, 5)
	for _, row := range ts[0].Rows {
		for i, v := range row {
			if !math.IsNaN(v) {
				seen[i]++
			}
		}
	}
	for i, n := range seen[1:] {
		if n < 5 {
			t.Errorf("line %d has %d values", i, n)
		}
	}
	if (&XY{}).Tables() != nil {
		t.Error("tables of an empty figure")
	}
}
