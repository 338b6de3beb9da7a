package view

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/figure"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/dataset"
)

// Pretraining is the screen of loss against parameters, tokens and compute.
func Pretraining(c Context) h.UI {
	c.of = c.ofPoint()
	notes := footnotes{}
	table := c.lossTable(&notes)
	s, o, t := c.State.Scenario, c.Outcome, c.T
	return c.main().Body(
		h.Div().Class("ledebox").Body(c.pointSentence()),
		c.sheet(c.pointControls()...),
		h.Div().Class("content").Body(
			c.figure(figure.LossOverParams(s, o, t), large),
			h.Div().Class("pair").Body(
				c.figure(figure.LossOverTokens(s, o, t), medium),
				c.figure(figure.LossOverCompute(s, o, t), medium),
			),
			c.dataNote(),
		),
		h.Div().Class("controls").Body(c.shownControl()),
		h.Div().Class("below").Body(
			h.Div().Class(c.stale()).Body(table),
			c.asked(c.planCard),
			c.calm("study", func() h.UI { return c.studies() }),
			c.printed(),
		),
	)
}

// studies are the sections, where the numbers come from, and the notes of the
// whole page: those of the table of losses have the first numbers.
func (c Context) studies() h.UI {
	notes := footnotes{}
	c.lossTable(&notes)
	sections := c.studySections(&notes)
	return h.Div().Class("stack").Body(c.why(), h.Div().Class("studies").Body(sections...), notes.list(c.T))
}

func (c Context) pointSentence() h.UI {
	o, t := c.Outcome, c.T
	loss, law, template := float64(0), "", t.PointSentenceNoLoss
	if at, ok := o.AtHead(); ok {
		loss, law, template = float64(at.Loss), at.Method.ID, t.PointSentence
	}
	pieces, slots := text.Split(template)
	body := control.Mix(pieces, slots,
		h.Strong().Body(control.Num(exact(o.N), "params", "", t.Params(float64(o.N)))),
		h.Strong().Body(control.Num(exact(o.D), "tokens", "", t.Tokens(float64(o.D)))),
		h.Strong().Body(control.Num(exact(o.PointC), "flops", "", t.FLOP(float64(o.PointC)))),
		h.Strong().Body(c.ask(scenario.PointLoss, law, control.Num(exact(loss), "loss", law, t.Loss(loss)))),
	)
	said := text.Fill(t.TokensPerParam, t.Ratio(float64(o.D)/float64(o.N)))
	if law != "" {
		said = t.Method(law) + t.SemiSep + said
	}
	if c.State.N == 0 && c.State.D == 0 {
		said += t.SentenceEnd + text.Fill(t.FollowsPlan, t.Method(o.Head.Method.ID))
	}
	return h.H1().Class("lede").Class(c.stale()).Body(append(body, h.Small().Text(said))...)
}

func (c Context) pointControls() []h.UI {
	o, t := c.Outcome, c.T
	return []h.UI{
		c.quantity(scenario.FieldParams, "params", t.ParamsLabel, t.ParamsHelp, t.Reading(float64(o.N), t.Params), float64(o.N), 1e6, 1e13, t.SpokenParams(float64(o.N))),
		c.quantity(scenario.FieldTokens, "tokens", t.TokensLabel, t.TokensHelp, t.Reading(float64(o.D), t.Tokens), float64(o.D), 1e8, 1e14, t.SpokenTokens(float64(o.D))),
		&control.Button{ID: "follow", Label: t.FollowPlan, Do: func() { c.Send(scenario.Follow{}) }},
	}
}

// lossTable is the point looked at, law by law.
func (c Context) lossTable(notes *footnotes) h.UI {
	t := c.T
	var rows []h.UI
	for _, l := range c.Outcome.Losses {
		id := l.Method.ID
		rows = append(rows, h.Tr().DataSet("law", id).Body(
			h.Th().Scope("row").Body(
				h.Span().Class("key").Class(keyClass(id)).Attr("aria-hidden", "true"),
				h.Text(t.Method(id)),
				notes.refs(t, c.lossWarnings(l)),
				h.Small().Text(counting(t, l.Method.Counting())+c.family(l.Method)),
			),
			cell(t.ColLossAt, c.ranged(l.Method, c.ask(scenario.PointLoss, id, control.Num(exact(l.Loss), "loss", id, t.Loss(float64(l.Loss)))), "loss", c.Outcome.Own.PointLoss, t.Loss)),
			cell(t.ColBeyond, h.Span().Text(t.Beyond(l.Warnings))).Class("words"),
		))
	}
	return h.Table().Class("cards").Body(
		h.Caption().Text(t.LossTable),
		h.THead().Body(h.Tr().Body(colHead(t.ColMethod), colHead(t.ColLossAt), colHead(t.ColBeyond).Class("words"))),
		h.TBody().Body(rows...),
	)
}

func (c Context) dataNote() h.UI {
	d, err := dataset.Chinchilla()
	if err != nil { // a test reads it
		return h.P().Class("error").Text(err.Error())
	}
	return h.P().Class("note").Body(
		h.Text(text.Fill(c.T.DataNote, c.T.Count(float64(len(d.Runs))))),
		control.SourceLink(d.Ref),
	)
}
