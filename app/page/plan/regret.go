package plan

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/export"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// regret is the table of what a wrong law costs: the worst of it in a sentence,
// then a row for each law that may be followed and a column for each that may be
// right.
func regret(c ui.Context) h.UI {
	t := c.T.Regret
	rows, columns := scenario.Regrets(c.State.Scenario, c.Outcome)
	worst, ok := plan.WorstRegret(rows)
	if !ok {
		return h.Section().ID("regret").Class("stack").Body(h.H2().Text(t.Title), h.P().Class("said").Text(t.None))
	}
	heads := []string{t.Follow}
	for _, m := range columns {
		heads = append(heads, text.Fill(t.IfRight, c.T.Method(m.ID)))
	}
	var body []h.UI
	for i, row := range rows {
		m := c.Outcome.Rows[i].Method
		cells := []h.UI{h.Th().Scope("row").Body(
			h.Span().Class("key").Class(ui.KeyClass(m.ID)).Attr("aria-hidden", "true"), h.Text(c.T.Method(m.ID)))}
		for j, r := range row {
			cells = append(cells, regretCell(c, heads[j+1], r))
		}
		body = append(body, h.Tr().DataSet("law", m.ID).Body(cells...))
	}
	return h.Section().ID("regret").Class("stack").Body(
		h.H2().Text(t.Title),
		h.P().Class("said").Body(regretSaid(c, rows, worst)...),
		ui.TableOf("cards", t.Title, heads, body),
		h.P().Class("note").Text(regretNote(c, rows, columns)),
		c.SheetMenu("regret", t.Title, func() export.Sheet { return regretSheet(c, rows) }),
	)
}

// regretSaid is the worst of all and, before it, the worst for who follows the
// law in the sentence.
func regretSaid(c ui.Context, rows [][]plan.Regret, worst plan.Regret) []h.UI {
	say := func(r plan.Regret) []h.UI {
		return c.Fill(c.T.Regret.Worst, h.Text(c.T.Method(r.Followed.ID)), h.Text(c.T.Method(r.Right.ID)),
			h.Strong().Body(excess(c, r)), h.Strong().Body(wasted(c, r)))
	}
	var said []h.UI
	for i, a := range c.Outcome.Rows {
		mine, ok := plan.WorstRegret(rows[i : i+1])
		if ok && a.Method.ID == c.Outcome.Head.Method.ID && mine != worst {
			said = append(say(mine), h.Text(c.T.SentenceSep))
		}
	}
	return append(said, say(worst)...)
}

// regretCell has the wasted share, the loss behind it, and a bar in steps for
// those who do not see shades.
func regretCell(c ui.Context, label string, r plan.Regret) h.UI {
	t := c.T.Regret
	below := h.UI(h.Text(t.Own))
	if r.Excess > 0 {
		below = h.Span().Body(c.Fill(t.Excess, excess(c, r))...)
	}
	return ui.Cell(label, h.Span().Body(wasted(c, r), h.Small().Body(below))).Class("regret-" + regretStep(r.Wasted))
}

// regretStep is how bad a wasted share is, 0 to 4.
func regretStep(share float64) string {
	step := 0
	for _, limit := range []float64{0.005, 0.05, 0.15, 0.30} {
		if share >= limit {
			step++
		}
	}
	return string(rune('0' + step))
}

// regretKey names a cell for data elements.
func regretKey(r plan.Regret) string { return r.Followed.ID + "-" + r.Right.ID }

func excess(c ui.Context, r plan.Regret) h.UI {
	return ui.Num(ui.Exact(r.Excess), "loss-lost", regretKey(r), unit.Digits(float64(r.Excess), 2))
}

func wasted(c ui.Context, r plan.Regret) h.UI {
	return ui.Num(ui.Exact(r.Wasted), "compute-wasted", regretKey(r), wastedShare(c, r.Wasted))
}

// wastedShare is a share of the compute in percent.
func wastedShare(c ui.Context, x float64) string {
	if x == 0 {
		return "0%"
	}
	return c.T.SmallShare(x)
}

// regretNote says how the table is made, and what of it does not speak for itself.
func regretNote(c ui.Context, rows [][]plan.Regret, columns []plan.Method) string {
	t := c.T.Regret
	said := []string{t.How}
	turned := false
	var self *plan.Regret
	for _, row := range rows {
		for _, r := range row {
			turned = turned || r.Turned
			if r.Excess > 0 && r.Followed.ID == r.Right.ID {
				self = &r
			}
		}
	}
	if turned {
		said = append(said, t.Turned)
	}
	if self != nil {
		said = append(said, text.Fill(t.Kaplan, c.T.Count(float64(self.N)), c.T.Count(float64(self.BestN))))
	}
	var silent []string
	for _, a := range c.Outcome.Rows {
		if !a.Method.HasLoss() {
			silent = append(silent, c.T.Method(a.Method.ID))
		}
	}
	if len(silent) > 0 {
		said = append(said, text.Fill(t.Unsaid, strings.Join(silent, c.T.ListSep)))
	}
	return strings.Join(said, c.T.SentenceSep)
}

// regretSheet is the table as rows of one pair of laws each.
func regretSheet(c ui.Context, rows [][]plan.Regret) export.Sheet {
	t := c.T.Regret
	s := export.Sheet{Heads: []string{t.Follow, t.ColRight, t.ColSize, t.ColData, t.ColLoss, t.ColBest, t.ColExcess, t.ColWasted}}
	for _, row := range rows {
		for _, r := range row {
			s.Rows = append(s.Rows, []export.Cell{export.Text(c.T.Method(r.Followed.ID)), export.Text(c.T.Method(r.Right.ID)),
				ui.Some(float64(r.N), c.T.Count), ui.Some(float64(r.D), c.T.Count), ui.Some(float64(r.Loss), c.T.Loss), ui.Some(float64(r.Best), c.T.Loss),
				export.Num(float64(r.Excess), unit.Digits(float64(r.Excess), 2)), export.Num(r.Wasted, wastedShare(c, r.Wasted))})
		}
	}
	return s
}
