package view

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/figure"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/law"
	"lossline/engine/shape"
)

// shapeContext is what the parts of the Shape page are drawn from.
type shapeContext struct {
	Context
	o scenario.ShapeOutcome
	s *text.ShapeText
}

// Shape is the screen on which a budget becomes an architecture.
func Shape(ctx Context) h.UI {
	ctx.of = ofShape()
	c := shapeContext{ctx, scenario.EvalShape(ctx.State.Scenario), &ctx.T.Shape}
	return c.main().Body(
		h.Div().Class("ledebox").Body(c.sentence()),
		c.sheet(c.inputs()...),
		h.Div().Class("content").Body(c.figures()...),
		h.Div().Class("controls").Body(c.controls()...),
		h.Div().Class("below").Body(c.asked(c.whyCard), c.calm("shape", c.below), c.printed()),
	)
}

// below is what stands under the figures.
func (c shapeContext) below() h.UI {
	notes := footnotes{}
	list, evidence := c.list(&notes), c.evidence(&notes)
	return h.Div().Class("stack").Body(list, c.own(), evidence, c.whyShape(), notes.list(c.T))
}

func (c shapeContext) figures() []h.UI {
	figures := []h.UI{
		h.Div().Class("pair").Body(
			c.figure(figure.ShapeScore(c.State.Scenario, c.o, c.T), medium),
			c.figure(figure.ShapeUpstream(c.o, c.T), medium),
		),
		c.figure(figure.ShapeLoss(c.o, c.T), large),
	}
	if len(c.o.All) == 0 {
		return figures
	}
	return append([]h.UI{c.figure(figure.Shapes(c.o, c.amount(), c.T), large)}, figures...)
}

// sentence is the first shape of the list, or why there is none.
func (c shapeContext) sentence() h.UI {
	lede := h.H1().Class("lede").Class(c.stale())
	budget := h.Strong().Body(control.Num(exact(c.o.Request.Amount), "budget", "", c.amount()))
	first, ok := c.o.First()
	switch {
	case c.o.Err != nil:
		return lede.Text(c.s.SentenceBad)
	case !ok:
		pieces, slots := text.Split(c.s.SentenceNone)
		tolerance := control.Num(exact(c.o.Request.Tolerance), "tolerance", "", c.T.Percent(c.o.Request.Tolerance))
		return lede.Body(control.Mix(pieces, slots, tolerance, budget)...)
	}
	said := text.Fill(c.s.Costs, c.T.Params(float64(first.Total)), c.T.FLOP(float64(first.Training.Total()))) + c.T.SentenceEnd
	if m := c.o.Plan.Method.ID; m != "" {
		said += text.Fill(c.s.FollowsPlan, c.T.Method(m)) + c.T.SentenceSep
	}
	pieces, slots := text.Split(c.s.Sentence)
	body := control.Mix(pieces, slots, budget,
		h.Strong().Body(control.Num(exact(first.Layers), "layers", "", c.layers(first.Shape))),
		h.Strong().Body(control.Num(exact(float64(first.Shape.Width())), "d-model", "", c.T.Whole(float64(first.Shape.Width())))),
		control.Num(exact(float64(headsOf(first.Shape))), "heads", "", c.heads(first.Shape)), // long: it may break
		h.Strong().Body(control.Num(exact(float64(first.Shape.FeedForward())), "d-ff", "", c.T.Whole(float64(first.Shape.FeedForward())))),
	)
	return lede.Body(append(body, h.Small().Text(said+c.rule()))...)
}

// rule is how the list is ranked, with its sources: the grade is that of the
// papers and says nothing of a rule that joins two.
func (c shapeContext) rule() string {
	r := c.o.Advice.Rule
	said := c.T.ShapeNote(r)
	if also := c.o.Advice.Also; also.Source != nil {
		said = c.T.ShapeJoint(r, also)
	}
	return text.Fill(c.s.Rule, said)
}

// amount is the budget in words.
func (c shapeContext) amount() string {
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

func (c shapeContext) layers(s shape.Shape) string {
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

func (c shapeContext) heads(s shape.Shape) string {
	heads := headsOf(s)
	of := s.Attention() / heads
	if g, ok := s.(shape.GPT); ok && g.KVHeads != g.Heads {
		return text.Fill(c.s.HeadsKV, c.T.Whole(float64(heads)), c.T.Whole(float64(of)), c.T.Whole(float64(g.KVHeads)))
	}
	return text.Fill(c.s.Heads, c.T.Whole(float64(heads)), c.T.Whole(float64(of)))
}
