package fit

import "math"

// normal has the normal equations of at most three columns.
type normal struct {
	n  int
	a  [3][3]float64
	b  [3]float64
	yy float64
}

func (q *normal) add(w float64, row *[3]float64, y float64) {
	for i := range q.n {
		c := w * row[i]
		for j := i; j < q.n; j++ {
			q.a[i][j] += float64(c * row[j])
		}
		q.b[i] += float64(c * y)
	}
	q.yy += float64(float64(w*y) * y)
}

// solve returns the non-negative amplitudes with the least sum of squares, and
// that sum, by trying all choices of columns. Some may be fixed at held.
func (q *normal) solve(fixed *[3]bool, held *[3]float64) (best [3]float64, value float64) {
	for i := range q.n {
		for j := range i {
			q.a[i][j] = q.a[j][i]
		}
	}
	value = math.Inf(1)
	for set := range 1 << q.n {
		var amp [3]float64
		ok := true
		for c := range q.n {
			if fixed[c] {
				amp[c] = held[c]
				ok = ok && set>>c&1 == 0
			}
		}
		if !ok || !q.part(set, fixed, &amp) {
			continue
		}
		if v := q.squares(&amp); v < value {
			best, value = amp, v
		}
	}
	return best, value
}

// part solves for the columns in set, by elimination, and reports whether the
// solution exists and is positive.
func (q *normal) part(set int, fixed *[3]bool, amp *[3]float64) bool {
	var idx [3]int
	n := 0
	for c := range q.n {
		if set>>c&1 == 1 {
			idx[n] = c
			n++
		}
	}
	var m [3][4]float64
	for r := range n {
		i := idx[r]
		m[r][3] = q.b[i]
		for c := range q.n {
			if fixed[c] {
				m[r][3] -= float64(q.a[i][c] * amp[c])
			}
		}
		for c := range n {
			m[r][c] = q.a[i][idx[c]]
		}
	}
	for r := range n {
		if !(m[r][r] > 1e-13*q.a[idx[r]][idx[r]]) {
			return false
		}
		for below := r + 1; below < n; below++ {
			f := m[below][r] / m[r][r]
			for c := r; c < 4; c++ {
				m[below][c] -= float64(f * m[r][c])
			}
		}
	}
	for r := n - 1; r >= 0; r-- {
		v := m[r][3]
		for c := r + 1; c < n; c++ {
			v -= float64(m[r][c] * amp[idx[c]])
		}
		v /= m[r][r]
		if !(v > 0) {
			return false
		}
		amp[idx[r]] = v
	}
	return true
}

func (q *normal) squares(amp *[3]float64) float64 {
	v := q.yy
	for i := range q.n {
		v -= float64(2 * amp[i] * q.b[i])
		for j := range q.n {
			v += float64(amp[i] * amp[j] * q.a[i][j])
		}
	}
	return v
}
