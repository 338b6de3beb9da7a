package transfer

import (
	"slices"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/transfer"
)

// result is what one source comes to.
type result = scenario.SourceOutcome

// transferRow is a quantity of the table of sources.
type transferRow struct {
	id, label, help string
	codes           []transfer.Code // of the warnings that belong to it
	get             func(result) float64
	show            func(float64) string
	none            string // what 0 means; "" where it cannot be
	inTokens        bool   // characters: tokens stand beside them
}

// table is the two sources side by side, a row a quantity.
func table(v view) h.UI {
	t := v.T.Transfer
	var rows []h.UI
	for _, r := range tableRows(v) {
		rows = append(rows, row(v, r))
	}
	return h.Div().Body(
		h.Table().Class("cards").ID("sources").Body(
			h.Caption().Text(t.TableCaption),
			h.THead().Body(h.Tr().Body(ui.ColHead(t.ColQuantity), ui.ColHead(t.ColText), ui.ColHead(t.ColMix))),
			h.TBody().Body(rows...),
		),
		h.P().Class("note").Body(fill(v, t.MeetNote, []h.UI{num(v, float64(v.o.Meet), "meet", v.T.Chars)})...),
	)
}

func row(v view, r transferRow) h.UI {
	cells := []h.UI{h.Th().Scope("row").Body(
		h.Text(r.label),
		v.refs(warningsOf(v.o.Sources, r.codes)),
		h.Small().Text(r.help),
	)}
	for i, s := range v.o.Sources {
		label := []string{v.T.Transfer.ColText, v.T.Transfer.ColMix}[i]
		cells = append(cells, ui.Cell(label, h.Span().Body(cellBody(v, r, s)...)))
	}
	return h.Tr().Body(cells...)
}

func cellBody(v view, r transferRow, s scenario.SourceOutcome) []h.UI {
	x, id := r.get(s), s.Losses.Set.ID
	if x == 0 {
		return []h.UI{h.Text(r.none)}
	}
	body := []h.UI{v.lawNum(ui.Exact(x), r.id, id, r.show(x))}
	if r.inTokens {
		tokens := x / float64(v.State.Transfer.CharsPerToken)
		body = append(body, h.Small().Body(ui.Num(ui.Exact(tokens), r.id+"-tokens", id, v.T.Tokens(tokens))))
	}
	return body
}

func tableRows(v view) []transferRow {
	t, chars, loss := v.T.Transfer, v.T.Chars, v.T.Loss
	rows := []transferRow{
		{"chars-transferred", t.RowDT, t.RowDTHelp, slices.Concat(dataCodes, tokenCodes), func(r result) float64 { return float64(r.Advice.DT) }, chars, "", true},
		{"chars-effective", t.RowDE, t.RowDEHelp, nil, func(r result) float64 { return float64(r.Advice.DE) }, chars, "", true},
		{"multiplier", t.RowMultiplier, t.RowMultiplierHelp, nil, func(r result) float64 { return r.Advice.Multiplier }, v.T.Ratio, "", false},
		{"fraction", t.RowFraction, t.RowFractionHelp, nil, func(r result) float64 { return r.Advice.Fraction }, v.T.PartOf, "", false},
		{"zero-shot", t.RowZero, t.RowZeroHelp, nil, func(r result) float64 { return float64(r.Advice.ZeroShot) }, chars, "", true},
		{"break-even", t.RowEven, t.RowEvenHelp, lossCodes, func(r result) float64 { return float64(r.Advice.BreakEven) }, chars, t.Never, true},
		{"break-even-multiplier", t.RowEvenData, t.RowEvenDataHelp, nil, func(r result) float64 { return float64(r.Advice.BreakEvenMultiplier) }, chars, "", true},
		{"half", t.RowHalf, t.RowHalfHelp, nil, func(r result) float64 { return float64(r.Advice.Half) }, v.half, "", false},
		{"data-times", t.RowExchange, t.RowExchangeHelp, nil, func(r result) float64 { return r.DataTimes }, v.T.Factor, "", false},
		{"loss-tuned", t.RowTuned, t.RowTunedHelp, lossCodes, func(r result) float64 { return float64(r.Advice.FineTuned) }, loss, "", false},
		{"loss-unified", t.RowUnified, t.RowUnifiedHelp, unifiedCodes, func(r result) float64 { return float64(r.Advice.Unified) }, loss, "", false},
		{"loss-scratch", t.RowScratch, t.RowScratchHelp, nil, func(r result) float64 { return float64(r.Advice.Scratch) }, loss, "", false},
		{"loss-limit", t.RowLimit, t.RowLimitHelp, nil, func(r result) float64 { return float64(r.Advice.Limit) }, loss, "", false},
	}
	if v.State.Transfer.Target == 0 {
		return rows
	}
	return append(rows,
		transferRow{"target-scratch", t.RowTargetScratch, "", nil, func(r result) float64 { return float64(r.Advice.TargetScratch) }, chars, t.OutOfReach, true},
		transferRow{"target-tuned", t.RowTargetTuned, "", nil, func(r result) float64 { return float64(r.Advice.TargetFineTuned) }, chars, t.OutOfReach, true},
	)
}

// half is N*, which in parameters fewer than any model has is no size.
func (v view) half(n float64) string {
	const least = 1000
	if n < least {
		return text.Fill(v.T.Transfer.Under, v.T.Params(least))
	}
	return v.T.Params(n)
}

// num is a number of the source in the sentence.
func num(v view, x float64, quantity string, show func(float64) string) h.UI {
	return ui.Num(ui.Exact(x), quantity, v.law(), show(x))
}

// fill puts elements into a template.
func fill(v view, template string, elems []h.UI) []h.UI {
	pieces, slots := text.Split(template)
	return ui.Mix(pieces, slots, elems...)
}
