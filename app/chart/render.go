package chart

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"lossline/app/chart/svg"
)

// The default size of a figure.
const (
	designWidth  = 720
	designHeight = 440
)

// fileMargin is around a figure in a file of its own.
const fileMargin = 16

// maxSize is more than any screen or page has, in pixels.
const maxSize = 20000

// Plot returns the figure as a plot of the design size. Its error names what in the
// data cannot be drawn.
func (f *XY) Plot(t Theme) (*plot.Plot, error) { return f.PlotSize(t, designWidth, designHeight) }

// PlotSize returns the figure as a plot laid out for w by h pixels, which draws on
// any vg.Canvas.
func (f *XY) PlotSize(t Theme, w, h vg.Length) (*plot.Plot, error) {
	s := newScene()
	if err := s.lay(f, t, w, h); err != nil {
		return nil, err
	}
	return s.plot, nil
}

// Name returns the accessible name and description. The id is the stem of their ids
// in the page, so it is unique there.
func (f *XY) Name() (id, title, desc string) {
	desc = f.Alt
	if desc == "" {
		desc = f.Summary
	}
	return f.ID, f.Title, desc
}

// Render draws f, w by h pixels, with colours as classes of the style sheet that
// CSS returns. It is an error if the figure has no data, data that cannot be
// drawn, or too little room.
func Render(f *XY, t Theme, w, h vg.Length) (Image, error) {
	return new(Renderer).Render(f, t, w, h)
}

// Standalone draws f as a file of its own, w by h pixels with a margin: colours,
// sizes and fonts are written out, on the theme's ground.
func Standalone(f *XY, t Theme, w, h vg.Length) (Image, error) {
	return new(Renderer).draw(f, t, w, h, true)
}

// Renderer draws figures one after the other and keeps the plot and all memory
// between them, for what is drawn again with every move of a pointer. It is not
// for use by several goroutines at once; its zero value is ready.
type Renderer struct {
	canvas svg.Canvas
	scene  *scene
}

// Render is the function Render, but its Image has the SVG only until the next
// call.
func (r *Renderer) Render(f *XY, t Theme, w, h vg.Length) (Image, error) {
	return r.draw(f, t, w, h, false)
}

func (r *Renderer) draw(f *XY, t Theme, w, h vg.Length, standalone bool) (Image, error) {
	if !(w > 0 && h > 0 && w <= maxSize && h <= maxSize) {
		return Image{}, fmt.Errorf("figure: cannot be %v by %v pixels", w, h)
	}
	im := Image{Width: w.Points(), Height: h.Points()}
	margin := vg.Length(0)
	if standalone {
		margin = fileMargin
		w, h = w-2*margin, h-2*margin
	}
	if r.scene == nil {
		r.scene = newScene()
	}
	if err := r.scene.lay(f, t, w, h); err != nil {
		return Image{}, err
	}
	p := r.scene.plot
	o := svg.Options{Class: rootClass, Standalone: standalone, Font: fontStack, Paper: t.Color(Paper), Margin: margin}
	o.ID, o.Title, o.Desc = f.Name()
	r.canvas.Reset(w, h, o)
	dc := draw.NewCanvas(&r.canvas, w, h)
	p.Draw(dc)
	var err error
	if im.SVG, err = r.canvas.Bytes(); err != nil {
		return Image{}, err
	}
	im.X, im.Y = r.scene.axes(p.DataCanvas(dc).Rectangle, h, margin)
	im.Series = r.scene.series()
	return im, nil
}

// axes returns the axes of a figure whose data lies in r on a canvas of height h
// with a margin around it.
func (s *scene) axes(r vg.Rectangle, h, margin vg.Length) (x, y Axis) {
	x, y = s.x.axis(), s.y.axis()
	x.From, x.To = (margin + r.Min.X).Points(), (margin + r.Max.X).Points()
	y.From, y.To = (margin + h - r.Min.Y).Points(), (margin + h - r.Max.Y).Points()
	return x, y
}

// axis returns what the scale shows, without its place.
func (s *scale) axis() Axis {
	a := s.spec
	return Axis{Label: a.Label, Unit: a.Unit, Format: a.Format, Log: a.Log, Min: s.min, Max: s.max}
}

// series lists what a pointer can find.
func (s *scene) series() []Series {
	var out []Series
	for i, p := range s.fig.Points {
		out = append(out, Series{Key: p.Key, Label: p.Label, Role: s.dotRole(i), Kind: KindPoints, Pts: p.Pts})
	}
	for i, l := range s.fig.Lines {
		out = append(out, Series{Key: l.Key, Label: l.Label, Role: s.lineRole(i), Kind: KindLine, Pts: l.Pts, Fitted: l.Fitted})
	}
	for i := range s.fig.Marks {
		m := &s.fig.Marks[i]
		out = append(out, Series{Key: m.Key, Label: m.Label, Role: orRole(m.Role, Accent), Kind: KindMark, Pts: []Point{m.At}})
	}
	return out
}
