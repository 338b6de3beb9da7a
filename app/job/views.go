package job

import (
	"math"
	"slices"

	"lossline/engine/dataset"
	"lossline/engine/isoflop"
	"lossline/engine/law"
	"lossline/engine/num"
)

// How a View is drawn.
const (
	maxLines   = 5
	linePoints = 48
	maxDots    = 2000
	maxBand    = 1000 // resamples that a band rests on
	beyond     = 10   // the lines go on to this multiple of the largest run
)

// plane is a View to be: over which coordinate, and by which the lines differ.
type plane struct{ x, by law.Symbol }

// planes are the figures of a law, the one to be shown first first.
func planes(l *law.Law) []plane {
	reads := func(s law.Symbol) bool { return slices.Contains(l.Needs, s) }
	switch {
	case reads(law.U):
		return []plane{{law.D, law.U}, {law.D, law.N}, {law.N, law.D}}
	case reads(law.N) && reads(law.D):
		return []plane{{law.D, law.N}, {law.N, law.D}, {law.C, law.N}}
	case reads(law.N) && reads(law.S):
		return []plane{{law.S, law.N}, {law.N, law.S}}
	}
	return []plane{{l.Needs[0], ""}}
}

// coordinate is that of a run, C completed by 6ND.
func coordinate(r dataset.Run, s law.Symbol) float64 {
	switch {
	case s == law.C && (r.C > 0 || r.N > 0 && r.D > 0):
		return float64(isoflop.Compute(r))
	case s == law.U && r.U == 0:
		return float64(r.D)
	case s == "":
		return 0
	}
	return r.Point().Get(s)
}

// views are the figures of a fit.
func views(src source, u sureness) []View {
	out := []View{}
	u = u.fewer(maxBand)
	for _, p := range planes(u.res.Law) {
		if v, ok := view(p, src, u); ok {
			out = append(out, v)
		}
	}
	return out
}

func view(p plane, src source, u sureness) (View, bool) {
	l := u.res.Law
	v := View{X: string(p.x), By: string(p.by)}
	if l.Output == law.OutputError {
		v.Output = "error"
	}
	x := span(src.runs, p.x)
	if !(x.Lo > 0) || p.x == law.C && p.by != "" && span(src.runs, law.D).Lo == 0 {
		return v, false // a fine-tuning without data has no place on a logarithmic axis
	}
	typical := usual(src.runs, law.N)
	var by []float64
	if p.by != "" {
		by = representatives(src.runs, p.by)
	} else {
		by = []float64{0}
	}
	for _, b := range by {
		v.Lines = append(v.Lines, line(p, b, x, typical, u))
	}
	dots := dotsOf(p, src, by, l, typical)
	v.Total = len(dots)
	v.Points = thin(dots, len(by))
	v.Cloud = cloud(dots, len(by))
	if p.x == law.C && p.by == law.N && !src.noCompute {
		if f, ok := frontier(x, u); ok {
			v.Lines = append(v.Lines, f)
		}
	}
	return v, true
}

// span is the range of a coordinate above 0; zeros where no run has it.
func span(runs []dataset.Run, s law.Symbol) Range {
	var out Range
	for _, r := range runs {
		v := coordinate(r, s)
		if !(v > 0) {
			continue
		}
		if out.Hi == 0 {
			out.Lo = v
		}
		out.Lo, out.Hi = min(out.Lo, v), max(out.Hi, v)
	}
	return out
}

// place is the point on a line: x on the axis, b of the coordinate by which the
// lines differ.
func place(p plane, b, x, typical float64) law.Point {
	q := law.Point{}.With(p.x, x)
	switch {
	case p.by == law.U:
		q = q.With(law.U, b).With(law.N, typical)
	case p.by != "":
		q = q.With(p.by, b)
	}
	if p.x == law.C && p.by == law.N {
		q = q.With(law.D, x/(6*b))
	}
	return q
}

func line(p plane, b float64, x Range, typical float64, u sureness) Curve {
	c := Curve{By: b}
	for _, at := range grid(x) {
		c.add(at, u.at(place(p, b, at, typical)))
	}
	return c
}

// grid is where lines are drawn: evenly in ln x, from the runs to a decade beyond.
func grid(x Range) []float64 {
	lo, hi := num.Log(x.Lo), num.Log(x.Hi*beyond)
	out := make([]float64, linePoints)
	for i := range out {
		out[i] = num.Exp(lo + float64((hi-lo)*float64(i)/(linePoints-1)))
	}
	return out
}

// add puts a point on the line, and leaves out where the law has no value.
func (c *Curve) add(x float64, y Interval) {
	if finite(y.Value) == 0 {
		return
	}
	c.X, c.Y = append(c.X, x), append(c.Y, y.Value)
	if y.Level > 0 {
		c.Lo, c.Hi = append(c.Lo, y.Lo), append(c.Hi, y.Hi)
	}
}

// frontier is the least loss for each compute, a line with By = 0.
func frontier(x Range, u sureness) (Curve, bool) {
	c := Curve{}
	for _, at := range grid(x) {
		p, err := best(u.res.Law, u.res.Theta, at)
		if err != nil {
			return Curve{}, false
		}
		c.add(at, u.at(p))
	}
	return c, true
}

// representatives are at most maxLines values of a coordinate that runs have,
// spread evenly in its logarithm from the least to the largest.
func representatives(runs []dataset.Run, s law.Symbol) []float64 {
	var all []float64
	for _, r := range runs {
		if v := coordinate(r, s); v > 0 {
			all = append(all, v)
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	if len(all) <= maxLines {
		return all
	}
	lo, hi := num.Log(all[0]), num.Log(all[len(all)-1])
	var out []float64
	for i := range maxLines {
		want := num.Exp(lo + float64((hi-lo)*float64(i)/(maxLines-1)))
		out = append(out, all[nearest(all, want)])
	}
	return slices.Compact(out)
}

// nearest is the index of the value that is nearest to v by its ratio.
func nearest(values []float64, v float64) int {
	best, off := 0, math.Inf(1)
	for i, x := range values {
		if d := max(x/v, v/x); d < off {
			best, off = i, d
		}
	}
	return best
}

// usual is the value that most runs have; of equals the least.
func usual(runs []dataset.Run, s law.Symbol) float64 {
	n := map[float64]int{}
	for _, r := range runs {
		n[coordinate(r, s)]++
	}
	best := 0.0
	for v, k := range n {
		if k > n[best] || k == n[best] && v < best {
			best = v
		}
	}
	return best
}
