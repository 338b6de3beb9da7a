package view

import (
	"math"
	"strconv"
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/mathml"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// main is the main part of a page, whose numbers can be asked.
func (c Context) main() h.HTMLMain {
	c.Draw.asks.Send = c.Send
	return h.Main().ID("main").TabIndex(-1).OnClick(c.Draw.asks.Clicked)
}

// ask makes a number one that can be asked why it is what it is.
func (c Context) ask(quantity, law string, number h.UI) h.UI {
	key := scenario.WhyKey(quantity, law)
	return control.Ask(key, c.State.Why == key, c.T.Why.Ask, number)
}

// lawNum is a number of a law that can be asked.
func (c Context) lawNum(exact, quantity, law, shown string) h.UI {
	return c.ask(quantity, law, control.Num(exact, quantity, law, shown))
}

// card is what the card of a number says. Parts that it has not are left out.
type card struct {
	key, title string
	result     string // what the number is, in a word or two
	value      float64
	formulas   []scenario.Formula
	spans      []scenario.SpanAt
	sure       string // its interval, or that there is none
	effects    []law.Effect
	sources    []h.UI
}

// asked is the place of a page's card: empty, and nothing is computed, while no
// number is asked.
func (c Context) asked(find func() (card, bool)) h.UI {
	if c.State.Why == "" {
		return h.Div()
	}
	return h.Div().Body(c.calm("asked", func() h.UI {
		k, ok := find()
		if !ok {
			return h.Div()
		}
		return &control.Card{Key: k.key, Title: k.title, Close: c.T.Close, Send: c.Send, Content: func() []h.UI { return c.cardBody(k) }}
	}))
}

func (c Context) cardBody(k card) []h.UI {
	t := c.T.Why
	var out []h.UI
	for _, f := range k.formulas {
		out = append(out, c.filled(f, k.value))
	}
	facts := h.Dl()
	var list []h.UI
	if len(k.spans) > 0 {
		var bars []h.UI
		for _, s := range k.spans {
			bars = append(bars, h.Div().Body(h.Raw(domainBar(s)), h.Span().Text(c.spanSaid(s))))
		}
		list = append(list, h.Dt().Text(t.Range), h.Dd().Body(bars...))
	}
	list = append(list, h.Dt().Text(t.Interval), h.Dd().Text(k.sure))
	out = append(out, facts.Body(list...))
	if len(k.effects) > 0 {
		out = append(out, c.effects(k))
	}
	out = append(out, k.sources...)
	return []h.UI{h.Div().Class("why").Body(h.Div().Class("body").Body(append(out, h.P().Class("note").Text(c.T.GradesSaid()))...))}
}

// filled is an equation and, under it, the same with values; value is what comes
// out of the last one.
func (c Context) filled(f scenario.Formula, value float64) h.UI {
	return h.Div().Class("stack").Body(formulaBox(c.T, drawn(f.TeX)), h.H3().Text(c.T.Why.Yours), formulaBox(c.T, drawn(withValues(f, value)+inDays(f))))
}

// inDays says so where a formula's compute is in PF-days.
func inDays(f scenario.Formula) string {
	if f.Days == "" {
		return ""
	}
	for _, v := range f.Values {
		if v.Chosen {
			return `,\quad ` + f.Days + "=" + texNumber(v.At, 5) + `\text{ PF-days}`
		}
	}
	return ""
}

// withValues is an equation with values on its right side, and what comes out.
func withValues(f scenario.Formula, value float64) string {
	left, right, ok := strings.Cut(f.TeX, "=")
	if !ok {
		left, right = "", f.TeX
	}
	with := mathml.Values(right, func(symbol string) string {
		for _, v := range f.Values {
			if v.Symbol == symbol {
				if v.Chosen {
					return texNumber(v.At, 5)
				}
				return texNumber(v.At, 10)
			}
		}
		return ""
	})
	if left != "" {
		with = left + "=" + with
	}
	return with + `\approx ` + texNumber(value, 4)
}

// texNumber is a number of so many digits at most in TeX.
func texNumber(v float64, digits int) string {
	if v >= 1e5 {
		digits = min(digits, 5) // no coefficient that large has more
	}
	s := strconv.FormatFloat(v, 'g', digits, 64)
	if a := math.Abs(v); a >= 1e5 || a < 1e-3 {
		s = strconv.FormatFloat(v, 'e', digits-1, 64)
	}
	mantissa, exponent, ok := strings.Cut(s, "e")
	if strings.Contains(mantissa, ".") {
		mantissa = strings.TrimRight(strings.TrimRight(mantissa, "0"), ".")
	}
	if !ok {
		return mantissa
	}
	e, _ := strconv.Atoi(exponent)
	return mantissa + `\cdot 10^{` + strconv.Itoa(e) + `}`
}

// The domain bar's size.
const (
	barWidth  = 240
	barHeight = 20
)

// domainBar is a fitted range and, on the same logarithmic axis, the point.
func domainBar(s scenario.SpanAt) string {
	lo, hi := math.Log(min(s.Lo, s.At)), math.Log(max(s.Hi, s.At))
	x := func(v float64) float64 {
		return 8 + (barWidth-16)*(math.Log(v)-lo)/max(hi-lo, 1e-9)
	}
	num := func(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }
	b := `<svg class="domain" viewBox="0 0 240 20" width="240" height="20" aria-hidden="true"><path class="axis" d="M2 10H238"/>`
	b += `<rect x="` + num(x(s.Lo)) + `" y="6" width="` + num(max(x(s.Hi)-x(s.Lo), 2)) + `" height="8"/>`
	return b + `<circle cx="` + num(x(s.At)) + `" cy="10" r="5"/></svg>`
}

// spanSaid says where the point is against a fitted range.
func (c Context) spanSaid(s scenario.SpanAt) string {
	t, show := c.T, func(v float64) string { return c.T.Coordinate(s.Symbol, v) }
	at := string(s.Symbol) + " = " + show(s.At)
	switch {
	case s.At > s.Hi:
		return text.Fill(t.Why.Above, at, t.Factor(s.At/s.Hi), show(s.Lo), show(s.Hi))
	case s.At < s.Lo:
		return text.Fill(t.Why.Below, at, t.Factor(s.Lo/s.At), show(s.Lo), show(s.Hi))
	}
	return text.Fill(t.Why.Inside, at, "", show(s.Lo), show(s.Hi))
}

// maxEffects is how many of the effects are listed: the rest does next to nothing.
const maxEffects = 8

// effects are what would change the number most, a row each.
func (c Context) effects(k card) h.UI {
	t := c.T.Why
	heads := []string{t.ColChange, t.ColThen, t.ColElasticity}
	var rows []h.UI
	unsaid := false
	for i, e := range k.effects {
		if i == maxEffects {
			break
		}
		unsaid = unsaid || !e.Chosen && e.SE == 0
		rows = append(rows, h.Tr().DataSet("lever", e.Symbol).Body(
			h.Th().Scope("row").Class("words").Body(c.change(e)...),
			cell(heads[1], h.Span().Body(h.Text(k.result+" "), control.Num(exact(e.Change), "change", e.Symbol, c.T.Signed(e.Change)))).Class("words"),
			cell(heads[2], control.Num(exact(e.Elasticity), "elasticity", e.Symbol, elasticity(e.Elasticity)))))
	}
	note := t.Together
	if unsaid {
		note += c.T.SentenceSep + t.NoSE
	}
	if len(k.spans) == 0 && !unsaid { // a count: nothing of it was fitted
		note = ""
	}
	return h.Div().Body(tableOf("cards effects", t.Changes, heads, rows), h.P().Class("note").Text(note))
}

// change says what is changed and by how much.
func (c Context) change(e law.Effect) []h.UI {
	t := c.T.Why
	if e.Chosen {
		return []h.UI{h.Text(text.Fill(t.More, c.T.Percent(e.Step), c.T.Lever(e.Symbol)))}
	}
	name := h.Span().Body(h.Span().Class("sr").Text(e.Symbol), h.Span().Attr("aria-hidden", "true").Body(symbol(e.Symbol)))
	if e.SE > 0 {
		return c.fill(t.SE, name, h.Text(unit.Digits(e.SE, 2)))
	}
	return c.fill(t.Coef, name, h.Text(c.T.Percent(e.Step)))
}

func elasticity(x float64) string {
	if x < 0 {
		return "−" + unit.Digits(-x, 3)
	}
	return unit.Digits(x, 3)
}

// lawCard is the card of a number that a method of allocation gives.
func (c Context) lawCard(w scenario.Why) card {
	t := c.T
	name, show := c.quantityName(w.Quantity)
	k := card{key: scenario.WhyKey(w.Quantity, w.Method.ID), result: name, value: w.Value, formulas: w.Formulas, spans: w.Spans, effects: w.Effects}
	k.title = text.Fill(t.Why.Title, name, show(w.Value), t.Method(w.Method.ID))
	k.sure = t.Why.NoInterval
	for _, s := range w.Sets {
		if len(s.CI) > 0 {
			k.sure = t.Why.CoefIntervals
		}
	}
	if r := w.Interval; r.Lo < r.Hi {
		k.sure = text.Fill(t.Why.OwnInterval, show(r.Lo), show(r.Hi), t.Percent(scenario.OwnLevel))
	}
	for _, s := range w.Sets {
		l, _, ok := law.SetByID(s.ID)
		if !ok || w.Method.IsOwn() {
			l = w.Method.Law()
		}
		k.sources = append(k.sources, c.source(l, s))
	}
	if w.Batch != nil {
		k.sources = append(k.sources, c.work(w.Batch.Ref, w.Batch.Grade))
	}
	return k
}

// quantityName is what a number of a plan is, and how it is written.
func (c Context) quantityName(quantity string) (string, func(float64) string) {
	t := c.T
	switch quantity {
	case "params":
		return t.ColParams, t.Count
	case "tokens":
		return t.ColTokens, t.Count
	case "tokens-per-param":
		return t.ColRatio, t.Ratio
	case "batch-tokens":
		return t.ColBatch, t.Count
	case "steps":
		return t.ColSteps, t.Count
	case "flops":
		return t.AxisC, c.powers
	}
	return t.ColLoss, t.Loss
}

// source is a set of coefficients and where it was published.
func (c Context) source(l *law.Law, s *law.Set) h.UI {
	t := c.T
	return h.Div().Body(
		h.H3().Text(t.LawName(l)),
		h.Dl().Body(
			h.Dt().Text(t.WhySource), h.Dd().Body(c.from(s), h.Text(t.Colon+t.GradeOf(s.Grade)+t.SemiSep+counting(t, s.Counting))),
			h.If(s.Note != "", func() h.UI { return h.Dt().Text(t.WhyNote) }),
			h.If(s.Note != "", func() h.UI { return h.Dd().Text(t.Said(s.Note)) }),
		),
		c.coefficients(l, s),
	)
}

// work is a paper with the grade of what was taken from it.
func (c Context) work(r cite.Ref, g cite.Grade) h.UI {
	return h.P().Class("note").Body(
		h.A().Href(r.Source.Link()).Target("_blank").Rel("noopener noreferrer").Text(r.String()),
		h.Text(c.T.Colon+c.T.GradeOf(g)))
}

// planCard is the card of a number on Plan or Pre-training.
func (c Context) planCard() (card, bool) {
	w, ok := scenario.EvalWhy(c.State.Scenario, c.Outcome)
	if !ok {
		return card{}, false
	}
	return c.lawCard(w), true
}

// planNum is a number of a plan, which can be asked where nobody chose it.
func (c Context) planNum(a plan.Allocation, exact, quantity, shown string) h.UI {
	if quantity == "batch-tokens" && c.State.Batch > 0 || quantity == "flops" && c.State.Ask.Given == scenario.GivenCompute {
		return control.Num(exact, quantity, a.Method.ID, shown) // it was chosen
	}
	return c.lawNum(exact, quantity, a.Method.ID, shown)
}
