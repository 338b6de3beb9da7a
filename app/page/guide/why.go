package guide

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// disagreement is why two laws differ: by calculation, which can be played with, and
// by experiment.
func (v view) disagreement() h.UI {
	g := v.g
	return v.section("disagreement", g.WhyTitle, g.WhyIntro,
		h.H3().Text(g.PearceTitle),
		h.P().Class("said").Text(g.PearceIntro),
		h.P().Class("said").ID("reconciled").Class(v.Stale()).Body(v.reconciled()...),
		h.Div().Class("asks").Body(v.pearceControls()...),
		v.Figure(LocalExponent(v.o, v.T), ui.Large),
		h.Div().Class("inside").Body(v.equation(`N_T=N+\gamma N^{\frac{1}{3}},\quad L=E+\frac{A}{N_T^{\alpha}}+\frac{B}{D^{\beta}},\quad C=6ND`), v.pearceTable()),
		h.P().Class("note").Body(h.Text(g.PearceNote+v.T.SentenceSep), source(law.PearceExponentRef)),
		h.H3().Text(g.PorianTitle),
		h.P().Class("said").Text(g.PorianIntro),
		h.Div().Class("inside").Body(v.porianTable()),
		h.P().Class("note").Body(h.Text(g.PorianNote+v.T.SentenceSep), source(law.PorianRef)),
		v.here("fit?fdata=porian-optima", "fit?fdata=porian-isoflops", "plan", "pretraining?open=allocation"),
	)
}

func (v view) equation(tex string) h.UI { return ui.FormulaBox(v.T, ui.Drawn(tex)) }

// exponent is an exponent in two digits.
func exponent(x float64) string { return unit.Digits(x, 2) }

// reconciled says what the first law looks like to somebody who leaves embeddings out.
func (v view) reconciled() []h.UI {
	t, o, l := v.T, v.o, v.o.Laws[0]
	strong := func(value, quantity, shown string) h.UI {
		return h.Strong().Body(ui.Num(value, quantity, l.Set.ID, shown))
	}
	kaplan := law.KaplanAllocation.Sets[0]
	return v.Fill(v.g.PearceSaid,
		strong(ui.Exact(o.Lo), "flops-from", t.FLOP(float64(o.Lo))), strong(ui.Exact(o.Hi), "flops-to", t.FLOP(float64(o.Hi))),
		strong(ui.Exact(l.NLo), "params-from", t.Count(float64(l.NLo))), strong(ui.Exact(l.NHi), "params-to", t.Params(float64(l.NHi))),
		strong(ui.Exact(l.Fitted), "exponent-fitted", exponent(l.Fitted)), strong(ui.Exact(l.Own), "exponent", exponent(l.Own)),
		h.Strong().Body(ui.Num(ui.Exact(kaplan.Theta[1]), "exponent", kaplan.ID, exponent(kaplan.Theta[1]))))
}

func (v view) pearceControls() []h.UI {
	t, g, o := v.T, v.g, v.o
	budget := func(f scenario.Field, id, label string, value unit.FLOPs) h.UI {
		return v.Quantity(f, id, label, "", t.Reading(float64(value), t.FLOP)+t.SentenceEnd+t.SentenceSep+g.RangeHelp, float64(value), 1e10, 1e26,
			text.Fill(g.RangeSpoken, t.SpokenFLOP(float64(value))))
	}
	return []h.UI{
		budget(scenario.FieldGuideLo, "guide-from", g.LoLabel, o.From),
		budget(scenario.FieldGuideHi, "guide-to", g.HiLabel, o.To),
		v.Quantity(scenario.FieldGuideVocab, "guide-vocab", g.VocabLabel, "", t.Reading(o.Vocab, t.Whole)+t.SentenceEnd+t.SentenceSep+text.Fill(g.VocabHelp, t.Whole(o.Gamma)),
			o.Vocab, 1e3, 1e6, t.Whole(o.Vocab)),
	}
}

func (v view) pearceTable() h.UI {
	g, t := v.g, v.T
	var rows []h.UI
	for _, l := range v.o.Laws {
		id := l.Set.ID
		pieces, slots := text.Split(t.To)
		rows = append(rows, h.Tr().Body(
			h.Th().Scope("row").Body(h.Span().Class("key").Class(ui.KeyClass(id)).Attr("aria-hidden", "true"), h.Text(t.Method(id))),
			ui.Cell(g.ColFitted, ui.Num(ui.Exact(l.Fitted), "exponent-fitted", id, unit.Digits(l.Fitted, 3))),
			ui.Cell(g.ColPrinted, ui.Num(ui.Exact(l.Printed), "exponent-printed", id, exponent(l.Printed))),
			ui.Cell(g.ColOwn, ui.Num(ui.Exact(l.Own), "exponent", id, unit.Digits(l.Own, 3))),
			ui.Cell(g.ColSizes, h.Span().Body(ui.Mix(pieces, slots, ui.Num(ui.Exact(l.NLo), "params-from", id, t.Short(float64(l.NLo))),
				ui.Num(ui.Exact(l.NHi), "params-to", id, t.Short(float64(l.NHi))))...)),
			ui.Cell(t.Shape.ColGrade, h.Text(string(l.Set.Grade))),
		))
	}
	return ui.TableOf("cards", g.PearceTable, []string{g.ColLaw, g.ColFitted, g.ColPrinted, g.ColOwn, g.ColSizes, t.Shape.ColGrade}, rows)
}

func (v view) porianTable() h.UI {
	g, t := v.g, v.T
	said := map[string]string{"kaplan": g.StageKaplan, "head": g.StageHead, "warmup": g.StageWarmup, "cosine": g.StageCosine, "tuned": g.StageTuned}
	var rows []h.UI
	for _, s := range law.PorianStages() {
		at := func(label string, i int, ci law.Interval) h.UI {
			return ui.Cell(label, ui.Num(ui.Exact(s.At[i]), "exponent-"+label, s.ID, unit.Digits(s.At[i], 3)),
				h.Small().Text(text.Fill(t.To, unit.Digits(ci.Lo, 3), unit.Digits(ci.Hi, 3))))
		}
		rows = append(rows, h.Tr().Body(
			h.Th().Scope("row").Class("words").Text(said[s.ID]),
			at("RefinedWeb", 0, s.RefinedWeb), at("OpenWebText2", 1, s.OpenWebText),
			ui.Cell(g.ColN, ui.Num(ui.Exact(s.N), "params", s.ID, t.Count(float64(s.N)))),
		))
	}
	return ui.TableOf("cards", text.Fill(g.PorianTable, t.FLOP(float64(law.PorianCompute))), []string{g.ColStage, "RefinedWeb", "OpenWebText2", g.ColN}, rows)
}
