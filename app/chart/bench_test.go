package chart

import (
	"bytes"
	"testing"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// The benchmarks redraw the heavy scene, each time with other values. Redraw is
// ours; Vgsvg draws the same plot with gonum's SVG canvas; Stock is gonum's own
// plotters on that canvas, without labels and hatching.

func BenchmarkRedraw(b *testing.B) {
	scenes := [...]*XY{HeavyScene(0), HeavyScene(1), HeavyScene(2)}
	var r Renderer
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		im, err := r.Render(scenes[i%len(scenes)], Light, designWidth, designHeight)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(im.SVG)))
	}
}

func BenchmarkVgsvg(b *testing.B) {
	scenes := [...]*XY{HeavyScene(0), HeavyScene(1), HeavyScene(2)}
	var buf bytes.Buffer
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p, err := scenes[i%len(scenes)].Plot(Light)
		if err != nil {
			b.Fatal(err)
		}
		drawVgsvg(b, p, &buf)
	}
}

func BenchmarkStock(b *testing.B) {
	p := stock(b, HeavyScene(0))
	var buf bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		drawVgsvg(b, p, &buf)
	}
}

func drawVgsvg(t testing.TB, p *plot.Plot, buf *bytes.Buffer) {
	c := vgsvg.New(designWidth, designHeight)
	p.Draw(draw.New(c))
	buf.Reset()
	if _, err := c.WriteTo(buf); err != nil {
		t.Fatal(err)
	}
}

// stock is a figure's lines, band and points as gonum's own plotters.
func stock(t testing.TB, f *XY) *plot.Plot {
	p := plot.New()
	p.X.Scale, p.Y.Scale = plot.LogScale{}, plot.LogScale{}
	p.X.Tick.Marker, p.Y.Tick.Marker = plot.LogTicks{}, plot.LogTicks{}
	p.Add(plotter.NewGrid())
	xys := func(pts []Point) plotter.XYs {
		out := make(plotter.XYs, len(pts))
		for i, q := range pts {
			out[i].X, out[i].Y = q.X, q.Y
		}
		return out
	}
	for _, b := range f.Bands {
		var ring []Point
		for i := range b.X {
			ring = append(ring, Point{b.X[i], b.Hi[i]})
		}
		for i := len(b.X) - 1; i >= 0; i-- {
			ring = append(ring, Point{b.X[i], b.Lo[i]})
		}
		poly, err := plotter.NewPolygon(xys(ring))
		if err != nil {
			t.Fatal(err)
		}
		poly.Color, poly.LineStyle.Width = Light.Tint(S1, bandOpacity), 0
		p.Add(poly)
	}
	for i, l := range f.Lines {
		line, err := plotter.NewLine(xys(l.Pts))
		if err != nil {
			t.Fatal(err)
		}
		line.Color = Light.Color(SeriesRole(i))
		p.Add(line)
		p.Legend.Add(l.Label, line)
	}
	for _, q := range f.Points {
		dots, err := plotter.NewScatter(xys(q.Pts))
		if err != nil {
			t.Fatal(err)
		}
		dots.Shape, dots.Radius = draw.CircleGlyph{}, 2.2
		p.Add(dots)
	}
	return p
}
