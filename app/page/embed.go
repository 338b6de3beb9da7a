// Package page lists the pages, and the figures of them that other sites can show.
package page

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/ui"
)

// Embeds lists the figures of all pages. Their IDs are part of addresses that other
// people's pages have: they stay.
func Embeds() []ui.Embedded {
	var all []ui.Embedded
	for _, p := range All() {
		all = append(all, p.Embeds...)
	}
	return all
}

// EmbeddedByID finds one of Embeds.
func EmbeddedByID(id string) (ui.Embedded, bool) {
	for _, e := range Embeds() {
		if e.ID == id {
			return e, true
		}
	}
	return ui.Embedded{}, false
}

// EmbedFrame is what stands around an embedded figure. The height of the whole
// follows from the width alone: a frame whose height follows its content would
// else never come to rest.
type EmbedFrame struct {
	Width    float64 // of the window, in CSS pixels; not used where pages are written
	Controls bool
	Href     string // of the whole page with this state
	Notice   string
}

// embedSizes are the layouts by the width of the frame: with all that stands
// around them they fit frames of 320 by 300, 640 by 375 and 960 by 600.
var embedSizes = []struct {
	Class string
	From  float64
	Size  chart.Size
}{
	{"small", 0, chart.Size{W: 304, H: 224}},
	{"middle", 560, chart.Size{W: 616, H: 236}},
	{"large", 880, chart.Size{W: 928, H: 424}},
}

// Embed draws the figure with title, source and the way to the whole page.
func Embed(c ui.Context, e ui.Embedded, a EmbedFrame) h.UI {
	t := &c.T.Embed
	f := e.Figure(c)
	if f == nil {
		return h.Main().ID("main").TabIndex(-1).Class("embed").Body(
			h.H1().Text(c.T.FitTitle),
			h.P().Class("note").Role("status").Text(a.Notice),
			h.P().Class("source").Body(h.A().ID("open").Href(a.Href).Target("_blank").Rel("noopener").Text(t.Open)),
		)
	}
	return h.Main().ID("main").TabIndex(-1).Class("embed").Body(
		h.H1().Text(f.Title),
		h.P().Class("sub").Text(f.Subtitle),
		h.Div().Class(c.Stale()).Body(embedPlot(c, f, a.Width)),
		h.If(a.Controls, func() h.UI { return h.Div().Class("embed-controls").Title(t.Touch).Body(e.Control(c)) }),
		c.FigureData(f),
		h.If(a.Notice != "", func() h.UI { return h.P().Class("note").Role("status").Text(a.Notice) }),
		h.P().Class("note unopened-note").Hidden(true).Text(t.Unopened),
		h.P().Class("note frozen-note").Hidden(true).Text(t.Frozen),
		h.P().Class("source").Body(
			h.Span().ID("source").Class("long").Text(e.Source(c)+" "),
			h.Span().Class("short").Text(strings.Join(e.Sets(c), c.T.ListSep)+" "),
			h.A().ID("open").Href(a.Href).Target("_blank").Rel("noopener").Text(t.Open),
		),
	)
}

// embedPlot is the drawing that fits the width; written natively all of them,
// of which the style sheet shows one.
func embedPlot(c ui.Context, f *chart.XY, width float64) h.UI {
	if h.IsServer {
		box := h.Div().Class("plot").ID(f.ID + "-plot")
		var all []h.UI
		for _, s := range embedSizes {
			g := *f
			g.ID += "-" + s.Class
			all = append(all, h.Div().Class(s.Class).Body(h.Raw(c.Draw.SVG(&g, s.Size))))
		}
		return box.Body(all...)
	}
	at := embedSizes[0].Size
	for _, s := range embedSizes {
		if width >= s.From {
			at = s.Size
		}
	}
	return ui.Plot(c, f, at)
}

// EmbedFile is the figure as a picture of its own in a theme.
func EmbedFile(c ui.Context, e ui.Embedded, t chart.Theme) (chart.Image, error) {
	return chart.File(e.Figure(c), t, chart.Size{W: 720, H: 400})
}

// EmbedFigure is the figure itself, for pictures of it.
func EmbedFigure(c ui.Context, e ui.Embedded) *chart.XY { return e.Figure(c) }
