package view

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/figure"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Plan is the screen on which a budget, a loss or an amount of text becomes a
// plan.
func Plan(c Context) h.UI {
	c.of = c.ofPlan()
	notes := footnotes{}
	table := c.methodTable(&notes)
	below := []h.UI{h.Div().Class(c.stale()).Body(table, c.plansMenu(), c.unmet()), c.asked(c.planCard)}
	if c.Outcome.C > 0 {
		below = append(below, c.calm("regret", func() h.UI { return c.regret() }))
	}
	if c.Outcome.C > 0 {
		below = append(below, c.calm("answers", func() h.UI {
			a := scenario.Answer(c.State.Scenario, c.Outcome)
			return h.Div().Class("stack").Body(c.scarce(a), c.answers(a), c.rules(a))
		}))
	}
	return c.main().Body(
		h.Div().Class("ledebox").Body(c.planSentence(), c.whyDisagree()),
		c.sheet(c.askControls()...),
		h.Div().Class("content").Body(
			c.figure(figure.Budget(c.State.Scenario, c.Outcome, c.T), large),
		),
		h.Div().Class("controls").Body(c.planControls()...),
		h.Div().Class("below").Body(append(below, c.calm("lanes", func() h.UI { return c.lanes() }), c.calm("why", c.why), notes.list(c.T), c.printed())...),
	)
}

func (c Context) planSentence() h.UI {
	o, t := c.Outcome, c.T
	if o.C == 0 {
		goal := control.Num(exact(c.State.Ask.Target), "loss-goal", "", t.Loss(float64(c.State.Ask.Target)))
		pieces, slots := text.Split(t.Answers.SentenceNone)
		return h.H1().Class("lede").Body(control.Mix(pieces, slots, h.Strong().Body(goal))...)
	}
	id := o.Head.Method.ID
	bytes := c.State.DataBytes()
	elems := []h.UI{
		h.Strong().Body(control.Num(exact(o.C), "flops", "", t.FLOP(float64(o.C)))),
		h.Strong().Body(c.lawNum(exact(o.Head.N), "params", id, t.Params(float64(o.Head.N)))),
		h.Strong().Body(c.lawNum(exact(o.Head.D), "tokens", id, t.Tokens(float64(o.Head.D)))),
		h.Strong().Body(c.lawNum(exact(o.Head.Loss), "loss", id, t.Loss(float64(o.Head.Loss)))),
		h.Strong().Body(control.Num(exact(bytes), "bytes", "", t.Quantity(unit.KindBytes, float64(bytes)))),
	}
	pieces, slots := text.Split(c.sentence())
	body := control.Mix(pieces, slots, elems...)
	return h.H1().Class("lede").Class(c.stale()).Body(append(body, c.disagreement())...)
}

// sentence is the template for what is asked.
func (c Context) sentence() string {
	t, loss := c.T, c.Outcome.Head.HasLoss()
	switch c.State.Ask.Given {
	case scenario.GivenLoss:
		return t.Answers.SentenceLoss
	case scenario.GivenData:
		if loss {
			return t.Answers.SentenceData
		}
		return t.Answers.SentenceDataNoLoss
	}
	if loss {
		return t.PlanSentence
	}
	return t.PlanSentenceNoLoss
}

// unmet names the laws that cannot answer, and why.
func (c Context) unmet() h.UI {
	var said []h.UI
	for _, u := range c.Outcome.Unmet {
		s := text.Fill(c.T.Answers.UnmetNoLoss, c.T.Method(u.Method.ID))
		if u.Beyond {
			s = text.Fill(c.T.Answers.UnmetBeyond, c.T.Method(u.Method.ID))
		}
		if u.Floor > 0 {
			s = text.Fill(c.T.Answers.UnmetFloor, c.T.Method(u.Method.ID), c.T.Loss(float64(u.Floor)))
		}
		said = append(said, h.P().Class("note").Text(s))
	}
	return h.Div().ID("unmet").Body(said...)
}

// disagreement says how far the shown laws that count parameters alike are
// apart, and names the others.
func (c Context) disagreement() h.UI {
	o, t := c.Outcome, c.T
	said := t.Agree
	if r := o.Spread.N; !r.Single() {
		said = text.Fill(t.Disagree, t.Count(r.Lo), t.Count(r.Hi))
	}
	said = t.Method(o.Head.Method.ID) + t.SemiSep + said
	if have := c.State.DataTokens(); c.State.Ask.Given != scenario.GivenData && have > 0 && have < o.Head.D {
		said += t.SemiSep + text.Fill(t.Answers.ScarceLede, t.Tokens(float64(have)))
	}
	for _, a := range o.Rows {
		if a.Counting != o.Head.Counting {
			said += t.SemiSep + text.Fill(t.OtherCounting, t.Method(a.Method.ID), t.Count(float64(a.N)), counting(t, a.Counting))
		}
	}
	return h.Small().Text(said)
}

// whyDisagree leads to the explanation, where laws disagree.
func (c Context) whyDisagree() h.UI {
	if c.Follow == nil || len(c.Outcome.Rows) < 2 {
		return h.P().Class("help").Hidden(true)
	}
	return h.P().Class("help").Body(c.way(guideAt("disagreement"), c.T.Guide.Why))
}

