package fit

import (
	"context"
	"math"
)

// search minimises an objective from a start by Newton's steps, each kept to a
// region in which the quadratic model has shown itself to hold. Its buffers are
// used again from search to search.
type search struct {
	ctx   context.Context
	kern  kernel
	table *table

	n      int // coefficients of the law
	pinned [most]bool
	lo, hi vector // bounds of the working coefficients

	size       vector // the length in which each coefficient is measured: 1/√ of design's diagonal
	now, trial slope
	steps      int // of the last run
	corner     absolute
}

// How well a search has to end: the model promises to lower the objective by no
// more than this part of it, or of what one row adds to it at r = δ.
const (
	tight = 1e-13 // of the objective, for a final answer; two more steps give the digits
	quick = 1e-11 // for a resample; one more step does
	loose = 0.02  // of a row, on the way to a smaller δ
	exact = 1e-6  // of a row, for the last δ of absolute deviations
)

// row is what one row adds to the objective at r = δ, half of it or less.
func (o *objective) row() float64 {
	if math.IsInf(o.delta, 1) {
		return 0
	}
	return o.scale * o.delta * o.delta
}

// measure sets the size of each coefficient at u.
func (s *search) measure(o *objective, u *vector) error {
	flat := objective{delta: math.Inf(1), scale: o.scale, linear: o.linear}
	if err := s.kern.slope(s.ctx, &flat, s.table, u, design, &s.trial); err != nil {
		return err
	}
	s.remeasure(&s.trial.h)
	return nil
}

func (s *search) remeasure(h *matrix) {
	most := 0.0
	for j := range s.n {
		most = max(most, h[j][j])
	}
	for j := range s.n {
		d := max(h[j][j], 1e-16*most)
		if !(d > 0) {
			d = 1
		}
		s.size[j] = 1 / math.Sqrt(d)
	}
}

// radius is a first guess of how far the model holds: residuals may change by
// 0.3, or by as much of the size of y.
func (s *search) radius(o *objective) float64 {
	var sum float64
	for i, w := range s.table.w {
		if o.linear {
			w *= float64(s.table.y[i] * s.table.y[i])
		}
		sum += w
	}
	return 0.3 * math.Sqrt(sum*o.scale)
}

// run lowers the objective from u, which it moves, until the end says so or
// after most steps.
func (s *search) run(o *objective, u *vector, end, ofRow float64, steps int) (float64, Status, error) {
	s.steps = 0
	m := newton
	if math.IsInf(o.delta, 1) && !s.kern.cheap() {
		m = gauss // far from the answer it is the better guide
	}
	radius := s.radius(o)
	if err := s.kern.slope(s.ctx, o, s.table, u, m, &s.now); err != nil {
		return 0, "", err
	}
	ofRow *= o.row()
	shrinks, last := 0, 1
	if end == tight {
		last = 2
	}
	for s.steps < steps {
		s.steps++
		next, promised, length, held := s.propose(u, radius)
		for try := 0; !(promised > 0) && try < 20 && s.clipped(u, &next); try++ {
			// A step cut off at a bound may lead uphill, a short one does not.
			radius = 0.2 * min(radius, length)
			next, promised, length, held = s.propose(u, radius)
		}
		if !(promised > 0) {
			return s.now.f, s.ended(u), nil
		}
		if m == gauss && promised < 1e-5*s.now.f {
			m = newton
			if err := s.kern.slope(s.ctx, o, s.table, u, m, &s.now); err != nil {
				return 0, "", err
			}
			continue
		}
		if promised <= max(end*s.now.f, ofRow) || s.now.f == 0 {
			if err := s.evaluate(o, &next, m); err != nil {
				return 0, "", err
			}
			better := s.trial.f <= s.now.f*(1+1e-13) // the gradient has more digits than the value
			if better {
				*u, s.now = next, s.trial
			}
			last--
			if better && last > 0 {
				continue
			}
			return s.now.f, s.ended(u), nil
		}
		if err := s.evaluate(o, &next, m); err != nil {
			return 0, "", err
		}
		gained := s.now.f - s.trial.f
		ratio := gained / promised
		if !(ratio > 1e-4) {
			shrinks++
			radius = 0.25 * length
			if shrinks > 60 {
				return s.now.f, Flat, nil
			}
			continue
		}
		shrinks = 0
		switch {
		case ratio < 0.25:
			radius = 0.5 * length
		case ratio > 0.75 && held:
			radius *= 3
		}
		*u, s.now = next, s.trial
	}
	return s.now.f, Stopped, nil
}

