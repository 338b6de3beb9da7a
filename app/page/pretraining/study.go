package pretraining

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/export"
	"lossline/app/mathml"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// study is the sections that apply Kaplan et al. 2020 to the point looked at.
type study struct {
	ui.Context
	o     scenario.StudyOutcome
	txt   *text.StudyText
	notes *ui.Footnotes
}

// studySections are a lead and one section a question.
func studySections(c ui.Context, notes *ui.Footnotes) []h.UI {
	s := study{c, scenario.EvalStudy(c.State.Scenario, c.Outcome), &c.T.Study, notes}
	sections := []h.UI{s.lead()}
	for _, draw := range []func() section{s.curves, s.batch, s.overfitting, s.allocation, s.size, s.crossover, s.print, s.context} {
		sections = append(sections, s.section(draw()))
	}
	return sections
}

// Part returns the title of a section by its ID, "" where there is none.
func Part(t *text.Strings, id string) string {
	s := &t.Study
	return map[string]string{"learning-curves": s.CurvesTitle, "batch": s.BatchTitle, "overfitting": s.OverTitle, "allocation": s.AllocTitle,
		"model-size": s.SizeTitle, "crossover": s.CrossTitle, "small-print": s.PrintTitle, "context": s.ContextTitle}[id]
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
		h.P().Class("said").Class(s.Stale()).Body(x.said...),
		&ui.Fold{ID: x.id + "-more", Label: show, Target: x.id, Linked: linked, Send: s.Send,
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
	s.Of = s.Of.With(export.Sets(k.NS, k.ND, k.N, k.D, k.C, k.CMin, k.Alloc, k.NC)...)
	var body []h.UI
	if x.asks != nil {
		body = append(body, h.Div().Class("asks").Body(x.asks()...))
	}
	if x.figures != nil {
		body = append(body, h.Div().Class("pair").Body(x.figures()...))
	}
	for _, t := range x.tables() {
		body = append(body, h.Div().Class(s.Stale()).Body(t))
	}
	body = append(body, h.Details().Class("why").ID(x.id+"-why").Body(
		h.Summary().Text(s.T.WhyTitle),
		h.Div().Class("body").Body(x.sources()...),
	))
	return h.Div().Class("inside").Body(body...)
}

func (s study) lead() h.UI {
	t, txt, o := s.T, s.txt, s.o
	body := s.Fill(txt.Lead, s.params(o.N), s.tokens(o.D))
	beyond := txt.LeadInside
	if len(o.Beyond) > 0 {
		beyond = text.Fill(txt.LeadBeyond, t.Beyond(o.Beyond))
	}
	body = append(body, h.Text(t.SentenceSep+beyond), s.noted(txt.NoteCounting, txt.NoteRun, t.WarnSuperseded))
	return h.Div().Class("study").Class("lead").Body(h.H2().Text(txt.Title), h.P().Class("said").Class(s.Stale()).Body(body...))
}

// noted leads from a sentence to its notes.
func (s study) noted(sentences ...string) h.UI {
	var links []h.UI
	for _, said := range sentences {
		n := unit.Compact(float64(s.notes.Number(said)))
		links = append(links, h.A().Href("#note-"+n).DataSet("note", n).Attr("aria-label", s.T.NoteLabel+" "+n).Text(n))
	}
	return h.Sup().Body(links...)
}

func (s study) bold(exact, quantity, shown string) h.UI {
	return h.Strong().Body(ui.Num(exact, quantity, "kaplan2020", shown))
}

func (s study) params(v unit.Params) h.UI {
	return s.bold(ui.Exact(v), "params", s.T.Params(float64(v)))
}
func (s study) tokens(v unit.Tokens) h.UI {
	return s.bold(ui.Exact(v), "tokens", s.T.Tokens(float64(v)))
}
func (s study) flops(v unit.FLOPs) h.UI { return s.bold(ui.Exact(v), "flops", s.T.FLOP(float64(v))) }
func (s study) loss(v unit.Loss) h.UI   { return s.bold(ui.Exact(v), "loss", s.T.Loss(float64(v))) }
func (s study) times(quantity string, v float64) h.UI {
	return s.bold(ui.Exact(v), quantity, strings.TrimSpace(s.T.Factor(v)))
}
func (s study) share(quantity string, v float64) h.UI {
	return s.bold(ui.Exact(v), quantity, s.T.SmallShare(v))
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
		ui.FormulaBox(s.T, drawn),
		h.P().Class("note").Body(
			ui.SourceLink(ref),
			h.Text(more),
		),
	)
}

func (s study) set(set *law.Set) h.UI {
	l, _, _ := law.SetByID(set.ID)
	return s.WhySet(l, set)
}
