package pretraining

import (
	"strconv"
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// allocation is the compute of the run divided by the paper's two routes, each
// with its own constants.
func (s study) allocation() section {
	v, o, t, txt := s.o.Alloc, s.o, s.T, s.txt
	said := s.Fill(txt.AllocSaid, s.flops(v.CMin), s.params(v.Table.N), s.params(v.Frontier.N))
	said = append(said, h.Text(t.SentenceSep))
	said = append(said, s.Fill(txt.AllocGrow, s.times("growth-n", v.GrowN), s.times("growth-b", v.GrowB),
		s.times("growth-s", v.GrowS), s.times("growth-d", v.GrowD))...)
	return section{
		id: "allocation", title: txt.AllocTitle, said: said,
		asks: func() []h.UI {
			return []h.UI{
				s.Choice(scenario.KeyAlloc, "alloc-tokens", txt.TokensLabel, txt.TokensHelp, tokensLabels(s)),
				s.Choice(scenario.KeyCMin, "alloc-cmin", txt.CMinLabel, txt.CMinHelp, cminLabels(s)),
				frontierChoice(s, "alloc-frontier"),
			}
		},
		figures: func() []h.UI {
			return []h.UI{s.Figure(TwoRoutes(o, t), ui.Medium), s.Figure(Shares(o, t), ui.Medium)}
		},
		tables: func() []h.UI { return []h.UI{allocTable(s)} },
		sources: func() []h.UI {
			return []h.UI{s.set(o.Sets.Alloc), s.set(o.Sets.NC), s.set(o.Sets.CMin),
				s.formula(`N\propto C^{\frac{\alpha_C}{\alpha_N}},\quad B\propto C^{\frac{\alpha_C}{\alpha_B}},\quad S\propto C^{\frac{\alpha_C}{\alpha_S}},\quad \alpha_C=\frac{1}{\frac{1}{\alpha_S}+\frac{1}{\alpha_B}+\frac{1}{\alpha_N}}`, "eq. 6.4, 6.5, B.7")}
		},
	}
}

// cminLabels name the two constants by where the paper prints them.
func cminLabels(s study) ui.Labels {
	out := ui.Labels{}
	for _, set := range law.KaplanCMin.Sets {
		out[plainNumber(set.Theta[0])] = s.T.Constant(set.Theta[0]) + " (" + set.Ref.Where + ")"
	}
	return out
}

// tokensLabels name the two laws of data by where the paper prints them.
func tokensLabels(s study) ui.Labels {
	return ui.Labels{"t6": s.txt.TokensT6, "e67": s.txt.TokensE67}
}

// plainNumber writes v as the value of a choice: 3.1e8.
func plainNumber(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'e', -1, 64), "e+0", "e", 1)
}

func frontierChoice(s study, id string) h.UI {
	return s.Choice(scenario.KeyFrontier, id, s.txt.NCLabel, s.txt.NCHelp, ui.Labels{"t3": s.txt.NCT3, "t5": s.txt.NCT5})
}

func allocTable(s study) h.UI {
	v, t, txt, theta := s.o.Alloc, s.T, s.txt, s.o.Sets.Alloc.Theta
	both := func(what, quantity string, table, frontier float64, show func(float64) string) ui.Row {
		return ui.Row{What: what, Cells: []h.UI{ui.NumOf(table, quantity, "table6", show), ui.NumOf(frontier, quantity, "appendix-b", show)}}
	}
	power := func(v float64) string { return unit.Digits(v, 2) }
	return s.Table(txt.AllocTable,
		[]string{txt.ColWhat, text.Fill(txt.ColTable6, t.FLOP(float64(v.CMin))), text.Fill(txt.ColAppB, t.FLOP(float64(v.CMin)))}, []ui.Row{
			both(t.ColParams, "params", float64(v.Table.N), float64(v.Frontier.N), t.Count),
			both(txt.RowBatch, "batch-tokens", float64(v.Table.B), float64(v.Frontier.B), t.Count),
			both(txt.RowSteps, "steps", float64(v.Table.S), float64(v.Frontier.S), t.Count),
			both(t.ColTokens, "tokens", float64(v.Table.D), float64(v.Frontier.D), t.Count),
			both(t.ColLoss, "loss", float64(v.Loss), float64(v.Best), t.Loss),
			both(txt.RowExponentN, "exponent-n", theta[1], v.Theory.N, power),
			both(txt.RowExponentB, "exponent-b", theta[3], v.Theory.B, power),
			both(txt.RowExponentS, "exponent-s", theta[5], v.Theory.S, power),
		})
}

