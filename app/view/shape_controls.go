package view

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/shape"
)

func (c shapeContext) inputs() []h.UI {
	s := c.s
	return []h.UI{
		c.budget(),
		c.choice(scenario.ShapeFamilyKey, "family", s.Family, "", labels{"gpt": s.FamilyGPT, scenario.ShapeT5: s.FamilyT5}),
		c.choice(scenario.ShapePurposeKey, "purpose", s.Purpose, s.PurposeHelp, labels{"tuned": s.PurposeTuned, "loss": s.PurposeLoss}),
	}
}

// budget is the field and the slider of whichever amount is the budget.
func (c shapeContext) budget() h.UI {
	t, s, amount := c.T, c.s, c.o.Request.Amount
	switch c.State.Shape.By {
	case scenario.ShapeByFLOPs:
		return c.quantity(scenario.FieldShapeFLOPs, "shape-flops", s.FLOPs, s.FLOPsHelp, t.Reading(amount, t.FLOP), amount, 1e8, 1e13, t.SpokenFLOP(amount))
	case scenario.ShapeByMemory:
		return c.quantity(scenario.FieldShapeMemory, "shape-memory", s.Memory, s.MemoryHelp, t.Reading(amount, t.Memory), amount, 1e8, 1e14, t.Memory(amount))
	}
	return h.Div().Class("field").Class("range").Body(
		c.number(scenario.FieldShapeParams, "shape-params", s.Params, s.ParamsHelp, t.Short(amount), t.Reading(amount, t.Params)),
		&control.Slider{ID: "shape-params-slider", Label: text.Fill(s.Slider, s.Params), Field: scenario.FieldShapeParams, Send: c.Send,
			Value: amount, Min: 1e7, Max: 1e12, Spoken: t.SpokenParams(amount)},
	)
}

// number is a field that may be left empty; then unset stands in it.
func (c shapeContext) number(f scenario.Field, id, label, help, unset, reading string) h.UI {
	return &control.TextField{ID: id, Label: label, Help: help, Placeholder: unset, Field: f, Send: c.Send,
		Text: c.fieldText(f), Error: c.fieldError(f), Reading: reading}
}

func (c shapeContext) controls() []h.UI {
	s, r := c.s, c.o.Request
	body := []h.UI{
		c.choice(scenario.ShapeByKey, "shape-by", s.By, "", labels{scenario.ShapeByParams: s.ByParams, scenario.ShapeByFLOPs: s.ByFLOPs, scenario.ShapeByMemory: s.ByMemory}),
	}
	if r.Budget != shape.BudgetMemory && c.o.Plan.Method.ID == "" { // a plan brings its own counting
		body = append(body, c.choice(scenario.ShapeCountingKey, "embeddings", s.Embeddings, "", labels{"total": s.EmbeddingsIn, "nonemb": s.EmbeddingsOut}))
	}
	more := []h.UI{
		h.Summary().Text(c.T.More),
		c.number(scenario.FieldShapeVocab, "vocab", s.Vocab, s.VocabHelp, text.Fill(s.AsUsual, c.T.Whole(float64(r.Vocab))), ""),
		c.number(scenario.FieldShapeContext, "context", s.Context, s.ContextHelp, text.Fill(s.AsUsual, c.T.Whole(float64(r.Context))), ""),
		c.choice(scenario.ShapeStateKey, "state", s.State, "", labels{"adam": s.StateAdam, "weights": s.StateWeights}),
	}
	if r.Family == shape.FamilyGPT {
		more = append(more,
			c.choice(scenario.ShapeGroupKey, "group", s.Group, "", labels{"1": s.GroupNone,
				"2": text.Fill(s.GroupOf, "2"), "4": text.Fill(s.GroupOf, "4"), "8": text.Fill(s.GroupOf, "8")}),
			c.choice(scenario.ShapeFFKey, "feed-forward", s.FeedForward, "", labels{"gated": s.FFGated, "plain": s.FFPlain}),
			c.choice(scenario.ShapeHeadKey, "output-head", s.Head, "", labels{"own": s.HeadOwn, "tied": s.HeadTied}),
		)
	}
	return append(body,
		h.Details().ID("more").Body(more...),
		c.choice(scenario.ShapeCostKey, "cost", s.Cost, "", labels{"params": s.CostParams, "flops": s.CostFLOPs, "time": s.CostTime}),
		c.choice(scenario.ShapeSeenKey, "seen", s.Seen, "", labels{
			"350b": text.Fill(s.SeenTokens, c.T.Count(3.5e11)), "100b": text.Fill(s.SeenTokens, c.T.Count(1e11)), "10b": text.Fill(s.SeenTokens, c.T.Count(1e10))}),
		&control.Button{ID: "reset", Label: c.T.Reset, Kind: "link", Do: c.reset},
	)
}

func (c shapeContext) reset() { c.Send(scenario.Reset{}) }
