package scenario

import (
	"strconv"

	"lossline/engine/plan"
)

// Digest is a short word for the numbers that a page shows, to nine digits: who
// opens a link learns from it whether the numbers are those of when it was
// shared. It is "" for nil: there is nothing to compare, such as a fit that is not
// there yet.
func Digest(numbers []float64) string {
	if numbers == nil {
		return ""
	}
	d := digest(14695981039346656037)
	for _, v := range numbers {
		d.add(v)
	}
	return d.word()
}

// Numbers returns what the pages of plans and losses are known by: params, tokens and
// loss of every row, and the losses at the point.
func (o Outcome) Numbers() []float64 {
	numbers := []float64{}
	for _, a := range o.Rows {
		numbers = append(numbers, float64(a.N), float64(a.D), float64(a.Loss))
	}
	for _, l := range o.Losses {
		numbers = append(numbers, float64(l.Loss))
	}
	return numbers
}

// DigestOwn is the Digest of a link to Fit that has the reader's fit and not the runs:
// of the coefficients with their intervals, and of the plan by them. It is "" without
// a fit.
func DigestOwn(s Scenario) string {
	_, set, ok := s.Own.Set()
	if !ok {
		return ""
	}
	d := digest(14695981039346656037)
	for i, v := range set.Theta {
		r := s.Own.Interval(func(theta []float64) float64 { return theta[i] })
		d.add(v)
		d.add(r.Lo)
		d.add(r.Hi)
	}
	if m, ok := s.Own.Method(); ok {
		a := plan.Allocate(m, s.Compute(), s.Options())
		d.add(float64(a.N))
		d.add(float64(a.D))
		d.add(float64(a.Loss))
	}
	return d.word()
}

// digest is the 64-bit FNV-1a hash of numbers as text.
type digest uint64

func (d *digest) add(v float64) {
	for _, b := range strconv.AppendFloat(nil, v, 'e', 8, 64) {
		*d = (*d ^ digest(b)) * 1099511628211
	}
}

func (d digest) word() string { return strconv.FormatUint(uint64(d)%(36*36*36*36*36), 36) }