// size is what it costs that the model is not the best one.
func (s study) size() section {
	v, o, t, txt := s.o.Size, s.o, s.T, s.txt
	said := s.Fill(txt.SizeNone, s.params(o.N), s.times("times-best", v.Times))
	if v.Cost.Compute > 0 {
		said = s.Fill(txt.SizeSaid, s.params(o.N), s.times("times-best", v.Times), s.params(v.Best),
			s.times("times-compute", v.Cost.Compute), s.times("times-steps", v.Cost.Steps))
		said = append(said, s.noted(t.LawWarnings(v.Cost.Warnings)...))
	}
	said = append(said, h.Text(t.SentenceSep))
	said = append(said, s.Fill(txt.SizeRange, s.share("slack", v.Slack), s.bold(ui.Exact(v.Lo), "size-low", unit.Compact(v.Lo)), s.bold(ui.Exact(v.Hi), "size-high", unit.Compact(v.Hi)))...)
	return section{
		id: "model-size", title: txt.SizeTitle, said: said,
		asks: func() []h.UI {
			return []h.UI{
				s.Choice(scenario.KeySlack, "slack", txt.SlackLabel, "", percents(scenario.KeySlack)),
				s.Choice(scenario.KeyStop, "stop", txt.StopLabel, txt.StopHelp, percents(scenario.KeyStop)),
				frontierChoice(s, "size-frontier"),
			}
		},
		figures: func() []h.UI { return []h.UI{s.Figure(OffSize(o, t), ui.Large)} },
		tables:  func() []h.UI { return []h.UI{stopTable(s)} },
		sources: func() []h.UI {
			return []h.UI{s.set(o.Sets.NC),
				s.formula(`\frac{C(N,N_{best})}{C(N_{best},N_{best})}=x\left[1+\frac{\alpha_S}{\alpha_N}\left(1-x^{-\alpha_N}\right)\right]^{-\frac{1}{\alpha_S}},\quad x=\frac{N}{N_{best}}`, "eq. B.16, B.17"),
				s.formula(`L=(1+f)L(N,\infty)`, "eq. B.11, B.14"),
			}
		},
	}
}

// percents are the values of a choice with their sign.
func percents(key string) ui.Labels {
	out := ui.Labels{}
	for _, c := range scenario.Choices() {
		if c.Key != key {
			continue
		}
		for _, v := range c.Values {
			out[v] = v + "%"
		}
	}
	return out
}

func stopTable(s study) h.UI {
	v, t, txt := s.o.Size, s.T, s.txt
	factor := func(v float64) string { return strings.TrimSpace(t.Factor(v)) }
	return s.Table(text.Fill(txt.StopTable, t.Percent(v.F), t.Percent(v.Ref)), []string{txt.ColWhat, txt.ColValue}, []ui.Row{
		{What: txt.RowParams, Cells: []h.UI{ui.NumOf(v.RatioN, "stop-n", "", factor)}},
		{What: txt.RowSteps, Cells: []h.UI{ui.NumOf(v.RatioS, "stop-s", "", factor)}},
		{What: txt.RowCompute, Cells: []h.UI{ui.NumOf(v.RatioC, "stop-c", "", factor)}},
	})
}
