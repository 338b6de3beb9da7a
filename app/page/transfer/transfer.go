// Package transfer draws the page Transfer: fine-tune or train from scratch.
package transfer

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/transfer"
)

// Draw is the screen of fine-tuning against training from scratch.
func Draw(c ui.Context) h.UI {
	s, t, o := c.State.Scenario, c.T, scenario.EvalTransfer(c.State.Scenario)
	v := view{Context: c, o: o, notes: &ui.Footnotes{}}
	lede := v.lede()
	return c.Main().Body(
		h.Div().Class("ledebox").Body(lede),
		c.Sheet(v.inputs()...),
		h.Div().Class("content").Body(
			c.Figure(EffectiveData(o, t), ui.Large),
			h.Div().Class("pair").Body(
				c.Figure(LossOverData(s, o, t), ui.Medium),
				c.Figure(LossOverParams(s, o, t), ui.Medium),
				c.Figure(Map(o, t), ui.Medium),
				// Each of its points solves for the data that a loss takes.
				c.Calm("compute", func() h.UI { return c.Figure(Compute(s, o, t), ui.Medium) }),
			),
		),
		h.Div().Class("controls").Body(v.controls()...),
		h.Div().Class("below").Body(c.Asked(v.whyCard), c.Calm("transfer", v.below), c.Printed()),
	)
}

// below is what stands under the figures. Its notes go on from the sentence's.
func (v view) below() h.UI {
	notes := *v.notes
	v.notes = &notes
	table, reasons, kim := table(v), reasons(v), kim(v)
	return h.Div().Class("stack").Body(reasons, table, kim, whyTransfer(v), notes.List(v.T))
}

// view is what the parts of the screen share.
type view struct {
	ui.Context
	o     scenario.TransferOutcome
	notes *ui.Footnotes
}

// law is the set in the sentence, for data elements.
func (v view) law() string { return v.o.Chosen.Losses.Set.ID }

func (v view) lede() h.UI {
	t, a := v.T, v.o.Chosen.Advice
	do, template, level, needed := v.sentence()
	strong := func(x float64, quantity, shown string) h.UI {
		return h.Strong().Body(v.lawNum(ui.Exact(x), quantity, v.law(), shown))
	}
	levelName, levelShown := "loss", t.Loss(level)
	if template == t.Transfer.FromScratch {
		levelName, levelShown = "gap", t.Percent(level)
	}
	pieces, slots := text.Split(template)
	body := ui.Mix(pieces, slots,
		strong(float64(v.o.Cost.N), "params", t.Params(float64(v.o.Cost.N))),
		strong(float64(a.DT), "chars-transferred", t.Chars(float64(a.DT))),
		strong(a.Multiplier, "multiplier", t.Ratio(a.Multiplier)),
		strong(float64(v.State.Transfer.DF), "chars", t.Chars(float64(v.State.Transfer.DF))),
		h.Text(t.SourceName(v.o.Chosen.ID == scenario.SourceMix)),
		strong(level, levelName, levelShown),
		strong(needed, "chars-needed", t.Chars(needed)),
		h.Strong().Text(do),
	)
	return h.H1().Class("lede").Class(v.Stale()).Body(append(body, v.ledeNote())...)
}

// sentence is what to do and the template that says so, with the loss or gap
// and the data that it names.
func (v view) sentence() (do, template string, level, needed float64) {
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
func (v view) ledeNote() h.UI {
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
func (v view) note(n transfer.Note) []h.UI {
	pieces, slots := text.Split(v.T.Finding(n.Code))
	return ui.Mix(pieces, slots, v.amount(n.Value, string(n.Code)), v.amount(n.Limit, string(n.Code)+"-limit"))
}

func (v view) amount(q transfer.Quantity, name string) h.UI {
	return ui.Num(ui.Exact(q.Amount), name, v.law(), v.T.Amount(q))
}

// refs is the superscript that leads to notes as footnotes.
func (v view) refs(notes []transfer.Note) h.UI {
	var said []string
	for _, n := range notes {
		said = append(said, v.T.Note(n))
	}
	return sup(v.notes, v.T, said)
}
