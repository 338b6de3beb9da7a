package view

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/plan"
)

// main is the main part of a page, whose numbers can be asked.
func (c Context) main() h.HTMLMain {
	c.Draw.asks.Send = c.Send
	return h.Main().ID("main").TabIndex(-1).OnClick(c.Draw.asks.Clicked)
}

// ask makes a number one that can be asked why it is what it is.
func (c Context) ask(quantity, law string, number h.UI) h.UI {
	key := scenario.WhyKey(quantity, law)
	return control.Ask(key, c.State.Why == key, c.T.Why.Ask, number)
}

// lawNum is a number of a law that can be asked.
func (c Context) lawNum(exact, quantity, law, shown string) h.UI {
	return c.ask(quantity, law, control.Num(exact, quantity, law, shown))
}

// card is what the card of a number says. Parts that it has not are left out.
type card struct {
	key, title string
	result     string // what the number is, in a word or two
	value      float64
	formulas   []scenario.Formula
	spans      []scenario.SpanAt
	sure       string // its interval, or that there is none
	effects    []law.Effect
	sources    []h.UI
}

// asked is the place of a page's card: empty, and nothing is computed, while no
// number is asked.
func (c Context) asked(find func() (card, bool)) h.UI {
	if c.State.Why == "" {
		return h.Div()
	}
	return h.Div().Body(c.calm("asked", func() h.UI {
		k, ok := find()
		if !ok {
			return h.Div()
		}
		return &control.Card{Key: k.key, Title: k.title, Close: c.T.Close, Send: c.Send, Content: func() []h.UI { return c.cardBody(k) }}
	}))
}

func (c Context) cardBody(k card) []h.UI {
	t := c.T.Why
	var out []h.UI
	for _, f := range k.formulas {
		out = append(out, c.filled(f, k.value))
	}
	facts := h.Dl()
	var list []h.UI
	if len(k.spans) > 0 {
		var bars []h.UI
		for _, s := range k.spans {
			bars = append(bars, h.Div().Body(h.Raw(domainBar(s)), h.Span().Text(c.spanSaid(s))))
		}
		list = append(list, h.Dt().Text(t.Range), h.Dd().Body(bars...))
	}
	list = append(list, h.Dt().Text(t.Interval), h.Dd().Text(k.sure))
	out = append(out, facts.Body(list...))
	if len(k.effects) > 0 {
		out = append(out, c.effects(k))
	}
	out = append(out, k.sources...)
	return []h.UI{h.Div().Class("why").Body(h.Div().Class("body").Body(append(out, h.P().Class("note").Text(c.T.GradesSaid()))...))}
}

// lawCard is the card of a number that a method of allocation gives.
func (c Context) lawCard(w scenario.Why) card {
	t := c.T
	name, show := c.quantityName(w.Quantity)
	k := card{key: scenario.WhyKey(w.Quantity, w.Method.ID), result: name, value: w.Value, formulas: w.Formulas, spans: w.Spans, effects: w.Effects}
	k.title = text.Fill(t.Why.Title, name, show(w.Value), t.Method(w.Method.ID))
	k.sure = t.Why.NoInterval
	for _, s := range w.Sets {
		if len(s.CI) > 0 {
			k.sure = t.Why.CoefIntervals
		}
	}
	if r := w.Interval; r.Lo < r.Hi {
		k.sure = text.Fill(t.Why.OwnInterval, show(r.Lo), show(r.Hi), t.Percent(scenario.OwnLevel))
	}
	for _, s := range w.Sets {
		k.sources = append(k.sources, c.source(w.Method.LawOf(s), s))
	}
	if w.Batch != nil {
		k.sources = append(k.sources, c.work(w.Batch.Ref, w.Batch.Grade))
	}
	return k
}

// quantityName is what a number of a plan is, and how it is written.
func (c Context) quantityName(quantity string) (string, func(float64) string) {
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
		return t.AxisC, c.powers
	}
	return t.ColLoss, t.Loss
}

// source is a set of coefficients and where it was published.
func (c Context) source(l *law.Law, s *law.Set) h.UI {
	t := c.T
	return h.Div().Body(
		h.H3().Text(t.LawName(l)),
		h.Dl().Body(
			h.Dt().Text(t.WhySource), h.Dd().Body(c.from(s), h.Text(t.Colon+t.GradeOf(s.Grade)+t.SemiSep+counting(t, s.Counting))),
			h.If(s.Note != "", func() h.UI { return h.Dt().Text(t.WhyNote) }),
			h.If(s.Note != "", func() h.UI { return h.Dd().Text(t.Said(s.Note)) }),
		),
		c.coefficients(l, s),
	)
}

// work is a paper with the grade of what was taken from it.
func (c Context) work(r cite.Ref, g cite.Grade) h.UI {
	return h.P().Class("note").Body(
		control.SourceLink(r),
		h.Text(c.T.Colon+c.T.GradeOf(g)))
}

// planCard is the card of a number on Plan or Pre-training.
func (c Context) planCard() (card, bool) {
	w, ok := scenario.EvalWhy(c.State.Scenario, c.Outcome)
	if !ok {
		return card{}, false
	}
	return c.lawCard(w), true
}

// planNum is a number of a plan, which can be asked where nobody chose it.
func (c Context) planNum(a plan.Allocation, exact, quantity, shown string) h.UI {
	if quantity == "batch-tokens" && c.State.Batch > 0 || quantity == "flops" && c.State.Ask.Given == scenario.GivenCompute {
		return control.Num(exact, quantity, a.Method.ID, shown) // it was chosen
	}
	return c.lawNum(exact, quantity, a.Method.ID, shown)
}
