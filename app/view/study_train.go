package view

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/figure"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/law"
)

// curves is how long to train, size by size.
func (s study) curves() section {
	o, t, txt := s.o, s.T, s.txt
	said := s.fill(txt.CurvesNever, s.params(o.N), s.loss(o.Target), s.loss(o.Yours.Floor))
	if larger := o.Curves[len(o.Curves)-1]; o.Yours.Reachable {
		said = s.fill(txt.CurvesSaid, s.params(o.N), s.loss(o.Target), s.tokens(o.Yours.Run.Tokens),
			s.params(larger.N), s.tokens(larger.Run.Tokens))
	}
	return section{
		id: "learning-curves", title: txt.CurvesTitle, said: said,
		asks: func() []h.UI { return []h.UI{s.targetControl()} },
		figures: func() []h.UI {
			return []h.UI{s.figure(figure.LearningByTokens(o, t), medium), s.figure(figure.LearningBySteps(o, t), medium)}
		},
		tables: func() []h.UI { return []h.UI{s.curvesTable()} },
		sources: func() []h.UI {
			return []h.UI{s.set(o.Sets.NS), s.formula(`S_{\min}=\frac{S}{1+\frac{B_{crit}(L)}{B}},\quad C=6NBS`, "eq. 5.4, section 2.1")}
		},
	}
}

func (s study) targetControl() h.UI {
	t, txt, v := s.T, s.txt, float64(s.o.Target)
	reading := ""
	if s.State.Study.Target == 0 {
		reading = text.Fill(txt.TargetReading, t.Loss(v))
	}
	return h.Div().Class("field").Body(
		&control.TextField{ID: "target", Label: txt.TargetLabel, Help: txt.TargetHelp, Placeholder: t.Loss(v), Reading: reading,
			Field: scenario.FieldTarget, Text: s.fieldText(scenario.FieldTarget), Error: s.fieldError(scenario.FieldTarget), Send: s.Send},
		&control.Slider{ID: "target-slider", Label: txt.TargetLabel, Field: scenario.FieldTarget, Value: v, Min: 1, Max: 10,
			Spoken: text.Fill(txt.TargetSpoken, t.Loss(v)), Send: s.Send},
	)
}

func (s study) curvesTable() h.UI {
	t, txt := s.T, s.txt
	var rows []row
	for _, c := range s.o.Curves {
		r := row{what: t.Count(float64(c.N))}
		if c.N == s.o.N {
			r.what = text.Fill(txt.Yours, r.what)
		}
		if id := "curve-" + exact(c.N); c.Reachable {
			r.cells = []h.UI{num(c.Run.SMin, "steps-least", id, t.Count), num(c.Run.Steps, "steps", id, t.Count),
				num(c.Run.Tokens, "tokens", id, t.Count), num(c.Run.Compute, "flops", id, t.FLOP)}
		} else {
			r.cells = []h.UI{h.Span().Body(s.fill(txt.Never, num(c.Floor, "loss", id, t.Loss))...), nil, nil, nil}
		}
		rows = append(rows, r)
	}
	return s.table(text.Fill(txt.CurvesTable, t.Loss(float64(s.o.Target))),
		[]string{txt.ColSize, txt.ColSMin, txt.ColAtBatch, txt.ColSeen, txt.ColCompute}, rows)
}

// batch is the trade-off of steps against tokens.
func (s study) batch() section {
	r, t, txt := s.o.Run, s.T, s.txt
	said := s.fill(txt.BatchSaid, s.loss(r.Loss), s.bold(exact(r.Critical), "batch-critical", t.Tokens(float64(r.Critical))),
		s.bold(exact(r.Batch), "batch-tokens", t.Tokens(float64(r.Batch))),
		s.times("times-steps", float64(r.Steps/r.SMin)), s.times("times-tokens", float64(r.Tokens/r.EMin)))
	if s.o.Batch < s.State.Batch {
		said = append(said, s.noted(txt.NoteCut))
	}
	return section{
		id: "batch", title: txt.BatchTitle, said: said,
		asks: func() []h.UI {
			return []h.UI{
				&control.TextField{ID: "batch-here", Label: t.BatchLabel, Help: txt.BatchShared, Placeholder: t.BatchAuto, Field: scenario.FieldBatch,
					Text: s.fieldText(scenario.FieldBatch), Error: s.fieldError(scenario.FieldBatch), Send: s.Send},
				s.choice(scenario.KeyBStar, "bstar", txt.BStarLabel, txt.BStarHelp, s.batchLaws()),
			}
		},
		figures: func() []h.UI {
			return []h.UI{s.figure(figure.Tradeoff(s.o, t), medium), s.figure(figure.CriticalOverLoss(s.o, t), medium)}
		},
		tables: func() []h.UI { return []h.UI{s.batchTable(), s.criticalTable()} },
		sources: func() []h.UI {
			return []h.UI{
				s.formula(`\left(\frac{S}{S_{\min}}-1\right)\left(\frac{E}{E_{\min}}-1\right)=1,\quad B_{crit}=\frac{E_{\min}}{S_{\min}}`, "eq. 5.1, 5.2"),
				s.formula(`S_{\min}=\frac{S}{1+\frac{B_{crit}}{B}},\quad C_{\min}=\frac{C}{1+\frac{B}{B_{crit}}}`, "eq. 5.4, 5.5"),
				s.batchSource(),
			}
		},
	}
}

func (s study) batchLaws() labels {
	out := labels{}
	for _, b := range law.KaplanBatches {
		out[plainNumber(float64(b.BStar))] = text.Fill(s.txt.BStarOf, s.T.Constant(float64(b.BStar)), b.Ref.Where)
	}
	return out
}

func (s study) batchTable() h.UI {
	r, t, txt := s.o.Run, s.T, s.txt
	row3 := func(what, quantity string, least, critical, yours float64, show func(float64) string) row {
		return row{what, []h.UI{num(least, quantity, "least", show), num(critical, quantity, "critical", show), num(yours, quantity, "yours", show)}}
	}
	steps, tokens := r.AtBatch(r.Critical)
	return s.table(text.Fill(txt.BatchTable, t.Loss(float64(r.Loss))), []string{txt.ColWhat, txt.ColLeast, txt.ColAtCritical, txt.ColAtYours}, []row{
		row3(txt.RowSteps, "steps", float64(r.SMin), float64(steps), float64(r.Steps), t.Count),
		row3(txt.RowTokens, "tokens", float64(r.EMin), float64(tokens), float64(r.Tokens), t.Count),
		row3(txt.RowCompute, "flops", float64(r.LeastCost), float64(law.Compute(s.o.N, tokens)), float64(r.Compute), t.FLOP),
	})
}

// criticalTable has the paper's two constants side by side.
func (s study) criticalTable() h.UI {
	t, txt := s.T, s.txt
	var rows []row
	for _, b := range law.KaplanBatches {
		rows = append(rows, row{text.Fill(txt.RowCritical, t.Constant(float64(b.BStar))),
			[]h.UI{num(b.Critical(s.o.Run.Loss), "batch-critical", b.ID, t.Count)}})
	}
	return s.table(txt.BStarLabel, []string{txt.ColWhat, txt.RowBatch}, rows)
}

func (s study) batchSource() h.UI {
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
