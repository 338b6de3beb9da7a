package plan

import (
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
)

// lanes is the comparison: a row a pinned plan and one for the present, each with
// how far it is from the first.
func lanes(c ui.Context) h.UI {
	t := c.T.Sharing
	if c.Lanes.Pin == nil {
		return h.Div()
	}
	button := h.Div().Class("row").Body(
		&ui.Button{ID: "pin", Label: t.Pin, Off: c.Lanes.Full, Do: c.Lanes.Pin},
		h.Span().Class("help").Text(ui.Either(c.Lanes.Full, t.Full, t.PinHelp)),
	)
	if len(c.Lanes.All) == 0 {
		return h.Section().ID("lanes").Class("stack").Body(button)
	}
	var rows []h.UI
	first := c.Lanes.All[0].Outcome
	for i, l := range c.Lanes.All {
		name := text.Fill(t.Lane, string(rune('A'+i)))
		rows = append(rows, laneRow(c, "lane-"+string(rune('a'+i)), name, l, first,
			&ui.Button{ID: "take-" + strconv.Itoa(i), Label: t.Take, Kind: "link", Do: func() { c.Lanes.Take(l.Scenario) }},
			&ui.Button{ID: "unpin-" + strconv.Itoa(i), Label: t.Unpin, Kind: "link", Do: func() { c.Lanes.Unpin(i) }}))
	}
	rows = append(rows, laneRow(c, "lane-now", t.Now, ui.Lane{Scenario: c.State.Scenario, Outcome: c.Outcome}, first))
	return h.Section().ID("lanes").Class("stack").Body(button, h.Div().Class("scroll").TabIndex(0).Role("region").Attr("aria-label", t.Lanes).Body(
		h.Table().Class("cards").Body(
			h.Caption().Text(t.Lanes),
			h.THead().Body(h.Tr().Body(ui.ColHead(t.ColAsked), ui.ColHead(c.T.ColMethod), ui.ColHead(c.T.AxisC), ui.ColHead(c.T.ColParams), ui.ColHead(c.T.ColTokens), ui.ColHead(c.T.ColLoss), h.Td())),
			h.TBody().Body(rows...),
		)))
}

func laneRow(c ui.Context, id, name string, l ui.Lane, first scenario.Outcome, does ...h.UI) h.UI {
	t, a, base := c.T, l.Outcome.Head, first.Head
	law := id + "-" + a.Method.ID
	value := func(label, quantity string, v, of float64, show func(float64) string) h.UI {
		if v == 0 {
			return ui.Cell(label, h.Text(t.NotGiven))
		}
		body := []h.UI{ui.Num(ui.Exact(v), quantity, law, show(v))}
		if of > 0 && v != of {
			change := (v/of - 1)
			said := t.Percent(change)
			if change > 0 {
				said = "+" + said
			}
			body = append(body, h.Small().Body(ui.Num(ui.Exact(change), quantity+"-change", law, said)))
		}
		return ui.Cell(label, h.Span().Body(body...))
	}
	return h.Tr().ID(id).Body(
		h.Th().Scope("row").Text(name),
		ui.Cell(t.ColMethod, h.Text(t.Method(a.Method.ID))),
		value(t.AxisC, "flops", float64(l.Outcome.C), float64(first.C), c.Powers),
		value(t.ColParams, "params", float64(a.N), float64(base.N), t.Count),
		value(t.ColTokens, "tokens", float64(a.D), float64(base.D), t.Count),
		value(t.ColLoss, "loss", float64(a.Loss), float64(base.Loss), t.Loss),
		ui.Cell("", h.Span().Class("row").Body(does...)),
	)
}
