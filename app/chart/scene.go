package chart

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// scene is an XY laid out for one size, and the memory that the next layout
// will use again. Its layers are the plotters of the plot.
type scene struct {
	fig   *XY
	theme Theme
	w, h  vg.Length
	plot  *plot.Plot
	x, y  scale

	// The points of lines and observations as fractions of the axes, for which
	// their logarithms are taken once.
	unitLines, unitDots [][]vg.Point

	// The data area, and the same points there; observations only if they can
	// be seen.
	area        box
	lines, dots [][]vg.Point
	piles       [][]pile // of sets of very many observations, of which dots are samples then
	pixels      []pixel  // scratch

	title, subtitle, yname []string
	key                    []entry // the legend
	keyRows                int
	ends                   []ending
	direct                 bool       // lines are labelled at their ends
	fitted                 bool       // some line says where it was fitted
	hull                   [2]float64 // from the least to the largest fitted x on the axis

	left, right, top vg.Length // room around the data, beside the axes'
	path             vg.Path   // scratch
	margin           vg.Length // from the left end of the canvas to the data
	ring             []vg.Point
	taken            []box // labels inside of the data area
}

// newScene returns a scene whose plot has all layers, from back to front.
func newScene() *scene {
	s := &scene{plot: plot.New()}
	s.plot.BackgroundColor = nil
	s.plot.Add(gridLayer{s}, beyondLayer{s}, bandLayer{s}, ruleLayer{s}, dotLayer{s}, lineLayer{s},
		markLayer{s}, nameLayer{s}, endLayer{s}, headLayer{s})
	return s
}

// lay lays f out for w by h pixels.
func (s *scene) lay(f *XY, t Theme, w, h vg.Length) error {
	if err := f.check(); err != nil {
		return err
	}
	x, y, err := f.extents()
	if err != nil {
		return err
	}
	s.fig, s.theme, s.w, s.h = f, t, w, h
	lo, hi := f.X.ends(x)
	s.x.set(&f.X, lo, hi)
	lo, hi = f.Y.ends(y)
	s.y.set(&f.Y, lo, hi)
	s.normalize()
	s.findHull()
	s.head()
	s.dress()

	s.direct = true
	if err := s.frame(); err == nil && s.placeEnds() {
		return nil
	}
	s.direct = false
	if err := s.frame(); err != nil {
		return err
	}
	s.placeEnds()
	return nil
}

// dress sets the styles of the plot's own parts: the axes.
func (s *scene) dress() {
	muted := s.theme.Color(Muted)
	x, y := &s.plot.X, &s.plot.Y
	for _, a := range [...]*plot.Axis{x, y} {
		a.Padding = 0
		a.Label.Padding = 2
		a.Label.TextStyle = labelFace.style(muted, text.XRight, text.YBottom)
		a.Tick.Length = 0
		a.LineStyle = draw.LineStyle{}
	}
	x.Min, x.Max, x.Scale, x.Tick.Marker = s.x.min, s.x.max, &s.x, &s.x
	y.Min, y.Max, y.Scale, y.Tick.Marker = s.y.min, s.y.max, &s.y, &s.y
	x.Tick.Label = tickFace.style(muted, text.XCenter, text.YTop)
	y.Tick.Label = tickFace.style(muted, text.XRight, text.YCenter)
	x.LineStyle = draw.LineStyle{Color: muted, Width: 1}
	x.Tick.LineStyle = x.LineStyle
	x.Tick.Length = tickLength
	x.Label.Position = draw.PosRight
	x.Label.TextStyle.Handler = handler{class: labelFace.class, flat: true}
}

// tickLength is the length of the labelled ticks; the others have half of it.
const tickLength = 5

// The least size of the data area that can be read.
const minWidth, minHeight = 80, 60

// frame chooses the ticks and the room around the data. What it takes the axes'
// own sizes to be is what gonum/plot will compute from the same parts.
func (s *scene) frame() error {
	s.listKey()
	s.right = s.rightRoom()
	s.top = s.headHeight()
	s.plot.X.Label.Text = joinLines(labelFace.wrap(axisName(s.fig.X), s.w-s.right-12))

	xh := vg.Length(tickLength) + labelHeight(tickFace) + 0.5
	if s.plot.X.Label.Text != "" {
		xh += s.plot.X.Label.TextStyle.Height(s.plot.X.Label.Text) + s.plot.X.Label.Padding
	}
	yl := s.h - s.top - xh
	s.y.place(yl, labelLimit(yl, 40, 8), func(string) vg.Length { return labelHeight(tickFace) + 6 })
	yw := labelFace.width(" ")
	for _, t := range s.y.ticks {
		yw = max(yw, tickFace.width(t.Label)+labelFace.width(" "))
	}
	xl := s.w - s.right - yw
	s.x.place(xl, labelLimit(xl, 44, 10), func(l string) vg.Length { return tickFace.width(l) + 14 })
	s.left = 0
	for _, t := range s.x.ticks {
		s.left = max(s.left, tickFace.width(t.Label)/2-yw-vg.Length(s.x.at(t.Value))*xl)
	}
	r := s.plot.DataCanvas(draw.Canvas{Rectangle: vg.Rectangle{Max: vg.Point{X: s.w, Y: s.h}}}).Rectangle
	if r.Size().X < minWidth || r.Size().Y < minHeight {
		return fmt.Errorf("figure: %.0f by %.0f pixels are too few", s.w, s.h)
	}
	s.margin = r.Min.X
	s.mapOnto(r)
	return nil
}

