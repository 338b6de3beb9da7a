package view

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/transfer"
)

// transferRow is a quantity of the table of sources.
type transferRow struct {
	id, label, help string
	codes           []transfer.Code // of the warnings that belong to it
	get             func(scenario.SourceOutcome) float64
	show            func(float64) string
	none            string // what 0 means; "" where it cannot be
	inTokens        bool   // characters: tokens stand beside them
}

// table is the two sources side by side, a row a quantity.
func (v transferView) table() h.UI {
	t := v.T.Transfer
	var rows []h.UI
	for _, r := range v.rows() {
		rows = append(rows, v.row(r))
	}
	return h.Div().Body(
		h.Table().Class("cards").ID("sources").Body(
			h.Caption().Text(t.TableCaption),
			h.THead().Body(h.Tr().Body(colHead(t.ColQuantity), colHead(t.MenuText), colHead(t.MenuMix))),
			h.TBody().Body(rows...),
		),
		h.P().Class("note").Body(v.fill(t.MeetNote, []h.UI{v.num(float64(v.o.Meet), "meet", v.T.Chars)})...),
	)
}

func (v transferView) row(r transferRow) h.UI {
	cells := []h.UI{h.Th().Scope("row").Body(
		h.Text(r.label),
		v.refs(warningsOf(v.o.Sources, r.codes)),
		h.Small().Text(r.help),
	)}
	for i, s := range v.o.Sources {
		label := []string{v.T.Transfer.MenuText, v.T.Transfer.MenuMix}[i]
		cells = append(cells, cell(label, h.Span().Body(v.cellBody(r, s)...)))
	}
	return h.Tr().Body(cells...)
}

func (v transferView) cellBody(r transferRow, s scenario.SourceOutcome) []h.UI {
	x, id := r.get(s), s.Losses.Set.ID
	if x == 0 {
		return []h.UI{h.Text(r.none)}
	}
	body := []h.UI{control.Num(exact(x), r.id, id, r.show(x))}
	if r.inTokens {
		tokens := x / float64(v.State.Transfer.CharsPerToken)
		body = append(body, h.Small().Body(control.Num(exact(tokens), r.id+"-tokens", id, v.T.Tokens(tokens))))
	}
	return body
}

func (v transferView) rows() []transferRow {
	t := v.T.Transfer
	rows := []transferRow{
		{"chars-transferred", t.RowDT, t.RowDTHelp, append(dataCodes, tokenCodes...), func(s scenario.SourceOutcome) float64 { return float64(s.Advice.DT) }, v.T.Chars, "", true},
		{"chars-effective", t.RowDE, t.RowDEHelp, nil, func(s scenario.SourceOutcome) float64 { return float64(s.Advice.DE) }, v.T.Chars, "", true},
		{"multiplier", t.RowMultiplier, t.RowMultiplierHelp, nil, func(s scenario.SourceOutcome) float64 { return s.Advice.Multiplier }, v.T.Ratio, "", false},
		{"fraction", t.RowFraction, t.RowFractionHelp, nil, func(s scenario.SourceOutcome) float64 { return s.Advice.Fraction }, v.T.PartOf, "", false},
		{"zero-shot", t.RowZero, t.RowZeroHelp, nil, func(s scenario.SourceOutcome) float64 { return float64(s.Advice.ZeroShot) }, v.T.Chars, "", true},
		{"break-even", t.RowEven, t.RowEvenHelp, lossCodes, func(s scenario.SourceOutcome) float64 { return float64(s.Advice.BreakEven) }, v.T.Chars, t.Never, true},
		{"break-even-multiplier", t.RowEvenData, t.RowEvenDataHelp, nil, func(s scenario.SourceOutcome) float64 { return float64(s.Advice.BreakEvenMultiplier) }, v.T.Chars, "", true},
		{"half", t.RowHalf, t.RowHalfHelp, nil, func(s scenario.SourceOutcome) float64 { return float64(s.Advice.Half) }, v.T.Params, "", false},
		{"data-times", t.RowExchange, t.RowExchangeHelp, nil, func(s scenario.SourceOutcome) float64 { return s.DataTimes }, v.T.Factor, "", false},
		{"loss-tuned", t.RowTuned, t.RowTunedHelp, lossCodes, func(s scenario.SourceOutcome) float64 { return float64(s.Advice.FineTuned) }, v.T.Loss, "", false},
		{"loss-unified", t.RowUnified, t.RowUnifiedHelp, unifiedCodes, func(s scenario.SourceOutcome) float64 { return float64(s.Advice.Unified) }, v.T.Loss, "", false},
		{"loss-scratch", t.RowScratch, t.RowScratchHelp, nil, func(s scenario.SourceOutcome) float64 { return float64(s.Advice.Scratch) }, v.T.Loss, "", false},
		{"loss-limit", t.RowLimit, t.RowLimitHelp, nil, func(s scenario.SourceOutcome) float64 { return float64(s.Advice.Limit) }, v.T.Loss, "", false},
	}
	if v.State.Transfer.Target == 0 {
		return rows
	}
	return append(rows,
		transferRow{"target-scratch", t.RowTargetScratch, "", nil, func(s scenario.SourceOutcome) float64 { return float64(s.Advice.TargetScratch) }, v.T.Chars, t.OutOfReach, true},
		transferRow{"target-tuned", t.RowTargetTuned, "", nil, func(s scenario.SourceOutcome) float64 { return float64(s.Advice.TargetFineTuned) }, v.T.Chars, t.OutOfReach, true},
	)
}

// num is a number of the source in the sentence.
func (v transferView) num(x float64, quantity string, show func(float64) string) h.UI {
	return control.Num(exact(x), quantity, v.law(), show(x))
}

// fill puts elements into a template.
func (v transferView) fill(template string, elems []h.UI) []h.UI {
	pieces, slots := text.Split(template)
	return control.Mix(pieces, slots, elems...)
}
