package ui

import (
	"errors"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/mathml"
	"lossline/app/scenario"
	"lossline/app/text"
)

// Context is what a screen is drawn from.
type Context struct {
	T       *text.Strings
	State   scenario.State
	Outcome scenario.Outcome
	Work    *scenario.Work // nil stands for no work yet
	Send    Send
	Open    func(scenario.Page) // another page; nil: there is no way there
	Draw    *Drawer
	Lanes   Lanes
	Runs    Runs
	Link    func() string // to these numbers, absolute; "" where there is none; nil: nothing is to be taken elsewhere

	Follow func(to string)        // goes along a way: see way; nil: there are none
	Href   func(to string) string // where it leads

	// NameOf returns what a page is called, and its part with the given ID, "" for none.
	NameOf func(p scenario.Page, part string) (name, about string)

	Of Origin // of what the page's figures and tables are made
}

// Runs says what links and files have of the reader's own runs.
type Runs struct {
	Count  int    // of runs in use, 0 where they are not the reader's
	Adds   int    // characters to a link; 0 where it cannot have them
	On     bool   // files have them in their links
	Toggle func() // the other way
}

// Drawer renders figures at the width of the column that they stand in, and
// keeps what drawing needs between redraws.
type Drawer struct {
	Narrow bool // a phone: every figure in the narrow layout
	Parts  Parts
	kept   map[string]*chart.Renderer
	last   map[string]drawing
	probes map[string]*chart.Probe
	made   map[string]made
	asks   Asks
}

// made is a figure that was made of something that does not change, such as a
// reply: it is made and drawn again only of another one.
type made struct {
	of  any
	fig *chart.XY
}

// Once returns the figure with the given key of what it is made of.
func (c Context) Once(key string, of any, make func() *chart.XY) *chart.XY {
	key += string(c.T.Lang)
	if c.Draw.made == nil {
		c.Draw.made = map[string]made{}
	}
	if m := c.Draw.made[key]; m.of == of {
		return m.fig
	}
	f := make()
	c.Draw.made[key] = made{of, f}
	return f
}

// drawing is how a figure was drawn last: the same figure at the same size is
// not drawn again.
type drawing struct {
	of  *chart.XY
	at  chart.Size
	svg string

	x, y chart.Axis
}

// Figure draws f in a layout of its own, with heading, summary and data.
func (c Context) Figure(f *chart.XY, l chart.Size) h.UI { return Picked(c, f, l, nil) }

// Picked is a figure whose observations can be clicked: pick is told which one is
// nearest, in the units of the data.
func Picked(c Context, f *chart.XY, l chart.Size, pick func(chart.Point)) h.UI {
	Breathe()
	wide, narrow := l, phone
	if c.Draw.Narrow {
		wide = phone
	}
	plot := Plot(c, f, wide)
	if pick != nil {
		plot.Width, plot.Pick = float64(wide.W), c.Draw.picker(f, pick)
	}
	if h.IsServer {
		// Both layouts stand in the page: their ids must differ.
		g := *f
		g.ID += "-s"
		plot.Narrow = c.Draw.SVG(&g, narrow)
	}
	return h.Section().Class("fig").ID(f.ID+"-box").Body(
		h.H2().Text(f.Title),
		h.P().Text(f.Subtitle),
		c.figureMenu(f, l),
		h.Div().Class(c.Stale()).Body(plot),
		c.FigureData(f),
	)
}

// Plot is the drawing of f, which answers to pointers and keys.
func Plot(c Context, f *chart.XY, at chart.Size) *Figure {
	svg := c.Draw.SVG(f, at)
	return &Figure{ID: f.ID + "-plot", Title: f.Title, Of: f.ID, SVG: svg, Probe: c.Draw.probe(f, c.T), T: c.T}
}

// The sizes at which figures are designed; the style sheet scales them to the
// column.
var (
	Large  = chart.Size{W: 720, H: 400}
	Medium = chart.Size{W: 440, H: 340}
	Half   = chart.Size{W: 580, H: 340} // of a page without a column of controls
	phone  = chart.Size{W: 300, H: 300}
)

// SVG draws a figure, unless it was drawn last at the same size.
func (d *Drawer) SVG(f *chart.XY, l chart.Size) string {
	if d.kept == nil {
		d.kept, d.last = map[string]*chart.Renderer{}, map[string]drawing{}
	}
	if x := d.last[f.ID]; x.of == f && x.at == l {
		return x.svg
	}
	r := d.kept[f.ID]
	if r == nil {
		r = &chart.Renderer{}
		d.kept[f.ID] = r
	}
	im, err := r.Draw(f, chart.Light, l)
	switch {
	case errors.Is(err, chart.ErrEmpty):
		return "" // nothing answers: the page says why
	case err != nil:
		return "<div>" + mathml.Escape(err.Error()) + "</div>"
	}
	d.last[f.ID] = drawing{f, l, im.String(), im.X, im.Y}
	return d.last[f.ID].svg
}

// probe answers for f as it was drawn last; nil if it could not be drawn.
func (d *Drawer) probe(f *chart.XY, t *text.Strings) *chart.Probe {
	drawn := d.last[f.ID]
	if h.IsServer || drawn.of != f {
		return nil
	}
	if d.probes == nil {
		d.probes = map[string]*chart.Probe{}
	}
	p := d.probes[f.ID]
	if p == nil {
		p = &chart.Probe{}
		d.probes[f.ID] = p
	}
	p.Follow(f, drawn.x, drawn.y, Words(t))
	return p
}

// picker finds the observation that is nearest to a click, if one is in reach.
func (d *Drawer) picker(f *chart.XY, pick func(chart.Point)) Pick {
	return func(x, y, reach float64) {
		drawn, least, found := d.last[f.ID], reach*reach, chart.Point{}
		for _, set := range f.Points {
			for _, p := range set.Pts {
				dx, dy := drawn.x.Map(p.X)-x, drawn.y.Map(p.Y)-y
				if off := dx*dx + dy*dy; off <= least {
					least, found = off, p
				}
			}
		}
		if found != (chart.Point{}) {
			pick(found)
		}
	}
}

// Stale is the class of results that do not belong to what stands in a field.
func (c Context) Stale() string {
	if c.State.Bad() {
		return "result stale"
	}
	return "result"
}

// Calm is a part of the page that follows when the page rests, dimmed until then.
func (c Context) Calm(id string, draw func() h.UI) h.UI {
	class := c.Stale()
	if c.State.Moving() {
		class = "result stale busy"
	}
	return h.Div().Class(class).Body(c.Draw.Parts.Calm(id, draw))
}

// Lane is a plan that was pinned for comparison.
type Lane struct {
	Scenario scenario.Scenario
	Outcome  scenario.Outcome
}

// Lanes are the pinned plans and what can be done with them.
type Lanes struct {
	All   []Lane
	Full  bool // no more can be pinned
	Pin   func()
	Unpin func(i int)
	Take  func(scenario.Scenario)
}

// Either returns one of two texts.
func Either(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}
