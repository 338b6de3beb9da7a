package view

import (
	"math"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/figure"
	"lossline/engine/unit"
)

// figureData is the figure in words and as tables, folded away under it.
func (c Context) figureData(f *figure.XY) h.UI {
	return &control.Disclosure{ID: f.ID + "-data", Label: c.T.FigureData, Content: func() h.UI {
		body := []h.UI{h.P().Class("note").ID(f.ID + "-summary").Text(f.Summary)}
		if tabler, ok := any(f).(figure.Tabler); ok {
			for _, t := range tabler.Tables() {
				body = append(body, c.dataTable(f.Title, t))
			}
		}
		return h.Div().Body(body...)
	}}
}

func (c Context) dataTable(of string, t figure.Table) h.UI {
	var heads, rows []h.UI
	for _, hd := range t.Heads {
		heads = append(heads, colHead(hd.Label))
	}
	for _, r := range t.Rows {
		var cells []h.UI
		for i, v := range r {
			if math.IsNaN(v) {
				cells = append(cells, h.Td())
				continue
			}
			cells = append(cells, h.Td().Body(control.Num(exact(v), "figure", "", c.axisText(t.Heads[i].Format, v))))
		}
		rows = append(rows, h.Tr().Body(cells...))
	}
	return h.Div().Class("scroll").TabIndex(0).Role("region").Attr("aria-label", of+c.T.Colon+t.Title).Body(
		h.Table().Body(
			h.Caption().Text(t.Title),
			h.THead().Body(h.Tr().Body(heads...)),
			h.TBody().Body(rows...),
		),
	)
}

func (c Context) axisText(f figure.Format, v float64) string {
	switch f {
	case figure.Count:
		return unit.Compact(v)
	case figure.Power:
		return unit.Format(unit.FLOPs(v), unit.English)
	case figure.Whole:
		return c.T.Whole(v)
	}
	return c.T.Loss(v)
}
