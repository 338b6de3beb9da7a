package job

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Of very many runs each one lies within a cell of one that is kept, of its own
// line; each column of a line has its true ends; and what is kept are runs, exactly.
func TestCloudAgainstAll(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	const lines = 3
	var dots []Dot
	for i := range 50_000 {
		dots = append(dots, Dot{X: 1e7 * math.Pow(1e4, rng.Float64()), Y: 2 + 0.3*rng.ExpFloat64(), Row: i + 1, Line: i % lines, Aside: i%1000 == 0})
	}
	v := View{Points: thin(dots, lines), Cloud: cloud(dots, lines)}
	kept := v.Dots()
	if len(kept) >= len(dots) || len(kept) < len(dots)/4 {
		t.Errorf("%d of %d are kept", len(kept), len(dots))
	}
	type place struct{ line, column, row int }
	x0, x1, y0, y1 := math.Inf(1), 0.0, math.Inf(1), 0.0
	for _, d := range dots {
		x0, x1, y0, y1 = min(x0, d.X), max(x1, d.X), min(y0, d.Y), max(y1, d.Y)
	}
	at := func(d Dot) place {
		if d.Aside {
			d.Line = lines
		}
		c := min(639, int(math.Log(d.X/x0)/math.Log(x1/x0)*640))
		return place{d.Line, c, min(399, int(math.Log(d.Y/y0)/math.Log(y1/y0)*400))}
	}
	near := map[place]bool{}
	ends := map[place][2]float64{}
	add := func(m map[place][2]float64, d Dot) {
		p := at(d)
		p.row = 0
		e, ok := m[p]
		if !ok {
			e = [2]float64{d.Y, d.Y}
		}
		m[p] = [2]float64{min(e[0], d.Y), max(e[1], d.Y)}
	}
	for _, d := range kept {
		of := dots[d.Row-1]
		if of.Aside {
			of.Line = 0 // is not kept
		}
		if d != of {
			t.Fatalf("%+v is not the run %+v", d, of)
		}
		near[at(d)] = true
		add(ends, d)
	}
	all, missing, wrong := map[place][2]float64{}, 0, 0
	for _, d := range dots {
		if !near[at(d)] {
			missing++
		}
		add(all, d)
	}
	for p, e := range all {
		if ends[p] != e {
			wrong++
		}
	}
	if missing+wrong > 3 { // which lie on the border of two cells, where logarithms round
		t.Errorf("%d runs would be seen and are not kept, %d columns have other ends", missing, wrong)
	}
	small := View{Points: dots[:100], Cloud: cloud(dots[:100], lines)}
	if len(small.Cloud) > 0 || len(small.Dots()) != 100 {
		t.Error("few runs are packed")
	}
}
