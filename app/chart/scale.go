package chart

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
)

// scale is an axis: where a value is, and which values are ticks. Unlike
// gonum/plot's log scale it takes the logarithms of its ends once, and a value
// that has none is off the axis instead of a panic.
type scale struct {
	spec     *AxisSpec
	min, max float64
	off, inv float64 // position = (value or its logarithm - off)·inv
	ticks    []plot.Tick
}

var (
	_ plot.Ticker     = (*scale)(nil)
	_ plot.Normalizer = (*scale)(nil)
)

// set makes the scale run from min to max, which spec.check has seen.
func (s *scale) set(spec *AxisSpec, min, max float64) {
	s.spec, s.min, s.max = spec, min, max
	s.off, s.inv = min, 1/(max-min)
	if spec.Log {
		s.off, s.inv = math.Log(min), 1/math.Log(max/min)
	}
}

// offAxis is the position of a value that has no place on the axis.
const offAxis = -1e3

// at returns the position of v as a fraction of the axis.
func (s *scale) at(v float64) float64 {
	if s.spec.Log {
		if !(v > 0) {
			return offAxis
		}
		v = math.Log(v)
	}
	return (v - s.off) * s.inv
}

// Normalize implements plot.Normalizer. An axis that was given another range
// than the scale's keeps its kind. The ends are at 0 and 1 exactly: gonum/plot
// keeps no room for the label of a tick that rounding has put beyond them.
func (s *scale) Normalize(min, max, x float64) float64 {
	if min != s.min || max != s.max {
		if !(min < max) || s.spec.Log && !(min > 0) {
			return offAxis
		}
		other := scale{}
		other.set(s.spec, min, max)
		s = &other
	}
	switch u := s.at(x); {
	case math.Abs(u) < rounding:
		return 0
	case math.Abs(u-1) < rounding:
		return 1
	default:
		return u
	}
}

// rounding is more than rounding moves a value on an axis, and less than a pixel.
const rounding = 1e-9

// Ticks implements plot.Ticker; the ticks were chosen by place.
func (s *scale) Ticks(_, _ float64) []plot.Tick { return s.ticks }

// mapper takes points of the data to the canvas.
type mapper struct {
	x, y       *scale
	ax, bx     float64
	ay, by     float64
	x0, x1     float64 // the data area
	y0, y1     float64
	xlog, ylog bool
}

// newMapper returns the mapper of two scales onto the rectangle r.
func newMapper(x, y *scale, r vg.Rectangle) mapper {
	m := mapper{
		x: x, y: y, xlog: x.spec.Log, ylog: y.spec.Log,
		x0: r.Min.X.Points(), x1: r.Max.X.Points(),
		y0: r.Min.Y.Points(), y1: r.Max.Y.Points(),
	}
	m.bx = (m.x1 - m.x0) * x.inv
	m.by = (m.y1 - m.y0) * y.inv
	m.ax, m.ay = m.x0-x.off*m.bx, m.y0-y.off*m.by
	return m
}

// pt returns where p is on the canvas. Its values are in the axes' domain.
func (m *mapper) pt(p Point) vg.Point {
	return vg.Point{X: vg.Length(m.px(p.X)), Y: vg.Length(m.py(p.Y))}
}

func (m *mapper) px(v float64) float64 {
	if m.xlog {
		v = math.Log(v)
	}
	return m.ax + m.bx*v
}

func (m *mapper) py(v float64) float64 {
	if m.ylog {
		v = math.Log(v)
	}
	return m.ay + m.by*v
}

// slop is what rounding may put a point outside of the data area by.
const slop = 1e-6

// holds reports whether a point of the canvas is in the data area.
func (m *mapper) holds(p vg.Point) bool {
	x, y := p.X.Points(), p.Y.Points()
	return x >= m.x0-slop && x <= m.x1+slop && y >= m.y0-slop && y <= m.y1+slop
}
