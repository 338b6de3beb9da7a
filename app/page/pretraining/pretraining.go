// Package pretraining draws the page Pre-training: the loss against parameters, tokens, compute and
// steps.
package pretraining

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/dataset"
	"lossline/engine/plan"
)

// Draw is the screen of loss against parameters, tokens and compute.
func Draw(c ui.Context) h.UI {
	notes := ui.Footnotes{}
	table := lossTable(c, &notes)
	s, o, t := c.State.Scenario, c.Outcome, c.T
	return c.Main().Body(
		h.Div().Class("ledebox").Body(pointSentence(c)),
		c.Sheet(pointControls(c)...),
		h.Div().Class("content").Body(
			c.Figure(LossOverParams(s, o, t), ui.Large),
			h.Div().Class("pair").Body(
				c.Figure(LossOverTokens(s, o, t), ui.Medium),
				c.Figure(LossOverCompute(s, o, t), ui.Medium),
			),
			dataNote(c),
		),
		h.Div().Class("controls").Body(ui.ShownControl(c)),
		h.Div().Class("below").Body(
			h.Div().Class(c.Stale()).Body(table),
			c.Asked(c.PlanCard),
			c.Calm("study", func() h.UI { return studies(c) }),
			c.Printed(),
		),
	)
}

// studies are the sections, where the numbers come from, and the notes of the
// whole page: those of the table of losses have the first numbers.
func studies(c ui.Context) h.UI {
	notes := ui.Footnotes{}
	lossTable(c, &notes)
	sections := studySections(c, &notes)
	return h.Div().Class("stack").Body(c.Why(), h.Div().Class("studies").Body(sections...), notes.List(c.T))
}

func pointSentence(c ui.Context) h.UI {
	o, t := c.Outcome, c.T
	loss, law, template := float64(0), "", t.PointSentenceNoLoss
	if at, ok := o.AtHead(); ok {
		loss, law, template = float64(at.Loss), at.Method.ID, t.PointSentence
	}
	pieces, slots := text.Split(template)
	body := ui.Mix(pieces, slots,
		h.Strong().Body(ui.Num(ui.Exact(o.N), "params", "", t.Params(float64(o.N)))),
		h.Strong().Body(ui.Num(ui.Exact(o.D), "tokens", "", t.Tokens(float64(o.D)))),
		h.Strong().Body(ui.Num(ui.Exact(o.PointC), "flops", "", t.FLOP(float64(o.PointC)))),
		h.Strong().Body(c.Ask(scenario.PointLoss, law, ui.Num(ui.Exact(loss), "loss", law, t.Loss(loss)))),
	)
	said := text.Fill(t.TokensPerParam, t.Ratio(float64(o.D)/float64(o.N)))
	if law != "" {
		said = t.Method(law) + t.SemiSep + said
	}
	if c.State.N == 0 && c.State.D == 0 {
		said += t.SentenceEnd + text.Fill(t.FollowsPlan, t.Method(o.Head.Method.ID))
	}
	return h.H1().Class("lede").Class(c.Stale()).Body(append(body, h.Small().Text(said))...)
}

func pointControls(c ui.Context) []h.UI {
	o, t := c.Outcome, c.T
	return []h.UI{
		c.Quantity(scenario.FieldParams, "params", t.ParamsLabel, t.ParamsHelp, t.Reading(float64(o.N), t.Params), float64(o.N), 1e6, 1e13, t.SpokenParams(float64(o.N))),
		c.Quantity(scenario.FieldTokens, "tokens", t.TokensLabel, t.TokensHelp, t.Reading(float64(o.D), t.Tokens), float64(o.D), 1e8, 1e14, t.SpokenTokens(float64(o.D))),
		&ui.Button{ID: "follow", Label: t.FollowPlan, Do: func() { c.Send(scenario.Follow{}) }},
	}
}

// lossTable is the point looked at, law by law.
func lossTable(c ui.Context, notes *ui.Footnotes) h.UI {
	t := c.T
	var rows []h.UI
	for _, l := range c.Outcome.Losses {
		id := l.Method.ID
		rows = append(rows, h.Tr().DataSet("law", id).Body(
			h.Th().Scope("row").Body(
				h.Span().Class("key").Class(ui.KeyClass(id)).Attr("aria-hidden", "true"),
				h.Text(t.Method(id)),
				notes.Refs(t, ui.LossWarnings(c, l)),
				h.Small().Text(ui.Counting(t, l.Method.Counting())+ui.Family(c, l.Method)),
			),
			ui.Cell(t.ColLossAt, ui.Ranged(c, l.Method, c.Ask(scenario.PointLoss, id, ui.Num(ui.Exact(l.Loss), "loss", id, t.Loss(float64(l.Loss)))), "loss", pointRange(c, l.Method), t.Loss)),
			ui.Cell(t.ColBeyond, h.Span().Text(t.Beyond(l.Warnings))).Class("words"),
		))
	}
	return h.Table().Class("cards").Body(
		h.Caption().Text(t.LossTable),
		h.THead().Body(h.Tr().Body(ui.ColHead(t.ColMethod), ui.ColHead(t.ColLossAt), ui.ColHead(t.ColBeyond).Class("words"))),
		h.TBody().Body(rows...),
	)
}

func dataNote(c ui.Context) h.UI {
	d, err := dataset.Chinchilla()
	if err != nil { // a test reads it
		return h.P().Class("error").Text(err.Error())
	}
	return h.P().Class("note").Body(
		h.Text(text.Fill(c.T.DataNote, c.T.Count(float64(len(d.Runs))))),
		ui.SourceLink(d.Ref),
	)
}

// pointRange is the interval of the loss at the point by a fit of one's own.
func pointRange(c ui.Context, m plan.Method) scenario.Range {
	if m.IsOwn() {
		return c.Outcome.Own.PointLoss
	}
	return scenario.Range{}
}
