package transfer

import (
	"strings"
	"sync"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/transfer"
)

// kimLaw is what data elements of measured transfer name as their law.
const kimLaw = "kim2021"

// kim is the law held against the runs of Kim 2021: a figure and a row for each
// language, what they say together, and every run.
func kim(v view) h.UI {
	t, o := v.T.Transfer, scenario.Kim()
	var figures []h.UI
	for _, f := range kimFigures(v.T) {
		figures = append(figures, v.Figure(f, ui.Medium))
	}
	return h.Section().ID("kim").Body(
		h.H2().Text(t.KimTitle),
		h.P().Class("note").Text(t.KimLede),
		h.Div().Class("triple").Body(figures...),
		kimTable(v, o),
		h.P().Class("note").Body(kimHurt(v, o)...),
		h.Div().Class("note").Body(kimRoutes(v, o)...),
		h.P().Class("note").Body(
			h.Text(t.KimData),
			ui.SourceLink(transfer.KimRef),
		),
		&ui.Disclosure{ID: "kim-runs", Label: t.KimRunsTitle, Content: func() h.UI { return kimRuns(v, o) }},
	)
}

// kimMade has the figures of each language: they are made once, as nothing that a
// person does changes them.
var kimMade sync.Map // of text.Lang to func() []*chart.XY

func kimFigures(t *text.Strings) []*chart.XY {
	made, _ := kimMade.LoadOrStore(t.Lang, sync.OnceValue(func() []*chart.XY { return makeKimFigures(t) }))
	return made.(func() []*chart.XY)()
}

func makeKimFigures(t *text.Strings) []*chart.XY {
	var fs []*chart.XY
	for _, r := range scenario.Kim().Languages {
		fs = append(fs, KimTransfer(r.Replication, t))
	}
	return fs
}

// kimVerdicts are the verdicts in the order of the columns.
var kimVerdicts = []transfer.Verdict{transfer.Holds, transfer.Fails, transfer.OutsideRegime, transfer.CannotTell}

func kimTable(v view, o scenario.KimOutcome) h.UI {
	t := v.T.Transfer
	heads := []h.UI{ui.ColHead(t.ColLanguage), h.Th().Scope("col").Body(h.Text(t.ColAlpha), h.Small().Text(t.ColAlphaHelp))}
	for i, verdict := range kimVerdicts {
		help := []string{t.HoldsHelp, t.FailsHelp, t.OutsideHelp, t.NoHelp}[i]
		heads = append(heads, h.Th().Scope("col").Body(h.Text(v.T.Verdict(verdict)), h.Small().Text(help)))
	}
	var rows []h.UI
	for _, r := range o.Languages {
		rows = append(rows, kimRow(v, r))
	}
	return h.Table().Class("cards").ID("kim-table").Body(
		h.Caption().Text(t.KimCaption),
		h.THead().Body(h.Tr().Body(heads...)),
		h.TBody().Body(rows...),
	)
}

func kimRow(v view, r scenario.KimLanguage) h.UI {
	t, a := v.T.Transfer, r.Alpha
	sizes := text.Fill(t.KimSizes, v.T.Short(float64(len(a.Sizes))), v.T.Short(float64(a.Runs)))
	if len(a.Sizes) == 1 {
		sizes = text.Fill(t.KimSizeOne, v.T.Short(float64(a.Runs)))
	}
	cells := []h.UI{
		h.Th().Scope("row").Body(
			h.Text(v.T.Language(r.Language)),
			v.refs(append(append([]transfer.Note(nil), r.Notes...), a.Notes...)),
			h.Small().Text(sizes),
		),
		ui.Cell(t.ColAlpha, h.Span().Body(
			kimNum(v, a.Alpha.Value, r.Language+"-alpha"),
			h.Small().Body(span(v, kimNum(v, a.Alpha.Lo, r.Language+"-alpha-low"), kimNum(v, a.Alpha.Hi, r.Language+"-alpha-high"))...),
		)),
	}
	for _, verdict := range kimVerdicts {
		runs := r.By[verdict]
		body := []h.UI{ui.Num(ui.Exact(float64(runs.Runs)), r.Language+"-"+verdict.String(), kimLaw, v.T.Short(float64(runs.Runs)))}
		if runs.Runs > 0 {
			body = append(body, h.Small().Text(kimSpan(v, runs)))
		}
		cells = append(cells, ui.Cell(v.T.Verdict(verdict), h.Span().Body(body...)).Class("wraps"))
	}
	return h.Tr().Body(cells...)
}

