package shape

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/shape"
)

func (c view) inputs() []h.UI {
	s := c.s
	in := []h.UI{
		c.budget(),
		c.Choice(scenario.ShapeFamilyKey, "family", s.Family, "", ui.Labels{"gpt": s.FamilyGPT, scenario.ShapeT5: s.FamilyT5}),
	}
	if c.o.Request.Family == shape.FamilyT5 { // decoders have one ranking
		in = append(in, c.Choice(scenario.ShapePurposeKey, "purpose", s.Purpose, s.PurposeHelp, ui.Labels{"tuned": s.PurposeTuned, "loss": s.PurposeLoss}))
	}
	return in
}

// budget is the field and the slider of whichever amount is the budget.
func (c view) budget() h.UI {
	t, s, amount := c.T, c.s, c.o.Request.Amount
	switch c.State.Shape.By {
	case scenario.ShapeByFLOPs:
		return c.Quantity(scenario.FieldShapeFLOPs, "shape-flops", s.FLOPs, s.FLOPsHelp, t.Reading(amount, t.FLOP), amount, 1e8, 1e13, t.SpokenFLOP(amount))
	case scenario.ShapeByMemory:
		return c.Quantity(scenario.FieldShapeMemory, "shape-memory", s.Memory, s.MemoryHelp, t.Reading(amount, t.Memory), amount, 1e8, 1e14, t.Memory(amount))
	}
	return h.Div().Class("field").Class("range").Body(
		c.number(scenario.FieldShapeParams, "shape-params", s.Params, s.ParamsHelp, t.Short(amount), t.Reading(amount, t.Params)),
		&ui.Slider{ID: "shape-params-slider", Label: text.Fill(s.Slider, s.Params), Field: scenario.FieldShapeParams, Send: c.Send,
			Value: amount, Min: 1e7, Max: 1e12, Spoken: t.SpokenParams(amount)},
	)
}

// number is a field that may be left empty; then unset stands in it.
func (c view) number(f scenario.Field, id, label, help, unset, reading string) h.UI {
	return &ui.TextField{ID: id, Label: label, Help: help, Placeholder: unset, Field: f, Send: c.Send,
		Text: c.FieldText(f), Error: c.FieldError(f), Reading: reading}
}

func (c view) controls() []h.UI {
	s, r := c.s, c.o.Request
	body := []h.UI{
		c.Choice(scenario.ShapeByKey, "shape-by", s.By, "", ui.Labels{scenario.ShapeByParams: s.ByParams, scenario.ShapeByFLOPs: s.ByFLOPs, scenario.ShapeByMemory: s.ByMemory}),
	}
	if r.Budget != shape.BudgetMemory && c.o.Plan.Method.ID == "" { // a plan brings its own counting
		body = append(body, c.Choice(scenario.ShapeCountingKey, "embeddings", s.Embeddings, "", ui.Labels{"total": s.EmbeddingsIn, "nonemb": s.EmbeddingsOut}))
	}
	more := []h.UI{
		h.Summary().Text(c.T.More),
		c.number(scenario.FieldShapeVocab, "vocab", s.Vocab, s.VocabHelp, text.Fill(s.AsUsual, c.T.Whole(float64(r.Vocab))), ""),
		c.number(scenario.FieldShapeContext, "context", s.Context, s.ContextHelp, text.Fill(s.AsUsual, c.T.Whole(float64(r.Context))), ""),
		c.Choice(scenario.ShapeStateKey, "state", s.State, "", ui.Labels{"adam": s.StateAdam, "weights": s.StateWeights}),
	}
	if r.Family == shape.FamilyGPT {
		more = append(more,
			c.Choice(scenario.ShapeGroupKey, "group", s.Group, "", ui.Labels{"1": s.GroupNone,
				"2": text.Fill(s.GroupOf, "2"), "4": text.Fill(s.GroupOf, "4"), "8": text.Fill(s.GroupOf, "8")}),
			c.Choice(scenario.ShapeFFKey, "feed-forward", s.FeedForward, "", ui.Labels{"gated": s.FFGated, "plain": s.FFPlain}),
			c.Choice(scenario.ShapeHeadKey, "output-head", s.Head, "", ui.Labels{"own": s.HeadOwn, "tied": s.HeadTied}),
		)
	}
	return append(body,
		h.Details().ID("more").Body(more...),
		c.Choice(scenario.ShapeCostKey, "cost", s.Cost, "", ui.Labels{"params": s.CostParams, "flops": s.CostFLOPs, "time": s.CostTime}),
		c.Choice(scenario.ShapeSeenKey, "seen", s.Seen, "", ui.Labels{
			"350b": text.Fill(s.SeenTokens, c.T.Count(3.5e11)), "100b": text.Fill(s.SeenTokens, c.T.Count(1e11)), "10b": text.Fill(s.SeenTokens, c.T.Count(1e10))}),
		&ui.Button{ID: "reset", Label: c.T.Reset, Kind: "link", Do: c.reset},
	)
}

func (c view) reset() { c.Send(scenario.Reset{}) }
