// Package shape draws the page Shape: depth, width, heads, and the evidence for them.
package shape

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/law"
	"lossline/engine/shape"
)

// view is what the parts of the Shape page are drawn from.
type view struct {
	ui.Context
	o scenario.ShapeOutcome
	s *text.ShapeText
}

// Draw is the screen on which a budget becomes an architecture.
func Draw(ctx ui.Context) h.UI {
	c := view{ctx, scenario.EvalShape(ctx.State.Scenario), &ctx.T.Shape}
	return c.Main().Body(
		h.Div().Class("ledebox").Body(c.sentence()),
		c.Sheet(c.inputs()...),
		h.Div().Class("content").Body(c.figures()...),
		h.Div().Class("controls").Body(c.controls()...),
		h.Div().Class("below").Body(c.Asked(c.whyCard), c.Calm("shape", c.below), c.Printed()),
	)
}

// below is what stands under the figures.
func (c view) below() h.UI {
	notes := ui.Footnotes{}
	list, evidence := list(c, &notes), evidence(c, &notes)
	return h.Div().Class("stack").Body(list, own(c), evidence, whyShape(c), notes.List(c.T))
}

func (c view) figures() []h.UI {
	figures := []h.UI{
		h.Div().Class("pair").Body(
			c.Figure(Score(c.State.Scenario, c.o, c.T), ui.Medium),
			c.Figure(Upstream(c.o, c.T), ui.Medium),
		),
		c.Figure(Loss(c.o, c.T), ui.Large),
	}
	if len(c.o.All) == 0 {
		return figures
	}
	return append([]h.UI{c.Figure(Shapes(c.o, c.amount(), c.T), ui.Large)}, figures...)
}

// sentence is the first shape of the list, or why there is none.
func (c view) sentence() h.UI {
	lede := h.H1().Class("lede").Class(c.Stale())
	budget := h.Strong().Body(ui.Num(ui.Exact(c.o.Request.Amount), "budget", "", c.amount()))
	first, ok := c.o.First()
	switch {
	case c.o.Err != nil:
		return lede.Text(c.s.SentenceBad)
	case !ok:
		pieces, slots := text.Split(c.s.SentenceNone)
		tolerance := ui.Num(ui.Exact(c.o.Request.Tolerance), "tolerance", "", c.T.Percent(c.o.Request.Tolerance))
		return lede.Body(ui.Mix(pieces, slots, tolerance, budget)...)
	}
	said := text.Fill(c.s.Costs, c.T.Params(float64(first.Total)), c.T.FLOP(float64(first.Training.Total()))) + c.T.SentenceEnd
	if m := c.o.Plan.Method.ID; m != "" {
		said += text.Fill(c.s.FollowsPlan, c.T.Method(m)) + c.T.SentenceSep
	}
	pieces, slots := text.Split(c.s.Sentence)
	body := ui.Mix(pieces, slots, budget,
		h.Strong().Body(ui.Num(ui.Exact(first.Layers), "layers", "", c.layers(first.Shape))),
		h.Strong().Body(ui.Num(ui.Exact(float64(first.Shape.Width())), "d-model", "", c.T.Whole(float64(first.Shape.Width())))),
		ui.Num(ui.Exact(float64(headsOf(first.Shape))), "heads", "", c.heads(first.Shape)), // long: it may break
		h.Strong().Body(ui.Num(ui.Exact(float64(first.Shape.FeedForward())), "d-ff", "", c.T.Whole(float64(first.Shape.FeedForward())))),
	)
	return lede.Body(append(body, h.Small().Text(said+c.rule()))...)
}

// rule is how the list is ranked, with its sources: the grade is that of the
// papers and says nothing of a rule that joins two.
func (c view) rule() string {
	r := c.o.Advice.Rule
	said := c.T.ShapeNote(r)
	if also := c.o.Advice.Also; also.Source != nil {
		said = c.T.ShapeJoint(r, also)
	}
	return text.Fill(c.s.Rule, said)
}

// amount is the budget in words.
func (c view) amount() string {
	r := c.o.Request
	said := ""
	switch r.Budget {
	case shape.BudgetMemory:
		return text.Fill(c.s.OfState, c.T.Memory(r.Amount))
	case shape.BudgetTrainingFLOPs:
		said = text.Fill(c.s.PerToken, c.T.FLOP(r.Amount))
	default:
		said = c.T.Params(r.Amount)
	}
	if r.Counting == law.NonEmbedding {
		said = text.Fill(c.s.WithoutEmb, said)
	}
	return said
}

func (c view) layers(s shape.Shape) string {
	if t, ok := s.(shape.T5); ok {
		return text.Fill(c.s.LayersT5, c.T.Whole(float64(t.EncoderLayers)), c.T.Whole(float64(t.DecoderLayers)))
	}
	return text.Fill(c.s.Layers, c.T.Whole(s.Stack()))
}

func headsOf(s shape.Shape) int {
	switch s := s.(type) {
	case shape.GPT:
		return s.Heads
	case shape.T5:
		return s.Heads
	}
	return 0
}

func (c view) heads(s shape.Shape) string {
	heads := headsOf(s)
	of := s.Attention() / heads
	if g, ok := s.(shape.GPT); ok && g.KVHeads != g.Heads {
		return text.Fill(c.s.HeadsKV, c.T.Whole(float64(heads)), c.T.Whole(float64(of)), c.T.Whole(float64(g.KVHeads)))
	}
	return text.Fill(c.s.Heads, c.T.Whole(float64(heads)), c.T.Whole(float64(of)))
}
