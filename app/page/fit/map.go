package fit

import (
	"slices"
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/dataset"
)

// roles are the meanings of a column in the order of the menu.
var roles = []dataset.Role{dataset.RoleNone, dataset.RoleN, dataset.RoleD, dataset.RoleC, dataset.RoleLoss, dataset.RoleS, dataset.RoleB,
	dataset.RoleU, dataset.RoleError, dataset.RoleWeight, dataset.RoleName, dataset.RoleCurve, dataset.RoleGroup}

func roleNames(v view) []string {
	t := v.txt
	return []string{t.RoleNone, t.RoleN, t.RoleD, t.RoleC, t.RoleLoss, t.RoleS, t.RoleB, t.RoleU, t.RoleError, t.RoleWeight, t.RoleName, t.RoleCurve, t.RoleGroup}
}

// scales are the units of a column in the order of the menu; 8.64e19 is a PF-day.
var scales = []float64{1, 1e3, 1e6, 1e9, 1e12, 1e18, 1e21, 8.64e19}

func scaleNames(v view) []string {
	t := v.txt
	return []string{t.ScaleOne, t.ScaleK, t.ScaleM, t.ScaleB, t.ScaleT, t.ScaleExa, t.ScaleZetta, t.ScalePF}
}

// waits reports whether the reader's table waits for an answer before it is
// fitted.
func waits(v view) bool {
	return v.w.Read != nil && !v.w.Taken
}

// mapping is how the reader's table is read: folded once it is in use.
func mapping(v view) h.UI {
	switch {
	case v.w.Read == nil || v.w.Taken && !v.own():
		return h.Div()
	case waits(v):
		return h.Section().ID("fit-map").Class("stack").Body(append([]h.UI{h.H2().Text(v.txt.MapTitle)}, mapBody(v)...)...)
	}
	return &ui.Disclosure{ID: "fit-map-folded", Label: v.txt.MapTitle, Content: func() h.UI {
		return h.Div().Class("stack").Body(mapBody(v)...)
	}}
}

func mapBody(v view) []h.UI {
	r, t := v.w.Read, v.txt
	name := v.w.File.Name
	if name == "" {
		name = t.PasteName
	}
	said := text.Fill(t.MapLede, name, v.T.Whole(float64(r.Rows)), v.T.Whole(float64(r.Kept)))
	if !r.Sure {
		said += v.T.SentenceSep + t.MapUnsure
	}
	body := []h.UI{h.P().Text(said), mapNotes(v, r), preview(v, r), problems(v, r)}
	if len(r.Problems) > 0 {
		body = append(body, &ui.Check{ID: "fit-drop-bad", Label: t.DropBad, On: v.w.DropBad, Send: v.Send,
			Make: func(on bool) scenario.Msg { return scenario.DropRows{Bad: on, Duplicates: v.w.DropDup} }})
	}
	if r.Duplicate > 0 {
		body = append(body, &ui.Check{ID: "fit-drop-dup", Label: t.DropDup, On: v.w.DropDup, Send: v.Send,
			Make: func(on bool) scenario.Msg { return scenario.DropRows{Bad: v.w.DropBad, Duplicates: on} }})
	}
	if waits(v) {
		body = append(body, h.Div().Body(&ui.Button{ID: "fit-agree", Label: t.Agree, Kind: "primary", Do: func() { v.Send(scenario.Agree{}) }}))
	}
	return body
}

// mapNotes is what was noticed about the table, and how many rows are special.
func mapNotes(v view, r *job.ReadReply) h.UI {
	t := v.txt
	var items []h.UI
	for _, n := range r.Notes {
		items = append(items, h.Li().Text(v.T.ReadNote(n)))
	}
	for _, c := range []struct {
		n    int
		said string
	}{{r.Blank, t.CountBlank}, {r.Duplicate, t.CountDup}, {r.Completed, t.CountDone}, {r.Contrary, t.CountContrary}, {r.Curves, t.CountCurves}} {
		if c.n > 0 {
			said := text.Fill(c.said, v.T.Whole(float64(c.n)))
			if c.said == t.CountContrary {
				said += rowsOf(v, r.ContraryRows)
			}
			items = append(items, h.Li().Text(said))
		}
	}
	return h.Ul().Class("note").Body(items...)
}

