package plan

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/plan"
)

// methodTable is the budget law by law: a row a method, then their spread.
func methodTable(c ui.Context, notes *ui.Footnotes) h.UI {
	t := c.T
	var rows []h.UI
	for _, a := range c.Outcome.Rows {
		rows = append(rows, methodRow(c, a, notes))
	}
	return h.Div().Class("scroll").TabIndex(0).Role("region").Attr("aria-label", t.TableCaption).Body(
		h.Table().Class("cards").Body(
			h.Caption().Text(t.TableCaption),
			h.THead().Body(h.Tr().Body(
				ui.ColHead(t.ColMethod), computeHead(c), ui.ColHead(t.ColParams), ui.ColHead(t.ColTokens), ui.ColHead(t.ColRatio), ui.ColHead(t.ColBatch),
				ui.ColHead(t.ColSteps), ui.ColHead(t.ColLoss), ui.ColHead(t.ColFlat).Title(t.ColFlatHelp),
			)),
			h.TBody().Body(rows...),
			h.TFoot().Body(spreadRow(c)),
		),
	)
}

func methodRow(c ui.Context, a plan.Allocation, notes *ui.Footnotes) h.UI {
	ui.Breathe()
	t, id, own := c.T, a.Method.ID, c.Outcome.Intervals(a)
	tr := h.Tr().DataSet("law", id)
	if id == c.State.Head {
		tr = tr.Class("head")
	}
	return tr.Body(
		h.Th().Scope("row").Body(
			h.Span().Class("key").Class(ui.KeyClass(id)).Attr("aria-hidden", "true"),
			h.Text(t.Method(id)),
			notes.Refs(t, a.Warnings),
			h.Small().Text(ui.Counting(t, a.Counting)+ui.Family(c, a.Method)),
		),
		computeCell(c, a),
		ui.Cell(t.ColParams, ui.Ranged(c, a.Method, c.LawNum(ui.Exact(a.N), "params", id, t.Count(float64(a.N))), "params", own.N, t.Short)),
		ui.Cell(t.ColTokens, ui.Ranged(c, a.Method, c.LawNum(ui.Exact(a.D), "tokens", id, t.Count(float64(a.D))), "tokens", own.D, t.Short)),
		ui.Cell(t.ColRatio, c.LawNum(ui.Exact(a.TokensPerParam()), "tokens-per-param", id, t.Ratio(a.TokensPerParam()))),
		ui.Cell(t.ColBatch, ui.Given(c, a, float64(a.B), "batch-tokens", t.Count)),
		ui.Cell(t.ColSteps, ui.Given(c, a, float64(a.S), "steps", t.Count)),
		ui.Cell(t.ColLoss, ui.Ranged(c, a.Method, ui.Given(c, a, float64(a.Loss), "loss", t.Loss), "loss", own.Loss, t.Loss)),
		ui.Cell(t.ColFlat, flat(c, a)...),
	)
}

// flat is the range of sizes that are nearly as good.
func flat(c ui.Context, a plan.Allocation) []h.UI {
	t, id := c.T, a.Method.ID
	if a.Flat[0] == 0 {
		return []h.UI{h.Text(t.NotGiven)}
	}
	pieces, slots := text.Split(t.To)
	return []h.UI{h.Span().Body(ui.Mix(pieces, slots,
		ui.Num(ui.Exact(a.Flat[0]), "params-low", id, t.Short(float64(a.Flat[0]))),
		ui.Num(ui.Exact(a.Flat[1]), "params-high", id, t.Short(float64(a.Flat[1]))))...)}
}

// spreadRow is how far the laws with the headline's counting disagree.
func spreadRow(c ui.Context) h.UI {
	t, sp := c.T, c.Outcome.Spread
	over := func(label string, r scenario.Range, quantity string, show func(float64) string) h.UI {
		switch {
		case r.Lo > r.Hi:
			return ui.Cell(label, h.Text(t.NotGiven))
		case r.Single() || show(r.Lo) == show(r.Hi): // to its digits
			return ui.Cell(label, ui.Num(ui.Exact(r.Lo), quantity+"-spread", "", show(r.Lo)))
		}
		pieces, slots := text.Split(t.To)
		return ui.Cell(label, h.Span().Body(ui.Mix(pieces, slots,
			ui.Num(ui.Exact(r.Lo), quantity+"-spread", "", show(r.Lo)),
			ui.Num(ui.Exact(r.Hi), quantity+"-spread", "", show(r.Hi)))...))
	}
	return h.Tr().Body(
		h.Th().Scope("row").Body(h.Text(t.SpreadRow), h.Small().Text(ui.Counting(t, c.Outcome.Head.Counting))),
		h.If(c.State.Ask.Given != scenario.GivenCompute, func() h.UI { return over(t.Answers.ColCompute, sp.C, "flops", c.Powers) }),
		over(t.ColParams, sp.N, "params", t.Short),
		over(t.ColTokens, sp.D, "tokens", t.Short),
		h.Td(),
		over(t.ColBatch, sp.B, "batch-tokens", t.Short),
		over(t.ColSteps, sp.S, "steps", t.Short),
		over(t.ColLoss, sp.L, "loss", t.Loss),
		h.Td(),
	)
}

// computeHead and computeCell are the column of compute, which only differs
// between the laws where it is what was asked.
func computeHead(c ui.Context) h.UI {
	return h.If(c.State.Ask.Given != scenario.GivenCompute, func() h.UI { return ui.ColHead(c.T.Answers.ColCompute) })
}

func computeCell(c ui.Context, a plan.Allocation) h.UI {
	return h.If(c.State.Ask.Given != scenario.GivenCompute, func() h.UI {
		return ui.Cell(c.T.Answers.ColCompute, ui.PlanNum(c, a, ui.Exact(a.Budget), "flops", c.Powers(float64(a.Budget))))
	})
}
