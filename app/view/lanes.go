package view

import (
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/scenario"
	"lossline/app/text"
)

// Lane is a plan that was pinned for comparison.
type Lane struct {
	Scenario scenario.Scenario
	Outcome  scenario.Outcome
}

// Lanes are the pinned plans and what can be done with them.
type Lanes struct {
	All   []Lane
	Full  bool // no more can be pinned
	Pin   func()
	Unpin func(i int)
	Take  func(scenario.Scenario)
}

// lanes is the comparison: a row a pinned plan and one for the present, each with
// how far it is from the first.
func (c Context) lanes() h.UI {
	t := c.T.Sharing
	if c.Lanes.Pin == nil {
		return h.Div()
	}
	button := h.Div().Class("row").Body(
		&control.Button{ID: "pin", Label: t.Pin, Off: c.Lanes.Full, Do: c.Lanes.Pin},
		h.Span().Class("help").Text(either(c.Lanes.Full, t.Full, t.PinHelp)),
	)
	if len(c.Lanes.All) == 0 {
		return h.Section().ID("lanes").Class("stack").Body(button)
	}
	var rows []h.UI
	first := c.Lanes.All[0].Outcome
	for i, l := range c.Lanes.All {
		name := text.Fill(t.Lane, string(rune('A'+i)))
		rows = append(rows, c.laneRow("lane-"+string(rune('a'+i)), name, l, first,
			&control.Button{ID: "take-" + strconv.Itoa(i), Label: t.Take, Kind: "link", Do: func() { c.Lanes.Take(l.Scenario) }},
			&control.Button{ID: "unpin-" + strconv.Itoa(i), Label: t.Unpin, Kind: "link", Do: func() { c.Lanes.Unpin(i) }}))
	}
	rows = append(rows, c.laneRow("lane-now", t.Now, Lane{c.State.Scenario, c.Outcome}, first))
	return h.Section().ID("lanes").Class("stack").Body(button, h.Div().Class("scroll").TabIndex(0).Role("region").Attr("aria-label", t.Lanes).Body(
		h.Table().Class("cards").Body(
			h.Caption().Text(t.Lanes),
			h.THead().Body(h.Tr().Body(colHead(t.ColAsked), colHead(c.T.ColMethod), colHead(c.T.AxisC), colHead(c.T.ColParams), colHead(c.T.ColTokens), colHead(c.T.ColLoss), h.Td())),
			h.TBody().Body(rows...),
		)))
}

func (c Context) laneRow(id, name string, l Lane, first scenario.Outcome, does ...h.UI) h.UI {
	t, a, base := c.T, l.Outcome.Head, first.Head
	law := id + "-" + a.Method.ID
	value := func(label, quantity string, v, of float64, show func(float64) string) h.UI {
		if v == 0 {
			return cell(label, h.Text(t.NotGiven))
		}
		body := []h.UI{control.Num(exact(v), quantity, law, show(v))}
		if of > 0 && v != of {
			change := (v/of - 1)
			said := t.Percent(change)
			if change > 0 {
				said = "+" + said
			}
			body = append(body, h.Small().Body(control.Num(exact(change), quantity+"-change", law, said)))
		}
		return cell(label, h.Span().Body(body...))
	}
	return h.Tr().ID(id).Body(
		h.Th().Scope("row").Text(name),
		cell(t.ColMethod, h.Text(t.Method(a.Method.ID))),
		value(t.AxisC, "flops", float64(l.Outcome.C), float64(first.C), c.powers),
		value(t.ColParams, "params", float64(a.N), float64(base.N), t.Count),
		value(t.ColTokens, "tokens", float64(a.D), float64(base.D), t.Count),
		value(t.ColLoss, "loss", float64(a.Loss), float64(base.Loss), t.Loss),
		cell("", h.Span().Class("row").Body(does...)),
	)
}

// either returns one of two texts.
func either(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}
