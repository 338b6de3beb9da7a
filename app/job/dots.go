package job

import (
	"math"
	"slices"

	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/num"
)

// dotsOf are the runs in a plane. Where the lines are those of one size, only
// runs of about that size are shown; where they are those of data that is not
// repeated, only runs that repeat none.
func dotsOf(p plane, src source, by []float64, l *law.Law, typical float64) []Dot {
	var out []Dot
	repeats := slices.Contains(l.Needs, law.U)
	add := func(runs []dataset.Run, aside bool) {
		for _, r := range runs {
			x, y := coordinate(r, p.x), r.Target(l)
			other := p.by == law.U && math.Abs(float64(r.N)/typical-1) > 0.1 ||
				repeats && p.by != law.U && r.U > 0 && r.U < r.D
			if !(x > 0) || !(y > 0) || other {
				continue
			}
			d := Dot{X: x, Y: y, Row: r.Row, Aside: aside}
			if b := coordinate(r, p.by); b > 0 {
				d.Line = nearest(by, b)
			}
			out = append(out, d)
		}
	}
	add(src.runs, false)
	add(src.aside, true)
	return out
}

// thin keeps of very many dots the lowest and the highest of each line in each
// of as many columns as keep them within maxDots: what is drawn has the same
// outline. Those put aside count as a line of their own.
func thin(dots []Dot, lines int) []Dot {
	if len(dots) <= maxDots {
		if dots == nil {
			return []Dot{}
		}
		return dots
	}
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, d := range dots {
		lo, hi = min(lo, d.X), max(hi, d.X)
	}
	columns := maxDots / (2 * (lines + 1))
	lnLo, width := num.Log(lo), num.Log(hi/lo)
	type ends struct{ low, high int }
	cells := make([]ends, columns*(lines+1))
	keep := make([]bool, len(dots))
	cellOf := func(d Dot) *ends {
		col := 0
		if width > 0 {
			col = min(columns-1, int((num.Log(d.X)-lnLo)/width*float64(columns)))
		}
		line := d.Line
		if d.Aside {
			line = lines
		}
		return &cells[line*columns+col]
	}
	for i, d := range dots { // indexes from 1; 0: none yet
		c := cellOf(d)
		if c.low == 0 || d.Y < dots[c.low-1].Y {
			c.low = i + 1
		}
		if c.high == 0 || d.Y > dots[c.high-1].Y {
			c.high = i + 1
		}
	}
	for _, c := range cells {
		if c.low > 0 {
			keep[c.low-1], keep[c.high-1] = true, true
		}
	}
	out := make([]Dot, 0, maxDots)
	for i, d := range dots {
		if keep[i] {
			out = append(out, d)
		}
	}
	return out
}