// askControls are what one starts from, and how much of it.
func (c Context) askControls() []h.UI {
	s, t := c.State, c.T
	out := []h.UI{c.choice("ask", "ask", t.Answers.AskLabel, "", labels{scenario.GivenCompute: t.Answers.AskCompute, scenario.GivenLoss: t.Answers.AskLoss, scenario.GivenData: t.Answers.AskData})}
	switch s.Ask.Given {
	case scenario.GivenLoss:
		goal := float64(s.Ask.Target)
		out = append(out, c.quantity(scenario.FieldGoal, "goal", t.Answers.GoalLabel, t.Answers.GoalHelp, "", goal, 1.5, 6, t.Loss(goal)), c.dataControl(false))
	case scenario.GivenData:
		out = append(out, c.dataControl(true))
	default:
		out = append(out, c.quantity(scenario.FieldBudget, "budget", t.BudgetLabel, t.BudgetHelp, t.Budget(s.Budget),
			float64(s.Compute()), 1e17, 1e27, t.SpokenFLOP(float64(s.Compute()))), c.dataControl(false))
	}
	return out
}

// dataControl is the text that there is; with a slider where one starts from it.
func (c Context) dataControl(slider bool) h.UI {
	s, t := c.State, c.T.Answers
	bytes := float64(s.DataBytes())
	reading := ""
	if bytes > 0 {
		reading = text.Fill(t.DataReading, c.T.Quantity(unit.KindBytes, bytes), c.T.Tokens(float64(s.DataTokens())), unit.Digits(s.BytesPerToken(), 3))
	}
	if slider {
		return c.quantity(scenario.FieldData, "data", t.DataLabel, t.DataHelp, reading, bytes, 1e7, 1e15, c.T.Quantity(unit.KindBytes, bytes))
	}
	return h.Div().Class("field").Body(&control.TextField{ID: "data", Label: t.DataLabel, Help: t.DataHelp, Field: scenario.FieldData, Send: c.Send,
		Text: c.fieldText(scenario.FieldData), Error: c.fieldError(scenario.FieldData), Reading: reading})
}

func (c Context) planControls() []h.UI {
	s, t := c.State, c.T
	return []h.UI{
		&control.Select{ID: "head", Label: t.HeadLabel, Value: s.Head, Options: c.methodOptions(),
			Make: func(id string) scenario.Msg { return scenario.ChooseHead{ID: id} }, Send: c.Send},
		c.shownControl(),
		h.Details().ID("more").Body(
			h.Summary().Text(t.More),
			c.choice("txt", "text", t.Answers.TextLabel, "", labels{scenario.English: t.Answers.TextEnglish, scenario.Chinese: t.Answers.TextChinese, scenario.Code: t.Answers.TextCode}),
			&control.TextField{ID: "bytes", Label: t.Answers.BytesLabel, Help: c.bytesHelp(), Field: scenario.FieldBytesPerToken, Send: c.Send,
				Text: c.fieldText(scenario.FieldBytesPerToken), Error: c.fieldError(scenario.FieldBytesPerToken)},
			&control.Select{ID: "kaplan", Label: t.KaplanLabel, Help: t.KaplanHelp, Value: kaplanValues[s.Kaplan],
				Options: []control.Option{{Value: kaplanValues[0], Label: t.KaplanCritical}, {Value: kaplanValues[1], Label: t.KaplanPrinted}},
				Make:    chooseKaplan, Send: c.Send},
			&control.TextField{ID: "batch", Label: t.BatchLabel, Help: t.BatchHelp, Placeholder: t.BatchAuto, Field: scenario.FieldBatch, Send: c.Send,
				Text: c.fieldText(scenario.FieldBatch), Error: c.fieldError(scenario.FieldBatch)},
		),
		&control.Button{ID: "reset", Label: t.Reset, Kind: "link", Do: func() { c.Send(scenario.Reset{}) }},
	}
}

var kaplanValues = []string{plan.AtCritical: "crit", plan.AsPrinted: "cmin"}

func chooseKaplan(v string) scenario.Msg {
	if v == kaplanValues[plan.AsPrinted] {
		return scenario.ChooseKaplan{How: plan.AsPrinted}
	}
	return scenario.ChooseKaplan{How: plan.AtCritical}
}

// methodOptions returns the methods to choose from.
func (c Context) methodOptions() []control.Option {
	var out []control.Option
	for _, m := range c.State.Methods() {
		out = append(out, control.Option{Value: m.ID, Label: c.T.Method(m.ID)})
	}
	return out
}

// shownControl is the list of laws side by side, with their colours.
func (c Context) shownControl() h.UI {
	body := []h.UI{h.Legend().Text(c.T.ShownLabel)}
	for _, m := range c.State.Methods() {
		id := m.ID
		body = append(body, &control.Check{ID: "show-" + id, Label: c.T.Method(id), Key: keyClass(id),
			On: c.State.Shown.Has(id), Fixed: id == c.State.Head, Send: c.Send,
			Make: func(on bool) scenario.Msg { return scenario.Show{ID: id, On: on} }})
	}
	return h.FieldSet().Class("field").Body(body...)
}

// bytesHelp says what is assumed of the text, and how well that is known.
func (c Context) bytesHelp() string {
	t, s := c.T.Answers, c.State.Scenario
	s.Ask.BytesPerToken = 0
	known := t.BytesAssumed
	if s.Ask.Text == scenario.English {
		known = t.BytesMeasured
	}
	return text.Fill(t.BytesHelp, unit.Digits(s.BytesPerToken(), 3)) + c.T.SentenceSep + known
}
