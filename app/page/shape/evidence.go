package shape

import (
	"strings"
	"sync"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/cite"
	"lossline/engine/shape"
)

// evidence is what the advice rests on, table by table.
func evidence(c view, notes *ui.Footnotes) h.UI {
	marks := oddities(c, notes) // now, so that they are numbered; the table only where it is open
	configs, _ := releasedT5()
	return h.Div().Class("stack").Body(
		comparisons(c),
		spreads(c),
		h.Div().Body(
			&ui.Disclosure{ID: "table4", Label: c.s.Table4, Content: func() h.UI { return table4(c, marks) }},
			&ui.Disclosure{ID: "configs", Label: text.Fill(c.s.Configs, c.T.Whole(float64(len(configs)))),
				Content: func() h.UI { return configTable(c, configs) }},
		),
	)
}

// ratio shows a ratio in percent, words where only words are known.
func ratio(c view, label, quantity, law string, v float64, otherwise string) h.UI {
	if v == 0 {
		return ui.Cell(label, h.Text(otherwise))
	}
	return ui.Cell(label, ui.Num(ui.Exact(v), quantity, law, c.T.Percent(v)))
}

func comparisons(c view) h.UI {
	s := c.s
	var rows []h.UI
	list := shape.Comparisons()
	for _, k := range list {
		fewer := s.NotStated
		if k.FewerFLOPs {
			fewer = s.FewerFLOPs
		}
		speed := ui.Cell(s.ColSpeed, h.Text(s.NotStated))
		if k.Speed != 0 {
			speed = ui.Cell(s.ColSpeed, ui.Num(ui.Exact(k.Speed), "speed-ratio", k.Deep, c.T.Ratio(k.Speed)+"×"))
		}
		rows = append(rows, h.Tr().Body(
			h.Th().Scope("row").Text(k.Deep),
			ui.Cell(s.ColStandard, h.Text(k.Standard)),
			ratio(c, s.ColRatioParams, "params-ratio", k.Deep, k.Params, s.NotStated),
			ratio(c, s.ColRatioFLOPs, "flops-ratio", k.Deep, k.FLOPs, fewer),
			speed,
			ui.Cell(s.ColVerdict, h.Text(c.T.ShapeVerdict(k.Verdict))),
			ui.Cell(s.ColGrade, h.Text(string(k.Grade))),
		))
	}
	return h.Div().Body(
		h.Div().Class("scroll").TabIndex(0).Role("region").Attr("aria-label", s.Comparisons).Body(
			h.Table().Class("cards").ID("comparisons").Body(
				h.Caption().Text(s.Comparisons),
				h.THead().Body(h.Tr().Body(ui.ColHead(s.ColDeep), ui.ColHead(s.ColStandard), ui.ColHead(s.ColRatioParams), ui.ColHead(s.ColRatioFLOPs),
					ui.ColHead(s.ColSpeed), ui.ColHead(s.ColVerdict), ui.ColHead(s.ColGrade))),
				h.TBody().Body(rows...),
			)),
		source(c, list[0].Ref, list[0].Grade),
	)
}

