package svg

import (
	"encoding/xml"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// role is a colour with a class.
type role struct{ color.Gray }

func (role) Class() string { return "ink" }

// draw returns what f draws on a canvas of 100 by 50 pixels, without the svg
// element.
func draw(t *testing.T, o Options, f func(c *Canvas)) string {
	t.Helper()
	var c Canvas
	c.Reset(100, 50, o)
	f(&c)
	b, err := c.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	wellFormed(t, b)
	s := string(b)
	return strings.TrimSuffix(s[strings.Index(s, ">")+1:], "</svg>")
}

func wellFormed(t *testing.T, b []byte) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(b)))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%v in %s", err, b)
		}
	}
}

// line is a path through points given as x0, y0, x1, y1, ...
func line(xy ...vg.Length) vg.Path {
	var p vg.Path
	for i := 0; i < len(xy); i += 2 {
		if i == 0 {
			p.Move(vg.Point{X: xy[0], Y: xy[1]})
		} else {
			p.Line(vg.Point{X: xy[i], Y: xy[i+1]})
		}
	}
	return p
}

func TestPaths(t *testing.T) {
	circle := vg.Path{}
	circle.Move(vg.Point{X: 13, Y: 20})
	circle.Arc(vg.Point{X: 10, Y: 20}, 3, 0, 2*math.Pi)
	circle.Close()
	quarter := vg.Path{}
	quarter.Arc(vg.Point{X: 10, Y: 10}, 5, math.Pi/2, -math.Pi/2)
	bezier := vg.Path{}
	bezier.Move(vg.Point{})
	bezier.QuadTo(vg.Point{X: 5, Y: 10}, vg.Point{X: 10})
	bezier.CubeTo(vg.Point{X: 11, Y: 1}, vg.Point{X: 12, Y: 2}, vg.Point{X: 13, Y: 3})
	closed := line(0, 0, 1, 1, 0, 1)
	closed.Close()
	for _, c := range []struct {
		name string
		p    vg.Path
		want string
	}{
		{"y points down", line(1, 2, 3, 5), "M1 48l2-3"},
		{"horizontal, vertical, repeated", line(0, 0, 10, 0, 20, 0, 20, 5, 21, 6, 22, 8), "M0 50h10 10v-5l1-1 1-2"},
		{"tenths", line(0.04, 0.04, 0.16, 49.94), "M0 50l.2-49.9"},
		{"rounding does not add up", line(0, 0, 0.16, 1, 0.32, 2, 0.48, 3), "M0 50l.2-1 .1-1 .2-1"},
		{"a point twice", line(1, 1, 1, 1, 1.01, 1.01, 2, 1), "M1 49h1"},
		{"circle", circle, "M13 30a3 3 0 0 0-6 0 3 3 0 0 0 6 0z"},
		{"quarter, clockwise, without a move", quarter, "M10 35a5 5 0 0 1 5 5"},
		{"curves", bezier, "M0 50q5-10 10 0c1-1 2-2 3-3"},
		{"closed", closed, "M0 50l1-1h-1z"},
		{"nothing", nil, ""},
	} {
		got := draw(t, Options{}, func(canvas *Canvas) { canvas.Fill(c.p) })
		want := ""
		if c.want != "" {
			want = `<path fill="#000000" d="` + c.want + `"/>`
		}
		if got != want {
			t.Errorf("%s: %s, want %s", c.name, got, want)
		}
	}
}

