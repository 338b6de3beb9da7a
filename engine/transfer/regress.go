package transfer

import "math"

// Interval is an estimate with its standard error and its interval at Level,
// from Student's t with DoF degrees of freedom. With no degree of freedom left
// SE, Lo and Hi are 0 and Level is 0: there is no interval.
type Interval struct {
	Value, SE, Lo, Hi float64
	Level             float64
	DoF               int
}

// level is that of all intervals of this package.
const level = 0.95

func newInterval(value, se float64, dof int) Interval {
	if dof < 1 {
		return Interval{Value: value}
	}
	half := studentQuantile(level, dof) * se
	return Interval{value, se, value - half, value + half, level, dof}
}

// linear is the map v → a + b·v of the interval.
func (i Interval) linear(a, b float64) Interval {
	i.Value, i.Lo, i.Hi, i.SE = a+b*i.Value, a+b*i.Lo, a+b*i.Hi, math.Abs(b)*i.SE
	if i.Level == 0 {
		i.Lo, i.Hi = 0, 0
	}
	if i.Lo > i.Hi {
		i.Lo, i.Hi = i.Hi, i.Lo
	}
	return i
}

// lines are parallel lines, one per group, with a common slope.
type lines struct {
	slope     Interval
	intercept map[float64]float64 // by group
	sigma     float64             // standard deviation of the residuals; 0 with no degree of freedom
}

// parallel fits y = aᵍ + b·x by least squares, with an intercept for each group
// g and one slope: with x̃ and ỹ the deviations from the means of the group,
//
//	b = ∑x̃ỹ/∑x̃²,  σ² = ∑(ỹ − b·x̃)²/(n − groups − 1),  se(b) = σ/√∑x̃²
//
// ok is false where no group has two x.
func parallel(group, x, y []float64) (l lines, ok bool) {
	type mean struct{ n, x, y float64 }
	means := map[float64]mean{}
	for i, g := range group {
		m := means[g]
		means[g] = mean{m.n + 1, m.x + x[i], m.y + y[i]}
	}
	dev := func(i int) (dx, dy float64) {
		m := means[group[i]]
		return x[i] - m.x/m.n, y[i] - m.y/m.n
	}
	var xx, xy float64
	for i := range x {
		dx, dy := dev(i)
		xx += dx * dx
		xy += dx * dy
	}
	if xx == 0 {
		return lines{}, false
	}
	b := xy / xx
	var rss float64
	for i := range x {
		dx, dy := dev(i)
		rss += (dy - b*dx) * (dy - b*dx)
	}
	dof := len(x) - len(means) - 1
	if dof > 0 {
		l.sigma = math.Sqrt(rss / float64(dof))
	}
	l.slope = newInterval(b, l.sigma/math.Sqrt(xx), dof)
	l.intercept = map[float64]float64{}
	for g, m := range means {
		l.intercept[g] = (m.y - b*m.x) / m.n
	}
	return l, true
}
