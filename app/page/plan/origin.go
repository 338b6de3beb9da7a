package plan

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/export"
	"lossline/app/scenario"
	"lossline/app/ui"
	"lossline/engine/law"
)

// Origin is what the Plan page rests on.
func Origin(c ui.Context) ui.Origin {
	return ui.Origin{Page: scenario.Plan, Uses: func() []export.Use {
		var sets []*law.Set
		for _, a := range c.Outcome.Rows {
			sets = append(sets, a.Method.Sets()...)
		}
		return export.Sets(sets...)
	}, Python: func(about []string) string {
		m := c.Outcome.Head.Method
		p, _ := c.Outcome.Best(m, c.Outcome.Head.Budget)
		id := m.LossOfC
		if id == "" {
			id, p.N, p.D = m.Loss, c.Outcome.Head.N, c.Outcome.Head.D
		}
		return ui.Program(m, id, p, c.Outcome.Head.Loss, about)
	}}
}

// plansMenu is the menu of the table of laws.
func plansMenu(c ui.Context) h.UI {
	return c.SheetMenu("plans", c.T.TableCaption, func() export.Sheet { return plansSheet(c) })
}

// plansSheet is the table of laws: what a law does not give stays empty.
func plansSheet(c ui.Context) export.Sheet {
	t := c.T
	compute := c.State.Ask.Given != scenario.GivenCompute
	s := export.Sheet{Heads: []string{t.ColMethod}}
	if compute {
		s.Heads = append(s.Heads, t.Answers.ColCompute+" (FLOP)")
	}
	s.Heads = append(s.Heads, t.ColParams, t.ColTokens, t.ColRatio, t.ColBatch, t.ColSteps, t.ColLoss)
	for _, a := range c.Outcome.Rows {
		row := []export.Cell{export.Text(t.Method(a.Method.ID) + t.MethodSep + ui.Counting(t, a.Counting))}
		if compute {
			row = append(row, export.Num(float64(a.Budget), c.Powers(float64(a.Budget))))
		}
		s.Rows = append(s.Rows, append(row,
			ui.Some(float64(a.N), t.Count), ui.Some(float64(a.D), t.Count), ui.Some(a.TokensPerParam(), t.Ratio),
			ui.Some(float64(a.B), t.Count), ui.Some(float64(a.S), t.Count), ui.Some(float64(a.Loss), t.Loss)))
	}
	return s
}
