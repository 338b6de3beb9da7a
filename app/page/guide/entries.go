package guide

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/cite"
	"lossline/engine/law"
)

// guideEntry is what an entry of the Guide has beside its words.
type guideEntry struct {
	id    string
	tex   string
	refs  []cite.Ref
	grade cite.Grade // of the constants, 0 where there are none
	ways  []string   // to where Lossline shows it
}

func at(s *cite.Source, where string) cite.Ref { return cite.Ref{Source: s, Where: where} }

// guideEntries are the reasons not to trust a law, and the methods.
func guideEntries() []guideEntry {
	return []guideEntry{
		{id: "trap-far", refs: []cite.Ref{at(cite.Kaplan2020, "section 6.3"), at(cite.Hoffmann2022, "section 5")},
			ways: []string{"pretraining?open=crossover", "plan"}},
		{id: "trap-recipe", refs: []cite.Ref{at(cite.Kaplan2020, "section 1.2"), at(cite.DeepSeek2024, "section 3.3")},
			ways: []string{"fit"}},
		{id: "trap-schedule", refs: []cite.Ref{at(cite.Hoffmann2022, "section 2, appendix B"), at(cite.Porian2024, "abstract"), at(cite.Hagele2024, "abstract")},
			ways: []string{ui.GuideAt("disagreement"), "fit?fdata=porian-optima"}},
		{id: "trap-edge", refs: []cite.Ref{at(cite.Hoffmann2022, "section 3.2")},
			ways: []string{"fit?fdata=porian-isoflops"}},
		{id: "trap-repeat", refs: []cite.Ref{at(cite.Muennighoff2023, "abstract")},
			ways: []string{"plan?ask=data", "pretraining?open=overfitting", "fit?fdata=muennighoff"}},
		{id: "trap-count", refs: []cite.Ref{at(cite.Pearce2024, "abstract"), at(cite.Porian2024, "abstract")},
			ways: []string{ui.GuideAt("counting"), "pretraining?open=small-print"}},
		{id: "trap-emergent", refs: []cite.Ref{at(cite.Wei2022, "abstract"), at(cite.Schaeffer2023, "abstract"), at(cite.Gadre2024, "abstract")},
			ways: []string{"fit?fdata=gadre"}},
		{id: "trap-quality", refs: []cite.Ref{at(cite.Tay2021, "Table 3")},
			ways: []string{"shape"}},

		{id: "method-kaplan", tex: law.KaplanND.TeX, refs: []cite.Ref{law.KaplanND.Ref}, grade: law.KaplanND.Sets[0].Grade,
			ways: []string{"pretraining?open=allocation", "pretraining?open=learning-curves"}},
		{id: "method-batch", tex: `\left(\frac{S}{S_{\min}}-1\right)\left(\frac{E}{E_{\min}}-1\right)=1,\quad B_{\mathrm{crit}}=\frac{B_*}{L^{\frac{1}{\alpha_B}}}`,
			refs: []cite.Ref{at(cite.McCandlish2018, "abstract"), at(cite.Kaplan2020, "eq. 5.1 to 5.3"), at(cite.Zhang2024, "abstract")}, grade: cite.GradeA,
			ways: []string{"pretraining?open=batch"}},
		{id: "method-hernandez", tex: ui.TexTransfer, refs: []cite.Ref{at(cite.Hernandez2021, "eq. 1.1")}, grade: cite.GradeA,
			ways: []string{"transfer"}},
		{id: "method-tay", refs: []cite.Ref{at(cite.Tay2021, "section 4.4")}, grade: cite.GradeB,
			ways: []string{"shape"}},
		{id: "method-approach1", tex: law.PowerAllocation.TeX, refs: []cite.Ref{at(cite.Hoffmann2022, "section 3.1, Table 2")}, grade: cite.GradeA,
			ways: []string{"plan", "fit?fdata=olmo-ladder"}},
		{id: "method-approach2", tex: `\ln L=a+b\ln N+c(\ln N)^{2},\quad N^{*}=kC^{a}`, refs: []cite.Ref{at(cite.Hoffmann2022, "section 3.2, Table 2")}, grade: cite.GradeA,
			ways: []string{"fit?fdata=porian-isoflops"}},
		{id: "method-approach3", tex: law.Chinchilla.TeX, refs: []cite.Ref{law.Chinchilla.Ref, law.Chinchilla.Sets[0].Ref}, grade: law.Chinchilla.Sets[0].Grade,
			ways: []string{"plan", "fit?fdata=chinchilla-epoch"}},
		{id: "method-repeat", tex: law.DataConstrained.TeX, refs: []cite.Ref{law.DataConstrained.Ref}, grade: law.DataConstrained.Sets[0].Grade,
			ways: []string{"plan?ask=data", "fit?fdata=muennighoff"}},
		{id: "method-overtraining", tex: law.OverTraining.TeX, refs: []cite.Ref{law.OverTraining.Ref}, grade: law.OverTraining.Sets[0].Grade,
			ways: []string{"fit?fdata=gadre"}},
		{id: "method-inference", tex: `\min_{N,D}\,6ND+2ND_{\mathrm{inf}},\quad L(N,D)=L^{*}`, refs: []cite.Ref{at(cite.Sardana2023, "abstract")},
			ways: []string{"plan"}},
		{id: "method-huber", tex: `\min_{\theta}\,\mathrm{Huber}_{\delta}(\ln L_{\theta}(N_i,D_i)-\ln L_i)`, refs: []cite.Ref{at(cite.Hoffmann2022, "section 3.3"), law.Chinchilla.Sets[0].Ref},
			ways: []string{"fit"}},
		{id: "method-bootstrap", refs: []cite.Ref{at(cite.Besiroglu2024, "the authors' notebook")}, ways: []string{"fit?fdata=chinchilla-epoch"}},
		{id: "method-backtest", refs: []cite.Ref{at(cite.Bhagia2024, "abstract")}, ways: []string{"fit?fdata=olmo-ladder"}},
	}
}

