package view

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/figure"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/transfer"
)

// Transfer is the screen of fine-tuning against training from scratch.
func Transfer(c Context) h.UI {
	s, t, o := c.State.Scenario, c.T, scenario.EvalTransfer(c.State.Scenario)
	c.of = ofTransfer(o)
	v := transferView{Context: c, o: o, notes: &footnotes{}}
	lede := v.lede()
	return c.main().Body(
		h.Div().Class("ledebox").Body(lede),
		c.sheet(v.inputs()...),
		h.Div().Class("content").Body(
			c.figure(figure.EffectiveData(o, t), large),
			h.Div().Class("pair").Body(
				c.figure(figure.TransferLossOverData(s, o, t), medium),
				c.figure(figure.TransferLossOverParams(s, o, t), medium),
				c.figure(figure.TransferMap(o, t), medium),
				// Each of its points solves for the data that a loss takes.
				c.calm("compute", func() h.UI { return c.figure(figure.TransferCompute(s, o, t), medium) }),
			),
		),
		h.Div().Class("controls").Body(v.controls()...),
		h.Div().Class("below").Body(c.asked(v.whyCard), c.calm("transfer", v.below), c.printed()),
	)
}

// below is what stands under the figures. Its notes go on from the sentence's.
func (v transferView) below() h.UI {
	notes := *v.notes
	v.notes = &notes
	table, reasons, kim := v.table(), v.reasons(), v.kim()
	return h.Div().Class("stack").Body(reasons, table, kim, v.whyTransfer(), notes.list(v.T))
}

// transferView is what the parts of the screen share.
type transferView struct {
	Context
	o     scenario.TransferOutcome
	notes *footnotes
}

// law is the set in the sentence, for data elements.
func (v transferView) law() string { return v.o.Chosen.Losses.Set.ID }

func (v transferView) lede() h.UI {
	t, a := v.T, v.o.Chosen.Advice
	do, template, level, needed := v.sentence()
	strong := func(x float64, quantity, shown string) h.UI {
		return h.Strong().Body(v.lawNum(exact(x), quantity, v.law(), shown))
	}
	levelName, levelShown := "loss", t.Loss(level)
	if template == t.Transfer.FromScratch {
		levelName, levelShown = "gap", t.Percent(level)
	}
	pieces, slots := text.Split(template)
	body := control.Mix(pieces, slots,
		strong(float64(v.o.Cost.N), "params", t.Params(float64(v.o.Cost.N))),
		strong(float64(a.DT), "chars-transferred", t.Chars(float64(a.DT))),
		strong(a.Multiplier, "multiplier", t.Ratio(a.Multiplier)),
		strong(float64(v.State.Transfer.DF), "chars", t.Chars(float64(v.State.Transfer.DF))),
		h.Text(t.SourceName(v.o.Chosen.ID == scenario.SourceMix)),
		strong(level, levelName, levelShown),
		strong(needed, "chars-needed", t.Chars(needed)),
		h.Strong().Text(do),
	)
	return h.H1().Class("lede").Class(v.stale()).Body(append(body, v.ledeNote())...)
}

// sentence is what to do and the template that says so, with the loss or gap
// and the data that it names.
func (v transferView) sentence() (do, template string, level, needed float64) {
	t, a, target := v.T.Transfer, v.o.Chosen.Advice, float64(v.State.Transfer.Target)
	switch a.Action {
	case transfer.CollectData:
		if target == 0 {
			return t.DoCollect, t.CollectNone, 0, 0
		}
		return t.DoCollect, t.CollectTarget, target, a.Reasons[0].Value.Amount
	case transfer.TrainFromScratch:
		if a.Reasons[0].Code == transfer.GapWithin {
			return t.DoFromScratch, t.FromScratch, a.Gap, 0
		}
		return t.DoFromScratch, t.MayHurt, 0, 0
	}
	if v.o.None {
		return t.DoAsItIs, t.AsItIs, target, 0
	}
	return t.DoFineTune, t.FineTune, 0, 0
}

// ledeNote is the deciding reason, what there is to say of the target, the
// regime, and where the numbers come from.
func (v transferView) ledeNote() h.UI {
	t, a := v.T, v.o.Chosen.Advice
	body := v.note(a.Reasons[0])
	for _, n := range a.Reasons[1:] {
		if n.Code == transfer.TargetMet || n.Code == transfer.TargetNeedsParams {
			body = append(append(body, h.Text(t.SentenceSep)), v.note(n)...)
		}
	}
	said := t.SentenceSep + t.Regime(a.Regime) + t.SentenceEnd + v.o.Chosen.Losses.Set.Ref.String()
	return h.Small().Body(append(body, h.Text(said), v.refs(warningsOf([]scenario.SourceOutcome{v.o.Chosen}, ledeCodes)))...)
}

// note is a note as text with its numbers as data.
func (v transferView) note(n transfer.Note) []h.UI {
	pieces, slots := text.Split(v.T.Finding(n.Code))
	return control.Mix(pieces, slots, v.amount(n.Value, string(n.Code)), v.amount(n.Limit, string(n.Code)+"-limit"))
}

func (v transferView) amount(q transfer.Quantity, name string) h.UI {
	return control.Num(exact(q.Amount), name, v.law(), v.T.Amount(q))
}

// refs is the superscript that leads to notes as footnotes.
func (v transferView) refs(notes []transfer.Note) h.UI {
	var said []string
	for _, n := range notes {
		said = append(said, v.T.Note(n))
	}
	return v.notes.sup(v.T, said)
}
