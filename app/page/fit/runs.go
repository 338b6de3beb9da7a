package fit

import (
	"math"
	"slices"
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/unit"
)

// outliers are the runs far from the law, each with a box that puts it aside:
// what clicking does on the figure.
func outliers(v view) h.UI {
	t, byHand := v.txt, v.State.Fit.AsideRows()
	heads := []string{t.ColRow, t.ColAside, v.T.ColLoss, t.ColFitted, t.ColOff, t.ColScore, v.T.ColParams, v.T.ColTokens}
	var rows []h.UI
	listed := map[int]bool{}
	for _, o := range v.f.Outliers {
		listed[o.Row] = true
		rows = append(rows, outlier(v, o, heads, byHand))
	}
	for _, r := range byHand {
		if !listed[r] {
			rows = append(rows, h.Tr().Body(h.Th().Scope("row").Text(strconv.Itoa(r)), asideCell(v, heads[1], r, true, false), h.Td(), h.Td(), h.Td(), h.Td(), h.Td(), h.Td()))
		}
	}
	if len(rows) == 0 {
		return h.P().Class("note").ID("fit-outliers").Text(t.OutNone)
	}
	return h.Section().ID("fit-outliers").Class("stack").Body(ui.TableOf("tight", t.OutTitle, heads, rows), h.P().Class("note").Text(t.OutLede))
}

func outlier(v view, o job.Outlier, heads []string, byHand []int) h.UI {
	hand := slices.Contains(byHand, o.Row)
	return h.Tr().Body(
		h.Th().Scope("row").Body(h.Text(strconv.Itoa(o.Row)), h.Small().Text(o.Name)),
		asideCell(v, heads[1], o.Row, o.Aside || hand, o.Aside && !hand),
		ui.Maybe(heads[2], known(v, "loss", o.Loss, v.T.Loss)),
		ui.Cell(heads[3], num(v, "fitted", o.Fitted, v.T.Loss)),
		ui.Cell(heads[4], num(v, "off-by", math.Expm1(o.Residual), v.signedShare)),
		ui.Cell(heads[5], num(v, "score", o.Score, func(x float64) string { return text.Decimal(x, 1) })),
		ui.Maybe(heads[6], known(v, "params", o.N, v.T.Short)),
		ui.Maybe(heads[7], known(v, "tokens", o.D, v.T.Short)),
	)
}

// asideCell is the box that puts a row aside; fixed for a run that the published
// fit left out.
func asideCell(v view, label string, row int, on, fixed bool) h.UI {
	return ui.Cell(label, h.Span().Body(&ui.Check{ID: "fit-aside-" + strconv.Itoa(row), Label: text.Fill(v.txt.AsideRow, strconv.Itoa(row)), Quiet: true,
		On: on, Fixed: fixed, Send: v.Send, Make: func(on bool) scenario.Msg { return scenario.PutAside{Row: row, On: on} }}))
}

// share is a share in percent with two digits.
func (v view) share(x float64) string { return unit.Digits(100*x, 2) + "%" }

// signedShare is a share in percent with its sign.
func (v view) signedShare(x float64) string {
	said := text.Decimal(100*x, 2) + "%"
	if math.Abs(x) < 0.00005 {
		return "0.00%"
	}
	if x > 0 {
		return "+" + said
	}
	return said
}

// sized is a value of a coordinate by its symbol.
func sized(v view, symbol string, x float64) string {
	if symbol == "C" {
		return v.T.FLOP(x)
	}
	return unit.Compact(x) + " " + symbol
}
