package ui

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/mathml"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Why is where the numbers come from: for each shown method its formulas,
// coefficients, source, evidence grade and fitted range.
func (c Context) Why() h.UI {
	body := []h.UI{h.H2().Text(c.T.WhyTitle)}
	for _, a := range c.Outcome.Rows {
		body = append(body, whyMethod(c, a.Method))
	}
	return h.Section().ID("why").Body(body...)
}

func whyMethod(c Context, m plan.Method) h.UI {
	Breathe()
	var sets []h.UI
	for _, s := range m.Sets() {
		sets = append(sets, c.WhySet(m.LawOf(s), s))
	}
	return h.Details().Class("why").ID("why-"+m.ID).Body(
		h.Summary().Body(
			h.Span().Class("key").Class(KeyClass(m.ID)).Attr("aria-hidden", "true"),
			h.Text(c.T.Method(m.ID)),
		),
		h.Div().Class("body").Body(sets...),
	)
}

// WhySet explains a set: formula, coefficients, where they are published.
func (c Context) WhySet(l *law.Law, s *law.Set) h.UI {
	Breathe()
	t := c.T
	formula, err := mathml.From(l.TeX, true)
	if err != nil { // a test reads every law's formula
		formula = "<span>" + mathml.Escape(l.TeX) + "</span>"
	}
	return h.Div().Body(
		h.H3().Text(t.LawName(l)),
		FormulaBox(t, formula),
		h.Dl().Body(
			h.Dt().Text(t.WhySource),
			h.Dd().Body(from(c, s), h.Text(t.Colon+t.GradeOf(s.Grade))),
			h.Dt().Text(t.WhyFitted),
			h.Dd().Text(t.Domain(s.Domain)+t.SemiSep+Counting(t, s.Counting)),
			h.If(s.Note != "", func() h.UI { return h.Dt().Text(t.WhyNote) }),
			h.If(s.Note != "", func() h.UI { return h.Dd().Text(t.Said(s.Note)) }),
		),
		coefficients(c, l, s),
	)
}

// from leads to where a set was published; a fit of one's own has the digest of
// its runs.
func from(c Context, s *law.Set) h.UI {
	if s.Ref.Source == nil {
		return h.Text(text.Fill(c.T.Fit.OwnRuns, c.State.Own.Digest))
	}
	return SourceLink(s.Ref)
}

// FormulaBox scrolls sideways where a formula is wider than the screen, and so
// takes the focus.
func FormulaBox(t *text.Strings, drawn string) h.UI {
	return h.Div().Class("formula").TabIndex(0).Role("group").Attr("aria-label", t.WhyFormula).Body(h.Raw(drawn))
}

// Symbol is a coefficient as the formula has it.
func Symbol(s string) h.UI {
	m, err := mathml.From(strings.ReplaceAll(s, "min", `{\min}`), false)
	if err != nil { // a test reads every law's symbols
		return h.Text(s)
	}
	return h.Raw(m)
}

// published is the interval of a coefficient that its source gives, or of a fit
// of one's own by its covariance.
func published(c Context, s *law.Set, i int) string {
	if s.ID == plan.OwnID {
		if r := c.State.Own.Interval(func(theta []float64) float64 { return theta[i] }); r.Lo < r.Hi {
			return text.Fill(c.T.To, unit.Digits(r.Lo, 3), unit.Digits(r.Hi, 3)) + c.T.ListSep + c.T.Percent(scenario.OwnLevel)
		}
	}
	if len(s.CI) == 0 || s.CI[i].Level == 0 {
		return c.T.NotGiven
	}
	ci := s.CI[i]
	return text.Fill(c.T.To, text.Coefficient(ci.Lo), text.Coefficient(ci.Hi)) + c.T.ListSep + c.T.Percent(ci.Level)
}

func coefficients(c Context, l *law.Law, s *law.Set) h.UI {
	t := c.T
	var rows []h.UI
	for i, k := range l.Coefs {
		rows = append(rows, h.Tr().Body(
			h.Th().Scope("row").Body(h.Span().Class("sr").Text(k.Symbol), h.Span().Attr("aria-hidden", "true").Body(Symbol(k.Symbol))),
			h.Td().Body(h.Data().Value(Exact(s.Theta[i])).DataSet("quantity", "coefficient").DataSet("law", s.ID).Text(text.Coefficient(s.Theta[i]))),
			h.Td().Text(published(c, s, i)),
			h.Td().Class("words").Text(t.Said(k.Meaning)),
		))
	}
	return h.Div().Class("scroll").TabIndex(0).Role("group").Attr("aria-label", t.WhyCoefs).Body(h.Table().Body(
		h.Caption().Class("sr").Text(t.WhyCoefs),
		h.THead().Body(h.Tr().Body(ColHead(t.WhyCoefSymbol), ColHead(t.WhyCoefValue), ColHead(t.WhyInterval), ColHead(t.WhyCoefMeaning).Class("words"))),
		h.TBody().Body(rows...),
	))
}
