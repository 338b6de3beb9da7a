package chart

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/plot/vg"
)

// Very many observations: each lies in what is drawn, to half a pixel; what is
// drawn ends with an observation at both ends; and nothing is drawn across a gap
// that would be seen.
func TestPilesAgainstAll(t *testing.T) {
	f := cloud(60_000)
	s := laid(t, f, designWidth, designHeight)
	if len(s.piles[0]) == 0 || len(s.piles[0]) > 40_000 {
		t.Fatalf("%d piles", len(s.piles[0]))
	}
	m := s.mapper()
	columns := map[int][]pile{}
	for _, p := range s.piles[0] {
		c := int(float64(p.x) - s.area.x0)
		columns[c] = append(columns[c], p)
	}
	ends := map[[2]int]bool{} // column and hundredths of a pixel of every observation
	heights := map[int][]float64{}
	for _, q := range f.Points[0].Pts {
		at := m.pt(q)
		x, y := float64(at.X)-s.area.x0, float64(at.Y)
		c := int(x + slop)
		heights[c] = append(heights[c], y)
		found := false
		for _, d := range [...]int{c, c - 1, c + 1} {
			for _, p := range columns[d] {
				if math.Abs(float64(p.x)-float64(at.X)) <= 0.5+1e-3 && y >= float64(p.lo)-1e-3 && y <= float64(p.hi)+1e-3 {
					found = true
				}
			}
		}
		if !found {
			t.Fatalf("the observation at %.2f, %.2f is not drawn", at.X, at.Y)
		}
		for _, k := range [...]int{-1, 0, 1} {
			ends[[2]int{c, int(math.Round(y*100)) + k}] = true
		}
	}
	gap := float64(gapIn(dotRadius(len(f.Points[0].Pts))))
	for c, piles := range columns {
		for _, p := range piles {
			for _, y := range [...]vg.Length{p.lo, p.hi} {
				if !ends[[2]int{c, int(math.Round(float64(y) * 100))}] {
					t.Fatalf("in column %d something is drawn at %.2f, where no observation is", c, y)
				}
			}
			for y := float64(p.lo); y < float64(p.hi); y += gap {
				near := false
				for _, v := range heights[c] {
					near = near || math.Abs(v-y) <= gap/2+1+1e-3 // gaps are of pixels
				}
				if !near {
					t.Fatalf("in column %d a gap at %.2f is drawn over", c, y)
				}
			}
		}
	}
}

// A curve of very many points covers the same pixels of each column as all of its
// points do.
func TestThinLineEnvelope(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	l := Line{Label: "noisy"}
	for i := range 100_000 {
		l.Pts = append(l.Pts, Point{1 + float64(i)/1000, 5 + rng.NormFloat64()})
	}
	f := &XY{ID: "noisy", Title: "Noisy", X: AxisSpec{Label: "x", Min: 1, Max: 101}, Y: AxisSpec{Label: "y"}, Lines: []Line{l}}
	s := laid(t, f, designWidth, designHeight)
	if n := len(s.lines[0]); n > 4*designWidth {
		t.Errorf("%d points are drawn", n)
	}
	m := s.mapper()
	type span struct{ lo, hi float64 }
	spans := func(pts []vg.Point) map[int]span {
		out := map[int]span{}
		for _, p := range pts {
			c, y := int(math.Floor(float64(p.X))), float64(p.Y)
			e, ok := out[c]
			if !ok {
				e = span{y, y}
			}
			out[c] = span{min(e.lo, y), max(e.hi, y)}
		}
		return out
	}
	var all []vg.Point
	for _, q := range l.Pts {
		all = append(all, m.pt(q))
	}
	got := spans(s.lines[0])
	for c, want := range spans(all) {
		// A point on the border of two columns may fall into either by rounding.
		if e := got[c]; math.Abs(e.lo-want.lo) > 0.5 || math.Abs(e.hi-want.hi) > 0.5 {
			t.Errorf("column %d is drawn from %.2f to %.2f, its points are from %.2f to %.2f", c, e.lo, e.hi, want.lo, want.hi)
		}
	}
	if s.lines[0][0] != all[0] && math.Hypot(float64(s.lines[0][0].X-all[0].X), float64(s.lines[0][0].Y-all[0].Y)) > 1e-6 {
		t.Error("it does not begin where the curve does")
	}
}

// Curves that turn back keep their order.
func TestThinLineTurns(t *testing.T) {
	var pts []vg.Point
	for i := range 1000 {
		pts = append(pts, vg.Point{X: vg.Length(10 + 5*math.Cos(float64(i)/100)), Y: vg.Length(10 + 5*math.Sin(float64(i)/100))})
	}
	all := append([]vg.Point(nil), pts...)
	got := thinLine(pts, 10)
	if len(got) > 200 || got[0] != all[0] || got[len(got)-1] != all[len(all)-1] {
		t.Fatalf("%d points", len(got))
	}
	next := 0
	for _, p := range got {
		for next < len(all) && all[next] != p {
			next++
		}
	}
	if next == len(all) {
		t.Error("the points are not those of the curve in its order")
	}
}

// BenchmarkManyPoints draws 200,000 runs, and a curve of as many points.
func BenchmarkManyPoints(b *testing.B) {
	curve := &XY{ID: "curve", Title: "Curve", X: AxisSpec{Label: "x"}, Y: AxisSpec{Label: "y"}, Lines: []Line{{Label: "noisy"}}}
	rng := rand.New(rand.NewPCG(5, 6))
	for i := range 200_000 {
		curve.Lines[0].Pts = append(curve.Lines[0].Pts, Point{float64(i), rng.NormFloat64()})
	}
	for name, f := range map[string]*XY{"runs": cloud(200_000), "curve": curve} {
		b.Run(name, func(b *testing.B) {
			var r Renderer
			for b.Loop() {
				im, err := r.Render(f, Light, designWidth, designHeight)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(len(im.SVG)), "svg-bytes")
			}
		})
	}
}
