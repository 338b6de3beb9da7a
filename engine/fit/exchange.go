package fit

import (
	"math"
	"slices"
)

// solve minimises Σw|r + J·d| over d. It reports false if the basis is singular.
func (a *absolute) solve(s *search) (d vector, ok bool) {
	p := len(a.free)
	for pivots := 0; pivots < 40*p; pivots++ {
		if s.ctx.Err() != nil {
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
	return reach(a.cross, slope)
}

// reach returns the row at which the slope, rising at each crossing by its bend,
// is no longer negative, and −1 if it never is. The place is found by halves, as a
// median is; the list is used up.
func reach(list []crossing, slope float64) int {
	for len(list) > 0 {
		mid := list[len(list)/2].at
		var below, here float64
		row := -1
		for _, c := range list {
			switch {
			case c.at < mid:
				below += c.bend
			case c.at == mid:
				here += c.bend
				row = c.row
			}
		}
		switch {
		case slope+below >= 0 && below > 0:
			list = keep(list, mid, -1)
		case slope+below+here >= 0:
			return row
		default:
			slope += below + here
			list = keep(list, mid, 1)
		}
	}
	return -1
}

// keep keeps the crossings before mid, for side −1, or after it.
func keep(list []crossing, mid float64, side int) []crossing {
	n := 0
	for _, c := range list {
		if side < 0 && c.at < mid || side > 0 && c.at > mid {
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