func TestPaint(t *testing.T) {
	dash := []vg.Length{4, 2.5}
	got := draw(t, Options{}, func(c *Canvas) {
		c.Stroke(line(0, 0, 1, 0)) // black, 1 px
		c.Stroke(line(0, 1, 1, 1)) // the same: one element
		c.SetLineWidth(2)
		c.Stroke(line(0, 2, 1, 2))
		c.SetLineDash(dash, 1.5)
		c.Stroke(line(0, 3, 1, 3))
		c.SetColor(role{color.Gray{Y: 17}})
		c.SetLineDash(nil, 0)
		c.Stroke(line(0, 4, 1, 4))
		c.Fill(line(0, 5, 1, 5))
		c.Break()
		c.Fill(line(0, 6, 1, 6))
		c.SetColor(color.NRGBA{R: 255, A: 51})
		c.Fill(line(0, 7, 1, 7))
		c.SetLineWidth(0)
		c.Stroke(line(0, 8, 1, 8)) // no width: nothing
		c.SetColor(nil)
		c.Fill(line(0, 9, 1, 9))
	})
	want := `<path stroke="#000000" fill="none" d="M0 50h1M0 49h1"/>` +
		`<path stroke="#000000" fill="none" stroke-width="2" d="M0 48h1"/>` +
		`<path stroke="#000000" fill="none" stroke-width="2" stroke-dasharray="4 2.5" stroke-dashoffset="1.5" d="M0 47h1"/>` +
		`<path class="ink" stroke="currentColor" fill="none" stroke-width="2" d="M0 46h1"/>` +
		`<path class="ink" fill="currentColor" d="M0 45h1"/>` +
		`<path class="ink" fill="currentColor" d="M0 44h1"/>` +
		`<path fill="#ff0000" fill-opacity=".2" d="M0 43h1"/>` +
		`<path fill="#000000" d="M0 41h1"/>`
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestTransforms(t *testing.T) {
	got := draw(t, Options{}, func(c *Canvas) {
		c.Push()
		c.Translate(vg.Point{X: 10, Y: 20})
		c.Rotate(math.Pi / 2)
		c.Scale(2, 2)
		c.Fill(line(0, 0, 1, 0)) // along x becomes up, twice as long
		var a vg.Path
		a.Move(vg.Point{X: 3})
		a.Arc(vg.Point{}, 3, 0, math.Pi)
		c.Fill(a)
		c.Pop()
		c.Fill(line(0, 0, 1, 0))
		c.Pop() // one too many
	})
	want := `<path fill="#000000" d="M10 30v-2M10 24a6 6 0 0 0 0 12M0 50h1"/>`
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	// A circle that is stretched goes through the ends of both its axes.
	got = draw(t, Options{}, func(c *Canvas) {
		c.Scale(2, 1)
		var a vg.Path
		a.Arc(vg.Point{X: 10, Y: 10}, 5, 0, 2*math.Pi)
		c.Fill(a)
	})
	if !strings.Contains(got, "M30 40") || strings.Contains(got, "a") && strings.Contains(got, " 0 0 ") {
		t.Errorf("stretched circle: %s", got)
	}
	// A mirrored arc turns the other way.
	got = draw(t, Options{}, func(c *Canvas) {
		c.Scale(1, -1)
		var a vg.Path
		a.Arc(vg.Point{X: 10, Y: -10}, 5, 0, math.Pi/2)
		c.Fill(a)
	})
	if want := `<path fill="#000000" d="M15 40a5 5 0 0 1-5 5"/>`; got != want {
		t.Errorf("mirrored arc: %s, want %s", got, want)
	}
}

func TestText(t *testing.T) {
	face := font.Face{Font: font.Font{Size: 13, Weight: 2}}
	in := func(o Options) string {
		return draw(t, o, func(c *Canvas) {
			c.SetColor(role{})
			c.Text(Text{Face: face, At: vg.Point{X: 50, Y: 10.26}, Text: `a<b & "c"` + "\x01", Anchor: 0.5, Class: "big halo", Halo: color.White})
			c.FillString(face, vg.Point{X: 1, Y: 1}, "损失")
			c.FillString(face, vg.Point{X: 1, Y: 1}, "")
			c.Rotate(math.Pi / 2)
			c.Text(Text{Face: face, At: vg.Point{X: 10, Y: -20}, Text: "up", Anchor: 1, Class: "big"})
		})
	}
	got := in(Options{})
	want := `<text class="ink big halo" fill="currentColor" x="50" y="39.7" text-anchor="middle">a&lt;b &amp; &quot;c&quot;` + "\uFFFD</text>" +
		`<text class="ink" fill="currentColor" x="1" y="49" font-size="13" font-weight="600">损失</text>` +
		`<text class="ink big" fill="currentColor" x="20" y="40" text-anchor="end" transform="rotate(-90 20 40)">up</text>`
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	got = in(Options{Standalone: true})
	want = `<text fill="#000000" x="50" y="39.7" text-anchor="middle" font-size="13" font-weight="600" paint-order="stroke" stroke="#ffffff" stroke-width="3">a&lt;b &amp; &quot;c&quot;` + "\uFFFD</text>" +
		`<text fill="#000000" x="1" y="49" font-size="13" font-weight="600">损失</text>` +
		`<text fill="#000000" x="20" y="40" text-anchor="end" font-size="13" font-weight="600" transform="rotate(-90 20 40)">up</text>`
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestRoot(t *testing.T) {
	for _, c := range []struct {
		o    Options
		want string
	}{
		{Options{}, `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50.5" viewBox="0 0 100 50.5" stroke-linejoin="round"></svg>`},
		{Options{ID: "f1", Title: "A & B", Desc: "<d>", Class: "lf", Font: "x"}, `<svg xmlns="http://www.w3.org/2000/svg" class="lf" width="100" height="50.5" viewBox="0 0 100 50.5" stroke-linejoin="round" role="img" aria-labelledby="f1-t f1-d"><title id="f1-t">A &amp; B</title><desc id="f1-d">&lt;d&gt;</desc></svg>`},
		{Options{Title: "A", Standalone: true, Font: "Arial, sans-serif", Paper: color.White, Margin: 8}, `<svg xmlns="http://www.w3.org/2000/svg" width="116" height="66.5" viewBox="-8 -8 116 66.5" stroke-linejoin="round" font-family="Arial, sans-serif" role="img"><title>A</title><rect x="-8" y="-8" width="100%" height="100%" fill="#ffffff"/></svg>`},
	} {
		var canvas Canvas
		canvas.Reset(100, 50.5, c.o)
		b, err := canvas.Bytes()
		if err != nil || string(b) != c.want {
			t.Errorf("%v\n got %s\nwant %s", err, b, c.want)
		}
		wellFormed(t, b)
		if again, _ := canvas.Bytes(); string(again) != c.want {
			t.Errorf("Bytes twice: %s", again)
		}
	}
}

// TestErrors checks that what cannot be drawn is an error, and that the image is
// well-formed without it.
func TestErrors(t *testing.T) {
	nan := vg.Length(math.NaN())
	for name, f := range map[string]func(c *Canvas){
		"NaN at the start": func(c *Canvas) { c.Fill(line(nan, 0, 1, 1, 2, 3)) },
		"NaN inside":       func(c *Canvas) { c.Fill(line(0, 0, nan, 1, 2, 3)) },
		"infinite":         func(c *Canvas) { c.Stroke(line(0, 0, vg.Length(math.Inf(1)), 1)) },
		"far away":         func(c *Canvas) { c.Stroke(line(0, 0, 1e9, 1)) },
		"text":             func(c *Canvas) { c.FillString(font.Face{Font: font.Font{Size: 1}}, vg.Point{X: nan}, "a") },
		"arc":              func(c *Canvas) { var p vg.Path; p.Arc(vg.Point{}, nan, 0, 1); c.Fill(p) },
		"curve": func(c *Canvas) {
			p := line(0, 0)
			p.QuadTo(vg.Point{X: nan}, vg.Point{})
			p.Line(vg.Point{X: 1})
			c.Fill(p)
		},
		"image": func(c *Canvas) { c.DrawImage(vg.Rectangle{}, nil) },
	} {
		var c Canvas
		c.Reset(100, 50, Options{})
		f(&c)
		b, err := c.Bytes()
		if err == nil {
			t.Errorf("%s: no error", name)
		}
		wellFormed(t, b)
		if strings.Contains(string(b), "NaN") {
			t.Errorf("%s: %s", name, b)
		}
		c.Reset(100, 50, Options{})
		if _, err := c.Bytes(); err != nil {
			t.Errorf("%s: error after Reset: %v", name, err)
		}
	}
}

// TestNumbers compares the writing of numbers with strconv's.
func TestNumbers(t *testing.T) {
	for n := -20005; n <= 20005; n += 7 {
		got := string(appendTenths(nil, n))
		want := strconv.FormatFloat(float64(n)/10, 'f', -1, 64)
		want = strings.Replace(want, "0.", ".", 1)
		if n%10 == 0 || n/10 != 0 {
			want = strconv.FormatFloat(float64(n)/10, 'f', -1, 64)
		}
		if got != want {
			t.Fatalf("%d tenths: %s, want %s", n, got, want)
		}
	}
	for v, want := range map[float64]string{0: "0", 1: "1", 100: "100", 0.5: ".5", 2.25: "2.25", 0.005: ".01", 1.999: "2", -0.25: "-0.25"} {
		if got := string(appendNumber(nil, v)); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
}

// TestAllocations: after the first image, a canvas needs no memory.
func TestAllocations(t *testing.T) {
	var c Canvas
	p := line(0, 0, 1, 2, 3, 4, 50, 6)
	clr := color.Color(role{})
	n := testing.AllocsPerRun(100, func() {
		c.Reset(100, 50, Options{ID: "a", Title: "b"})
		c.SetColor(clr)
		for range 100 {
			c.Stroke(p)
			c.Fill(p)
		}
		if _, err := c.Bytes(); err != nil {
			t.Fatal(err)
		}
	})
	if n > 1 {
		t.Errorf("%v allocations", n)
	}
}
