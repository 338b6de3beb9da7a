package chart

import "gonum.org/v1/plot/vg"

// Size is the size that a figure is laid out for, in CSS pixels.
type Size struct{ W, H float64 }

// Draw is Render for callers that know nothing of gonum/plot.
func (r *Renderer) Draw(f *XY, t Theme, s Size) (Image, error) {
	return r.Render(f, t, vg.Length(s.W), vg.Length(s.H))
}

// File is Standalone for callers that know nothing of gonum/plot.
func File(f *XY, t Theme, s Size) (Image, error) {
	return Standalone(f, t, vg.Length(s.W), vg.Length(s.H))
}
