package view

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/export"
	"lossline/app/mathml"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// study is the sections that apply Kaplan et al. 2020 to the point looked at.
type study struct {
	Context
	o     scenario.StudyOutcome
	txt   *text.StudyText
	notes *footnotes
}

// studySections are a lead and one section a question.
func (c Context) studySections(notes *footnotes) []h.UI {
	s := study{c, scenario.EvalStudy(c.State.Scenario, c.Outcome), &c.T.Study, notes}
	sections := []h.UI{s.lead()}
	for _, draw := range []func() section{s.curves, s.batch, s.overfitting, s.allocation, s.size, s.crossover, s.print, s.context} {
		sections = append(sections, s.section(draw()))
	}
	return sections
}

// section is one question: the answer in a sentence, and behind it, made only
// while it is open, figures, choices, numbers and sources.
type section struct {
	id, title string
	said      []h.UI
	asks      func() []h.UI // nil for none
	figures   func() []h.UI // nil for none
	tables    func() []h.UI
	sources   func() []h.UI
}

func (s study) section(x section) h.UI {
	linked, show := s.State.Study.Open == x.id, s.txt.Show
	if x.figures == nil {
		show = s.txt.ShowNumbers
	}
	return h.Section().ID(x.id).Class("study").Body(
		h.H2().Text(x.title),
		h.P().Class("said").Class(s.stale()).Body(x.said...),
		&control.Fold{ID: x.id + "-more", Label: show, Target: x.id, Linked: linked, Send: s.Send,
			Make: func(open bool) scenario.Msg {
				if !open {
					return scenario.Choose{Key: scenario.KeyOpen, Value: "none"}
				}
				return scenario.Choose{Key: scenario.KeyOpen, Value: x.id}
			},
			Content: func() h.UI { return s.inside(x) }},
	)
}

func (s study) inside(x section) h.UI {
	k := s.o.Sets
	s.of = s.of.with(export.Sets(k.NS, k.ND, k.N, k.D, k.C, k.CMin, k.Alloc, k.NC)...)
	var body []h.UI
	if x.asks != nil {
		body = append(body, h.Div().Class("asks").Body(x.asks()...))
	}
	if x.figures != nil {
		body = append(body, h.Div().Class("pair").Body(x.figures()...))
	}
	for _, t := range x.tables() {
		body = append(body, h.Div().Class(s.stale()).Body(t))
	}
	body = append(body, h.Details().Class("why").ID(x.id+"-why").Body(
		h.Summary().Text(s.T.WhyTitle),
		h.Div().Class("body").Body(x.sources()...),
	))
	return h.Div().Class("inside").Body(body...)
}

func (s study) lead() h.UI {
	t, txt, o := s.T, s.txt, s.o
	body := s.fill(txt.Lead, s.params(o.N), s.tokens(o.D))
	beyond := txt.LeadInside
	if len(o.Beyond) > 0 {
		beyond = text.Fill(txt.LeadBeyond, t.Beyond(o.Beyond))
	}
	body = append(body, h.Text(t.SentenceSep+beyond), s.noted(txt.NoteCounting, txt.NoteRun, t.WarnSuperseded))
	return h.Div().Class("study").Class("lead").Body(h.H2().Text(txt.Title), h.P().Class("said").Class(s.stale()).Body(body...))
}

// noted leads from a sentence to its notes.
func (s study) noted(sentences ...string) h.UI {
	var links []h.UI
	for _, said := range sentences {
		n := unit.Compact(float64(s.notes.number(said)))
		links = append(links, h.A().Href("#note-"+n).DataSet("note", n).Attr("aria-label", s.T.NoteLabel+" "+n).Text(n))
	}
	return h.Sup().Body(links...)
}

// fill puts elements into a sentence.
func (c Context) fill(template string, numbers ...h.UI) []h.UI {
	pieces, slots := text.Split(template)
	return control.Mix(pieces, slots, numbers...)
}

func (s study) bold(exact, quantity, shown string) h.UI {
	return h.Strong().Body(control.Num(exact, quantity, "kaplan2020", shown))
}

func (s study) params(v unit.Params) h.UI { return s.bold(exact(v), "params", s.T.Params(float64(v))) }
func (s study) tokens(v unit.Tokens) h.UI { return s.bold(exact(v), "tokens", s.T.Tokens(float64(v))) }
func (s study) flops(v unit.FLOPs) h.UI   { return s.bold(exact(v), "flops", s.T.FLOP(float64(v))) }
func (s study) loss(v unit.Loss) h.UI     { return s.bold(exact(v), "loss", s.T.Loss(float64(v))) }
func (s study) times(quantity string, v float64) h.UI {
	return s.bold(exact(v), quantity, strings.TrimSpace(s.T.Factor(v)))
}
func (s study) share(quantity string, v float64) h.UI {
	return s.bold(exact(v), quantity, s.T.SmallShare(v))
}

// row is a row of a table: what it is, and a number or nil in each column.
type row struct {
	what  string
	cells []h.UI
}

// table is a table of rows under heads.
func (c Context) table(caption string, heads []string, rows []row) h.UI {
	kind := "cards"
	if len(heads) == 2 {
		kind = "facts" // narrow enough for a phone as it is
	}
	return c.tableAs(kind, caption, heads, rows)
}

// tableAs is a table of a kind: on a phone "cards" become a card a row, "facts"
// stay as they are, and "tight" ones do in smaller type.
func (c Context) tableAs(kind, caption string, heads []string, rows []row) h.UI {
	var rs []h.UI
	for _, r := range rows {
		cells := []h.UI{h.Th().Scope("row").Text(r.what)}
		for i, x := range r.cells {
			cells = append(cells, maybe(heads[i+1], x))
		}
		rs = append(rs, h.Tr().Body(cells...))
	}
	return tableOf(kind, caption, heads, rs)
}

// maybe is a cell, empty for nil.
func maybe(label string, x h.UI) h.UI {
	if x == nil {
		return h.Td()
	}
	return cell(label, x)
}

// tableOf is a table of rows that are made already.
func tableOf(kind, caption string, heads []string, rows []h.UI) h.UI {
	var hs []h.UI
	for _, head := range heads {
		hs = append(hs, colHead(head))
	}
	return h.Div().Class("scroll").TabIndex(0).Role("region").Attr("aria-label", caption).Body(
		h.Table().Class(kind).Body(
			h.Caption().Text(caption),
			h.THead().Body(h.Tr().Body(hs...)),
			h.TBody().Body(rows...),
		),
	)
}

// num is a number of a table.
func num[T ~float64](v T, quantity, law string, show func(float64) string) h.UI {
	return control.Num(exact(v), quantity, law, show(float64(v)))
}

// formula is an equation of the paper that is no law of its own.
func (s study) formula(tex, where string) h.UI {
	return s.equation(tex, cite.Ref{Source: law.KaplanN.Ref.Source, Where: where}, "")
}

// equation is an equation, where it stands, and what else is to be said of it.
func (s study) equation(tex string, ref cite.Ref, more string) h.UI {
	drawn, err := mathml.From(tex, true)
	if err != nil { // a test draws every section
		drawn = "<span>" + mathml.Escape(tex) + "</span>"
	}
	return h.Div().Body(
		formulaBox(s.T, drawn),
		h.P().Class("note").Body(
			control.SourceLink(ref),
			h.Text(more),
		),
	)
}

func (s study) set(set *law.Set) h.UI {
	l, _, _ := law.SetByID(set.ID)
	return s.whySet(l, set)
}
