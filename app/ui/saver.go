package ui

import (
	"math"
	"strings"
	"time"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/export"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Origin says of what a page's figures and tables are made, for files of them.
type Origin struct {
	Page   scenario.Page
	Uses   func() []export.Use
	Python func(about []string) string // the law in the sentence at its point; nil: none
}

// meta says where a file comes from.
func meta(c Context, title, alt string) export.Meta {
	return export.Meta{Version: Version(), Date: time.Now().Format(time.DateOnly), Permalink: c.Link(),
		Title: title, Alt: alt, Uses: c.Of.Uses()}
}

// fileHead is the room above a figure in a file, where the page has a heading;
// fileEdge that around it.
const (
	fileHead = 56
	fileEdge = 32
)

// saver writes a figure, or a table, for use elsewhere.
type saver struct {
	c    Context
	f    *chart.XY // nil: the table alone
	look export.Look
	rows export.Sheet // all of it
	meta export.Meta
}

// figureMenu is the menu of a figure, whose files have the layout l.
func (c Context) figureMenu(f *chart.XY, l chart.Size) h.UI {
	if c.Link == nil {
		return h.Div().Hidden(true)
	}
	return &Menu{ID: f.ID + "-save", Of: f.Title, T: c.T, Groups: func() []Group {
		s := saver{c: c, f: f, rows: export.Tidy(f), meta: meta(c, f.Title, export.Alt(f)),
			look: export.Look{Theme: chart.Light, Size: chart.Size{W: l.W + fileEdge, H: l.H + fileEdge + fileHead}}}
		return append([]Group{
			{Label: c.T.Export.Save, Deeds: []Deed{
				s.picture("svg", "SVG"), s.png(1), s.png(2), s.png(4), s.picture("pdf", "PDF"), s.csv(),
				s.save("json", "JSON", func() []byte { return export.JSON(s.meta, f.Tables()) }),
			}},
			{Label: c.T.Export.Copy, Deeds: s.copies()},
			{Label: c.T.Readout.Sound, Deeds: []Deed{{ID: "sound", Label: c.T.Readout.SoundOf, Do: func(Tell) { Play(f.ID + "-plot") }}}},
		}, runsGroup(c, len(f.Points) > 0)...)
	}}
}

// SheetMenu is the menu of a table, which is made only while it is open.
func (c Context) SheetMenu(id, title string, sheet func() export.Sheet) h.UI {
	if c.Link == nil {
		return h.Div().Hidden(true)
	}
	return h.Div().Class("saveable").Body(&Menu{ID: id + "-save", Of: title, T: c.T, Groups: func() []Group {
		s := saver{c: c, rows: sheet(), meta: meta(c, title, "")}
		s.rows.ID, s.rows.Title = id, title
		return append([]Group{{Label: c.T.Export.Save, Deeds: []Deed{s.csv()}},
			{Label: c.T.Export.Copy, Deeds: s.copies()}}, runsGroup(c, false)...)
	}})
}

// runsGroup says what of the reader's own runs is in the files of a menu, and offers to
// put them into their links; nothing where the page has none. draws reports whether
// the files show them.
func runsGroup(c Context, draws bool) []Group {
	t := c.T.Private
	if c.Runs.Count == 0 {
		return nil
	}
	g := Group{Label: t.Yours}
	if draws {
		g.Note = t.Draws
	}
	if c.Runs.Adds > 0 {
		label := text.Fill(t.AddRuns, c.T.Whole(float64(c.Runs.Adds)))
		if c.Runs.On {
			label = t.LeaveRuns
		}
		g.Deeds = []Deed{{ID: "runs", Label: label, Do: func(Tell) { c.Runs.Toggle() }}}
	}
	return []Group{g}
}

// copies are the deeds that end on the clipboard.
func (s saver) copies() []Deed {
	t, f := s.c.T.Export, s.f
	tables := func(write func(*export.Sheet) string) func() string {
		return func() string {
			sheets := []export.Sheet{s.rows}
			if f != nil {
				sheets = export.Sheets(f, s.c.T)
			}
			var out []string
			for i := range sheets {
				out = append(out, write(&sheets[i]))
			}
			return strings.Join(out, "\n")
		}
	}
	var out []Deed
	if f != nil {
		out = append(out, s.image(),
			s.text("tex", t.LaTeXFigure, func() string { return export.LaTeXFigure(f.ID, s.name("pdf"), s.meta) }),
			s.text("md", t.MarkdownImage, func() string { return export.MarkdownImage(s.name("svg"), s.meta) }))
	}
	out = append(out,
		s.text("tex-table", t.LaTeXTable, tables(func(x *export.Sheet) string { return x.LaTeX(s.meta) })),
		s.text("md-table", t.MarkdownTable, tables(func(x *export.Sheet) string { return x.Markdown(s.meta) })),
		s.text("bib", "BibTeX", func() string { return export.BibTeX(s.meta) }))
	if f == nil {
		return out
	}
	out = append(out, s.text("alt", t.Alt, func() string { return export.Alt(f) }))
	if s.c.Of.Python != nil {
		if program := s.c.Of.Python(s.meta.Lines()); program != "" {
			out = append(out, s.text("py", t.Python, func() string { return program }))
		}
	}
	return out
}

func (s saver) name(ext string) string {
	id := s.rows.ID
	if s.f != nil {
		id = s.f.ID
	}
	return s.meta.FileName(string(s.c.Of.Page), id, ext)
}

func (s saver) csv() Deed {
	return s.save("csv", "CSV", func() []byte { return s.rows.CSV(s.meta) })
}

// Program is the law of a method's set in Python at p; "" where the screen shows
// another number than it would print.
func Program(m plan.Method, id string, p law.Point, shown unit.Loss, about []string) string {
	for _, s := range m.Sets() {
		if s.ID != id {
			continue
		}
		if l := m.LawOf(s); l.Loss != nil && math.Abs(float64(l.Loss(s.Theta, p)-shown)) <= 1e-12*float64(shown) {
			return export.Python(l, s.Theta, p, about...)
		}
	}
	return ""
}

// DataUse cites a data set.
func DataUse(d dataset.Dataset) export.Use { return export.Use{ID: d.ID, Ref: d.Ref, Grade: d.Grade} }

// With adds to what a page rests on, for a part of it.
func (o Origin) With(more ...export.Use) Origin {
	uses := o.Uses
	o.Uses = func() []export.Use { return append(more, uses()...) }
	return o
}
