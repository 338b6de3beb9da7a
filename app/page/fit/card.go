package fit

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/export"
	"lossline/app/mathml"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/law"
)

// below is what stands under the figures.
func below(v view) []h.UI {
	if v.f == nil {
		return []h.UI{card(v)}
	}
	out := []h.UI{h.Div().Class("stack").Class(v.old(scenario.WorkFit)).Body(fittedTable(v), went(v))}
	if v.f.Approach == nil {
		out = append(out, outliers(v), backTest(v), families(v), next(v))
	}
	return append(out, card(v), formula(v), python(v))
}

// card is where the runs come from, and what is wrong with them.
func card(v view) h.UI {
	t, T := v.txt, v.T
	body := []h.UI{h.H2().Text(t.CardTitle)}
	if v.own() {
		return h.Section().ID("fit-card").Class("stack").Body(append(body, h.P().Text(v.dataName()+v.T.SemiSep+t.Private))...)
	}
	d := v.data
	if d.Ref.Source == nil {
		return h.Div()
	}
	list := []h.UI{
		h.Dt().Text(t.DataLabel), h.Dd().Text(T.Said(d.Name)),
		h.Dt().Text(T.WhySource), h.Dd().Body(
			ui.SourceLink(d.Ref),
			h.Text(T.Colon+T.GradeOf(d.Grade))),
		h.Dt().Text(t.Licence), h.Dd().Text(T.Said(d.Licence)),
	}
	var caveats []h.UI
	for _, c := range d.Caveats {
		caveats = append(caveats, h.Li().Text(T.Said(c)))
	}
	list = append(list, h.Dt().Text(t.Caveats), h.Dd().Body(h.Ul().Class("plain").Body(caveats...)))
	if v.f != nil {
		list = append(list, h.Dt().Text(t.HowDigest), h.Dd().Text(v.f.Digest))
	}
	return h.Section().ID("fit-card").Class("why").Body(append(body, h.Dl().Body(list...))...)
}

// formula is the law with the fitted values under it.
func formula(v view) h.UI {
	l := v.law
	if l == nil {
		l = law.PowerAllocation
	}
	drawn, err := mathml.From(l.TeX, true)
	if err != nil { // a test reads every law's formula
		drawn = "<span>" + mathml.Escape(l.TeX) + "</span>"
	}
	var values []string
	for _, c := range v.f.Coefs {
		values = append(values, c.Symbol+" = "+text.Estimate(c.Value))
	}
	body := []h.UI{h.H2().Text(v.txt.FormulaTitle), h.P().Text(v.T.FitLaw(v.f.Law)), ui.FormulaBox(v.T, drawn), h.P().Text(strings.Join(values, v.T.ListSep))}
	if l.Ref.Source != nil {
		body = append(body, h.P().Class("note").Body(ui.SourceLink(l.Ref)))
	}
	return h.Section().ID("fit-formula").Class("stack").Body(body...)
}

// python is a program that prints the same prediction, folded away.
func python(v view) h.UI {
	if v.law == nil {
		return h.Div()
	}
	var theta []float64
	for _, c := range v.f.Coefs {
		theta = append(theta, c.Value)
	}
	at := law.Point{}
	for _, s := range v.law.Needs {
		at = at.With(s, v.f.Domain[string(s)].Hi)
	}
	about := []string{v.T.FitLaw(v.f.Law), v.dataName() + v.T.ListSep + text.Fill(v.txt.OwnRuns, v.f.Digest)}
	program := export.Python(v.law, theta, at, about...)
	if program == "" {
		return h.Div()
	}
	return &ui.Disclosure{ID: "fit-python", Label: v.txt.PyTitle, Content: func() h.UI {
		return h.Div().Body(h.P().Class("note").Text(v.txt.PyHelp),
			&ui.Code{ID: "fit-program", Label: v.txt.PyTitle, Text: program, Copy: v.T.Copy, Copied: v.T.Copied, Failed: v.T.CopyFailed})
	}}
}
