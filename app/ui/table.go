package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/export"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Some is a cell of a number, empty where 0 stands for unknown.
func Some(x float64, show func(float64) string) export.Cell {
	if x == 0 {
		return export.Text("")
	}
	return export.Num(x, show(x))
}

// Fill puts elements into a sentence.
func (c Context) Fill(template string, numbers ...h.UI) []h.UI {
	pieces, slots := text.Split(template)
	return Mix(pieces, slots, numbers...)
}

// Row is a row of a table: what it is, and a number or nil in each column.
type Row struct {
	What  string
	Cells []h.UI
}

// Table is a table of rows under heads.
func (c Context) Table(caption string, heads []string, rows []Row) h.UI {
	kind := "cards"
	if len(heads) == 2 {
		kind = "facts" // narrow enough for a phone as it is
	}
	return c.TableAs(kind, caption, heads, rows)
}

// TableAs is a table of a kind: on a phone "cards" become a card a row, "facts"
// stay as they are, and "tight" ones do in smaller type.
func (c Context) TableAs(kind, caption string, heads []string, rows []Row) h.UI {
	var rs []h.UI
	for _, r := range rows {
		cells := []h.UI{h.Th().Scope("row").Text(r.What)}
		for i, x := range r.Cells {
			cells = append(cells, Maybe(heads[i+1], x))
		}
		rs = append(rs, h.Tr().Body(cells...))
	}
	return TableOf(kind, caption, heads, rs)
}

// Maybe is a cell, empty for nil.
func Maybe(label string, x h.UI) h.UI {
	if x == nil {
		return h.Td()
	}
	return Cell(label, x)
}

// TableOf is a table of rows that are made already.
func TableOf(kind, caption string, heads []string, rows []h.UI) h.UI {
	var hs []h.UI
	for _, head := range heads {
		hs = append(hs, ColHead(head))
	}
	return h.Div().Class("scroll").TabIndex(0).Role("region").Attr("aria-label", caption).Body(
		h.Table().Class(kind).Body(
			h.Caption().Text(caption),
			h.THead().Body(h.Tr().Body(hs...)),
			h.TBody().Body(rows...),
		),
	)
}

// NumOf is a number of a table.
func NumOf[T ~float64](v T, quantity, law string, show func(float64) string) h.UI {
	return Num(Exact(v), quantity, law, show(float64(v)))
}

// ColHead is the head of a column.
func ColHead(s string) h.HTMLTh { return h.Th().Scope("col").Text(s) }

// Family is the law of a fit of one's own, behind its counting.
func Family(c Context, m plan.Method) string {
	if !m.IsOwn() {
		return ""
	}
	return c.T.SemiSep + c.T.LawName(m.Law())
}

// Ranged puts under a number the range that holds it, where one is known.
func Ranged(c Context, m plan.Method, x h.UI, quantity string, r scenario.Range, show func(float64) string) h.UI {
	if !(r.Lo < r.Hi) {
		return x
	}
	pieces, slots := text.Split(c.T.To)
	return h.Span().Body(x, h.Small().Title(c.T.Percent(scenario.OwnLevel)).Body(Mix(pieces, slots,
		Num(Exact(r.Lo), quantity+"-lo", m.ID, show(r.Lo)), Num(Exact(r.Hi), quantity+"-hi", m.ID, show(r.Hi)))...))
}

// Cell is a cell that names its column where the table is a list.
func Cell(label string, body ...h.UI) h.HTMLTd {
	return h.Td().DataSet("label", label).Body(body...)
}

// Given shows a number, or says that the method gives none.
func Given(c Context, a plan.Allocation, v float64, quantity string, show func(float64) string) h.UI {
	if v == 0 {
		return h.Text(c.T.NotGiven)
	}
	return PlanNum(c, a, Exact(v), quantity, show(v))
}

// Counting says what a law counts as parameters.
func Counting(t *text.Strings, c law.Counting) string {
	if c == law.NonEmbedding {
		return t.CountNonEmbedding
	}
	return t.CountTotal
}

// Powers is an amount of compute whose unit a heading says.
func (c Context) Powers(v float64) string { return unit.Format(unit.FLOPs(v), unit.English) }