// spreads says how much shape moved the loss of real runs.
func spreads(c view) h.UI {
	s := c.s
	title := text.Fill(s.SpreadTable, c.T.Count(float64(c.o.Seen)))
	var rows []h.UI
	for _, g := range Telling(c.o.Aspects) {
		id := c.T.Short(float64(g.N))
		lo, hi := g.Points[0].AspectRatio, g.Points[len(g.Points)-1].AspectRatio
		pieces, slots := text.Split(c.T.To)
		rows = append(rows, h.Tr().Body(
			h.Th().Scope("row").Body(ui.Num(ui.Exact(g.N), "params", id, c.T.Short(float64(g.N)))),
			ui.Cell(s.ColModels, h.Text(c.T.Whole(float64(len(g.Points))))),
			ui.Cell(s.ColAspects, h.Span().Body(ui.Mix(pieces, slots,
				ui.Num(ui.Exact(lo), "aspect-low", id, c.T.Ratio(lo)), ui.Num(ui.Exact(hi), "aspect-high", id, c.T.Ratio(hi)))...)),
			ui.Cell(s.ColSpread, ui.Num(ui.Exact(g.Spread), "spread", id, c.T.PercentOf(g.Spread))),
			ui.Cell(s.ColSpreadAt, ui.Num(ui.Exact(g.SpreadAtEqual), "spread-at-equal", id, c.T.PercentOf(g.SpreadAtEqual))),
			ui.Cell(s.ColGrade, h.Text(string(cite.GradeB))),
		))
	}
	return h.Div().Body(
		h.Div().Class("scroll").TabIndex(0).Role("region").Attr("aria-label", title).Body(
			h.Table().Class("cards").ID("spreads").Body(
				h.Caption().Text(title),
				h.THead().Body(h.Tr().Body(ui.ColHead(s.ColN), ui.ColHead(s.ColModels), ui.ColHead(s.ColAspects), ui.ColHead(s.ColSpread),
					ui.ColHead(s.ColSpreadAt), ui.ColHead(s.ColGrade))),
				h.TBody().Body(rows...),
			)),
		h.P().Class("note").Text(s.SpreadNote),
		source(c, cite.Ref{Source: cite.McLeish2025}, cite.GradeB),
	)
}

// releasedT5 is read once: it is part of the binary.
var releasedT5 = sync.OnceValues(shape.T5Configs)

// oddities is the notes on each row of Table 4: why it is hollow, and what is
// odd about its costs.
func oddities(c view, notes *ui.Footnotes) [][]h.UI {
	odd := shape.CostNotes(c.o.Table4)
	var out [][]h.UI
	for _, r := range c.o.Table4 {
		var said []string
		if d := c.T.TableDoubt(r.Doubt); d != "" {
			said = append(said, d)
		}
		for _, n := range odd {
			if n.Names[0] == r.Model {
				said = append(said, c.T.ShapeNote(n))
			}
		}
		out = append(out, sup(marks(notes, c.T, said)))
	}
	return out
}

// table4 has every row as printed.
func table4(c view, marks [][]h.UI) h.UI {
	s := c.s
	var rows []h.UI
	for i, r := range c.o.Table4 {
		num := func(label, quantity string, v float64, shown string) h.UI {
			return ui.Cell(label, ui.Num(ui.Exact(v), quantity, r.Model, shown))
		}
		score := func(v float64) string { return c.T.Loss(v) }
		rows = append(rows, h.Tr().Body(
			h.Th().Scope("row").Body(append([]h.UI{h.Text(r.Model + " ")}, marks[i]...)...),
			num(s.ColParams, "params", float64(r.Params), c.T.Short(float64(r.Params))),
			num(s.ColCounted, "params-counted", float64(r.Shape.Count().Total()), c.T.Short(float64(r.Shape.Count().Total()))),
			num(s.ColTFLOPs, "tflops", r.TFLOPs, c.T.Ratio(r.TFLOPs)),
			num(s.ColSteps, "steps-per-second", r.StepsPerSecond, c.T.Ratio(r.StepsPerSecond)),
			num(s.ColUpstream, "upstream", r.Scores.Upstream, c.T.Loss(r.Scores.Upstream)),
			num(s.ColGLUE, "glue", r.Scores.GLUE, score(r.Scores.GLUE)),
			num(s.ColSuperGLUE, "superglue", r.Scores.SuperGLUE, score(r.Scores.SuperGLUE)),
			num(s.ColSQuAD, "squad", r.Scores.SQuAD, score(r.Scores.SQuAD)),
			num(s.ColMean, "score", r.Scores.Downstream(), score(r.Scores.Downstream())),
			ui.Cell(s.ColGrade, h.Text(string(r.Grade))),
		))
	}
	table := h.Div().Class("scroll").TabIndex(0).Role("region").Attr("aria-label", s.Table4).Body(
		h.Table().Class("cards").Body(
			h.Caption().Class("sr").Text(s.Table4),
			h.THead().Body(h.Tr().Body(ui.ColHead(s.ColModel), ui.ColHead(s.ColParams), ui.ColHead(s.ColCounted), ui.ColHead(s.ColTFLOPs), ui.ColHead(s.ColSteps),
				ui.ColHead(s.ColUpstream), ui.ColHead(s.ColGLUE), ui.ColHead(s.ColSuperGLUE), ui.ColHead(s.ColSQuAD), ui.ColHead(s.ColMean), ui.ColHead(s.ColGrade))),
			h.TBody().Body(rows...),
		))
	return h.Div().Body(table, source(c, cite.Ref{Source: cite.Tay2021, Where: "Table 4"}, cite.GradeC))
}

