package fit

import (
	"math"
	"slices"
)

// absolute finds the least sum of absolute deviations exactly, from a place near
// it: there the curve goes through as many rows as there are coefficients. Each
// round solves the linear problem at hand by exchanging one of these rows for
// another (Barrodale and Roberts 1973) and steps to its solution, which near the
// answer doubles the digits.
type absolute struct {
	free  []int // coefficients that move
	r     []float64
	jac   []vector // ∇r by row, of the free coefficients
	along []float64
	cross []crossing
	zero  []int     // rows that the curve goes through besides the basis: copies, as a rule
	basis [most]int // rows that the curve goes through
	inv   matrix    // inverse of their ∇r: inv[coefficient][place in the basis]
}

// crossing is where on a line a row's residual changes its sign, and by how much
// that changes the slope of the objective.
type crossing struct {
	at, bend float64
	row      int
}

const rounds = 15 // a smooth optimum, met by fewer rows, has not ended after so many

// vertex moves u to the least sum of absolute deviations near it and reports
// whether it came to an end there. The value is Σw|r| if so.
func (s *search) vertex(o *objective, u *vector) (float64, bool, error) {
	a := &s.corner
	a.free = a.free[:0]
	for i := range s.n {
		if !s.pinned[i] && !s.atBound(u, i) {
			a.free = append(a.free, i)
		}
	}
	n := s.table.rows()
	if cap(a.r) < n {
		a.r, a.jac, a.along = make([]float64, n), make([]vector, n), make([]float64, n)
	}
	a.r, a.jac, a.along = a.r[:n], a.jac[:n], a.along[:n]
	value := math.NaN()
	for range rounds {
		if err := s.ctx.Err(); err != nil {
			return 0, false, err
		}
		s.kern.gradients(o, s.table, u, a.r, a.jac)
		for i := range a.jac {
			for k, c := range a.free {
				a.jac[i][k] = a.jac[i][c]
			}
		}
		value = s.deviations(a.r)
		a.pick(s)
		step, ok := a.solve(s)
		if !ok {
			return value, false, s.ctx.Err()
		}
		done, ok := s.advance(o, u, &step, value)
		if done || !ok {
			return value, done, nil
		}
	}
	return value, false, nil
}

func (s *search) deviations(r []float64) float64 {
	var sum float64
	for i, w := range s.table.w {
		if w != 0 {
			sum += float64(w * math.Abs(r[i]))
		}
	}
	return sum
}

// advance goes the step, or a part of it that lowers the sum. It is done where
// the step is too short to matter, and not ok where no part of it helps.
func (s *search) advance(o *objective, u, step *vector, value float64) (done, ok bool) {
	a := &s.corner
	var far float64
	for k, i := range a.free {
		far = max(far, math.Abs(step[k])/s.size[i])
	}
	part := 1.0
	for range 12 {
		next := *u
		for k, i := range a.free {
			next[i] += float64(part * step[k])
			if next[i] < s.lo[i] || next[i] > s.hi[i] {
				return false, false
			}
		}
		s.kern.residuals(o, s.table, &next, a.along)
		v := s.deviations(a.along)
		if far < 1e-9*s.length(a.along) {
			if v <= value {
				*u = next
			}
			return true, true
		}
		if v < value {
			*u = next
			return false, true
		}
		part *= 0.25
	}
	return false, false
}

// length is the root of the sum of the squares of r, a measure for steps.
func (s *search) length(r []float64) float64 {
	var sum float64
	for i, w := range s.table.w {
		if w != 0 {
			sum += float64(w * r[i] * r[i])
		}
	}
	return math.Sqrt(sum)
}

// pick chooses the first basis: rows with small residuals whose gradients are
// independent.
func (a *absolute) pick(s *search) {
	p := len(a.free)
	var near []int
	level := 0.0
	for len(near) < min(8*p, len(a.r)) { // rows by rising residual, a few at a time
		next := math.Inf(1)
		for i, r := range a.r {
			if x := math.Abs(r); s.table.w[i] != 0 && x < next && (x > level || len(near) == 0 && x >= 0) {
				next = x
			}
		}
		if math.IsInf(next, 1) {
			break
		}
		for i, r := range a.r {
			if s.table.w[i] != 0 && math.Abs(r) == next {
				near = append(near, i)
			}
		}
		level = next
	}
	var reduced matrix
	var lead [most]int
	n := 0
	for _, i := range near {
		if n == p {
			break
		}
		v := a.jac[i]
		size := 0.0
		for k, c := range a.free {
			v[k] *= s.size[c]
			size = max(size, math.Abs(v[k]))
		}
		for b := range n {
			f := v[lead[b]] / reduced[b][lead[b]]
			for k := range p {
				v[k] -= float64(f * reduced[b][k])
			}
		}
		best := 0
		for k := range p {
			if math.Abs(v[k]) > math.Abs(v[best]) {
				best = k
			}
		}
		if math.Abs(v[best]) > 1e-4*size {
			reduced[n], lead[n], a.basis[n] = v, best, i
			n++
		}
	}
	for ; n < p; n++ {
		a.basis[n] = -1
	}
}

