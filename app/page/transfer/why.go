package transfer

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/mathml"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/transfer"
)

// The formulas of the page.
const (
	texUnified = `L \approx \left[ \left( \frac{N_C}{N} \right)^{\alpha_N / \alpha_D} + \frac{D_C}{k D_F^{\alpha} N^{\beta}} \right]^{\alpha_D}`
	texRegime  = `D_F \le 0.1 \cdot D(N), \quad L(N, \infty) = 0.99 \cdot L(N, D(N))`
	texCompute = `C = 6 \cdot N \cdot D`
	texKim     = `D_T = D_E - D_F, \quad L_{\text{scratch}}(N, D_E) = L`
)

// whyTransfer is where the numbers come from: the law of transfer, the
// from-scratch law behind the losses, and what is Lossline's own.
func whyTransfer(v view) h.UI {
	t := v.T.Transfer
	set := v.o.Chosen.Losses.Set
	body := []h.UI{h.H2().Text(v.T.WhyTitle),
		whyItem(v, "transfer", t.WhyLaw, ui.TexTransfer, set.Ref, set.Grade, fittedWords(v, set), t.WhyPython+v.T.SentenceSep+v.T.Said(set.Note), transferCoefs(v)),
	}
	if l, s, ok := law.SetByID(v.o.Chosen.Losses.Base.About().ID); ok {
		body = append(body, h.Details().Class("why").ID("why-base").Body(
			h.Summary().Text(t.WhyBase),
			h.Div().Class("body").Body(h.P().Class("note").Text(t.WhyBasePlaceholder), v.WhySet(l, s)),
		))
	}
	hernandez := func(where string) cite.Ref { return cite.Ref{Source: cite.Hernandez2021, Where: where} }
	body = append(body,
		whyItem(v, "unified", t.WhyUnified, texUnified, hernandez("eq. 6.1, B.1"), cite.GradeA, "", t.WhyUnifiedNote, nil),
		whyItem(v, "regime", t.WhyRegime, texRegime, hernandez("section 1.1, 3.1, appendix D"), cite.GradeA, "", t.WhyRegimeNote, nil),
		whyItem(v, "compute", t.FigCost, texCompute, hernandez("section 3.2, appendix G"), cite.GradeA, "", t.WhyEpochs, nil),
		whyItem(v, "kim", t.WhyKim, texKim, transfer.KimRef, transfer.KimGrade, "", t.WhyKimNote, nil),
	)
	return h.Section().ID("why").Body(body...)
}

func whyItem(v view, id, title, tex string, ref cite.Ref, grade cite.Grade, fitted, note string, more h.UI) h.UI {
	t := v.T
	formula, err := mathml.From(tex, true)
	if err != nil { // a test reads them all
		formula = "<span>" + mathml.Escape(tex) + "</span>"
	}
	list := []h.UI{
		h.Dt().Text(t.WhySource),
		h.Dd().Body(
			ui.SourceLink(ref),
			h.Text(t.Colon+t.GradeOf(grade)),
		),
	}
	if fitted != "" {
		list = append(list, h.Dt().Text(t.WhyFitted), h.Dd().Text(fitted))
	}
	list = append(list, h.Dt().Text(t.WhyNote), h.Dd().Text(note))
	body := []h.UI{ui.FormulaBox(t, formula), h.Dl().Body(list...)}
	if more != nil {
		body = append(body, more)
	}
	return h.Details().Class("why").ID("why-"+id).Body(h.Summary().Text(title), h.Div().Class("body").Body(body...))
}

// fittedWords is where the law was fitted.
func fittedWords(v view, s transfer.Set) string {
	t := v.T
	return "N " + text.Fill(t.To, t.Short(s.N.Lo), t.Short(s.N.Hi)) + t.ListSep +
		"D_F " + text.Fill(t.To, t.Short(s.DF.Lo), t.Chars(s.DF.Hi)) + t.SemiSep + t.CountNonEmbedding
}

// transferCoefs is the coefficients of both sources.
func transferCoefs(v view) h.UI {
	t := v.T
	heads := []h.UI{ui.ColHead(t.WhyCoefSymbol), ui.ColHead(t.Transfer.ColText), ui.ColHead(t.Transfer.ColMix), ui.ColHead(t.WhyCoefMeaning).Class("words")}
	var rows []h.UI
	for _, k := range []struct {
		symbol, meaning string
		get             func(transfer.Set) float64
	}{
		{"k", t.Transfer.CoefK, func(s transfer.Set) float64 { return s.K }},
		{"α", t.Transfer.CoefAlpha, func(s transfer.Set) float64 { return s.Alpha }},
		{"β", t.Transfer.CoefBeta, func(s transfer.Set) float64 { return s.Beta }},
	} {
		cells := []h.UI{h.Th().Scope("row").Text(k.symbol)}
		for _, r := range v.o.Sources {
			x, id := k.get(r.Losses.Set), r.Losses.Set.ID
			cells = append(cells, h.Td().Body(h.Data().Value(ui.Exact(x)).DataSet("quantity", "coefficient").DataSet("law", id).Text(text.Coefficient(x))))
		}
		rows = append(rows, h.Tr().Body(append(cells, h.Td().Class("words").Text(k.meaning))...))
	}
	return h.Table().Body(
		h.Caption().Class("sr").Text(t.WhyCoefs),
		h.THead().Body(h.Tr().Body(heads...)),
		h.TBody().Body(rows...),
	)
}
