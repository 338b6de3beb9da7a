package pretraining

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/law"
)

// curves is how long to train, size by size.
func (s study) curves() section {
	o, t, txt := s.o, s.T, s.txt
	said := s.Fill(txt.CurvesNever, s.params(o.N), s.loss(o.Target), s.loss(o.Yours.Floor))
	if larger := o.Curves[len(o.Curves)-1]; o.Yours.Reachable {
		said = s.Fill(txt.CurvesSaid, s.params(o.N), s.loss(o.Target), s.tokens(o.Yours.Run.Tokens),
			s.params(larger.N), s.tokens(larger.Run.Tokens))
	}
	return section{
		id: "learning-curves", title: txt.CurvesTitle, said: said,
		asks: func() []h.UI { return []h.UI{targetControl(s)} },
		figures: func() []h.UI {
			return []h.UI{s.Figure(LearningByTokens(o, t), ui.Medium), s.Figure(LearningBySteps(o, t), ui.Medium)}
		},
		tables: func() []h.UI { return []h.UI{curvesTable(s)} },
		sources: func() []h.UI {
			return []h.UI{s.set(o.Sets.NS), s.formula(`S_{\min}=\frac{S}{1+\frac{B_{crit}(L)}{B}},\quad C=6NBS`, "eq. 5.4, section 2.1")}
		},
	}
}

func targetControl(s study) h.UI {
	t, txt, v := s.T, s.txt, float64(s.o.Target)
	reading := ""
	if s.State.Study.Target == 0 {
		reading = text.Fill(txt.TargetReading, t.Loss(v))
	}
	return h.Div().Class("field").Body(
		&ui.TextField{ID: "target", Label: txt.TargetLabel, Help: txt.TargetHelp, Placeholder: t.Loss(v), Reading: reading,
			Field: scenario.FieldTarget, Text: s.FieldText(scenario.FieldTarget), Error: s.FieldError(scenario.FieldTarget), Send: s.Send},
		&ui.Slider{ID: "target-slider", Label: txt.TargetLabel, Field: scenario.FieldTarget, Value: v, Min: 1, Max: 10,
			Spoken: text.Fill(txt.TargetSpoken, t.Loss(v)), Send: s.Send},
	)
}

func curvesTable(s study) h.UI {
	t, txt := s.T, s.txt
	var rows []ui.Row
	for _, c := range s.o.Curves {
		r := ui.Row{What: t.Count(float64(c.N))}
		if c.N == s.o.N {
			r.What = text.Fill(txt.Yours, r.What)
		}
		if id := "curve-" + ui.Exact(c.N); c.Reachable {
			r.Cells = []h.UI{ui.NumOf(c.Run.SMin, "steps-least", id, t.Count), ui.NumOf(c.Run.Steps, "steps", id, t.Count),
				ui.NumOf(c.Run.Tokens, "tokens", id, t.Count), ui.NumOf(c.Run.Compute, "flops", id, t.FLOP)}
		} else {
			r.Cells = []h.UI{h.Span().Body(s.Fill(txt.Never, ui.NumOf(c.Floor, "loss", id, t.Loss))...), nil, nil, nil}
		}
		rows = append(rows, r)
	}
	return s.Table(text.Fill(txt.CurvesTable, t.Loss(float64(s.o.Target))),
		[]string{txt.ColSize, txt.ColSMin, txt.ColAtBatch, txt.ColSeen, txt.ColCompute}, rows)
}