// labelLimit returns how many labels an axis may have, one each step pixels.
func labelLimit(length vg.Length, step, most int) int {
	return min(most, max(2, int(length)/step+1))
}

// labelHeight is the height of a line of text as gonum/plot takes it.
func labelHeight(f face) vg.Length {
	e := handler{}.Extents(f.font())
	return e.Ascent + e.Descent
}

// axisName is the label of an axis with its unit.
func axisName(a AxisSpec) string {
	if a.Unit == "" {
		return a.Label
	}
	return a.Label + " (" + a.Unit + ")"
}

// normalize computes where the points are as fractions of the axes.
func (s *scene) normalize() {
	s.unitLines = resize(s.unitLines, len(s.fig.Lines))
	for i := range s.fig.Lines {
		s.unitLines[i] = s.fractions(s.unitLines[i], s.fig.Lines[i].Pts)
	}
	s.unitDots = resize(s.unitDots, len(s.fig.Points))
	for i := range s.fig.Points {
		s.unitDots[i] = s.fractions(s.unitDots[i], s.fig.Points[i].Pts)
	}
}

// fractions returns where pts are as fractions of the axes, in the memory of dst.
func (s *scene) fractions(dst []vg.Point, pts []Point) []vg.Point {
	dst = slices.Grow(dst[:0], len(pts))
	for _, p := range pts {
		dst = append(dst, vg.Point{X: vg.Length(s.x.at(p.X)), Y: vg.Length(s.y.at(p.Y))})
	}
	return dst
}

// mapOnto computes where everything is on the data area r.
func (s *scene) mapOnto(r vg.Rectangle) {
	s.area = box{float64(r.Min.X), float64(r.Max.X), float64(r.Min.Y), float64(r.Max.Y)}
	size := r.Size()
	place := func(dst, pts []vg.Point, all bool) []vg.Point {
		dst = slices.Grow(dst[:0], len(pts))
		near := s.area.grow(slop)
		for _, p := range pts {
			at := vg.Point{X: r.Min.X + p.X*size.X, Y: r.Min.Y + p.Y*size.Y}
			if all || near.has(at) {
				dst = append(dst, at)
			}
		}
		return dst
	}
	s.lines = resize(s.lines, len(s.unitLines))
	for i, pts := range s.unitLines {
		s.lines[i] = thinLine(place(s.lines[i], pts, true), size.X)
	}
	s.dots = resize(s.dots, len(s.unitDots))
	for len(s.piles) < len(s.dots) {
		s.piles = append(s.piles, nil)
	}
	for i, pts := range s.unitDots {
		if len(pts) <= mostMarkers {
			s.piles[i], s.dots[i] = s.piles[i][:0], place(s.dots[i], pts, false)
			continue
		}
		s.piles[i] = s.pileUp(s.piles[i][:0], pts, r)
		s.dots[i] = samplesOf(s.dots[i][:0], s.piles[i])
	}
}

// resize returns s with n elements, whose memory is kept.
func resize(s [][]vg.Point, n int) [][]vg.Point {
	for len(s) < n {
		s = append(s, nil)
	}
	return s[:n]
}

// arrive is what each layer does first: a plot may be drawn on a part of a
// canvas, or another size than it was laid out for.
func (s *scene) arrive(c *draw.Canvas) {
	r := c.Rectangle
	if (box{float64(r.Min.X), float64(r.Max.X), float64(r.Min.Y), float64(r.Max.Y)}) == s.area {
		return
	}
	s.mapOnto(r)
	s.placeEnds()
}

// mapper returns the mapper onto the data area.
func (s *scene) mapper() mapper {
	a := s.area
	return newMapper(&s.x, &s.y, vg.Rectangle{
		Min: vg.Point{X: vg.Length(a.x0), Y: vg.Length(a.y0)},
		Max: vg.Point{X: vg.Length(a.x1), Y: vg.Length(a.y1)},
	})
}

// findHull finds the range that some line of the figure was fitted on.
func (s *scene) findHull() {
	s.fitted = false
	s.hull = [2]float64{s.x.max, s.x.min}
	for i := range s.fig.Lines {
		f := s.fig.Lines[i].Fitted
		if f == [2]float64{} {
			continue
		}
		s.fitted = true
		if f[0] < s.x.max && f[1] > s.x.min {
			s.hull[0], s.hull[1] = min(s.hull[0], f[0]), max(s.hull[1], f[1])
		}
	}
}
