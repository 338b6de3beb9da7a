package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

// flats returns a figure of horizontal lines at the given heights.
func flats(ys ...float64) *XY {
	f := &XY{Title: "flat", X: AxisSpec{Label: "x"}, Y: AxisSpec{Label: "y", Min: 0.0001, Max: 100}}
	for i, y := range ys {
		f.Lines = append(f.Lines, Line{Label: fmt.Sprintf("L%d", i), Pts: []Point{{0, y}, {10, y}}})
	}
	return f
}

// laid returns a figure laid out.
func laid(t *testing.T, f *XY, w, h vg.Length) *scene {
	t.Helper()
	s := newScene()
	if err := s.lay(f, Light, w, h); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestEnds checks where labels go: at their lines where there is room, apart
// where lines meet, into a legend where neither is possible.
func TestEnds(t *testing.T) {
	s := laid(t, flats(20, 50, 80), 500, 300)
	if !s.direct || len(s.ends) != 3 {
		t.Fatalf("direct %v, %d ends", s.direct, len(s.ends))
	}
	for _, e := range s.ends {
		if math.Abs(float64(e.pt.Y-e.at.Y)) > 1e-9 {
			t.Errorf("line %d: label is moved although there is room", e.line)
		}
	}

	s = laid(t, flats(50, 50.1, 50.2), 500, 300)
	if !s.direct {
		t.Fatal("three labels do not fit")
	}
	mean := 0.0
	for i, e := range s.ends {
		if e.line != i {
			t.Errorf("label %d belongs to line %d: order of the lines is lost", i, e.line)
		}
		if i > 0 && float64(e.pt.Y-s.ends[i-1].pt.Y) < endLine-1e-9 {
			t.Errorf("labels %d and %d touch", i-1, i)
		}
		mean += float64(e.pt.Y-e.at.Y) / 3
	}
	if math.Abs(mean) > 1e-6 {
		t.Errorf("labels are off their lines by %v on average", mean)
	}

	for name, f := range map[string]*XY{
		"too many at one place": flats(50, 50.1, 50.2, 50.3, 50.4, 50.5, 50.6),
		"wide labels": func() *XY {
			f := flats(20, 80)
			f.Lines[0].Label = strings.Repeat("wide ", 8)
			return f
		}(),
	} {
		if s := laid(t, f, 500, 300); s.direct || s.keyRows == 0 {
			t.Errorf("%s: direct %v, %d rows of legend", name, s.direct, s.keyRows)
		}
	}
}

// TestEndsAtTheBottom checks that labels of lines at the edge stay on the canvas.
func TestEndsAtTheBottom(t *testing.T) {
	s := laid(t, flats(1, 2, 3), 500, 300)
	if !s.direct {
		t.Fatal("three labels do not fit")
	}
	for _, e := range s.ends {
		if float64(e.pt.Y) < s.area.y0 {
			t.Errorf("label of line %d is below the data", e.line)
		}
	}
}

// TestClip checks the clipping of lines by hand: a line that leaves a box and
// comes back is two subpaths.
func TestClip(t *testing.T) {
	b := box{0, 10, 0, 10}
	var p vg.Path
	b.polyline(&p, []vg.Point{{X: -5, Y: 5}, {X: 5, Y: 5}, {X: 5, Y: 15}, {X: 8, Y: 15}, {X: 8, Y: 5}, {X: 20, Y: 5}})
	want := []vg.PathComp{
		{Type: vg.MoveComp, Pos: vg.Point{X: 0, Y: 5}}, {Type: vg.LineComp, Pos: vg.Point{X: 5, Y: 5}}, {Type: vg.LineComp, Pos: vg.Point{X: 5, Y: 10}},
		{Type: vg.MoveComp, Pos: vg.Point{X: 8, Y: 10}}, {Type: vg.LineComp, Pos: vg.Point{X: 8, Y: 5}}, {Type: vg.LineComp, Pos: vg.Point{X: 10, Y: 5}},
	}
	if len(p) != len(want) {
		t.Fatalf("%+v", p)
	}
	for i := range p {
		if p[i].Type != want[i].Type || p[i].Pos != want[i].Pos {
			t.Errorf("%d: %+v, want %+v", i, p[i], want[i])
		}
	}
	if _, _, ok := b.segment(vg.Point{X: -1, Y: 9}, vg.Point{X: 5, Y: 30}); ok {
		t.Error("a segment that passes the corner outside is taken in")
	}
	if got := (box{-5, 1, 9, 12}).into(b); got != (box{0, 6, 7, 10}) {
		t.Errorf("into: %+v", got)
	}
}

// TestDashes checks that a line is dashed outside of its fitted range and solid
// inside, and that the hatching covers what no line was fitted on.
func TestDashes(t *testing.T) {
	f := oneLaw()
	f.Lines[0].Fitted = [2]float64{1e10, 1e11}
	im, err := Render(f, Light, 720, 440)
	if err != nil {
		t.Fatal(err)
	}
	x0, x1 := im.X.Map(1e10), im.X.Map(1e11)
	solid, dashed, hatched := 0, 0, 0
	for _, e := range parseSVG(t, im.SVG) {
		switch {
		case e.name != "path":
		case e.attr["class"] == "lf-grid":
			for _, p := range parsePath(t, e.attr["d"]) {
				// Grid lines begin and end at the edges; hatching does not.
				if p.x > im.X.From+1 && p.x < im.X.To-1 {
					hatched++
					if p.x > x0+0.1 && p.x < x1-0.1 {
						t.Errorf("hatching at %v, inside of the fitted range", p)
					}
				}
			}
		case e.attr["class"] == "lf-s1" && e.attr["stroke-width"] == "2":
			for _, p := range parsePath(t, e.attr["d"]) {
				in := p.x > x0+0.1 && p.x < x1-0.1
				out := p.x < x0-0.1 || p.x > x1+0.1
				if e.attr["stroke-dasharray"] != "" {
					dashed++
					if in {
						t.Errorf("dashed at %v, inside of the fitted range", p)
					}
				} else {
					solid++
					if out {
						t.Errorf("solid at %v, outside of the fitted range", p)
					}
				}
			}
		}
	}
	if solid < 10 || dashed < 20 || hatched < 20 {
		t.Errorf("%d solid, %d dashed points, %d of the hatching", solid, dashed, hatched)
	}
}
