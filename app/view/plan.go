package view

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/figure"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/plan"
)

// Plan is the screen on which a budget becomes a plan.
func Plan(c Context) h.UI {
	notes := footnotes{}
	table := c.methodTable(&notes)
	return h.Main().ID("main").Body(
		h.Div().Class("ledebox").Body(c.planSentence()),
		h.Div().Class("inputs").Body(c.budgetControl()),
		h.Div().Class("content").Body(
			c.figure(figure.Budget(c.State.Scenario, c.Outcome, c.T), large),
		),
		h.Div().Class("controls").Body(c.planControls()...),
		h.Div().Class("below").Body(
			h.Div().Class(c.stale()).Body(table),
			c.why(),
			notes.list(c.T),
		),
	)
}

func (c Context) planSentence() h.UI {
	o, t := c.Outcome, c.T
	id := o.Head.Method.ID
	elems := []h.UI{
		h.Strong().Body(control.Num(exact(o.C), "flops", "", t.FLOP(float64(o.C)))),
		h.Strong().Body(control.Num(exact(o.Head.N), "params", id, t.Params(float64(o.Head.N)))),
		h.Strong().Body(control.Num(exact(o.Head.D), "tokens", id, t.Tokens(float64(o.Head.D)))),
		h.Strong().Body(control.Num(exact(o.Head.Loss), "loss", id, t.Loss(float64(o.Head.Loss)))),
	}
	template := t.PlanSentence
	if !o.Head.HasLoss() {
		template = t.PlanSentenceNoLoss
	}
	pieces, slots := text.Split(template)
	body := control.Mix(pieces, slots, elems...)
	return h.H1().Class("lede").Class(c.stale()).Body(append(body, c.disagreement())...)
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
	for _, a := range o.Rows {
		if a.Counting != o.Head.Counting {
			said += t.SemiSep + text.Fill(t.OtherCounting, t.Method(a.Method.ID), t.Count(float64(a.N)))
		}
	}
	return h.Small().Text(said)
}

func (c Context) budgetControl() h.UI {
	s, t := c.State, c.T
	return h.Div().Class("field").Body(
		&control.TextField{ID: "budget", Label: t.BudgetLabel, Help: t.BudgetHelp, Field: scenario.FieldBudget, Send: c.Send,
			Text: c.fieldText(scenario.FieldBudget), Error: c.fieldError(scenario.FieldBudget), Reading: t.Budget(s.Budget)},
		&control.Slider{ID: "budget-slider", Label: t.BudgetSlider, Field: scenario.FieldBudget, Send: c.Send,
			Value: float64(c.Outcome.C), Min: 1e17, Max: 1e27, Spoken: t.SpokenFLOP(float64(c.Outcome.C))},
	)
}

func (c Context) planControls() []h.UI {
	s, t := c.State, c.T
	return []h.UI{
		&control.Select{ID: "head", Label: t.HeadLabel, Value: s.Head, Options: methodOptions(t),
			Make: func(id string) scenario.Msg { return scenario.ChooseHead{ID: id} }, Send: c.Send},
		c.shownControl(),
		h.Details().ID("more").Body(
			h.Summary().Text(t.More),
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

func methodOptions(t *text.Strings) []control.Option {
	var out []control.Option
	for _, m := range plan.Methods() {
		out = append(out, control.Option{Value: m.ID, Label: t.Method(m.ID)})
	}
	return out
}

// shownControl is the list of laws side by side, with their colours.
func (c Context) shownControl() h.UI {
	body := []h.UI{h.Legend().Text(c.T.ShownLabel)}
	for _, m := range plan.Methods() {
		id := m.ID
		body = append(body, &control.Check{ID: "show-" + id, Label: c.T.Method(id), Key: keyClass(id),
			On: c.State.Shown.Has(id), Fixed: id == c.State.Head, Send: c.Send,
			Make: func(on bool) scenario.Msg { return scenario.Show{ID: id, On: on} }})
	}
	return h.FieldSet().Class("field").Body(body...)
}
