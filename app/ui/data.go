package ui

import (
	"math"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/text"
	"lossline/engine/unit"
)

// FigureData is the figure in words and as tables, folded away under it.
func (c Context) FigureData(f *chart.XY) h.UI {
	return &Disclosure{ID: f.ID + "-data", Label: c.T.FigureData, Content: func() h.UI {
		body := []h.UI{h.P().Class("note").ID(f.ID + "-summary").Text(f.Summary)}
		for _, t := range f.Tables() {
			body = append(body, dataTable(c, f.Title, t))
		}
		return h.Div().Body(body...)
	}}
}

func dataTable(c Context, of string, t chart.Table) h.UI {
	title := t.Title
	if n := len(t.Rows); n > mostRows {
		t.Rows = someRows(t.Rows)
		title += c.T.Colon + text.Fill(c.T.Readout.Rows, c.T.Whole(float64(len(t.Rows))), c.T.Whole(float64(n)))
	}
	var heads, rows []h.UI
	for _, hd := range t.Heads {
		heads = append(heads, ColHead(hd.Label))
	}
	for _, r := range t.Rows {
		var cells []h.UI
		for i, v := range r {
			if math.IsNaN(v) {
				cells = append(cells, h.Td())
				continue
			}
			cells = append(cells, h.Td().Body(Num(Exact(v), "figure", "", axisText(c, t.Heads[i].Format, v))))
		}
		rows = append(rows, h.Tr().Body(cells...))
	}
	return h.Div().Class("scroll").TabIndex(0).Role("region").Attr("aria-label", of+c.T.Colon+t.Title).Body(
		h.Table().Body(
			h.Caption().Text(title),
			h.THead().Body(h.Tr().Body(heads...)),
			h.TBody().Body(rows...),
		),
	)
}

// mostRows is how many rows of a table are on a page: more would take the page
// longer than anybody reads. What is saved has all.
const mostRows = 2000

// someRows are as many, evenly.
func someRows(rows [][]float64) [][]float64 {
	out := make([][]float64, mostRows)
	for i := range out {
		out[i] = rows[i*(len(rows)-1)/(mostRows-1)]
	}
	return out
}

func axisText(c Context, f chart.Format, v float64) string {
	switch f {
	case chart.Count:
		return unit.Compact(v)
	case chart.Power:
		return unit.Format(unit.FLOPs(v), unit.English)
	case chart.Whole:
		return c.T.Whole(v)
	}
	return c.T.Loss(v)
}
