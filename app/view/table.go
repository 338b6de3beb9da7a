package view

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// methodTable is the budget law by law: a row a method, then their spread.
func (c Context) methodTable(notes *footnotes) h.UI {
	t := c.T
	var rows []h.UI
	for _, a := range c.Outcome.Rows {
		rows = append(rows, c.methodRow(a, notes))
	}
	return h.Div().Class("scroll").TabIndex(0).Role("region").Attr("aria-label", t.TableCaption).Body(
		h.Table().Class("cards").Body(
			h.Caption().Text(t.TableCaption),
			h.THead().Body(h.Tr().Body(
				colHead(t.ColMethod), c.computeHead(), colHead(t.ColParams), colHead(t.ColTokens), colHead(t.ColRatio), colHead(t.ColBatch),
				colHead(t.ColSteps), colHead(t.ColLoss), colHead(t.ColFlat).Title(t.ColFlatHelp),
			)),
			h.TBody().Body(rows...),
			h.TFoot().Body(c.spreadRow()),
		),
	)
}

// colHead is the head of a column.
func colHead(s string) h.HTMLTh { return h.Th().Scope("col").Text(s) }

func (c Context) methodRow(a plan.Allocation, notes *footnotes) h.UI {
	control.Breathe()
	t, id, own := c.T, a.Method.ID, c.Outcome.Own
	tr := h.Tr().DataSet("law", id)
	if id == c.State.Head {
		tr = tr.Class("head")
	}
	return tr.Body(
		h.Th().Scope("row").Body(
			h.Span().Class("key").Class(keyClass(id)).Attr("aria-hidden", "true"),
			h.Text(t.Method(id)),
			notes.refs(t, a.Warnings),
			h.Small().Text(counting(t, a.Counting)+c.family(a.Method)),
		),
		c.computeCell(a),
		cell(t.ColParams, c.ranged(a.Method, c.lawNum(exact(a.N), "params", id, t.Count(float64(a.N))), "params", own.N, t.Short)),
		cell(t.ColTokens, c.ranged(a.Method, c.lawNum(exact(a.D), "tokens", id, t.Count(float64(a.D))), "tokens", own.D, t.Short)),
		cell(t.ColRatio, c.lawNum(exact(a.TokensPerParam()), "tokens-per-param", id, t.Ratio(a.TokensPerParam()))),
		cell(t.ColBatch, c.given(a, float64(a.B), "batch-tokens", t.Count)),
		cell(t.ColSteps, c.given(a, float64(a.S), "steps", t.Count)),
		cell(t.ColLoss, c.ranged(a.Method, c.given(a, float64(a.Loss), "loss", t.Loss), "loss", own.Loss, t.Loss)),
		cell(t.ColFlat, c.flat(a)...),
	)
}

// family is the law of a fit of one's own, behind its counting.
func (c Context) family(m plan.Method) string {
	if !m.IsOwn() {
		return ""
	}
	return c.T.SemiSep + c.T.LawName(m.Law())
}

// ranged puts under a number of a fit of one's own the range that holds it, where
// its covariance is known.
func (c Context) ranged(m plan.Method, x h.UI, quantity string, r scenario.Range, show func(float64) string) h.UI {
	if !m.IsOwn() || !(r.Lo < r.Hi) {
		return x
	}
	pieces, slots := text.Split(c.T.To)
	return h.Span().Body(x, h.Small().Title(c.T.Percent(scenario.OwnLevel)).Body(control.Mix(pieces, slots,
		control.Num(exact(r.Lo), quantity+"-lo", m.ID, show(r.Lo)), control.Num(exact(r.Hi), quantity+"-hi", m.ID, show(r.Hi)))...))
}

// flat is the range of sizes that are nearly as good.
func (c Context) flat(a plan.Allocation) []h.UI {
	t, id := c.T, a.Method.ID
	if a.Flat[0] == 0 {
		return []h.UI{h.Text(t.NotGiven)}
	}
	pieces, slots := text.Split(t.To)
	return []h.UI{h.Span().Body(control.Mix(pieces, slots,
		control.Num(exact(a.Flat[0]), "params-low", id, t.Short(float64(a.Flat[0]))),
		control.Num(exact(a.Flat[1]), "params-high", id, t.Short(float64(a.Flat[1]))))...)}
}

// spreadRow is how far the laws with the headline's counting disagree.
func (c Context) spreadRow() h.UI {
	t, sp := c.T, c.Outcome.Spread
	over := func(label string, r scenario.Range, quantity string, show func(float64) string) h.UI {
		switch {
		case r.Lo > r.Hi:
			return cell(label, h.Text(t.NotGiven))
		case r.Single():
			return cell(label, control.Num(exact(r.Lo), quantity+"-spread", "", show(r.Lo)))
		}
		pieces, slots := text.Split(t.To)
		return cell(label, h.Span().Body(control.Mix(pieces, slots,
			control.Num(exact(r.Lo), quantity+"-spread", "", show(r.Lo)),
			control.Num(exact(r.Hi), quantity+"-spread", "", show(r.Hi)))...))
	}
	return h.Tr().Body(
		h.Th().Scope("row").Body(h.Text(t.SpreadRow), h.Small().Text(counting(t, c.Outcome.Head.Counting))),
		h.If(c.State.Ask.Given != scenario.GivenCompute, func() h.UI { return over(t.Answers.ColCompute, sp.C, "flops", c.powers) }),
		over(t.ColParams, sp.N, "params", t.Short),
		over(t.ColTokens, sp.D, "tokens", t.Short),
		h.Td(),
		over(t.ColBatch, sp.B, "batch-tokens", t.Short),
		over(t.ColSteps, sp.S, "steps", t.Short),
		over(t.ColLoss, sp.L, "loss", t.Loss),
		h.Td(),
	)
}

// cell is a cell that names its column where the table is a list.
func cell(label string, body ...h.UI) h.HTMLTd {
	return h.Td().DataSet("label", label).Body(body...)
}

// given shows a number, or says that the method gives none.
func (c Context) given(a plan.Allocation, v float64, quantity string, show func(float64) string) h.UI {
	if v == 0 {
		return h.Text(c.T.NotGiven)
	}
	return c.planNum(a, exact(v), quantity, show(v))
}

// counting says what a law counts as parameters.
func counting(t *text.Strings, c law.Counting) string {
	if c == law.NonEmbedding {
		return t.CountNonEmbedding
	}
	return t.CountTotal
}

// computeHead and computeCell are the column of compute, which only differs
// between the laws where it is what was asked.
func (c Context) computeHead() h.UI {
	return h.If(c.State.Ask.Given != scenario.GivenCompute, func() h.UI { return colHead(c.T.Answers.ColCompute) })
}

func (c Context) computeCell(a plan.Allocation) h.UI {
	return h.If(c.State.Ask.Given != scenario.GivenCompute, func() h.UI {
		return cell(c.T.Answers.ColCompute, c.planNum(a, exact(a.Budget), "flops", c.powers(float64(a.Budget))))
	})
}

// powers is an amount of compute whose unit a heading says.
func (c Context) powers(v float64) string { return unit.Format(unit.FLOPs(v), unit.English) }
