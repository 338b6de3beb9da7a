package chart

import (
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// entry is an entry of the legend.
type entry struct {
	label string
	what  Kind
	i     int // among its kind
	x     vg.Length
	row   int
}

// kindBand is the Kind of a legend's entry for a band; a pointer finds none.
const kindBand Kind = 255

// Widths in the legend, in pixels.
const (
	swatch    = 20 // of a line's or a band's sample
	dotSwatch = 9
	swatchGap = 6  // between sample and label
	entryGap  = 16 // between entries
)

// listKey lists what the legend must explain, and breaks it into rows: the
// lines, unless they are labelled at their ends, the observations, the bands.
func (s *scene) listKey() {
	s.key = s.key[:0]
	if !s.direct {
		for i, l := range s.fig.Lines {
			if !l.Plain {
				s.addEntry(entry{label: l.Label, what: KindLine, i: i})
			}
		}
	}
	for i, p := range s.fig.Points {
		if len(p.Pts) > 0 && !p.Quiet {
			s.addEntry(entry{label: p.Label, what: KindPoints, i: i})
		}
	}
	for i, b := range s.fig.Bands {
		if !b.Quiet {
			s.addEntry(entry{label: b.Label, what: kindBand, i: i})
		}
	}
	s.keyRows = 0
	x := vg.Length(0)
	for k := range s.key {
		e := &s.key[k]
		w := e.sample() + swatchGap + labelFace.width(e.label)
		if x > 0 && x+w > s.w {
			s.keyRows++
			x = 0
		}
		e.x, e.row = x, s.keyRows
		x += w + entryGap
	}
	if len(s.key) > 0 {
		s.keyRows++
	}
}

// addEntry adds an entry that has a label.
func (s *scene) addEntry(e entry) {
	if e.label != "" {
		e.label = labelFace.cut(e.label, s.w-swatch-swatchGap)
		s.key = append(s.key, e)
	}
}

// sample returns the width of the entry's sample.
func (e *entry) sample() vg.Length {
	if e.what == KindPoints {
		return dotSwatch
	}
	return swatch
}

// drawEntry draws an entry from x on, centred on y.
func (s *scene) drawEntry(c *draw.Canvas, e entry, x, y vg.Length) {
	w := e.sample()
	switch e.what {
	case KindLine:
		s.drawLineSample(c, e.i, x, y)
	case KindPoints:
		s.path = s.path[:0]
		s.dotMarker(e.i).add(&s.path, vg.Point{X: x + w/2, Y: y}, markerRadius)
		s.fillDots(c, e.i)
	case kindBand:
		s.path = s.path[:0]
		for k, p := range [...]vg.Point{{X: x, Y: y - 5}, {X: x + w, Y: y - 5}, {X: x + w, Y: y + 5}, {X: x, Y: y + 5}} {
			if k == 0 {
				s.path.Move(p)
			} else {
				s.path.Line(p)
			}
		}
		s.path.Close()
		c.SetColor(s.theme.Tint(s.bandRole(e.i), bandOpacity))
		c.Fill(s.path)
	}
	s.write(c, labelFace, Ink, e.label, vg.Point{X: x + w + swatchGap, Y: y - middle(labelFace)}, text.XLeft, false)
}

// drawLineSample draws a piece of line i with its marker.
func (s *scene) drawLineSample(c *draw.Canvas, i int, x, y vg.Length) {
	style := draw.LineStyle{Color: s.theme.Color(s.lineRole(i)), Width: lineWidth(&s.fig.Lines[i])}
	if pattern, all := s.dash(i); all {
		style.Dashes = pattern
	}
	s.path = s.path[:0]
	s.path.Move(vg.Point{X: x, Y: y})
	s.path.Line(vg.Point{X: x + swatch, Y: y})
	c.SetLineStyle(style)
	c.Stroke(s.path)
	s.drawMarker(c, s.lineRole(i).Marker(), s.lineRole(i), vg.Point{X: x + swatch/2, Y: y})
}

// markerRadius is the radius of a marker that stands for a series.
const markerRadius = 3.6

// drawMarker draws a single marker.
func (s *scene) drawMarker(c *draw.Canvas, m Marker, role Role, pt vg.Point) {
	s.path = s.path[:0]
	m.add(&s.path, pt, markerRadius)
	c.SetColor(s.theme.Color(role))
	c.Fill(s.path)
}

// middle is how far below the middle of a line of text its baseline is.
func middle(f face) vg.Length { return vg.Length(f.size * 0.35) }
