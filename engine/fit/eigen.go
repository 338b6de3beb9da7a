package fit

import "math"

// eigen puts the eigenvalues of the symmetric n×n corner of a into val, and its
// eigenvectors into the columns of vec, by Jacobi's rotations, which also find
// the small eigenvalues of a scaled positive matrix to many digits.
func eigen(a *matrix, n int, val *vector, vec *matrix) {
	*vec = matrix{}
	for i := range n {
		vec[i][i] = 1
	}
	for range 30 {
		var off, diag float64
		for i := range n {
			diag += float64(a[i][i] * a[i][i])
			for j := i + 1; j < n; j++ {
				off += float64(a[i][j] * a[i][j])
			}
		}
		if !(off > 1e-36*diag) {
			break
		}
		for i := range n {
			for j := i + 1; j < n; j++ {
				rotate(a, vec, n, i, j)
			}
		}
	}
	for i := range n {
		val[i] = a[i][i]
	}
}

// rotate makes a[i][j] vanish.
func rotate(a, vec *matrix, n, i, j int) {
	if a[i][j] == 0 {
		return
	}
	theta := (a[j][j] - a[i][i]) / (2 * a[i][j])
	t := 1 / (math.Abs(theta) + math.Sqrt(1+float64(theta*theta)))
	if theta < 0 {
		t = -t
	}
	c := 1 / math.Sqrt(1+float64(t*t))
	s := t * c
	for k := range n {
		x, y := a[k][i], a[k][j]
		a[k][i], a[k][j] = float64(c*x)-float64(s*y), float64(s*x)+float64(c*y)
	}
	for k := range n {
		x, y := a[i][k], a[j][k]
		a[i][k], a[j][k] = float64(c*x)-float64(s*y), float64(s*x)+float64(c*y)
	}
	a[i][j], a[j][i] = 0, 0
	for k := range n {
		x, y := vec[k][i], vec[k][j]
		vec[k][i], vec[k][j] = float64(c*x)-float64(s*y), float64(s*x)+float64(c*y)
	}
}

// within returns the z with |z| ≤ radius at which gᵀz + zᵀHz/2 is least, for the
// H with eigenvalues val and eigenvectors vec, and whether the radius held it
// back. H need not be positive (Moré and Sorensen 1983).
func within(val *vector, vec *matrix, n int, g *vector, radius float64) (z vector, held bool) {
	var along vector // g in the basis of the eigenvectors
	least := math.Inf(1)
	for v := range n {
		for i := range n {
			along[v] += float64(vec[i][v] * g[i])
		}
		least = min(least, val[v])
	}
	lift := 0.0
	if !(least > 0 && lengthAt(val, &along, n, 0) <= radius) {
		held = true
		lift = liftFor(val, &along, n, least, radius)
	}
	for v := range n {
		d := val[v] + lift
		if d == 0 {
			continue
		}
		c := -along[v] / d
		for i := range n {
			z[i] += float64(c * vec[i][v])
		}
	}
	return z, held
}

// lengthAt is |z| for H lifted by that much.
func lengthAt(val, along *vector, n int, lift float64) float64 {
	var sum float64
	for v := range n {
		c := along[v] / (val[v] + lift)
		sum += float64(c * c)
	}
	return math.Sqrt(sum)
}

// liftFor finds the lift that makes |z| the radius to a percent or so.
func liftFor(val, along *vector, n int, least, radius float64) float64 {
	var length float64
	for v := range n {
		length += float64(along[v] * along[v])
	}
	length = math.Sqrt(length)
	lo := max(0, -least)
	hi := lo + length/radius + 1e-300
	lo += float64(1e-12 * (hi - lo))
	for range 60 {
		at := lengthAt(val, along, n, hi)
		if at > 0.99*radius || hi-lo < 1e-10*hi {
			break
		}
		mid := math.Sqrt(lo * hi)
		if !(mid > lo && mid < hi) {
			mid = 0.5 * (lo + hi)
		}
		if lengthAt(val, along, n, mid) > radius {
			lo = mid
		} else {
			hi = mid
		}
	}
	return hi
}
