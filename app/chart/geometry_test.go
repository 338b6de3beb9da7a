package chart

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// TestGeometryIsVgsvgs draws the plot of each story with gonum's SVG canvas and
// with ours: every path must go through the same places, within the tenth of a
// pixel that ours rounds to, and every text begin at the same place.
func TestGeometryIsVgsvgs(t *testing.T) {
	for _, s := range stories() {
		t.Run(s.name, func(t *testing.T) {
			w, h := vg.Length(s.w), vg.Length(s.h)
			p, err := s.fig.PlotSize(Light, w, h)
			if err != nil {
				t.Fatal(err)
			}
			ref := vgsvg.New(w, h)
			p.Draw(draw.New(ref))
			var buf bytes.Buffer
			if _, err := ref.WriteTo(&buf); err != nil {
				t.Fatal(err)
			}
			im, err := Render(s.fig, Light, w, h)
			if err != nil {
				t.Fatal(err)
			}
			got, want := parseSVG(t, im.SVG), parseSVG(t, buf.Bytes())
			samePoints(t, points(t, got, false, s.h), points(t, want, true, s.h))
			sameTexts(t, texts(t, got, false), texts(t, want, true))
		})
	}
}

// points returns all points of all paths; vgsvg's y axis points up.
func points(t *testing.T, es []element, up bool, h float64) []xy {
	var out []xy
	for _, e := range es {
		if e.name != "path" {
			continue
		}
		pts := parsePath(t, e.attr["d"])
		if up {
			for i := range pts {
				pts[i].y = h - pts[i].y
			}
		}
		out = append(out, distinct(pts)...)
	}
	return out
}

func samePoints(t *testing.T, got, want []xy) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d points, vgsvg has %d", len(got), len(want))
	}
	for i, g := range got {
		if w := want[i]; math.Abs(g.x-w.x) > 0.1 || math.Abs(g.y-w.y) > 0.1 || g.move != w.move {
			t.Fatalf("point %d of %d: %v, vgsvg has %v", i, len(got), g, w)
		}
	}
}

// label is a text and where its left end is.
type label struct {
	s       string
	x, y, w float64
	size    float64
}

// faceOf returns the face that a class stands for.
func faceOf(t testing.TB, class string) face {
	t.Helper()
	for _, f := range faces {
		if strings.Contains(class+" ", f.class+" ") {
			return f
		}
	}
	t.Fatalf("no face for class %q", class)
	return face{}
}

// texts returns all texts; those of vgsvg are flipped back and have no anchor.
func texts(t *testing.T, es []element, vgs bool) []label {
	var out []label
	for _, e := range es {
		if e.name != "text" {
			continue
		}
		l := label{s: e.text, x: e.number(t, "x"), y: e.number(t, "y")}
		if !vgs {
			f := faceOf(t, e.attr["class"])
			l.size, l.w = f.size, f.width(e.text).Points()
			l.x -= l.w * map[string]float64{"": 0, "middle": 0.5, "end": 1}[e.attr["text-anchor"]]
		}
		out = append(out, l)
	}
	return out
}

func sameTexts(t *testing.T, got, want []label) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d texts, vgsvg has %d", len(got), len(want))
	}
	// vgsvg flips the whole image and each text back: y counts from the bottom,
	// negative.
	for i, g := range got {
		w := want[i]
		if g.s != w.s || math.Abs(g.x-w.x) > 0.1 {
			t.Errorf("text %d: %q at %v, vgsvg has %q at %v", i, g.s, g.x, w.s, w.x)
		}
	}
	d := got[0].y - want[0].y
	for i := range got {
		if math.Abs(got[i].y-want[i].y-d) > 0.2 {
			t.Errorf("text %d %q: y is %v, vgsvg has %v", i, got[i].s, got[i].y, want[i].y+d)
		}
	}
}

// TestInside checks that all text and all paths lie inside of the canvas, and
// that no two texts overlap.
func TestInside(t *testing.T) {
	for _, s := range stories() {
		t.Run(s.name, func(t *testing.T) {
			im, err := Render(s.fig, Light, vg.Length(s.w), vg.Length(s.h))
			if err != nil {
				t.Fatal(err)
			}
			es := parseSVG(t, im.SVG)
			canvas := box{-0.05, s.w + 0.05, -0.05, s.h + 0.05}
			var boxes []box
			for _, l := range texts(t, es, false) {
				if l.size < 12 {
					t.Errorf("%q is %v px", l.s, l.size)
				}
				// Ascent and descent of Latin letters.
				b := box{l.x, l.x + l.w, l.y - 0.75*l.size, l.y + 0.22*l.size}
				if !b.within(canvas) {
					t.Errorf("%q at %+v is not on the canvas", l.s, b)
				}
				for i, o := range boxes {
					if b.meets(o) {
						t.Errorf("%q overlaps text %d", l.s, i)
					}
				}
				boxes = append(boxes, b)
			}
			for _, p := range points(t, es, false, s.h) {
				if !canvas.has(vg.Point{X: vg.Length(p.x), Y: vg.Length(p.y)}) {
					t.Fatalf("%v is not on the canvas", p)
				}
			}
		})
	}
}

