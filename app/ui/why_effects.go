package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/text"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// maxEffects is how many of the effects are listed: the rest does next to nothing.
const maxEffects = 8

// effects are what would change the number most, a row each.
func effects(c Context, k WhyCard) h.UI {
	t := c.T.Why
	heads := []string{t.ColChange, t.ColThen, t.ColElasticity}
	var rows []h.UI
	unsaid := false
	for i, e := range k.Effects {
		if i == maxEffects {
			break
		}
		unsaid = unsaid || !e.Chosen && e.SE == 0
		rows = append(rows, h.Tr().DataSet("lever", e.Symbol).Body(
			h.Th().Scope("row").Class("words").Body(change(c, e)...),
			Cell(heads[1], h.Span().Body(h.Text(k.Result+" "), Num(Exact(e.Change), "change", e.Symbol, c.T.Signed(e.Change)))).Class("words"),
			Cell(heads[2], Num(Exact(e.Elasticity), "elasticity", e.Symbol, elasticity(e.Elasticity)))))
	}
	note := t.Together
	if unsaid {
		note += c.T.SentenceSep + t.NoSE
	}
	if len(k.Spans) == 0 && !unsaid { // a count: nothing of it was fitted
		note = ""
	}
	return h.Div().Body(TableOf("cards effects", t.Changes, heads, rows), h.P().Class("note").Text(note))
}

// change says what is changed and by how much.
func change(c Context, e law.Effect) []h.UI {
	t := c.T.Why
	if e.Chosen {
		return []h.UI{h.Text(text.Fill(t.More, c.T.Percent(e.Step), c.T.Lever(e.Symbol)))}
	}
	name := h.Span().Body(h.Span().Class("sr").Text(e.Symbol), h.Span().Attr("aria-hidden", "true").Body(Symbol(e.Symbol)))
	if e.SE > 0 {
		return c.Fill(t.SE, name, h.Text(unit.Digits(e.SE, 2)))
	}
	return c.Fill(t.Coef, name, h.Text(c.T.Percent(e.Step)))
}

func elasticity(x float64) string {
	if x < 0 {
		return "−" + unit.Digits(-x, 3)
	}
	return unit.Digits(x, 3)
}
