// Package plan draws the page Plan: a budget divided by every law, and what a wrong law costs.
package plan

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Draw is the screen on which a budget, a loss or an amount of text becomes a
// plan.
func Draw(c ui.Context) h.UI {
	notes := ui.Footnotes{}
	none := c.Outcome.C == 0 // nothing answers: hidden, what was unfolded stays so
	table := methodTable(c, &notes)
	return c.Main().Body(
		h.Div().Class("ledebox").Body(planSentence(c), whyDisagree(c)),
		c.Sheet(askControls(c)...),
		h.Div().Class("content").Body(
			h.Div().Hidden(!none).Body(unmet(c)...),
			h.Div().Hidden(none).Body(c.Figure(Budget(c.State.Scenario, c.Outcome, c.T), ui.Large)),
		),
		h.Div().Class("controls").Body(planControls(c)...),
		h.Div().Class("below").Body(
			h.Div().Class(c.Stale()).Hidden(none).Body(table, plansMenu(c), h.Div().ID("unmet").Body(unmet(c)...)),
			c.Asked(c.PlanCard),
			c.Calm("regret", func() h.UI { return h.Div().Body(h.If(!none, func() h.UI { return regret(c) })) }),
			c.Calm("answers", func() h.UI {
				if none {
					return h.Div()
				}
				a := scenario.Answer(c.State.Scenario, c.Outcome)
				return h.Div().Class("stack").Body(scarce(c, a), answers(c, a), rules(c, a))
			}),
			c.Calm("lanes", func() h.UI { return lanes(c) }), c.Calm("why", c.Why), notes.List(c.T), c.Printed(),
		),
	)
}

func planSentence(c ui.Context) h.UI {
	o, t := c.Outcome, c.T
	if o.C == 0 {
		goal, said := ui.Num(ui.Exact(c.State.Ask.Target), "loss-goal", "", t.Loss(float64(c.State.Ask.Target))), t.Answers.SentenceNone
		if c.State.Ask.Given == scenario.GivenData {
			bytes := c.State.DataBytes()
			goal, said = ui.Num(ui.Exact(bytes), "bytes", "", t.Quantity(unit.KindBytes, float64(bytes))), t.Answers.SentenceNoneData
		}
		pieces, slots := text.Split(said)
		return h.H1().Class("lede").Body(ui.Mix(pieces, slots, h.Strong().Body(goal))...)
	}
	id := o.Head.Method.ID
	bytes := c.State.DataBytes()
	elems := []h.UI{
		h.Strong().Body(ui.Num(ui.Exact(o.C), "flops", "", t.FLOP(float64(o.C)))),
		h.Strong().Body(c.LawNum(ui.Exact(o.Head.N), "params", id, t.Params(float64(o.Head.N)))),
		h.Strong().Body(c.LawNum(ui.Exact(o.Head.D), "tokens", id, t.Tokens(float64(o.Head.D)))),
		h.Strong().Body(c.LawNum(ui.Exact(o.Head.Loss), "loss", id, t.Loss(float64(o.Head.Loss)))),
		h.Strong().Body(ui.Num(ui.Exact(bytes), "bytes", "", t.Quantity(unit.KindBytes, float64(bytes)))),
	}
	pieces, slots := text.Split(sentence(c))
	body := ui.Mix(pieces, slots, elems...)
	return h.H1().Class("lede").Class(c.Stale()).Body(append(body, disagreement(c))...)
}

