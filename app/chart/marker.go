package chart

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// Marker is the shape of a point.
type Marker uint8

// The markers. AutoMarker is the zero value: that of the role.
const (
	AutoMarker Marker = iota
	Circle
	Square
	Triangle
	Diamond
	Wedge // a triangle on its tip
)

// outlines are the corners of the markers, scaled so that all have the area of
// the circle of radius 1. They turn as vg's arcs do, counter-clockwise.
var outlines = [...][]vg.Point{
	Square:   regular(4, math.Pi/4),
	Triangle: regular(3, math.Pi/2),
	Diamond:  regular(4, 0),
	Wedge:    regular(3, -math.Pi/2),
}

// regular returns the corners of a regular polygon of area π.
func regular(n int, first float64) []vg.Point {
	turn := 2 * math.Pi / float64(n)
	r := math.Sqrt(2 * math.Pi / (float64(n) * math.Sin(turn)))
	pts := make([]vg.Point, n)
	for i := range pts {
		sin, cos := math.Sincos(first + float64(i)*turn)
		pts[i] = vg.Point{X: vg.Length(r * cos), Y: vg.Length(r * sin)}
	}
	return pts
}

// add adds the outline at pt to the path.
func (m Marker) add(p *vg.Path, pt vg.Point, radius vg.Length) {
	if m <= Circle || int(m) >= len(outlines) {
		p.Move(vg.Point{X: pt.X + radius, Y: pt.Y})
		p.Arc(pt, radius, 0, 2*math.Pi)
		p.Close()
		return
	}
	for i, o := range outlines[m] {
		at := pt.Add(o.Scale(radius))
		if i == 0 {
			p.Move(at)
		} else {
			p.Line(at)
		}
	}
	p.Close()
}
