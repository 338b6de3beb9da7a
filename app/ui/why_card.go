package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/plan"
)

// Main is the main part of a page, whose numbers can be asked.
func (c Context) Main() h.HTMLMain {
	c.Draw.asks.Send = c.Send
	return h.Main().ID("main").TabIndex(-1).OnClick(c.Draw.asks.Clicked)
}

// Ask makes a number one that can be asked why it is what it is.
func (c Context) Ask(quantity, law string, number h.UI) h.UI {
	key := scenario.WhyKey(quantity, law)
	return Ask(key, c.State.Why == key, c.T.Why.Ask, number)
}

// LawNum is a number of a law that can be asked.
func (c Context) LawNum(exact, quantity, law, shown string) h.UI {
	return c.Ask(quantity, law, Num(exact, quantity, law, shown))
}

// WhyCard is what the card of a number says. Parts that it has not are left out.
type WhyCard struct {
	Key, Title string
	Result     string // what the number is, in a word or two
	Value      float64
	Formulas   []plan.Formula
	Spans      []plan.SpanAt
	Sure       string // its interval, or that there is none
	Effects    []law.Effect
	Sources    []h.UI
}

// Asked is the place of a page's card: empty, and nothing is computed, while no
// number is asked.
func (c Context) Asked(find func() (WhyCard, bool)) h.UI {
	if c.State.Why == "" {
		return h.Div()
	}
	return h.Div().Body(c.Calm("asked", func() h.UI {
		k, ok := find()
		if !ok {
			return h.Div()
		}
		return &Card{Key: k.Key, Title: k.Title, Close: c.T.Close, Send: c.Send, Content: func() []h.UI { return cardBody(c, k) }}
	}))
}

func cardBody(c Context, k WhyCard) []h.UI {
	t := c.T.Why
	var out []h.UI
	for _, f := range k.Formulas {
		out = append(out, filled(c, f, k.Value))
	}
	facts := h.Dl()
	var list []h.UI
	if len(k.Spans) > 0 {
		var bars []h.UI
		for _, s := range k.Spans {
			bars = append(bars, h.Div().Body(h.Raw(domainBar(s)), h.Span().Text(spanSaid(c, s))))
		}
		list = append(list, h.Dt().Text(t.Range), h.Dd().Body(bars...))
	}
	list = append(list, h.Dt().Text(t.Interval), h.Dd().Text(k.Sure))
	out = append(out, facts.Body(list...))
	if len(k.Effects) > 0 {
		out = append(out, effects(c, k))
	}
	out = append(out, k.Sources...)
	return []h.UI{h.Div().Class("why").Body(h.Div().Class("body").Body(append(out, h.P().Class("note").Text(c.T.GradesSaid()))...))}
}

// LawCard is the card of a number that a method of allocation gives.
func LawCard(c Context, w scenario.Why) WhyCard {
	t := c.T
	name, show := quantityName(c, w.Quantity)
	k := WhyCard{Key: scenario.WhyKey(w.Quantity, w.Method.ID), Result: name, Value: w.Value, Formulas: w.Formulas, Spans: w.Spans, Effects: w.Effects}
	k.Title = text.Fill(t.Why.Title, name, show(w.Value), t.Method(w.Method.ID))
	k.Sure = t.Why.NoInterval
	for _, s := range w.Sets {
		if len(s.CI) > 0 {
			k.Sure = t.Why.CoefIntervals
		}
	}
	if r := w.Interval; r.Lo < r.Hi {
		by := t.Why.OwnInterval
		if !w.Method.IsOwn() {
			by = t.Why.JointInterval
		}
		k.Sure = text.Fill(by, show(r.Lo), show(r.Hi), t.Percent(scenario.OwnLevel))
	}
	for _, s := range w.Sets {
		k.Sources = append(k.Sources, Source(c, w.Method.LawOf(s), s))
	}
	if w.Batch != nil {
		k.Sources = append(k.Sources, WorkCited(c, w.Batch.Ref, w.Batch.Grade))
	}
	return k
}

// quantityName is what a number of a plan is, and how it is written.
func quantityName(c Context, quantity string) (string, func(float64) string) {
	t := c.T
	switch quantity {
	case "params":
		return t.ColParams, t.Count
	case "tokens":
		return t.ColTokens, t.Count
	case "tokens-per-param":
		return t.ColRatio, t.Ratio
	case "batch-tokens":
		return t.ColBatch, t.Count
	case "steps":
		return t.ColSteps, t.Count
	case "flops":
		return t.AxisC, c.Powers
	}
	return t.ColLoss, t.Loss
}

// Source is a set of coefficients and where it was published.
func Source(c Context, l *law.Law, s *law.Set) h.UI {
	t := c.T
	return h.Div().Body(
		h.H3().Text(t.LawName(l)),
		h.Dl().Body(
			h.Dt().Text(t.WhySource), h.Dd().Body(from(c, s), h.Text(t.Colon+t.GradeOf(s.Grade)+t.SemiSep+Counting(t, s.Counting))),
			h.If(s.Note != "", func() h.UI { return h.Dt().Text(t.WhyNote) }),
			h.If(s.Note != "", func() h.UI { return h.Dd().Text(t.Said(s.Note)) }),
		),
		coefficients(c, l, s),
	)
}

// WorkCited is a paper with the grade of what was taken from it.
func WorkCited(c Context, r cite.Ref, g cite.Grade) h.UI {
	return h.P().Class("note").Body(
		SourceLink(r),
		h.Text(c.T.Colon+c.T.GradeOf(g)))
}

// PlanCard is the card of a number on Plan or Pre-training.
func (c Context) PlanCard() (WhyCard, bool) {
	w, ok := scenario.EvalWhy(c.State.Scenario, c.Outcome)
	if !ok {
		return WhyCard{}, false
	}
	return LawCard(c, w), true
}

// PlanNum is a number of a plan, which can be asked where nobody chose it.
func PlanNum(c Context, a plan.Allocation, exact, quantity, shown string) h.UI {
	if quantity == "batch-tokens" && c.State.Batch > 0 || quantity == "flops" && c.State.Ask.Given == scenario.GivenCompute {
		return Num(exact, quantity, a.Method.ID, shown) // it was chosen
	}
	return c.LawNum(exact, quantity, a.Method.ID, shown)
}