// rowsOf names the first rows in which C is not 6ND.
func rowsOf(v view, rows []job.RowRatio) string {
	said := ""
	for i, r := range rows[:min(len(rows), 5)] {
		sep := v.T.ListSep
		if i == 0 {
			sep = v.T.Colon
		}
		said += sep + text.Fill(v.txt.PlaceRow, strconv.Itoa(r.Row)) + " " + v.T.Factor(r.Ratio)
	}
	return said
}

// preview is the first rows under a menu for each column.
func preview(v view, r *job.ReadReply) h.UI {
	var heads, rows []h.UI
	for i := range r.Mapping.Columns {
		heads = append(heads, column(v, i, r.Mapping.Columns[i]))
	}
	for _, cells := range r.Preview {
		var tds []h.UI
		for i := range r.Mapping.Columns {
			cell := ""
			if i < len(cells) {
				cell = cells[i]
			}
			tds = append(tds, h.Td().Text(cell))
		}
		rows = append(rows, h.Tr().Body(tds...))
	}
	return h.Div().Class("scroll").TabIndex(0).Role("region").Attr("aria-label", v.txt.MapPreview).Body(
		h.Table().ID("fit-preview").Body(
			h.Caption().Text(v.txt.MapPreview),
			h.THead().Body(h.Tr().Body(heads...)),
			h.TBody().Body(rows...),
		),
	)
}

// column is the head of a column: its name, meaning and unit.
func column(v view, i int, c dataset.Column) h.UI {
	id, name := "fit-col-"+strconv.Itoa(i), c.Name
	if name == "" {
		name = strconv.Itoa(i + 1)
	}
	body := []h.UI{h.Span().Text(name), &ui.Select{ID: id, Label: text.Fill(v.txt.MapRole, name), Quiet: true, Value: string(c.Role),
		Options: roleOptions(v), Send: v.Send, Make: func(role string) scenario.Msg {
			as := c
			as.Role = dataset.Role(role)
			return scenario.MapColumn{Index: i, As: as}
		}}}
	if slices.Index(roles, c.Role) > 0 && slices.Index(roles, c.Role) <= slices.Index(roles, dataset.RoleU) {
		body = append(body, scaleMenu(v, id, name, i, c))
	}
	return h.Th().Scope("col").Body(body...)
}

func roleOptions(v view) []ui.Option {
	var out []ui.Option
	for i, name := range roleNames(v) {
		out = append(out, ui.Option{Value: string(roles[i]), Label: name})
	}
	return out
}

func scaleMenu(v view, id, name string, i int, c dataset.Column) h.UI {
	at := c.Scale
	if at == 0 {
		at = 1
	}
	var options []ui.Option
	for k, label := range scaleNames(v) {
		options = append(options, ui.Option{Value: ui.Exact(scales[k]), Label: label})
	}
	if !slices.Contains(scales, at) {
		options = append(options, ui.Option{Value: ui.Exact(at), Label: "× " + text.Estimate(at)})
	}
	return &ui.Select{ID: id + "-scale", Label: text.Fill(v.txt.MapScale, name), Quiet: true, Value: ui.Exact(at), Options: options, Send: v.Send,
		Make: func(scale string) scenario.Msg {
			as := c
			as.Scale, _ = strconv.ParseFloat(scale, 64) // from the menu
			return scenario.MapColumn{Index: i, As: as}
		}}
}

// firstProblems is how many problems are named before the rest is folded.
const firstProblems = 20

// problems are the rows that cannot be used, by row and column.
func problems(v view, r *job.ReadReply) h.UI {
	if len(r.Problems) == 0 {
		return h.Div()
	}
	all := 0
	for _, n := range r.Counts {
		all += n
	}
	first := min(len(r.Problems), firstProblems)
	body := []h.UI{h.H3().Text(v.txt.Problems), h.Ul().Class("note").Body(problemItems(v, r.Problems[:first])...)}
	if all > first {
		body = append(body, &ui.Disclosure{ID: "fit-problems-more", Label: text.Fill(v.txt.MoreRows, v.T.Whole(float64(all-first))), Content: func() h.UI {
			return h.Ul().Class("note").Body(problemItems(v, r.Problems[first:])...)
		}})
	}
	return h.Div().ID("fit-problems").Body(body...)
}

func problemItems(v view, ps []dataset.Problem) []h.UI {
	var items []h.UI
	for _, p := range ps {
		items = append(items, h.Li().Text(v.T.ReadProblem(p)))
	}
	return items
}