// batch is the trade-off of steps against tokens.
func (s study) batch() section {
	r, t, txt := s.o.Run, s.T, s.txt
	said := s.Fill(txt.BatchSaid, s.loss(r.Loss), s.bold(ui.Exact(r.Critical), "batch-critical", t.Tokens(float64(r.Critical))),
		s.bold(ui.Exact(r.Batch), "batch-tokens", t.Tokens(float64(r.Batch))),
		s.times("times-steps", float64(r.Steps/r.SMin)), s.times("times-tokens", float64(r.Tokens/r.EMin)))
	if s.o.Batch < s.State.Batch {
		said = append(said, s.noted(txt.NoteCut))
	}
	return section{
		id: "batch", title: txt.BatchTitle, said: said,
		asks: func() []h.UI {
			return []h.UI{
				&ui.TextField{ID: "batch-here", Label: t.BatchLabel, Help: txt.BatchShared, Placeholder: t.BatchAuto, Field: scenario.FieldBatch,
					Text: s.FieldText(scenario.FieldBatch), Error: s.FieldError(scenario.FieldBatch), Send: s.Send},
				s.Choice(scenario.KeyBStar, "bstar", txt.BStarLabel, txt.BStarHelp, batchLaws(s)),
			}
		},
		figures: func() []h.UI {
			return []h.UI{s.Figure(Tradeoff(s.o, t), ui.Medium), s.Figure(CriticalOverLoss(s.o, t), ui.Medium)}
		},
		tables: func() []h.UI { return []h.UI{batchTable(s), criticalTable(s)} },
		sources: func() []h.UI {
			return []h.UI{
				s.formula(`\left(\frac{S}{S_{\min}}-1\right)\left(\frac{E}{E_{\min}}-1\right)=1,\quad B_{crit}=\frac{E_{\min}}{S_{\min}}`, "eq. 5.1, 5.2"),
				s.formula(`S_{\min}=\frac{S}{1+\frac{B_{crit}}{B}},\quad C_{\min}=\frac{C}{1+\frac{B}{B_{crit}}}`, "eq. 5.4, 5.5"),
				batchSource(s),
			}
		},
	}
}

func batchLaws(s study) ui.Labels {
	out := ui.Labels{}
	for _, b := range law.KaplanBatches {
		out[plainNumber(float64(b.BStar))] = text.Fill(s.txt.BStarOf, s.T.Constant(float64(b.BStar)), b.Ref.Where)
	}
	return out
}

func batchTable(s study) h.UI {
	r, t, txt := s.o.Run, s.T, s.txt
	row3 := func(what, quantity string, least, critical, yours float64, show func(float64) string) ui.Row {
		return ui.Row{What: what, Cells: []h.UI{ui.NumOf(least, quantity, "least", show), ui.NumOf(critical, quantity, "critical", show), ui.NumOf(yours, quantity, "yours", show)}}
	}
	steps, tokens := r.AtBatch(r.Critical)
	return s.Table(text.Fill(txt.BatchTable, t.Loss(float64(r.Loss))), []string{txt.ColWhat, txt.ColLeast, txt.ColAtCritical, txt.ColAtYours}, []ui.Row{
		row3(txt.RowSteps, "steps", float64(r.SMin), float64(steps), float64(r.Steps), t.Count),
		row3(txt.RowTokens, "tokens", float64(r.EMin), float64(tokens), float64(r.Tokens), t.Count),
		row3(txt.RowCompute, "flops", float64(r.LeastCost), float64(law.Compute(s.o.N, tokens)), float64(r.Compute), t.FLOP),
	})
}

// criticalTable has the paper's two constants side by side.
func criticalTable(s study) h.UI {
	t, txt := s.T, s.txt
	var rows []ui.Row
	for _, b := range law.KaplanBatches {
		rows = append(rows, ui.Row{What: text.Fill(txt.RowCritical, t.Constant(float64(b.BStar))),
			Cells: []h.UI{ui.NumOf(b.Critical(s.o.Run.Loss), "batch-critical", b.ID, t.Count)}})
	}
	return s.Table(txt.BStarLabel, []string{txt.ColWhat, txt.RowBatch}, rows)
}

func batchSource(s study) h.UI {
	b, t := s.o.Sets.Batch, s.T
	return h.Div().Body(
		s.formula(`B_{crit}(L)=\frac{B_*}{L^{\frac{1}{\alpha_B}}}`, b.Ref.Where),
		h.Dl().Body(
			h.Dt().Text(t.WhyCoefs), h.Dd().Text("B* = "+t.Constant(float64(b.BStar))+t.ListSep+"α_B = "+text.Coefficient(b.AlphaB)),
			h.Dt().Text(t.WhySource), h.Dd().Text(t.GradeOf(b.Grade)),
			h.Dt().Text(t.WhyFitted), h.Dd().Text("L "+text.Fill(t.To, t.Loss(float64(b.Hi)), t.Loss(float64(b.Lo)))),
			h.Dt().Text(t.WhyNote), h.Dd().Text(t.Said(b.Note)),
		),
	)
}
