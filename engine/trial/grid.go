package trial

import (
	"math"
	"slices"

	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// How far a grid of candidates reaches beyond the largest runs, and on both sides
// of their D/N, as a factor, and how many steps it has in each direction. Further
// off a law is not to be trusted, and the gain would be the law's word alone. Below
// the smallest runs it does not reach at all: a tiny run costs nothing and bends
// the law where nobody uses it, so that it would nearly always come out first.
const (
	reach     = 4
	gridSteps = 24
)

// affordable returns the candidates that cost limit at most.
func (q *Question) affordable(l *law.Law, runs []dataset.Run, limit unit.FLOPs) ([]law.Point, error) {
	points := q.Candidates
	if points == nil {
		var err error
		if points, err = q.grid(l, runs, limit); err != nil {
			return nil, err
		}
	}
	var out []law.Point
	least := unit.FLOPs(math.Inf(1))
	for _, p := range points {
		least = min(least, p.C)
		if p.C <= limit*(1+1e-9) {
			out = append(out, p)
		}
	}
	switch {
	case len(out) > 0:
		return out, nil
	case math.IsInf(float64(least), 0) || math.IsNaN(float64(least)):
		return nil, ErrCandidates
	}
	return nil, &AllowanceError{limit, least}
}

// grid is a grid in ln N and ln D about the runs, with the runs that spend just
// the limit. A law of N or D alone is followed along the runs' middle D/N, one of
// C alone along C.
func (q *Question) grid(l *law.Law, runs []dataset.Run, limit unit.FLOPs) ([]law.Point, error) {
	n, d, ratio := span{}, span{}, span{}
	for _, r := range runs {
		n.add(float64(r.N))
		d.add(float64(r.D))
		ratio.add(float64(r.D) / float64(r.N))
	}
	reads := func(s law.Symbol) bool { return slices.Contains(l.Needs, s) }
	for _, s := range l.Needs {
		if !slices.Contains([]law.Symbol{law.N, law.D, law.C, law.U, law.S}, s) {
			return nil, ErrCandidates
		}
	}
	switch {
	case reads(law.S) && !(q.Target.B > 0):
		return nil, ErrCandidates
	case slices.Equal(l.Needs, []law.Symbol{law.C}):
		return computeGrid(runs, limit)
	case !n.ok() || !d.ok() || !ratio.ok():
		return nil, ErrCandidates
	}
	var out []law.Point
	at := func(n, d float64) { out = append(out, q.at(n, d)) }
	both := reads(law.N) && (reads(law.D) || reads(law.S))
	for _, x := range n.steps() {
		edge := float64(limit) / (6 * x)
		if !both {
			if y := x * ratio.middle(); y <= edge {
				at(x, y)
			}
			continue
		}
		for _, y := range append(d.steps(), edge) {
			if y <= edge && d.reaches(y) && y/x >= ratio.lo/reach && y/x <= ratio.hi*reach {
				at(x, y)
			}
		}
	}
	if least := 6 * n.lo * d.lo; len(out) > 0 {
		return out, nil
	} else if least > 0 && !math.IsInf(least, 0) {
		return nil, &AllowanceError{limit, unit.FLOPs(least)}
	}
	return nil, ErrCandidates
}

// at is a candidate; what else the law reads is as at the target.
func (q *Question) at(n, d float64) law.Point {
	p := law.Point{N: unit.Params(n), D: unit.Tokens(d), C: unit.FLOPs(6 * n * d), B: q.Target.B, U: min(q.Target.U, unit.Tokens(d))}
	if p.B > 0 {
		p.S = unit.Steps(p.D / p.B)
	}
	return p
}

func computeGrid(runs []dataset.Run, limit unit.FLOPs) ([]law.Point, error) {
	var c span
	for _, r := range runs {
		c.add(float64(r.C))
	}
	if !c.ok() {
		return nil, ErrCandidates
	}
	var out []law.Point
	for _, x := range append(c.steps(), float64(limit)) {
		if c.reaches(x) {
			out = append(out, law.Point{C: unit.FLOPs(x)})
		}
	}
	return out, nil
}

// span is the range of some positive numbers.
type span struct{ lo, hi float64 }

func (s *span) add(v float64) {
	if !(v > 0) || math.IsInf(v, 0) {
		return
	}
	if s.lo == 0 {
		s.lo, s.hi = v, v
	}
	s.lo, s.hi = min(s.lo, v), max(s.hi, v)
}

func (s *span) ok() bool { return s.lo > 0 }

func (s *span) middle() float64 { return math.Sqrt(s.lo) * math.Sqrt(s.hi) }

func (s *span) reaches(v float64) bool { return v >= s.lo && v <= s.hi*reach }

// steps goes evenly in logarithms over what is within reach.
func (s *span) steps() []float64 {
	out := make([]float64, gridSteps+1)
	width := num.Log(s.hi / s.lo * reach)
	if math.IsInf(width, 0) { // more than a float64 has
		width = num.Log(s.hi) - num.Log(s.lo) + num.Log(reach)
	}
	for k := range out {
		out[k] = s.lo * num.Exp(float64(k)/gridSteps*width)
	}
	return out
}
