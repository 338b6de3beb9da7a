package view

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/figure"
	"lossline/app/scenario"
	"lossline/app/text"
)

// Embedded is a figure that other sites can show in a frame, with its main
// control. What it needs is all in the Context.
type Embedded struct {
	ID   string // in addresses: "budget"
	Page scenario.Page

	figure  func(Context) *chart.XY // nil while there is none yet
	control func(Context) h.UI
	source  func(Context) string
	sets    func(Context) []string // the same by ID only, where there is no room
}

// Embeds lists the figures. Their IDs are part of addresses that other people's
// pages have: they stay.
func Embeds() []Embedded {
	return []Embedded{
		{"budget", scenario.Plan, func(c Context) *chart.XY { return figure.Budget(c.State.Scenario, c.Outcome, c.T) }, Context.embedBudget, Context.planLaws, Context.planSets},
		{"loss-params", scenario.Pretraining, func(c Context) *chart.XY { return figure.LossOverParams(c.State.Scenario, c.Outcome, c.T) }, Context.embedTokens, Context.lossLaws, Context.lossSets},
		{"loss-tokens", scenario.Pretraining, func(c Context) *chart.XY { return figure.LossOverTokens(c.State.Scenario, c.Outcome, c.T) }, Context.embedParams, Context.lossLaws, Context.lossSets},
		{"loss-compute", scenario.Pretraining, func(c Context) *chart.XY { return figure.LossOverCompute(c.State.Scenario, c.Outcome, c.T) }, Context.embedParams, Context.lossLaws, Context.lossSets},
		{"effective-data", scenario.Transfer, embedTransfer, Context.embedSize, Context.transferLaw, Context.transferSets},
		{"fit", scenario.Fit, embedFit, embedFitControl, Context.fitLaw, Context.fitSets},
	}
}

// EmbeddedByID finds one of Embeds.
func EmbeddedByID(id string) (Embedded, bool) {
	for _, e := range Embeds() {
		if e.ID == id {
			return e, true
		}
	}
	return Embedded{}, false
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
func Embed(c Context, e Embedded, a EmbedFrame) h.UI {
	t := text.Embed(c.T.Lang)
	f := e.figure(c)
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
		h.Div().Class(c.stale()).Body(c.embedPlot(f, a.Width)),
		h.If(a.Controls, func() h.UI { return h.Div().Class("embed-controls").Title(t.Touch).Body(e.control(c)) }),
		c.figureData(f),
		h.If(a.Notice != "", func() h.UI { return h.P().Class("note").Role("status").Text(a.Notice) }),
		h.P().Class("note unopened-note").Hidden(true).Text(t.Unopened),
		h.P().Class("note frozen-note").Hidden(true).Text(t.Frozen),
		h.P().Class("source").Body(
			h.Span().ID("source").Class("long").Text(e.source(c)+" "),
			h.Span().Class("short").Text(strings.Join(e.sets(c), c.T.ListSep)+" "),
			h.A().ID("open").Href(a.Href).Target("_blank").Rel("noopener").Text(t.Open),
		),
	)
}

// embedPlot is the drawing that fits the width; written natively all of them,
// of which the style sheet shows one.
func (c Context) embedPlot(f *chart.XY, width float64) h.UI {
	if h.IsServer {
		box := h.Div().Class("plot").ID(f.ID + "-plot")
		var all []h.UI
		for _, s := range embedSizes {
			g := *f
			g.ID += "-" + s.Class
			all = append(all, h.Div().Class(s.Class).Body(h.Raw(c.Draw.svg(&g, s.Size))))
		}
		return box.Body(all...)
	}
	at := embedSizes[0].Size
	for _, s := range embedSizes {
		if width >= s.From {
			at = s.Size
		}
	}
	return c.plot(f, at)
}

// EmbedFile is the figure as a picture of its own in a theme.
func EmbedFile(c Context, e Embedded, t chart.Theme) (chart.Image, error) {
	return chart.File(e.figure(c), t, chart.Size{W: 720, H: 400})
}

// EmbedFigure is the figure itself, for pictures of it.
func EmbedFigure(c Context, e Embedded) *chart.XY { return e.figure(c) }

// embedTransfer returns the figure that other sites can show.
func embedTransfer(c Context) *chart.XY {
	return figure.EffectiveData(scenario.EvalTransfer(c.State.Scenario), c.T)
}