func guideEntryOf(id string) guideEntry {
	for _, e := range guideEntries() {
		if e.id == id {
			return e
		}
	}
	return guideEntry{}
}

// entries are pieces of the Guide with formula, sources and the way to where Lossline
// shows them.
func (v view) entries(ids []string) []h.UI {
	var out []h.UI
	for _, id := range ids {
		e, said := guideEntryOf(id), v.T.GuideEntry(id)
		body := []h.UI{h.H3().Text(said.Title), h.P().Class("said").Text(said.Text)}
		if e.tex != "" {
			body = append(body, v.equation(e.tex))
		}
		out = append(out, h.Article().ID(id).TabIndex(-1).Class("entry").Body(append(body, v.sources(e), v.here(e.ways...))...))
	}
	return out
}

func (v view) sources(e guideEntry) h.UI {
	var body []h.UI
	for i, ref := range e.refs {
		if i > 0 {
			body = append(body, h.Text(v.T.SemiSep))
		}
		body = append(body, source(ref))
	}
	if e.grade != 0 {
		body = append(body, h.Text(v.T.Colon+text.Fill(v.T.Grade, string(e.grade))))
	}
	return h.P().Class("note").Body(body...)
}

// terms is the glossary.
func (v view) terms() h.UI {
	var body []h.UI
	for _, id := range scenario.GuideTerms() {
		said := v.T.GuideEntry(id)
		body = append(body, h.Div().ID(id).TabIndex(-1).Body(h.Dt().Text(said.Title), h.Dd().Text(said.Text)))
	}
	return h.Dl().Class("terms").Body(body...)
}

// corrections lists which numbers were corrected, and why.
func (v view) corrections() h.UI {
	var body []h.UI
	for _, said := range v.T.Corrections {
		body = append(body, h.Li().Text(said))
	}
	return h.Ul().Body(body...)
}
