package chart

import (
	"errors"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

// image renders a story at its size.
func (s story) image() (Image, error) {
	return Render(s.fig, Light, vg.Length(s.w), vg.Length(s.h))
}

// TestErrors checks that what cannot be drawn is refused, by its place.
func TestErrors(t *testing.T) {
	change := func(f func(*XY)) *XY { xy := beyondFitted(); f(xy); return xy }
	for _, c := range []struct {
		fig  *XY
		want string
	}{
		{&XY{}, "no data"},
		{change(func(f *XY) { f.Lines[2].Pts[7].Y = math.NaN() }), `line 2 "Third law": point 7: y: NaN is not a number`},
		{change(func(f *XY) { f.Lines[0].Pts[3].X = math.Inf(1) }), `line 0 "Besiroglu 2024": point 3: x: +Inf is not a number`},
		{change(func(f *XY) { f.Lines[1].Pts[0].X = 0 }), `line 1 "Hoffmann 2022": point 0: x: 0 on a log axis`},
		{change(func(f *XY) { f.Lines[1].Pts[0].X = 1e-200 }), "point 0: x: 1e-200 is beyond any axis"},
		{change(func(f *XY) { f.Lines[1].Pts[0].Y = 1e200 }), "point 0: y: 1e+200 is beyond any axis"},
		{change(func(f *XY) { f.Points[0].Pts[4].Y = -2 }), `points 0 "runs": point 4: y: -2 on a log axis`},
		{change(func(f *XY) { f.Marks[0].At.Y = 0 }), `mark 0 "you": point 0: y: 0 on a log axis`},
		{change(func(f *XY) { f.Bands = []Band{{Key: "b", X: []float64{1}, Lo: []float64{1}}} }), `band 0 "b": 1 x, 1 lower and 0 upper values`},
		{change(func(f *XY) { f.Bands = []Band{{Key: "b", X: []float64{1}, Lo: []float64{1}, Hi: []float64{-1}}} }), `band 0 "b": point 0: y: -1 on a log axis`},
		{change(func(f *XY) { f.Lines[0].Fitted = [2]float64{5, 2} }), `line 0 "Besiroglu 2024": fitted range from 5 to 2`},
		{change(func(f *XY) { f.VLines = []Rule{{At: -1}} }), "vertical rule 0: -1 on a log axis"},
		{change(func(f *XY) { f.HLines = []Rule{{At: math.NaN()}} }), "horizontal rule 0: NaN is not a number"},
		{change(func(f *XY) { f.X.Min, f.X.Max = 5, 2 }), "x axis: from 5 to 2"},
		{change(func(f *XY) { f.Y.Min = -1 }), "y axis: -1 on a log axis"},
		{change(func(f *XY) { f.ID = "a b" }), `id "a b"`},
	} {
		_, err := Render(c.fig, Light, 720, 440)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want ...%s", err, c.want)
		}
	}
	if _, err := Render(&XY{}, Light, 720, 440); !errors.Is(err, ErrEmpty) {
		t.Errorf("empty figure: %v", err)
	}
	for _, size := range [][2]vg.Length{{0, 100}, {100, 0}, {-1, -1}, {100, 60}, {60, 300}, {1e9, 1e9}, {vg.Length(math.NaN()), 100}} {
		if _, err := Render(oneLaw(), Light, size[0], size[1]); err == nil {
			t.Errorf("%v by %v pixels are drawn", size[0], size[1])
		}
	}
}

// TestRanges checks the ends of axes that the figure does not give.
func TestRanges(t *testing.T) {
	for _, c := range []struct {
		spec           AxisSpec
		min, max       float64
		minPt, maxPt   bool
		wantLo, wantHi float64
	}{
		{AxisSpec{Log: true}, 1, 100, false, false, 1, 100},
		{AxisSpec{Log: true}, 1, 100, true, true, math.Pow(100, -pad), 100 * math.Pow(100, pad)},
		{AxisSpec{Log: true, Min: 2}, 3, 100, true, false, 2, 100},
		{AxisSpec{Log: true, Min: 2}, 2, 2, true, true, 2, 3}, // widened by 1.5, before the room for points
		{AxisSpec{}, 1, 9, false, false, 0, 9},                // near zero: from zero
		{AxisSpec{}, 5, 9, false, true, 5, 9 + 4*pad},
		{AxisSpec{}, 0, 0, true, true, -1 - 2*pad, 1 + 2*pad},
		{AxisSpec{Min: 3, Max: 4}, math.Inf(1), math.Inf(-1), false, false, 3, 4},
		{AxisSpec{Max: 4}, math.Inf(1), math.Inf(-1), false, false, 1, 4},
	} {
		lo, hi := c.spec.ends(extent{c.min, c.max, c.minPt, c.maxPt})
		if c.spec.Log && c.min == c.max {
			if lo != 2 || !(hi > 3) {
				t.Errorf("single value: %v to %v", lo, hi)
			}
			continue
		}
		if math.Abs(lo-c.wantLo) > 1e-12 || math.Abs(hi-c.wantHi) > 1e-9 {
			t.Errorf("%+v of %v..%v: %v to %v, want %v to %v", c.spec, c.min, c.max, lo, hi, c.wantLo, c.wantHi)
		}
	}
}

// FuzzRender draws figures of arbitrary numbers: an error or an image that is
// well-formed and has no coordinate that is not a number, but never a panic.
func FuzzRender(f *testing.F) {
	f.Add(1.0, 2.0, 3.0, 4.0, 0.0, 0.0, 300.0, 300.0, true, "a<b")
	f.Add(1e-300, 1e300, -1.0, 1e308, 0.0, 1e-5, 720.0, 300.0, false, "损失\x00")
	f.Add(5.0, 5.0, 5.0, 5.0, 4.0, 0.0, 200.0, 250.0, true, "")
	f.Fuzz(func(t *testing.T, x0, x1, y0, y1, lo, hi, w, h float64, log bool, name string) {
		fig := &XY{
			ID: "f", Title: name, Summary: name, Beyond: name,
			X: AxisSpec{Label: name, Log: log, Min: lo, Max: hi}, Y: AxisSpec{Label: name, Log: log},
			Lines:  []Line{{Label: name, Pts: []Point{{x0, y0}, {x1, y1}, {x0, y1}}, Fitted: [2]float64{min(x0, x1), max(x0, x1)}}, {Label: "b", Pts: []Point{{x1, y0}}}},
			Points: []Points{{Label: name, Pts: []Point{{x0, y0}, {x1, y1}}}},
			Bands:  []Band{{Label: name, X: []float64{x0, x1}, Lo: []float64{y0, y0}, Hi: []float64{y1, y1}}},
			Marks:  []Mark{{Label: name, At: Point{x0, y1}}},
			VLines: []Rule{{Label: name, At: x0}}, HLines: []Rule{{Label: name, At: y0}},
		}
		im, err := Render(fig, Dark, vg.Length(w), vg.Length(h))
		if err != nil {
			return
		}
		for _, e := range parseSVG(t, im.SVG) {
			for _, bad := range [...]string{"NaN", "Inf", "e+"} {
				if e.name == "path" && strings.Contains(e.attr["d"], bad) {
					t.Fatalf("%s in %s", bad, e.attr["d"])
				}
			}
		}
		if _, err := Standalone(fig, Light, vg.Length(w)+2*fileMargin, vg.Length(h)+2*fileMargin); err != nil {
			t.Fatal(err)
		}
	})
}
