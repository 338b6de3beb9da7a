package view

import (
	"math"

	"lossline/app/export"
	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/engine/cite"
	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/transfer"
	"lossline/engine/unit"
)

// ofPlan is what the Plan page rests on.
func (c Context) ofPlan() origin {
	return origin{scenario.Plan, func() []export.Use {
		var sets []*law.Set
		for _, a := range c.Outcome.Rows {
			sets = append(sets, a.Method.Sets()...)
		}
		return export.Sets(sets...)
	}, func(about []string) string {
		m := c.Outcome.Head.Method
		p, _ := m.Frontier(c.Outcome.Head.Budget, plan.Options{Kaplan: c.State.Kaplan})
		id := m.LossOfC
		if id == "" {
			id, p.N, p.D = m.Loss, c.Outcome.Head.N, c.Outcome.Head.D
		}
		return program(m, id, p, c.Outcome.Head.Loss, about)
	}}
}

// ofPoint is what the Pre-training page rests on.
func (c Context) ofPoint() origin {
	return origin{scenario.Pretraining, func() []export.Use {
		var sets []*law.Set
		for _, l := range c.Outcome.Losses {
			sets = append(sets, l.Method.Sets()...)
		}
		uses := export.Sets(sets...)
		if d, err := dataset.Chinchilla(); err == nil {
			uses = append(uses, dataUse(*d))
		}
		return uses
	}, func(about []string) string {
		at, _ := c.Outcome.AtHead()
		return program(at.Method, at.Method.Loss, law.Point{N: c.Outcome.N, D: c.Outcome.D}, at.Loss, about)
	}}
}

// program is the law of a method's set in Python at p; "" where the screen shows
// another number than it would print.
func program(m plan.Method, id string, p law.Point, shown unit.Loss, about []string) string {
	for _, s := range m.Sets() {
		if s.ID != id {
			continue
		}
		if l := m.LawOf(s); l.Loss != nil && math.Abs(float64(l.Loss(s.Theta, p)-shown)) <= 1e-12*float64(shown) {
			return export.Python(l, s.Theta, p, about...)
		}
	}
	return ""
}

// dataUse cites a data set.
func dataUse(d dataset.Dataset) export.Use { return export.Use{ID: d.ID, Ref: d.Ref, Grade: d.Grade} }

// with adds to what a page rests on, for a part of it.
func (o origin) with(more ...export.Use) origin {
	uses := o.uses
	o.uses = func() []export.Use { return append(more, uses()...) }
	return o
}

// ofTransfer is what the Transfer page rests on.
func ofTransfer(o scenario.TransferOutcome) origin {
	return origin{page: scenario.Transfer, uses: func() []export.Use {
		set := o.Chosen.Losses.Set
		base := o.Chosen.Losses.Base.About()
		return []export.Use{{ID: set.ID, Ref: set.Ref, Grade: set.Grade}, {ID: base.ID, Ref: base.Ref, Grade: base.Grade},
			{ID: "kim", Ref: transfer.KimRef, Grade: transfer.KimGrade}}
	}}
}

// ofShape is what the Shape page rests on.
func ofShape() origin {
	return origin{page: scenario.Shape, uses: func() []export.Use {
		return []export.Use{{ID: "shape", Ref: cite.Ref{Source: cite.Kaplan2020, Where: "eq. 2.1, 2.2, Table 1, Figure 5"}, Grade: cite.GradeA},
			{ID: "shape-t5", Ref: cite.Ref{Source: cite.Tay2021, Where: "Table 2, Table 4, section 4.4"}, Grade: cite.GradeB},
			{ID: "shape-loss", Ref: cite.Ref{Source: cite.McLeish2025}, Grade: cite.GradeB}}
	}}
}

// ofFit is what the Fit page rests on: the runs, and the family that is fitted.
func (v fitView) ofFit() origin {
	return origin{scenario.Fit, func() []export.Use {
		var uses []export.Use
		if v.own() && v.f != nil {
			uses = append(uses, export.Use{ID: plan.OwnID, Ref: cite.Ref{Where: "runs with the digest " + v.f.Digest}, Grade: cite.GradeU})
		} else if v.data.ID != "" {
			uses = append(uses, dataUse(v.data))
		}
		if v.law != nil {
			uses = append(uses, export.Use{ID: v.law.ID, Ref: v.law.Ref})
		}
		return uses
	}, v.fittedProgram}
}

// fittedProgram is the fitted law at the best size for the compute in the sentence or,
// where it says none, at the upper end of the runs.
func (v fitView) fittedProgram(about []string) string {
	if v.law == nil {
		return ""
	}
	var theta []float64
	for _, c := range v.f.Coefs {
		theta = append(theta, c.Value)
	}
	return export.Python(v.law, theta, pointOf(v.law, v.f), about...)
}

func pointOf(l *law.Law, f *job.FitReply) (p law.Point) {
	for _, s := range l.Needs {
		p = p.With(s, f.Domain[string(s)].Hi)
	}
	if a := f.Flat; a != nil {
		p.N, p.D, p.C = unit.Params(a.N), unit.Tokens(a.C/(6*a.N)), unit.FLOPs(a.C)
	}
	return p
}
