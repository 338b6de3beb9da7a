package shape

import (
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/cite"
	"lossline/engine/shape"
)

// list is the ranked shapes, each with its notes for and against.
func list(c view, notes *ui.Footnotes) h.UI {
	s := c.s
	var rows []h.UI
	for i, k := range c.o.Advice.Candidates {
		rows = append(rows, candidate(c, i, k, notes))
	}
	if len(rows) == 0 {
		return h.P().Class("note").Text(said(c, c.o.Advice.Notes))
	}
	return h.Div().Body(
		h.Div().Class("scroll").TabIndex(0).Role("region").Attr("aria-label", s.Table).Body(
			h.Table().Class("cards").ID("shapes").Body(
				h.Caption().Text(s.Table),
				h.THead().Body(h.Tr().Body(
					ui.ColHead(s.ColShape), ui.ColHead(s.ColTotal), ui.ColHead(s.ColNonEmb), ui.ColHead(c.flopsName()), ui.ColHead(s.ColContext),
					ui.ColHead(s.ColDepth).Title(s.ColDepthHelp), ui.ColHead(s.ColAspect), ui.ColHead(s.ColMemory), ui.ColHead(s.ColFor), ui.ColHead(s.ColCon),
				)),
				h.TBody().Body(rows...),
			),
		),
		h.P().Class("note").Text(c.rule()+c.T.SentenceSep+c.s.ColDepth+c.T.Colon+c.s.ColDepthHelp+c.lengths()),
		h.P().Class("note").Text(said(c, c.o.Advice.Notes)),
	)
}

// flopsName is what a token takes, by family: of an encoder and a decoder it passes one.
func (c view) flopsName() string {
	if c.o.Request.Family == shape.FamilyT5 {
		return c.s.ColFLOPsT5
	}
	return c.s.ColFLOPs
}

// lengths says over what the FLOPs of a T5 are a mean.
func (c view) lengths() string {
	if c.o.Request.Family != shape.FamilyT5 {
		return ""
	}
	return c.T.SentenceSep + text.Fill(c.s.T5Lengths, c.T.Whole(shape.T5Inputs), c.T.Whole(shape.T5Targets))
}

// said is notes one after the other.
func said(c view, notes []shape.Note) string {
	said := ""
	for i, n := range notes {
		if i > 0 {
			said += c.T.SentenceSep
		}
		said += c.T.ShapeNote(n)
	}
	return said
}

func candidate(c view, i int, k shape.Candidate, notes *ui.Footnotes) h.UI {
	s, id := c.s, strconv.Itoa(i+1)
	num := func(label, quantity string, v float64, shown string) h.UI {
		x := ui.Num(ui.Exact(v), quantity, id, shown)
		if _, ok := scenario.WhyShape(c.o, quantity, id); ok {
			x = c.Ask(quantity, id, x)
		}
		return ui.Cell(label, x)
	}
	width := float64(k.Shape.Width())
	row := h.Tr().Body(
		h.Th().Scope("row").Body(
			ui.Num(ui.Exact(k.Layers), "layers", id, c.T.Whole(k.Layers)),
			h.Text(" × "),
			ui.Num(ui.Exact(width), "d-model", id, c.T.Whole(width)),
			h.Small().Body(h.Text(c.heads(k.Shape)+c.T.ListSep+text.Fill(s.FeedForwardIs, c.T.Whole(float64(k.Shape.FeedForward()))))),
		),
		num(s.ColTotal, "params", float64(k.Total), c.T.Short(float64(k.Total))),
		num(s.ColNonEmb, "params-non-embedding", float64(k.NonEmbedding), c.T.Short(float64(k.NonEmbedding))),
		num(c.flopsName(), "flops", float64(k.Forward.Matrices()), c.T.FLOPNumber(float64(k.Forward.Matrices()))),
		num(s.ColContext, "flops-context", float64(k.Forward.Context), c.T.FLOPNumber(float64(k.Forward.Context))),
		num(s.ColDepth, "relative-depth", k.RelativeDepth, c.T.Ratio(k.RelativeDepth)),
		num(s.ColAspect, "aspect-ratio", k.AspectRatio, c.T.Ratio(k.AspectRatio)),
		num(s.ColMemory, "bytes", k.MemoryBytes, c.T.Memory(k.MemoryBytes)),
		ui.Cell(s.ColFor, marks(notes, c.T, sentences(c, k.For))...),
		ui.Cell(s.ColCon, marks(notes, c.T, sentences(c, k.Against))...),
	)
	if i == 0 {
		row = row.Class("head")
	}
	return row
}

func sentences(c view, ns []shape.Note) []string {
	var out []string
	for _, n := range ns {
		out = append(out, c.T.ShapeNote(n))
	}
	return out
}

// marks is the numbers of notes as links, nothing where there are none.
func marks(f *ui.Footnotes, t *text.Strings, said []string) []h.UI {
	var links []h.UI
	for i, s := range said {
		n := strconv.Itoa(f.Number(s))
		if i > 0 {
			links = append(links, h.Text(" "))
		}
		links = append(links, h.A().Href("#note-"+n).DataSet("note", n).Attr("aria-label", t.NoteLabel+" "+n).Text(n))
	}
	if len(links) == 0 {
		return nil
	}
	return []h.UI{h.Span().Class("marks").Body(links...)}
}

// source is a reference that leads to the work, with its grade.
func source(c view, r cite.Ref, g cite.Grade) h.UI {
	return h.P().Class("note").Body(
		ui.SourceLink(r),
		h.Text(c.T.Colon+c.T.GradeOf(g)),
	)
}