// evaluate puts the objective at u into trial, with its derivatives.
func (s *search) evaluate(o *objective, u *vector, m mode) error {
	return s.kern.slope(s.ctx, o, s.table, u, m, &s.trial)
}

// propose returns the next coefficients, what the model promises to gain there,
// the length of the step, and whether the radius held it back. It promises
// nothing where no step is possible.
func (s *search) propose(u *vector, radius float64) (next vector, promised, length float64, held bool) {
	free, n := s.movable(u)
	var h, vec matrix
	var g, val vector
	for a := range n {
		i := free[a]
		g[a] = s.now.g[i] * s.size[i]
		for b := range n {
			j := free[b]
			h[a][b] = s.now.h[i][j] * s.size[i] * s.size[j]
		}
	}
	eigen(&h, n, &val, &vec)
	z, held := within(&val, &vec, n, &g, radius)
	next = *u
	var step vector
	for a := range n {
		i := free[a]
		next[i] = min(max(u[i]+float64(z[a]*s.size[i]), s.lo[i]), s.hi[i])
		step[i] = next[i] - u[i]
		q := step[i] / s.size[i]
		length += float64(q * q)
	}
	for i := range s.n {
		promised -= float64(s.now.g[i] * step[i])
		for j := range s.n {
			promised -= float64(0.5 * s.now.h[i][j] * step[i] * step[j])
		}
	}
	return next, promised, math.Sqrt(length), held
}

// movable lists the coefficients that are not pinned and not pressed against a
// bound.
func (s *search) movable(u *vector) (free [most]int, n int) {
	for i := range s.n {
		if s.pinned[i] || u[i] <= s.lo[i] && s.now.g[i] > 0 || u[i] >= s.hi[i] && s.now.g[i] < 0 {
			continue
		}
		free[n] = i
		n++
	}
	return free, n
}

// clipped reports whether a step from u to next was cut off at a bound.
func (s *search) clipped(u, next *vector) bool {
	for i := range s.n {
		if next[i] != u[i] && (next[i] == s.lo[i] || next[i] == s.hi[i]) {
			return true
		}
	}
	return false
}

// ended is the status of a search that found no way to go on.
func (s *search) ended(u *vector) Status {
	for i := range s.n {
		if s.atBound(u, i) {
			return AtBound
		}
	}
	return Converged
}

func (s *search) atBound(u *vector, i int) bool {
	return !s.pinned[i] && (u[i] <= s.lo[i] || u[i] >= s.hi[i])
}

// descend runs through objectives of falling δ to o, so that a far start is led
// by all rows and not only by those that it happens to meet. Absolute deviations
// are then finished exactly where that can be done.
func (s *search) descend(o objective, u *vector, from, end float64, steps int) (float64, Status, error) {
	last := o.delta
	if o.scale != 1 {
		last = max(last, 1e-3*from)
	}
	if err := s.lower(&o, u, from, last); err != nil {
		return 0, "", err
	}
	if o.scale == 1 {
		if err := s.measure(&o, u); err != nil {
			return 0, "", err
		}
		return s.run(&o, u, end, 0, steps)
	}
	at := *u
	v, ok, err := s.vertex(&o, &at)
	if err != nil {
		return 0, "", err
	}
	if ok {
		*u = at
		return v, s.ended(u), nil
	}
	if err := s.lower(&o, u, 0.2*last, o.delta); err != nil {
		return 0, "", err
	}
	if err := s.measure(&o, u); err != nil {
		return 0, "", err
	}
	_, status, err := s.run(&o, u, end, exact, steps)
	if err != nil {
		return 0, "", err
	}
	s.kern.residuals(&o, s.table, u, s.corner.r)
	return s.deviations(s.corner.r), status, nil
}

// lower runs through objectives of falling δ, from the one given to shortly
// before the last.
func (s *search) lower(o *objective, u *vector, from, last float64) error {
	for delta := from; delta > 2*last; delta *= 0.2 {
		wide := o.widened(delta)
		if err := s.measure(&wide, u); err != nil {
			return err
		}
		if _, _, err := s.run(&wide, u, tight, loose, 40); err != nil {
			return err
		}
	}
	return nil
}
