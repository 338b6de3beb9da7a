package fit

import (
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// coefficients are the fitted ones, each with a field that holds it and a button
// for its profile.
func fittedTable(v view) h.UI {
	t := v.txt
	heads := []string{v.T.WhyCoefSymbol, v.T.WhyCoefValue, t.ColSE, text.Fill(t.ColRange, v.T.Percent(v.f.Level))}
	l := v.law
	if l == nil {
		l = law.PowerAllocation
	} else {
		heads = append(heads, t.ColHold, t.ColProfile)
	}
	heads = append(heads, t.ColMeaning)
	var rows []h.UI
	for i, c := range v.f.Coefs {
		if i < len(l.Coefs) {
			rows = append(rows, coefRow(v, i, c, l.Coefs[i], heads))
		}
	}
	return h.Section().ID("fit-coefs").Class("stack").Body(append([]h.UI{ui.TableOf("cards", t.CoefTitle, heads, rows), coefsMenu(v)}, profiles(v)...)...)
}

func coefRow(v view, i int, c job.Coef, k law.Coef, heads []string) h.UI {
	value := []h.UI{num(v, "coefficient-"+c.Symbol, c.Value, text.Estimate)}
	switch {
	case c.Pinned:
		value = append(value, h.Small().Text(v.txt.Held))
	case c.AtBound:
		value = append(value, h.Small().Text(v.txt.Bound))
	}
	body := []h.UI{
		h.Th().Scope("row").Body(h.Span().Class("sr").Text(c.Symbol), h.Span().Attr("aria-hidden", "true").Body(ui.Symbol(c.Symbol))),
		ui.Cell(heads[1], h.Span().Body(value...)),
		ui.Maybe(heads[2], known(v, "se-"+c.Symbol, c.SE, v.two)),
		ui.Maybe(heads[3], span(v, "coefficient-"+c.Symbol, c.Lo, c.Hi, v.three)),
	}
	if v.law != nil {
		body = append(body,
			ui.Cell(heads[4], &ui.TextField{ID: "fit-pin-" + strconv.Itoa(i), Label: text.Fill(v.txt.Hold, c.Symbol), Quiet: true, Placeholder: v.txt.Free,
				Field: scenario.FieldPin(i), Send: v.Send, Text: v.FieldText(scenario.FieldPin(i)), Error: v.FieldError(scenario.FieldPin(i))}).Class("pin"),
			profileCell(v, c, heads[5]))
	}
	return h.Tr().DataSet("coefficient", c.Symbol).Body(append(body, ui.Cell(heads[len(heads)-1], h.Span().Text(v.T.Said(k.Meaning))).Class("words"))...)
}

func (v view) two(x float64) string { return unit.Digits(x, 2) }

func profileCell(v view, c job.Coef, label string) h.UI {
	if c.Pinned {
		return h.Td()
	}
	ask := func() { v.Send(scenario.AskProfile{Symbol: c.Symbol}) }
	return ui.Cell(label, h.Span().Body(
		h.Span().Class("sr").Text(c.Symbol),
		&ui.Button{ID: "fit-profile-" + c.Symbol, Label: v.txt.ColProfile, Kind: "link", Do: ask}))
}

// profiles are the curves that were asked for, each with its interval beside the
// other one.
func profiles(v view) []h.UI {
	var out []h.UI
	for _, c := range v.f.Coefs {
		key := scenario.WorkProfile + c.Symbol
		p := v.w.Replies[key].Profile
		if e := v.w.Tasks[key].Err; e != nil {
			out = append(out, h.P().Class("error").Text(c.Symbol+v.T.Colon+v.T.JobError(e)))
		}
		if p == nil {
			continue
		}
		other := h.UI(h.Text(v.T.NotGiven))
		if s := span(v, "coefficient-"+c.Symbol, c.Lo, c.Hi, v.three); s != nil {
			other = s
		}
		said := v.Fill(v.txt.ProfSaid, h.Text(c.Symbol), profileSpan(v, p), h.Text(from(v)), other)
		out = append(out, h.Div().Class(v.old(key)).Body(
			v.Figure(v.Once("profile-"+c.Symbol, p, func() *chart.XY { return Profile(p, v.T) }), ui.Half),
			h.P().Class("note").Body(said...)))
	}
	if len(out) > 0 {
		out = []h.UI{h.Div().Class("halves").Body(out...)}
	}
	return out
}

// from is what the intervals come from.
func from(v view) string {
	return map[string]string{"covariance": v.txt.FromCov, "rows": v.txt.FromRows, "sizes": v.txt.FromSizes}[v.f.From]
}

// profileSpan is the interval of a profile; an end that was not found is said.
func profileSpan(v view, p *job.ProfileReply) h.UI {
	end := func(open bool, x float64, quantity string) h.UI {
		if open {
			return h.Text("(" + v.txt.ProfOpen + ")")
		}
		return num(v, quantity, x, v.three)
	}
	return h.Span().Body(v.Fill(v.T.To, end(p.OpenLo, p.Lo, "profile-lo"), end(p.OpenHi, p.Hi, "profile-hi"))...)
}

// went is how the fit went, in facts.
func went(v view) h.UI {
	t, f, T := v.txt, v.f, v.T
	status := map[string]string{"converged": t.StatusConverged, "flat": t.StatusFlat, "bound": t.StatusBound, "stopped": t.StatusStopped}[f.Status]
	whole := func(x float64) string { return T.Whole(x) }
	rows := []ui.Row{
		reading(v, t.HowRuns, "runs", float64(f.Rows), whole), reading(v, t.HowFree, "free", float64(f.Free), whole),
		word(t.HowStatus, status),
	}
	if f.Approach == nil {
		rows = append(rows, word(t.HowAgree, text.Fill(t.AgreeOf, T.Whole(float64(f.Agree)), T.Whole(float64(f.Starts)))),
			reading(v, t.HowObjective, "objective", f.Value, func(x float64) string { return unit.Digits(x, 6) }))
		if f.Condition > 0 {
			rows = append(rows, reading(v, t.HowCond, "condition", f.Condition, unit.Compact))
		} else {
			rows = append(rows, word(t.HowCond, t.CondInf))
		}
		rows = append(rows, reading(v, t.HowRMSE, "rmse", f.RMSE, v.share))
	}
	for _, g := range f.Weak {
		rows = append(rows, word(t.HowWeak, text.Fill(t.WeakSaid, T.Symbols(g))))
	}
	rows = append(rows, reading(v, t.HowR2, "r2", f.R2, func(x float64) string { return text.Decimal(x, 4) }))
	if f.AICc != 0 {
		rows = append(rows, reading(v, t.HowAICc, "aicc", f.AICc, func(x float64) string { return unit.Digits(x, 5) }))
	}
	rows = append(rows, word(t.HowFrom, from(v)))
	if f.Resamples > 0 {
		rows = append(rows, word(t.HowResamples, resampled(v)))
	}
	rows = append(rows, reading(v, t.HowSeed, "seed", float64(f.Seed), func(float64) string { return strconv.FormatUint(f.Seed, 10) }), word(t.HowDigest, f.Digest))
	return h.Section().ID("fit-how").Class("stack").Body(h.H2().Text(t.HowTitle), facts(rows), warnings(v), correlations(v))
}

// facts are rows of one value each, as many beside each other as fit.
func facts(rows []ui.Row) h.UI {
	var items []h.UI
	for _, r := range rows {
		items = append(items, h.Div().Body(h.Dt().Text(r.What), h.Dd().Body(r.Cells...)))
	}
	return h.Dl().Class("grid").Body(items...)
}

func resampled(v view) string {
	n := v.T.Whole(float64(v.f.Resamples))
	if v.f.Failed == 0 {
		return n
	}
	return text.Fill(v.txt.ResampleFailed, v.T.Whole(float64(v.f.Resamples+v.f.Failed)), v.T.Whole(float64(v.f.Failed)), n)
}

// warnings are what a reader of the fit must know.
func warnings(v view) h.UI {
	var items []h.UI
	for _, w := range v.f.Warnings {
		items = append(items, h.Li().Text(v.T.FitWarning(w)))
	}
	if len(items) == 0 {
		return h.Div()
	}
	return h.Ul().ID("fit-warnings").Class("rules").Body(items...)
}

// correlations of the coefficients, folded away.
func correlations(v view) h.UI {
	n := len(v.f.Coefs)
	if len(v.f.Corr) != n*n || n == 0 {
		return h.Div()
	}
	return &ui.Disclosure{ID: "fit-corr", Label: v.txt.Correlations, Content: func() h.UI {
		heads := []string{v.T.WhyCoefSymbol}
		var rows []ui.Row
		for i, c := range v.f.Coefs {
			heads = append(heads, c.Symbol)
			r := ui.Row{What: c.Symbol}
			for j := range i + 1 {
				r.Cells = append(r.Cells, num(v, "correlation", v.f.Corr[i*n+j], func(x float64) string { return text.Decimal(x, 3) }))
			}
			rows = append(rows, r)
		}
		return v.TableAs("tight", v.txt.Correlations, heads, rows)
	}}
}