func sup(marks []h.UI) []h.UI {
	if len(marks) == 0 {
		return nil
	}
	return []h.UI{h.Sup().Body(marks...)}
}

// configTable is the released checkpoints, counted against their cards.
func configTable(c view, list []shape.T5Config) h.UI {
	s := c.s
	var rows []h.UI
	for _, k := range list {
		name := strings.TrimPrefix(k.Model, "google/t5-efficient-")
		n := float64(k.Shape.Count().Total())
		card, off := h.Td(), h.Td()
		if k.CardMillions != 0 {
			card = ui.Cell(s.ColCard, ui.Num(ui.Exact(k.CardMillions*1e6), "card", name, c.T.Short(k.CardMillions*1e6)))
			gap := n/(k.CardMillions*1e6) - 1
			off = ui.Cell(s.ColOff, ui.Num(ui.Exact(gap), "off", name, c.T.PercentOf(gap)))
		}
		why := ""
		switch {
		case k.NameMisleads:
			why = s.NameMisleads
		case k.NameOnlyKnown:
			why = s.NameOnly
		}
		dim := func(label string, v int) h.UI { return ui.Cell(label, h.Text(c.T.Whole(float64(v)))) }
		head := h.Th().Scope("row").Body(h.Text(name))
		if why != "" {
			head = h.Th().Scope("row").Class("words").Body(h.Text(name), h.Small().Text(why))
		}
		rows = append(rows, h.Tr().Body(head,
			dim(s.ColEncoder, k.Shape.EncoderLayers), dim(s.ColDecoder, k.Shape.DecoderLayers), dim(s.OwnWidth, k.Shape.DModel),
			dim(s.OwnFF, k.Shape.DFF), dim("d_kv", k.Shape.DKV), dim(s.OwnHeads, k.Shape.Heads),
			ui.Cell(s.ColCounted, ui.Num(ui.Exact(n), "params", name, c.T.Short(n))), card, off, ui.Cell(s.ColGrade, h.Text(string(k.Grade)))))
	}
	return h.Div().Body(
		h.P().Class("note").Text(s.ConfigsHelp),
		h.Div().Class("scroll").TabIndex(0).Role("region").Attr("aria-label", text.Fill(s.Configs, c.T.Whole(float64(len(list))))).Body(
			h.Table().Class("cards").Body(
				h.Caption().Class("sr").Text(text.Fill(s.Configs, c.T.Whole(float64(len(list))))),
				h.THead().Body(h.Tr().Body(ui.ColHead(s.ColModel), ui.ColHead(s.ColEncoder), ui.ColHead(s.ColDecoder), ui.ColHead(s.OwnWidth), ui.ColHead(s.OwnFF),
					ui.ColHead("d_kv"), ui.ColHead(s.OwnHeads), ui.ColHead(s.ColCounted), ui.ColHead(s.ColCard), ui.ColHead(s.ColOff), ui.ColHead(s.ColGrade))),
				h.TBody().Body(rows...),
			)),
	)
}
