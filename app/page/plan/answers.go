package plan

import (
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/shape"
	"lossline/engine/unit"
)

// answers is the plan line by line: what, value, why, source.
func answers(c ui.Context, a scenario.Answers) h.UI {
	t := c.T.Answers
	id := a.Plan.Method.ID
	line := func(what string, value []h.UI, why string, src ...cite.Ref) h.UI {
		return h.Tr().Body(
			h.Th().Scope("row").Text(what),
			ui.Cell(t.ColValue, h.Span().Body(value...)),
			ui.Cell(t.ColWhy, h.Span().Text(why)).Class("words"),
			ui.Cell(c.T.ColSource, sources(src)).Class("words"),
		)
	}
	head := a.Plan.Method.Sets()[0].Ref
	rows := []h.UI{
		line(t.Size, value(c, c.T.Params, a.Plan.N, "params", id), text.Fill(t.WhySize, c.T.Method(id)), head),
		line(t.Data, value(c, c.T.Tokens, a.Plan.D, "tokens", id), text.Fill(t.WhyData, c.T.Quantity(unit.KindBytes, float64(a.Bytes)), unit.Digits(c.State.BytesPerToken(), 3)), head),
	}
	if a.Plan.B > 0 {
		rows = append(rows,
			line(t.Batch, value(c, c.T.Tokens, a.Plan.B, "batch-tokens", id), whyBatch(c, a), hintRefs(a.Hints)...),
			line(t.Steps, value(c, c.T.Count, a.Plan.S, "steps", id), t.WhySteps))
	}
	rows = append(rows,
		line(t.Rate, rates(c, a), t.WhyRate, hintRefs(a.Hints)...),
		line(t.Shape, shapeValue(c, a), t.WhyShape, a.Rule.Ref),
		line(t.Time, timeValue(c, a), text.Fill(t.WhyTime, a.Device.Name, c.T.Percent(a.MFU)), a.Device.Ref),
		line(t.Worth, value(c, func(v float64) string { return chars(c, v) }, a.Worth, "chars", a.Pretrain.ID), whyWorth(c, a), a.Pretrain.Ref),
	)
	return h.Section().ID("answers").Body(h.Table().Class("cards lines").Body(
		h.Caption().Text(t.Title),
		h.THead().Body(h.Tr().Body(ui.ColHead(t.ColWhat), ui.ColHead(t.ColValue), ui.ColHead(t.ColWhy).Class("words"), ui.ColHead(c.T.ColSource).Class("words"))),
		h.TBody().Body(rows...),
	))
}

// value is one number with how it is shown.
func value(c ui.Context, show func(float64) string, v interface{ Kind() unit.Kind }, quantity, law string) []h.UI {
	x := plainly(v)
	return []h.UI{ui.Num(ui.Exact(x), quantity, law, show(x))}
}

// plainly is the number in a quantity.
func plainly(v interface{ Kind() unit.Kind }) float64 {
	switch v := v.(type) {
	case unit.Params:
		return float64(v)
	case unit.Tokens:
		return float64(v)
	case unit.Steps:
		return float64(v)
	case unit.Chars:
		return float64(v)
	}
	return 0
}

func chars(c ui.Context, v float64) string { return text.Fill(c.T.Answers.Chars, c.T.Count(v)) }

func whyBatch(c ui.Context, a scenario.Answers) string {
	t := c.T.Answers
	why := t.WhyBatch
	switch {
	case c.State.Batch > 0:
		why = t.WhyChosenBatch
	case a.Plan.Method.OwnRun():
		why = t.WhyOwnBatch
	}
	for i, hint := range a.Hints {
		sep := c.T.ListSep
		if i == 0 {
			sep = c.T.Colon
		}
		if hint.Batch > 0 {
			why += sep + text.Fill(t.BatchOf, hint.Ref.Source.Short, c.T.Tokens(float64(hint.Batch)))
		}
	}
	return why
}

// whyWorth says what the worth of the pre-training is, and how far the law of
// transfer is stretched for it.
func whyWorth(c ui.Context, a scenario.Answers) string {
	why := text.Fill(c.T.Answers.WhyWorth, c.T.Count(float64(scenario.PilotData)))
	if len(a.WorthBeyond) > 0 {
		why += c.T.SentenceEnd + text.Fill(c.T.WarnBeyond, c.T.Beyond(a.WorthBeyond))
	}
	return why
}

func rates(c ui.Context, a scenario.Answers) []h.UI {
	var out []h.UI
	for _, hint := range a.Hints {
		shown := h.UI(h.Text(c.T.Answers.RateNone))
		if hint.LR > 0 {
			shown = ui.Num(ui.Exact(hint.LR), "learning-rate", hint.ID, unit.Digits(hint.LR, 3))
		}
		pieces, slots := text.Split(c.T.Answers.RateOf)
		line := ui.Mix(pieces, slots, h.Text(hint.Ref.Source.Short), shown)
		if len(hint.Beyond) > 0 {
			line = append(line, h.Small().Text(c.T.Beyond(hint.Beyond)))
		}
		out = append(out, h.Div().Body(line...))
	}
	return out
}

// shapeText is the advised shape in words.
func shapeText(c ui.Context, a scenario.Answers) string {
	if a.Shape == nil {
		return c.T.Answers.ShapeNone
	}
	g, ok := a.Shape.Shape.(shape.GPT)
	if !ok {
		return c.T.Answers.ShapeNone
	}
	return text.Fill(c.T.Answers.ShapeValue, strconv.Itoa(g.Layers), strconv.Itoa(g.DModel), strconv.Itoa(g.Heads), strconv.Itoa(g.DFF))
}

func shapeValue(c ui.Context, a scenario.Answers) []h.UI {
	if a.Shape == nil {
		return []h.UI{h.Text(shapeText(c, a))}
	}
	n := a.Shape.Total
	if a.Plan.Counting == law.NonEmbedding {
		n = a.Shape.NonEmbedding
	}
	return []h.UI{h.Text(shapeText(c, a) + c.T.Colon), ui.Num(ui.Exact(n), "shape-params", "", c.T.Params(float64(n)))}
}

func timeValue(c ui.Context, a scenario.Answers) []h.UI {
	t := c.T.Answers
	if a.Count > 0 {
		pieces, slots := text.Split(t.TimeOn)
		return ui.Mix(pieces, slots,
			ui.Num(ui.Exact(a.Time), "seconds", "", c.T.Quantity(unit.KindDuration, float64(a.Time))),
			h.Text(c.T.Devices(a.Count)), h.Text(a.Device.Name))
	}
	days := float64(a.Time / unit.Day)
	pieces, slots := text.Split(t.DeviceDays)
	return ui.Mix(pieces, slots, ui.Num(ui.Exact(days), "device-days", "", c.T.Short(days)), h.Text(a.Device.Name))
}

func hintRefs(hints []plan.Hint) []cite.Ref {
	var out []cite.Ref
	for _, x := range hints {
		out = append(out, x.Ref)
	}
	return out
}

// sources are links to the works, one a line.
func sources(refs []cite.Ref) h.UI {
	var out []h.UI
	for _, r := range refs {
		if r.Source == nil {
			continue
		}
		out = append(out, h.Div().Body(ui.SourceLink(r).Text(r.Source.Short), h.Small().Text(r.Where)))
	}
	return h.Div().Body(out...)
}
