package view

import (
	"strings"
	"time"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/control"
	"lossline/app/export"
	"lossline/app/scenario"
	"lossline/app/text"
)

// origin says of what a page's figures and tables are made, for files of them.
type origin struct {
	page   scenario.Page
	uses   func() []export.Use
	python func(about []string) string // the law in the sentence at its point; nil: none
}

// meta says where a file comes from.
func (c Context) meta(title, alt string) export.Meta {
	return export.Meta{Version: control.Version(), Date: time.Now().Format(time.DateOnly), Permalink: c.Link(),
		Title: title, Alt: alt, Uses: c.of.uses()}
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
	return &control.Menu{ID: f.ID + "-save", Of: f.Title, T: c.T, Groups: func() []control.Group {
		s := saver{c: c, f: f, rows: export.Tidy(f), meta: c.meta(f.Title, export.Alt(f)),
			look: export.Look{Theme: chart.Light, Size: chart.Size{W: l.W + fileEdge, H: l.H + fileEdge + fileHead}}}
		return append([]control.Group{
			{Label: c.T.Export.Save, Deeds: []control.Deed{
				s.picture("svg", "SVG"), s.png(1), s.png(2), s.png(4), s.picture("pdf", "PDF"), s.csv(),
				s.save("json", "JSON", func() []byte { return export.JSON(s.meta, f.Tables()) }),
			}},
			{Label: c.T.Export.Copy, Deeds: s.copies()},
			{Label: c.T.Readout.Sound, Deeds: []control.Deed{{ID: "sound", Label: c.T.Readout.SoundOf, Do: func(control.Tell) { control.Play(f.ID + "-plot") }}}},
		}, c.runsGroup(len(f.Points) > 0)...)
	}}
}

// sheetMenu is the menu of a table, which is made only while it is open.
func (c Context) sheetMenu(id, title string, sheet func() export.Sheet) h.UI {
	if c.Link == nil {
		return h.Div().Hidden(true)
	}
	return h.Div().Class("saveable").Body(&control.Menu{ID: id + "-save", Of: title, T: c.T, Groups: func() []control.Group {
		s := saver{c: c, rows: sheet(), meta: c.meta(title, "")}
		s.rows.ID, s.rows.Title = id, title
		return append([]control.Group{{Label: c.T.Export.Save, Deeds: []control.Deed{s.csv()}},
			{Label: c.T.Export.Copy, Deeds: s.copies()}}, c.runsGroup(false)...)
	}})
}

// runsGroup says what of the reader's own runs is in the files of a menu, and offers to
// put them into their links; nothing where the page has none. draws reports whether
// the files show them.
func (c Context) runsGroup(draws bool) []control.Group {
	t := c.T.Private
	if c.Runs.Count == 0 {
		return nil
	}
	g := control.Group{Label: t.Yours}
	if draws {
		g.Note = t.Draws
	}
	if c.Runs.Adds > 0 {
		label := text.Fill(t.AddRuns, c.T.Whole(float64(c.Runs.Adds)))
		if c.Runs.On {
			label = t.LeaveRuns
		}
		g.Deeds = []control.Deed{{ID: "runs", Label: label, Do: func(control.Tell) { c.Runs.Toggle() }}}
	}
	return []control.Group{g}
}

// copies are the deeds that end on the clipboard.
func (s saver) copies() []control.Deed {
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
	var out []control.Deed
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
	if s.c.of.python != nil {
		if program := s.c.of.python(s.meta.Lines()); program != "" {
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
	return s.meta.FileName(string(s.c.of.page), id, ext)
}

func (s saver) csv() control.Deed {
	return s.save("csv", "CSV", func() []byte { return s.rows.CSV(s.meta) })
}
