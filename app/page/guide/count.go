package guide

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/ui"
	"lossline/engine/cite"
)

// counting is what N counts, with models counted both ways.
func (v view) counting() h.UI {
	g, small, large := v.g, v.o.Counts[0], v.o.Counts[2]
	share := func(c scenario.Counted) h.UI {
		return h.Strong().Body(ui.Num(ui.Exact(c.Share()), "embedding-share", c.ID, v.T.PercentOf(c.Share())))
	}
	body := append(v.Fill(g.CountSaid, share(small), h.Text(small.Name), share(large), h.Text(large.Name)), h.Text(v.T.SentenceSep+g.CountRules))
	return v.section("counting", g.CountTitle, g.CountIntro,
		h.P().Class("said").Body(body...),
		h.Div().Class("inside").Body(v.countTable()),
		h.P().Class("note").Text(g.CountNote),
		h.P().Class("note").Body(
			source(cite.Ref{Source: cite.Kaplan2020, Where: "section 2.1, Table 1"}), h.Text(v.T.SemiSep),
			source(cite.Ref{Source: cite.Hoffmann2022, Where: "appendix F"}), h.Text(v.T.SemiSep),
			source(cite.Ref{Source: cite.Brown2020, Where: "Table 2.1, Table D.1"})),
		v.here("shape", "pretraining?open=small-print", ui.GuideAt("term-embedding")),
	)
}

func (v view) countTable() h.UI {
	g, t := v.g, v.T
	var rows []ui.Row
	for _, c := range v.o.Counts {
		name := c.Name
		if name == "" {
			name = g.CountYours
		}
		rows = append(rows, ui.Row{What: name, Cells: []h.UI{
			ui.NumOf(c.NonEmbedding, "params-non-embedding", c.ID, t.Short), ui.NumOf(c.Total, "params", c.ID, t.Short),
			h.Span().Body(ui.NumOf(c.Embedding, "params-embedding", c.ID, t.Short), h.Small().Body(ui.NumOf(c.Share(), "embedding-share", c.ID, t.PercentOf))),
			ui.NumOf(c.FLOPsNonEmbedding, "flops-non-embedding", c.ID, v.Powers), ui.NumOf(c.FLOPs6, "flops-6n", c.ID, v.Powers),
			ui.NumOf(c.FLOPsCounted, "flops-counted", c.ID, v.Powers),
		}})
	}
	return v.Table(g.CountTable, []string{g.ColModel, t.CountNonEmbedding, t.CountTotal, g.ColEmbedding,
		g.ColFLOPsWithout, g.ColFLOPsAll, g.ColFLOPsCounted}, rows)
}
