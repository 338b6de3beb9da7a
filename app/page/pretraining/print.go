package pretraining

import (
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// crossover is where two of the laws contradict each other.
func (s study) crossover() section {
	c, o, t, txt := s.o.Cross, s.o, s.T, s.txt
	said := s.Fill(txt.CrossSaid, s.flops(c.C), s.params(c.N), s.tokens(c.D), s.loss(c.Loss))
	said = append(said, s.noted(t.LawWarnings(c.Warnings)...), h.Text(t.SentenceSep))
	template, times := txt.CrossYours, float64(c.C/o.Alloc.CMin)
	if times < 1 {
		template, times = txt.CrossPast, 1/times
	}
	said = append(said, s.Fill(template, s.bold(ui.Exact(times), "times-crossing", unit.Compact(times)))...)
	return section{
		id: "crossover", title: txt.CrossTitle, said: said,
		asks: func() []h.UI {
			return []h.UI{
				s.Choice(scenario.KeyCMin, "cross-cmin", txt.CMinLabel, txt.CMinHelp, cminLabels(s)),
				s.Choice(scenario.KeyAlloc, "cross-tokens", txt.TokensLabel, txt.TokensHelp, tokensLabels(s)),
			}
		},
		figures: func() []h.UI { return []h.UI{s.Figure(Contradiction(o, t), ui.Large)} },
		tables:  func() []h.UI { return []h.UI{crossTable(s)} },
		sources: func() []h.UI {
			return []h.UI{s.formula(`L(C_{\min})=L(D(C_{\min}))`, "section 6.3, eq. 6.8"), s.set(o.Sets.CMin), s.set(o.Sets.D), s.set(o.Sets.Alloc)}
		},
	}
}

func crossTable(s study) h.UI {
	c, paper, t, txt := s.o.Cross, scenario.PaperCrossing, s.T, s.txt
	both := func(what, quantity string, printed, here float64, show func(float64) string) ui.Row {
		return ui.Row{What: what, Cells: []h.UI{ui.NumOf(printed, quantity, "paper", show), ui.NumOf(here, quantity, "crossing", show)}}
	}
	days := func(v float64) string { return unit.Compact(v) + " PF-days" }
	return s.Table(txt.CrossTable, []string{txt.ColWhat, txt.ColPaper, txt.ColHere}, []ui.Row{
		both("C_min", "pf-days", float64(paper.C/unit.PFDay), float64(c.C/unit.PFDay), days),
		both(t.ColParams, "params", float64(paper.N), float64(c.N), t.Count),
		both(t.ColTokens, "tokens", float64(paper.D), float64(c.D), t.Count),
		both(t.ColLoss, "loss", float64(paper.Loss), float64(c.Loss), t.Loss),
	})
}

// print is what is small: laws of one variable, the learning rate, the counting.
func (s study) print() section {
	v, o, t, txt := s.o.Print, s.o, s.T, s.txt
	said := s.Fill(txt.PrintNone, s.params(o.N), s.params(law.KaplanLRZero))
	if v.Rate.Rate > 0 {
		said = s.Fill(txt.PrintSaid, s.bold(ui.Exact(v.Rate.Rate), "learning-rate", rate(v.Rate.Rate)), s.params(o.N))
	}
	rateOrNone := h.UI(h.Text(t.Answers.RateNone))
	if v.Rate.Rate > 0 {
		rateOrNone = ui.NumOf(v.Rate.Rate, "learning-rate", "table", rate)
	}
	if len(v.Rate.Warnings) > 0 {
		said = append(said, s.noted(t.LawWarnings(v.Rate.Warnings)...))
	}
	return section{
		id: "small-print", title: txt.PrintTitle, said: said,
		tables: func() []h.UI {
			return []h.UI{s.Table(txt.PrintTable, []string{txt.ColWhat, txt.ColValue}, []ui.Row{
				{What: txt.RowLN, Cells: []h.UI{ui.NumOf(v.N, "loss", "kaplan2020.n.1", t.Loss)}},
				{What: txt.RowLD, Cells: []h.UI{ui.NumOf(v.D, "loss", "kaplan2020.d.1", t.Loss)}},
				{What: txt.RowLC, Cells: []h.UI{ui.NumOf(v.C, "loss", "kaplan2020.c.1", t.Loss)}},
				{What: txt.RowLCMin, Cells: []h.UI{ui.NumOf(v.CMin, "loss", o.Sets.CMin.ID, t.Loss)}},
				{What: txt.RowRate, Cells: []h.UI{rateOrNone}},
				{What: txt.RowTotal, Cells: []h.UI{ui.NumOf(v.Total, "params", "with-embeddings", t.Count)}},
				{What: txt.RowWithout, Cells: []h.UI{ui.NumOf(v.Without, "params", "without-embeddings", t.Count)}},
			})}
		},
		sources: func() []h.UI {
			return []h.UI{s.set(o.Sets.N), s.set(o.Sets.D), s.set(o.Sets.C), s.set(o.Sets.CMin),
				s.formula(`LR\approx 0.003239-0.0001395\ln N`, "eq. D.1"), countingSource(s)}
		},
	}
}

// rate is a learning rate in three digits.
func rate(v float64) string {
	if v == 0 {
		return "0"
	}
	return unit.Digits(v, 3)
}

// countingSource is how embeddings are counted in, which another paper says.
func countingSource(s study) h.UI {
	ref := law.PearceRef
	return s.equation(`N_T=N+\gamma N^{\frac{1}{3}}`, ref, " · γ = "+text.Coefficient(law.PearceGamma))
}

// context is the loss along the context.
func (s study) context() section {
	t, txt := s.T, s.txt
	ps := scenario.Positions()
	small, big := ps[0], ps[len(ps)-1]
	return section{
		id: "context", title: txt.ContextTitle,
		said:    s.Fill(txt.ContextSaid, s.loss(big.First), s.loss(big.Last), s.loss(small.First), s.loss(small.Last)),
		figures: func() []h.UI { return []h.UI{s.Figure(AlongContext(t), ui.Large)} },
		tables:  func() []h.UI { return []h.UI{contextTable(s, ps)} },
		sources: func() []h.UI { return []h.UI{s.set(big.Set)} },
	}
}

func contextTable(s study, ps []scenario.Position) h.UI {
	t, txt := s.T, s.txt
	var rows []ui.Row
	for i, p := range ps {
		rows = append(rows, ui.Row{What: text.Fill(txt.ContextLine, strconv.Itoa(i+1)), Cells: []h.UI{
			ui.NumOf(p.First, "loss-first", p.Set.ID, t.Loss), ui.NumOf(p.Last, "loss-last", p.Set.ID, t.Loss), ui.NumOf(p.Mean(), "loss-mean", p.Set.ID, t.Loss)}})
	}
	return s.Table(txt.ContextTable, []string{txt.ColWhat, txt.ColFirst, txt.ColLast, txt.ColMean}, rows)
}