// solve minimises Σw|r + J·d| over d. It reports false if the basis is singular.
func (a *absolute) solve(s *search) (d vector, ok bool) {
	p := len(a.free)
	for pivots := 0; pivots < 40*p; pivots++ {
		if pivots%16 == 0 && s.ctx.Err() != nil {
			return d, false
		}
		if !a.invert() {
			return d, false
		}
		d = vector{}
		for k := range p {
			for b := range p {
				d[k] -= float64(a.inv[k][b] * a.r[a.basis[b]])
			}
		}
		leave, sign, slope := a.leaving(s, &d)
		if leave < 0 {
			return d, true
		}
		var line vector
		for k := range p {
			line[k] = sign * a.inv[k][leave]
		}
		enter := a.entering(s, &line, slope, leave)
		if enter < 0 {
			return d, false
		}
		a.basis[leave] = enter
	}
	return d, false
}

// leaving finds the row of the basis that the curve should leave, to which side,
// and the slope of the objective that way; −1 if there is none. It leaves what is
// left of the other rows in along.
func (a *absolute) leaving(s *search, d *vector) (leave int, sign, slope float64) {
	p := len(a.free)
	var g vector
	a.zero = a.zero[:0]
	for i, w := range s.table.w {
		if w == 0 {
			continue
		}
		x := a.r[i]
		for k := range p {
			x += float64(a.jac[i][k] * d[k])
		}
		if math.Abs(x) < 1e-13 {
			a.along[i] = 0
			if !slices.Contains(a.basis[:p], i) {
				a.zero = append(a.zero, i)
			}
			continue
		}
		a.along[i] = x
		if x < 0 {
			w = -w
		}
		for k := range p {
			g[k] += float64(w * a.jac[i][k])
		}
	}
	leave = -1
	for b := range p {
		var l float64 // what the objective gains where row b is let off to the positive side
		for k := range p {
			l -= float64(a.inv[k][b] * g[k])
		}
		w := s.table.w[a.basis[b]]
		over := w - math.Abs(l)
		for _, i := range a.zero { // they are left too
			var v float64
			for k := range p {
				v += float64(a.inv[k][b] * a.jac[i][k])
			}
			over += float64(s.table.w[i] * math.Abs(v))
		}
		if over < -1e-9*w && over < slope {
			leave, sign, slope = b, math.Copysign(1, l), over
		}
	}
	return leave, sign, slope
}

// entering walks along the line until the objective rises again, and returns the
// row that is met there.
func (a *absolute) entering(s *search, line *vector, slope float64, leave int) int {
	p := len(a.free)
	a.cross = a.cross[:0]
	for i, w := range s.table.w {
		if w == 0 || slices.Contains(a.basis[:p], i) {
			continue
		}
		var v float64
		for k := range p {
			v += float64(a.jac[i][k] * line[k])
		}
		if at := -a.along[i] / v; at > 0 && at < math.Inf(1) {
			a.cross = append(a.cross, crossing{at, 2 * w * math.Abs(v), i})
		}
	}
	list := a.cross
	for len(list) > 0 { // the place is found by halves, as the median is
		mid := list[len(list)/2].at
		var below float64
		for _, c := range list {
			if c.at < mid {
				below += c.bend
			}
		}
		switch {
		case slope+below >= 0:
			list = keep(list, func(c crossing) bool { return c.at < mid })
		default:
			var here float64
			row := -1
			for _, c := range list {
				if c.at == mid {
					here += c.bend
					row = c.row
				}
			}
			if slope+below+here >= 0 {
				return row
			}
			slope += below + here
			list = keep(list, func(c crossing) bool { return c.at > mid })
		}
	}
	return -1
}

func keep(list []crossing, want func(crossing) bool) []crossing {
	n := 0
	for _, c := range list {
		if want(c) {
			list[n] = c
			n++
		}
	}
	return list[:n]
}

// invert inverts the gradients of the basis, by Gauss and Jordan.
func (a *absolute) invert() bool {
	p := len(a.free)
	var m, inv matrix
	for b := range p {
		if a.basis[b] < 0 {
			return false
		}
		m[b] = a.jac[a.basis[b]]
		inv[b][b] = 1
	}
	for c := range p {
		best := c
		for b := c + 1; b < p; b++ {
			if math.Abs(m[b][c]) > math.Abs(m[best][c]) {
				best = b
			}
		}
		if !(math.Abs(m[best][c]) > 1e-200) {
			return false
		}
		m[c], m[best] = m[best], m[c]
		inv[c], inv[best] = inv[best], inv[c]
		f := 1 / m[c][c]
		for k := range p {
			m[c][k] *= f
			inv[c][k] *= f
		}
		for b := range p {
			if b == c {
				continue
			}
			f := m[b][c]
			for k := range p {
				m[b][k] -= float64(f * m[c][k])
				inv[b][k] -= float64(f * inv[c][k])
			}
		}
	}
	a.inv = inv
	return true
}