// kimSpan is over which data and sizes runs are.
func kimSpan(v view, r scenario.KimRuns) string {
	t := v.T.Transfer
	template := t.KimSpan
	if r.N.Single() {
		template = t.KimSpanOne
	}
	return text.Fill(template, v.T.Short(r.DF.Lo), v.T.Short(r.DF.Hi), v.T.Short(r.N.Lo), v.T.Short(r.N.Hi))
}

func kimNum(v view, x float64, quantity string) h.UI {
	return ui.Num(ui.Exact(x), quantity, kimLaw, text.Decimal(x, 3))
}

// span is an interval, "a to b".
func span(v view, lo, hi h.UI) []h.UI { return fill(v, v.T.To, []h.UI{lo, hi}) }

func kimHurt(v view, o scenario.KimOutcome) []h.UI {
	var within []string
	for _, l := range o.HurtWithin {
		within = append(within, v.T.Language(l))
	}
	return fill(v, v.T.Transfer.KimHurt, []h.UI{
		ui.Num(ui.Exact(float64(o.Hurt)), "runs-hurt", kimLaw, v.T.Short(float64(o.Hurt))),
		ui.Num(ui.Exact(o.HurtFrom), "tokens-hurt", kimLaw, v.T.Count(float64(o.HurtFrom))),
		h.Text(strings.Join(within, v.T.ListSep)),
	})
}

// kimRoutes is the fit of fits of the languages whose sizes allow one.
func kimRoutes(v view, o scenario.KimOutcome) []h.UI {
	var out []h.UI
	for _, r := range o.Languages {
		if r.Beta == nil || r.Published == nil {
			continue
		}
		b, p, id := r.Beta, r.Published, r.Language+"-"
		out = append(out, h.P().Body(fill(v, v.T.Transfer.KimRoute, []h.UI{
			kimNum(v, b.Value, id+"beta"), kimNum(v, b.Lo, id+"beta-low"), kimNum(v, b.Hi, id+"beta-high"),
			ui.Num(ui.Exact(p.Beta), "beta", transfer.TextToPython().ID, text.Coefficient(p.Beta)),
			kimNum(v, p.Alpha.Value, id+"route-alpha"), kimNum(v, p.Alpha.Lo, id+"route-alpha-low"), kimNum(v, p.Alpha.Hi, id+"route-alpha-high"),
			ui.Num(ui.Exact(transfer.TextToPython().Alpha), "alpha", transfer.TextToPython().ID, text.Coefficient(transfer.TextToPython().Alpha)),
		})...))
	}
	return out
}

// kimRuns is every pre-trained run with what can be said of the law there.
func kimRuns(v view, o scenario.KimOutcome) h.UI {
	t := v.T.Transfer
	var rows []h.UI
	for _, r := range o.Languages {
		for _, e := range r.Estimates {
			rows = append(rows, kimRun(v, e))
		}
	}
	return h.Div().Class("scroll").TabIndex(0).Role("region").Attr("aria-label", t.KimRunsTitle).Body(
		h.Table().Body(
			h.Caption().Class("sr").Text(t.KimRunsTitle),
			h.THead().Body(h.Tr().Body(ui.ColHead(t.ColLanguage), ui.ColHead("N"), ui.ColHead(t.AxisKimDF), ui.ColHead(t.AxisDT),
				ui.ColHead(t.KimVerdict).Class("words"), ui.ColHead(t.KimWhy).Class("words"))),
			h.TBody().Body(rows...),
		),
	)
}

func kimRun(v view, e transfer.Estimate) h.UI {
	var why []string
	for _, n := range e.Notes {
		if n.Code != transfer.NoPlateau && n.Code != transfer.AboveFit {
			why = append(why, v.T.Note(n))
		}
	}
	transferred := h.Td()
	if e.Known {
		transferred = h.Td().Body(ui.Num(ui.Exact(e.DT), "tokens-transferred", kimLaw, signed(v.T, float64(e.DT))))
	}
	return h.Tr().Body(
		h.Th().Scope("row").Text(v.T.Language(e.Language)),
		h.Td().Body(ui.Num(ui.Exact(e.N), "params", kimLaw, v.T.Short(float64(e.N)))),
		h.Td().Body(ui.Num(ui.Exact(e.D), "tokens", kimLaw, v.T.Short(float64(e.D)))),
		transferred,
		h.Td().Class("words").Text(v.T.Verdict(e.Verdict())),
		h.Td().Class("words").Text(strings.Join(why, v.T.SentenceSep)),
	)
}

// signed is a short count with a proper minus sign.
func signed(t *text.Strings, x float64) string {
	if x < 0 {
		return "−" + t.Short(-x)
	}
	return t.Short(x)
}