// sentence is the template for what is asked.
func sentence(c ui.Context) string {
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
func unmet(c ui.Context) []h.UI {
	var said []h.UI
	for _, u := range c.Outcome.Unmet {
		said = append(said, h.P().Class("note").Text(unmetSaid(c, u)))
	}
	return said
}

// unmetSaid says why a law cannot answer.
func unmetSaid(c ui.Context, u scenario.Unmet) string {
	t, name := c.T.Answers, c.T.Method(u.Method.ID)
	switch {
	case u.Floor > 0:
		return text.Fill(t.UnmetFloor, name, c.T.Loss(float64(u.Floor)), c.T.Loss(float64(c.State.Ask.Target)))
	case u.Beyond:
		return text.Fill(t.UnmetBeyond, name)
	}
	return text.Fill(t.UnmetNoLoss, name)
}

// disagreement says how far the shown laws that count parameters alike are
// apart, and names the others.
func disagreement(c ui.Context) h.UI {
	o, t := c.Outcome, c.T
	said := t.Agree
	if r := o.Spread.N; !r.Single() {
		said = text.Fill(t.Disagree, t.Count(r.Lo), t.Count(r.Hi))
	}
	name := t.Method(o.Head.Method.ID)
	if lo, hi, ok := o.Head.Joint(); ok {
		name += t.Colon + text.Fill(t.Joint, t.Count(float64(lo)), t.Count(float64(hi)), t.Percent(scenario.OwnLevel))
	}
	said = name + t.SemiSep + said
	if have := c.State.DataTokens(); c.State.Ask.Given != scenario.GivenData && have > 0 && have < o.Head.D {
		said += t.SemiSep + text.Fill(t.Answers.ScarceLede, t.Tokens(float64(have)))
	}
	for _, a := range o.Rows {
		if a.Counting != o.Head.Counting {
			said += t.SemiSep + text.Fill(t.OtherCounting, t.Method(a.Method.ID), t.Count(float64(a.N)), ui.Counting(t, a.Counting))
		}
	}
	if u, ok := o.Instead(c.State.Scenario); ok {
		said = unmetSaid(c, u) + t.SentenceSep + said
	}
	return h.Small().Text(said)
}

// whyDisagree leads to the explanation, where laws disagree.
func whyDisagree(c ui.Context) h.UI {
	if c.Follow == nil || len(c.Outcome.Rows) < 2 {
		return h.P().Class("help").Hidden(true)
	}
	return h.P().Class("help").Body(c.Way(ui.GuideAt("disagreement"), c.T.Guide.Why))
}

// askControls are what one starts from, and how much of it.
func askControls(c ui.Context) []h.UI {
	s, t := c.State, c.T
	out := []h.UI{c.Choice("ask", "ask", t.Answers.AskLabel, "", ui.Labels{scenario.GivenCompute: t.Answers.AskCompute, scenario.GivenLoss: t.Answers.AskLoss, scenario.GivenData: t.Answers.AskData})}
	switch s.Ask.Given {
	case scenario.GivenLoss:
		goal := float64(s.Ask.Target)
		out = append(out, c.Quantity(scenario.FieldGoal, "goal", t.Answers.GoalLabel, t.Answers.GoalHelp, "", goal, 1.5, 6, t.Loss(goal)), dataControl(c, false))
	case scenario.GivenData:
		out = append(out, dataControl(c, true))
	default:
		out = append(out, c.Quantity(scenario.FieldBudget, "budget", t.BudgetLabel, t.BudgetHelp, t.Budget(s.Budget),
			float64(s.Compute()), 1e17, 1e27, t.SpokenFLOP(float64(s.Compute()))), dataControl(c, false))
	}
	return out
}

// dataControl is the text that there is; with a slider where one starts from it.
func dataControl(c ui.Context, slider bool) h.UI {
	s, t := c.State, c.T.Answers
	bytes := float64(s.DataBytes())
	reading := ""
	if bytes > 0 {
		reading = text.Fill(t.DataReading, c.T.Quantity(unit.KindBytes, bytes), c.T.Tokens(float64(s.DataTokens())), unit.Digits(s.BytesPerToken(), 3))
	}
	if slider {
		return c.Quantity(scenario.FieldData, "data", t.DataLabel, t.DataHelp, reading, bytes, 1e7, 1e15, c.T.Quantity(unit.KindBytes, bytes))
	}
	return h.Div().Class("field").Body(&ui.TextField{ID: "data", Label: t.DataLabel, Help: t.DataHelp, Field: scenario.FieldData, Send: c.Send,
		Text: c.FieldText(scenario.FieldData), Error: c.FieldError(scenario.FieldData), Reading: reading})
}

func planControls(c ui.Context) []h.UI {
	s, t := c.State, c.T
	return []h.UI{
		&ui.Select{ID: "head", Label: t.HeadLabel, Value: s.Head, Options: ui.MethodOptions(c),
			Make: func(id string) scenario.Msg { return scenario.ChooseHead{ID: id} }, Send: c.Send},
		ui.ShownControl(c),
		h.Details().ID("more").Body(
			h.Summary().Text(t.More),
			c.Choice("txt", "text", t.Answers.TextLabel, "", ui.Labels{scenario.English: t.Answers.TextEnglish, scenario.Chinese: t.Answers.TextChinese, scenario.Code: t.Answers.TextCode}),
			&ui.TextField{ID: "bytes", Label: t.Answers.BytesLabel, Help: bytesHelp(c), Field: scenario.FieldBytesPerToken, Send: c.Send,
				Text: c.FieldText(scenario.FieldBytesPerToken), Error: c.FieldError(scenario.FieldBytesPerToken)},
			&ui.Select{ID: "kaplan", Label: t.KaplanLabel, Help: t.KaplanHelp, Value: kaplanValues[s.Kaplan],
				Options: []ui.Option{{Value: kaplanValues[0], Label: t.KaplanCritical}, {Value: kaplanValues[1], Label: t.KaplanPrinted}},
				Make:    chooseKaplan, Send: c.Send},
			&ui.TextField{ID: "batch", Label: t.BatchLabel, Help: t.BatchHelp, Placeholder: t.BatchAuto, Field: scenario.FieldBatch, Send: c.Send,
				Text: c.FieldText(scenario.FieldBatch), Error: c.FieldError(scenario.FieldBatch)},
		),
		&ui.Button{ID: "reset", Label: t.Reset, Kind: "link", Do: func() { c.Send(scenario.Reset{}) }},
	}
}

var kaplanValues = []string{plan.AtCritical: "crit", plan.AsPrinted: "cmin"}

func chooseKaplan(v string) scenario.Msg {
	if v == kaplanValues[plan.AsPrinted] {
		return scenario.ChooseKaplan{How: plan.AsPrinted}
	}
	return scenario.ChooseKaplan{How: plan.AtCritical}
}

// bytesHelp says what is assumed of the text, and how well that is known.
func bytesHelp(c ui.Context) string {
	t, s := c.T.Answers, c.State.Scenario
	s.Ask.BytesPerToken = 0
	known := t.BytesAssumed
	if s.Ask.Text == scenario.English {
		known = t.BytesMeasured
	}
	return text.Fill(t.BytesHelp, unit.Digits(s.BytesPerToken(), 3)) + c.T.SentenceSep + known
}
