package chart

import "math"

// Axis maps between the data and the pixels of an Image. Pixels go from left to
// right and from top to bottom.
type Axis struct {
	Label, Unit string
	Format      Format
	Log         bool
	Min, Max    float64 // data at the ends
	From, To    float64 // pixels there
}

// Map returns the pixel of the value v. On a log axis it is NaN for v ≤ 0.
func (a Axis) Map(v float64) float64 {
	if a.Log {
		if v <= 0 {
			return math.NaN()
		}
		return a.From + (a.To-a.From)*math.Log(v/a.Min)/math.Log(a.Max/a.Min)
	}
	return a.From + (a.To-a.From)*(v-a.Min)/(a.Max-a.Min)
}

// Unmap returns the value at the pixel px; it undoes Map.
func (a Axis) Unmap(px float64) float64 {
	u := (px - a.From) / (a.To - a.From)
	if a.Log {
		return a.Min * math.Pow(a.Max/a.Min, u)
	}
	return a.Min + u*(a.Max-a.Min)
}
