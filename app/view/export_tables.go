package view

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/export"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/law"
)

// plansMenu is the menu of the table of laws.
func (c Context) plansMenu() h.UI {
	return c.sheetMenu("plans", c.T.TableCaption, func() export.Sheet { return c.plansSheet() })
}

// plansSheet is the table of laws: what a law does not give stays empty.
func (c Context) plansSheet() export.Sheet {
	t := c.T
	compute := c.State.Ask.Given != scenario.GivenCompute
	s := export.Sheet{Heads: []string{t.ColMethod}}
	if compute {
		s.Heads = append(s.Heads, t.Answers.ColCompute+" (FLOP)")
	}
	s.Heads = append(s.Heads, t.ColParams, t.ColTokens, t.ColRatio, t.ColBatch, t.ColSteps, t.ColLoss)
	for _, a := range c.Outcome.Rows {
		row := []export.Cell{export.Text(t.Method(a.Method.ID) + t.MethodSep + counting(t, a.Counting))}
		if compute {
			row = append(row, export.Num(float64(a.Budget), c.powers(float64(a.Budget))))
		}
		s.Rows = append(s.Rows, append(row,
			some(float64(a.N), t.Count), some(float64(a.D), t.Count), some(a.TokensPerParam(), t.Ratio),
			some(float64(a.B), t.Count), some(float64(a.S), t.Count), some(float64(a.Loss), t.Loss)))
	}
	return s
}

// some is a cell of a number, empty where 0 stands for unknown.
func some(x float64, show func(float64) string) export.Cell {
	if x == 0 {
		return export.Text("")
	}
	return export.Num(x, show(x))
}

// coefsMenu is the menu of the fitted coefficients.
func (v fitView) coefsMenu() h.UI { return v.sheetMenu("coefs", v.txt.CoefTitle, v.coefsSheet) }

func (v fitView) coefsSheet() export.Sheet {
	t, level := v.T, v.T.Percent(v.f.Level)
	rangeOf := text.Fill(v.txt.ColRange, level)
	s := export.Sheet{Heads: []string{t.WhyCoefSymbol, t.WhyCoefValue, v.txt.ColSE,
		rangeOf + t.Colon + t.Bound(false), rangeOf + t.Colon + t.Bound(true), v.txt.ColMeaning}}
	l := v.law
	if l == nil {
		l = law.PowerAllocation
	}
	for i, c := range v.f.Coefs {
		if i < len(l.Coefs) {
			s.Rows = append(s.Rows, []export.Cell{export.Text(c.Symbol), export.Num(c.Value, text.Estimate(c.Value)),
				some(c.SE, v.two), some(c.Lo, v.three), some(c.Hi, v.three), export.Text(t.Said(l.Coefs[i].Meaning))})
		}
	}
	return s
}

// printed is what a page on paper has at its end: what its numbers rest on and
// where they live. It is not seen on a screen.
func (c Context) printed() h.UI {
	if h.IsServer || c.Link == nil {
		return h.Div().Class("paper")
	}
	var uses []h.UI
	for _, u := range c.of.uses() {
		uses = append(uses, h.Li().Text(u.String()))
	}
	return h.Section().Class("paper").Body(
		h.H2().Class("label").Text(c.T.Export.Sources), h.Ul().Body(uses...),
		h.H2().Class("label").Text(c.T.Export.Link), h.P().Text(c.Link()))
}

// Files takes what is dropped on a page, and files that are chosen, on pages that
// do not do so themselves.
func Files(c Context) h.UI {
	return &control.File{ID: "open-file", Label: c.T.Export.Open, Button: c.T.Fit.FileButton, Help: c.T.Export.OpenHelp,
		Types: control.ExportTypes, Page: true, T: c.T, Send: c.Send}
}
