package fit

import "math"

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
		a.free = a.free[:0]
		for i := range s.n {
			if !s.pinned[i] && !s.atBound(u, i) {
				a.free = append(a.free, i)
			}
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
			return value, done, s.ctx.Err()
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
// the step is too short to matter, and not ok where no part of it helps. What
// comes to its bound stays there in the rounds that follow.
func (s *search) advance(o *objective, u, step *vector, value float64) (done, ok bool) {
	a := &s.corner
	var far float64
	for k, i := range a.free {
		far = max(far, math.Abs(step[k])/s.size[i])
	}
	part := 1.0
	for range 12 {
		if s.ctx.Err() != nil {
			return false, false
		}
		next := *u
		for k, i := range a.free {
			next[i] = min(max(next[i]+float64(part*step[k]), s.lo[i]), s.hi[i])
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

// nearest returns the n rows with the smallest residuals, or a few more where
// some are the same, in rising order.
func (a *absolute) nearest(s *search, n int) []int {
	a.cross = a.cross[:0]
	for i, r := range a.r {
		if s.table.w[i] != 0 {
			a.cross = append(a.cross, crossing{math.Abs(r), 1, i})
		}
	}
	level := math.Inf(1)
	if n < len(a.cross) {
		level = math.Abs(a.r[reach(a.cross, -float64(n))])
	}
	var out []int
	for i, r := range a.r {
		if s.table.w[i] != 0 && math.Abs(r) <= level {
			out = append(out, i)
		}
	}
	insertion(out, func(i, j int) bool { return math.Abs(a.r[i]) < math.Abs(a.r[j]) })
	return out
}

// insertion sorts a short list by insertion, which keeps the order of equals.
func insertion[T any](list []T, before func(a, b T) bool) {
	for i := range list {
		for j := i; j > 0 && before(list[j], list[j-1]); j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
}

// pick chooses the first basis: rows with small residuals whose gradients are
// independent.
func (a *absolute) pick(s *search) {
	p := len(a.free)
	near := a.nearest(s, 8*p)
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
