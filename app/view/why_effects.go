package view

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/text"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// maxEffects is how many of the effects are listed: the rest does next to nothing.
const maxEffects = 8

// effects are what would change the number most, a row each.
func (c Context) effects(k card) h.UI {
	t := c.T.Why
	heads := []string{t.ColChange, t.ColThen, t.ColElasticity}
	var rows []h.UI
	unsaid := false
	for i, e := range k.effects {
		if i == maxEffects {
			break
		}
		unsaid = unsaid || !e.Chosen && e.SE == 0
		rows = append(rows, h.Tr().DataSet("lever", e.Symbol).Body(
			h.Th().Scope("row").Class("words").Body(c.change(e)...),
			cell(heads[1], h.Span().Body(h.Text(k.result+" "), control.Num(exact(e.Change), "change", e.Symbol, c.T.Signed(e.Change)))).Class("words"),
			cell(heads[2], control.Num(exact(e.Elasticity), "elasticity", e.Symbol, elasticity(e.Elasticity)))))
	}
	note := t.Together
	if unsaid {
		note += c.T.SentenceSep + t.NoSE
	}
	if len(k.spans) == 0 && !unsaid { // a count: nothing of it was fitted
		note = ""
	}
	return h.Div().Body(tableOf("cards effects", t.Changes, heads, rows), h.P().Class("note").Text(note))
}

// change says what is changed and by how much.
func (c Context) change(e law.Effect) []h.UI {
	t := c.T.Why
	if e.Chosen {
		return []h.UI{h.Text(text.Fill(t.More, c.T.Percent(e.Step), c.T.Lever(e.Symbol)))}
	}
	name := h.Span().Body(h.Span().Class("sr").Text(e.Symbol), h.Span().Attr("aria-hidden", "true").Body(symbol(e.Symbol)))
	if e.SE > 0 {
		return c.fill(t.SE, name, h.Text(unit.Digits(e.SE, 2)))
	}
	return c.fill(t.Coef, name, h.Text(c.T.Percent(e.Step)))
}

func elasticity(x float64) string {
	if x < 0 {
		return "−" + unit.Digits(-x, 3)
	}
	return unit.Digits(x, 3)
}