// TestMap checks that the axes of an image say where things are drawn: the
// first and last sample of a line that spans the figure, and the ring of a mark.
func TestMap(t *testing.T) {
	f := beyondFitted()
	im, err := Render(f, Light, 720, 440)
	if err != nil {
		t.Fatal(err)
	}
	var ring []xy
	for _, e := range parseSVG(t, im.SVG) {
		if e.attr["class"] == "lf-accent" && e.attr["stroke-width"] == "2.5" {
			ring = parsePath(t, e.attr["d"])
		}
	}
	if len(ring) != 3 {
		t.Fatalf("ring: %v", ring)
	}
	// The ring begins at its rightmost point.
	if x, y := im.X.Map(f.Marks[0].At.X)+markRadius, im.Y.Map(f.Marks[0].At.Y); math.Abs(ring[0].x-x) > 0.1 || math.Abs(ring[0].y-y) > 0.1 {
		t.Errorf("ring begins at %v, Map says %v, %v", ring[0], x, y)
	}
	if im.X.Map(im.X.Min) != im.X.From || im.Y.From <= im.Y.To {
		t.Errorf("ends: %+v %+v", im.X, im.Y)
	}
}

// TestUnmap checks that Unmap undoes Map, on axes of each kind.
func TestUnmap(t *testing.T) {
	for _, a := range []Axis{
		{Log: true, Min: 1e18, Max: 1e26, From: 40, To: 700},
		{Log: true, Min: 1.7, Max: 4, From: 400, To: 20},
		{Min: -3, Max: 9, From: 400, To: 20},
	} {
		for px := 20.0; px <= 400; px += 9.5 {
			v := a.Unmap(px)
			if back := a.Map(v); math.Abs(back-px) > 1e-9 {
				t.Errorf("%+v: %v -> %v -> %v", a, px, v, back)
			}
		}
	}
	if v := (Axis{Log: true, Min: 1, Max: 10, To: 1}).Map(0); !math.IsNaN(v) {
		t.Errorf("Map(0) on a log axis is %v, want NaN", v)
	}
}

// TestStandalone checks that a file of its own needs no style sheet, draws what
// the page's image does in the theme's colours, and has the size asked for.
func TestStandalone(t *testing.T) {
	for _, th := range []Theme{Light, Dark} {
		im, err := Standalone(beyondFitted(), th, 752, 472)
		if err != nil {
			t.Fatal(err)
		}
		inPage, err := Render(beyondFitted(), th, 720, 440)
		if err != nil {
			t.Fatal(err)
		}
		es := parseSVG(t, im.SVG)
		samePoints(t, points(t, es, false, 0), points(t, parseSVG(t, inPage.SVG), false, 0))
		if v := es[0].attr["viewBox"]; v != "-16 -16 752 472" || im.Width != 752 {
			t.Errorf("viewBox %s, width %v", v, im.Width)
		}
		if im.X.From != inPage.X.From+fileMargin || im.Y.To != inPage.Y.To+fileMargin {
			t.Errorf("axes %+v %+v", im.X, im.Y)
		}
		for _, e := range es[1:] {
			if e.attr["class"] != "" || e.attr["fill"] == "currentColor" || e.attr["stroke"] == "currentColor" {
				t.Errorf("%s: %v needs a style sheet", th.Name, e)
			}
			if e.name == "text" && (e.attr["fill"] == "" || e.attr["font-size"] == "") {
				t.Errorf("%s: %v", th.Name, e)
			}
		}
		ink := map[string]string{"light": "#111827", "dark": "#e5e7eb"}[th.Name]
		if !strings.Contains(im.String(), `fill="`+ink+`"`) {
			t.Errorf("%s: no text in %s", th.Name, ink)
		}
	}
}

// TestSame checks that the same figure gives the same bytes, from a renderer
// that has drawn nothing, and from one that has drawn everything else.
func TestSame(t *testing.T) {
	var used Renderer
	for range 2 {
		for _, s := range stories() {
			again, err := used.Render(s.fig, Light, vg.Length(s.w), vg.Length(s.h))
			if err != nil {
				t.Fatal(err)
			}
			fresh, err := Render(s.fig, Light, vg.Length(s.w), vg.Length(s.h))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(again.SVG, fresh.SVG) {
				t.Errorf("%s differs from a used renderer", s.name)
			}
		}
	}
}

// TestAllocations bounds what a redraw allocates: gonum/plot's layout of the
// axes, but nothing for each point of the data.
func TestAllocations(t *testing.T) {
	f := HeavyScene(0)
	long := HeavyScene(0)
	for i := range long.Lines {
		l := &long.Lines[i]
		var pts []Point
		for j := 1; j < len(l.Pts); j++ {
			a, b := l.Pts[j-1], l.Pts[j]
			pts = append(pts, a, Point{math.Sqrt(a.X * b.X), math.Sqrt(a.Y * b.Y)})
		}
		l.Pts = pts
	}
	count := func(f *XY) float64 {
		var r Renderer
		return testing.AllocsPerRun(10, func() {
			if _, err := r.Render(f, Light, designWidth, designHeight); err != nil {
				t.Fatal(err)
			}
		})
	}
	few, many := count(f), count(long)
	if few > 600 {
		t.Errorf("%v allocations", few)
	}
	if many > few+2 {
		t.Errorf("%v allocations with twice the points, %v before", many, few)
	}
}