// embedFit is the first figure of a fit.
func embedFit(c Context) *chart.XY {
	v := newFitView(c)
	switch {
	case v.f == nil:
		return nil
	case len(v.f.Views) > 0:
		return v.once("view-0", v.f, func() *chart.XY { return figure.FitView(v.f.Views[0], v.f, v.T) })
	case v.f.Approach != nil && len(v.f.Approach.Profiles) > 0:
		return v.once("isoflop", v.f, func() *chart.XY { return figure.IsoFLOP(v.f.Approach, v.T) })
	case v.f.Approach != nil && len(v.f.Approach.Optima) > 0:
		return v.once("optima", v.f, func() *chart.XY { return figure.Optima(v.f.Approach, v.T) })
	}
	return nil
}

// embedBudget is the control beside the embedded figure.
func (c Context) embedBudget() h.UI {
	s, t := c.State, c.T
	if s.Ask.Given != scenario.GivenCompute {
		return h.Div().Class("inputs").Body(c.askControls()...)
	}
	return c.quantity(scenario.FieldBudget, "budget", t.BudgetLabel, "", t.Budget(s.Budget),
		float64(s.Compute()), 1e17, 1e27, t.SpokenFLOP(float64(s.Compute())))
}

// embedParams is the control of the parameters beside an embedded figure.
func (c Context) embedParams() h.UI {
	o, t := c.Outcome, c.T
	return c.quantity(scenario.FieldParams, "params", t.ParamsLabel, "", t.Reading(float64(o.N), t.Params), float64(o.N), 1e6, 1e13, t.SpokenParams(float64(o.N)))
}

// embedTokens is the control of the tokens beside an embedded figure.
func (c Context) embedTokens() h.UI {
	o, t := c.Outcome, c.T
	return c.quantity(scenario.FieldTokens, "tokens", t.TokensLabel, "", t.Reading(float64(o.D), t.Tokens), float64(o.D), 1e8, 1e14, t.SpokenTokens(float64(o.D)))
}

// embedSize is the control of the size beside the embedded figure.
func (c Context) embedSize() h.UI {
	n, t := float64(c.State.Transfer.N), c.T
	return c.quantity(scenario.FieldTransferN, "tn", t.Transfer.NLabel, "", t.Reading(n, t.Params), n, 1e5, 1e12, t.SpokenParams(n))
}

// planLaws names the laws of the plan with their sets.
func (c Context) planLaws() string {
	var all []string
	for _, a := range c.Outcome.Rows {
		all = append(all, c.lawItem(c.T.Method(a.Method.ID), a.Method.Allocation))
	}
	return c.laws(all)
}

// lossLaws names the laws of the losses with their sets.
func (c Context) lossLaws() string {
	var all []string
	for _, l := range c.Outcome.Losses {
		all = append(all, c.lawItem(c.T.Method(l.Method.ID), l.Method.Loss))
	}
	return c.laws(all)
}

// planSets returns the IDs of the sets of the plan.
func (c Context) planSets() (ids []string) {
	for _, a := range c.Outcome.Rows {
		ids = append(ids, a.Method.Allocation)
	}
	return ids
}

// lossSets returns the IDs of the sets of the losses.
func (c Context) lossSets() (ids []string) {
	for _, l := range c.Outcome.Losses {
		ids = append(ids, l.Method.Loss)
	}
	return ids
}

// transferSets returns the ID of the set of the law of transfer.
func (c Context) transferSets() []string {
	return []string{scenario.EvalTransfer(c.State.Scenario).Chosen.Losses.Set.ID}
}

// embedFitControl is the menu of the data beside the embedded figure.
func embedFitControl(c Context) h.UI { return newFitView(c).dataMenu() }

// fitSets returns the IDs of the data and of the law that was fitted.
func (c Context) fitSets() []string {
	v := newFitView(c)
	return []string{v.State.Fit.Data, v.f.Law}
}

// transferLaw names the law of transfer with its set.
func (c Context) transferLaw() string {
	set := scenario.EvalTransfer(c.State.Scenario).Chosen.Losses.Set
	return c.laws([]string{c.lawItem(set.Ref.String(), set.ID)})
}

// fitLaw names the data and the law that was fitted.
func (c Context) fitLaw() string {
	v := newFitView(c)
	runs := v.txt.PasteName
	if !v.own() {
		runs = c.lawItem(c.T.Said(v.data.Name), v.data.ID)
	}
	return text.Fill(text.Embed(c.T.Lang).Runs, runs, c.T.FitLaw(v.f.Law))
}

// lawItem names a law with its set, as the source of an embedded figure has it.
func (c Context) lawItem(name, set string) string {
	if set == "" { // a fit of one's own
		return name
	}
	return text.Fill(text.Embed(c.T.Lang).Item, name, set)
}

// laws joins the laws of an embedded figure.
func (c Context) laws(all []string) string {
	return text.Fill(text.Embed(c.T.Lang).Laws, strings.Join(all, c.T.ListSep)) + c.T.SentenceEnd
}
