package fit

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// absent reports whether the page is about the reader's own runs and has none.
func absent(v view) bool {
	return v.own() && v.f == nil && !v.w.Busy() && !waits(v) && (v.w.Foreign || v.State.Fit.Rows == "" && !v.w.Taken)
}

// missing says that the runs of a link are not here, and has what the link says of the
// fit to them: its coefficients, to be planned with.
func missing(v view) h.UI {
	t := v.T.Private
	if !absent(v) {
		return h.Div()
	}
	body := []h.UI{h.P().Class("note").Text(t.Missing)}
	l, set, ok := v.State.Own.Set()
	if ok {
		body = append(body, h.P().Text(v.T.Method(plan.OwnID)+v.T.SentenceEnd+t.MissingCoefs))
		var rows []h.UI
		within := text.Fill(v.txt.ColRange, v.T.Percent(scenario.OwnLevel))
		for i, k := range l.Coefs {
			r := v.State.Own.Interval(func(theta []float64) float64 { return theta[i] })
			rows = append(rows, h.Tr().DataSet("coefficient", k.Symbol).Body(
				h.Th().Scope("row").Body(h.Span().Class("sr").Text(k.Symbol), h.Span().Attr("aria-hidden", "true").Body(ui.Symbol(k.Symbol))),
				ui.Cell(v.T.WhyCoefValue, num(v, "coefficient-"+k.Symbol, set.Theta[i], text.Estimate)),
				ui.Maybe(within, span(v, "coefficient-"+k.Symbol, r.Lo, r.Hi, v.three)),
				ui.Cell(v.txt.ColMeaning, h.Span().Text(v.T.Said(k.Meaning))).Class("words")))
		}
		heads := []string{v.T.WhyCoefSymbol, v.T.WhyCoefValue, within, v.txt.ColMeaning}
		body = append(body, ui.TableOf("cards", v.txt.CoefTitle, heads, rows), h.P().Class("note").ID("fit-cov").Text(covSaid(v, v.State.Own)))
	}
	return h.Section().ID("fit-missing").Class("stack").Body(body...)
}

// covSaid is what the intervals of a fit from a link rest on, "" where it has none.
func covSaid(v view, o scenario.OwnLaw) string {
	switch {
	case o.CovMatrix() == nil:
		return ""
	case o.Resamples > 0:
		return text.Fill(v.T.Private.OfResamples, unit.Compact(o.Resamples))
	}
	return v.T.Private.OfFit
}

// matched says whether the runs that were dropped are those of the link.
func matched(v view) h.UI {
	m, t := v.w.Matches, v.T.Private
	switch {
	case m.Link == "" || m.Here == "" || v.f == nil:
		return h.Div()
	case m.Link == m.Here:
		return h.P().Class("note").ID("fit-match").Text(text.Fill(t.SameRuns, shortDigest(m.Here)))
	}
	return h.P().Class("note").ID("fit-match").Text(text.Fill(t.OtherRuns, shortDigest(m.Link), shortDigest(m.Here)))
}

// shortDigest is the beginning of a digest, enough to tell two apart by eye.
func shortDigest(digest string) string { return digest[:min(4, len(digest))] }

// keeping is what can be done to have the reader's own runs again later: keep them on
// the device, or save them with the state.
func keeping(v view) h.UI {
	t, k := v.T.Private, v.w.Keep
	here := v.own() && v.f != nil && v.w.Taken
	if !here && !k.On {
		return h.Div()
	}
	var body []h.UI
	if here && k == (scenario.Keep{}) {
		body = append(body, &ui.Check{ID: "fit-keep", Label: t.Keep, Send: v.Send,
			Make: func(on bool) scenario.Msg { return scenario.KeepRuns{On: on} }}, h.P().Class("help").Text(t.KeepHelp))
	}
	switch {
	case k.On:
		body = append(body, h.P().Class("help").Role("status").ID("fit-kept").Text(text.Fill(t.Kept, v.T.Whole(float64(k.Rows)))),
			h.Div().Body(&ui.Button{ID: "fit-delete", Label: t.Delete, Do: func() { v.Send(scenario.KeepRuns{}) }}))
	case k.Failed:
		body = append(body, h.P().Class("error").Role("status").ID("fit-kept").Text(t.KeepFailed))
	case k.Many:
		body = append(body, h.P().Class("error").Role("status").ID("fit-kept").Text(t.KeepMany))
	}
	if here && v.State.Fit.Rows != "" {
		body = append(body, h.Div().Body(&ui.Button{ID: "fit-session", Label: t.Session, Do: func() { v.Send(scenario.SaveSession{}) }}),
			h.P().Class("help").Text(t.SessionHelp))
	}
	return h.Div().ID("fit-keeping").Class("stack").Body(body...)
}
