package fit

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/export"
	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Origin is what the Fit page rests on: the runs, and the family that is fitted.
func Origin(c ui.Context) ui.Origin {
	v := newView(c)
	return ui.Origin{Page: scenario.Fit, Uses: func() []export.Use {
		var uses []export.Use
		if v.own() && v.f != nil {
			uses = append(uses, export.Use{ID: plan.OwnID, Ref: cite.Ref{Where: "runs with the digest " + v.f.Digest}, Grade: cite.GradeU})
		} else if v.data.ID != "" {
			uses = append(uses, ui.DataUse(v.data))
		}
		if v.law != nil {
			uses = append(uses, export.Use{ID: v.law.ID, Ref: v.law.Ref})
		}
		return uses
	}, Python: v.fittedProgram}
}

// fittedProgram is the fitted law at the best size for the compute in the sentence or,
// where it says none, at the upper end of the runs.
func (v view) fittedProgram(about []string) string {
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

// coefsMenu is the menu of the fitted coefficients.
func coefsMenu(v view) h.UI { return v.SheetMenu("coefs", v.txt.CoefTitle, v.coefsSheet) }

func (v view) coefsSheet() export.Sheet {
	t, level := v.T, v.T.Percent(v.f.Level)
	rangeOf := text.Fill(v.txt.ColRange, level)
	s := export.Sheet{Heads: []string{t.WhyCoefSymbol, t.WhyCoefValue, v.txt.ColSE,
		rangeOf + t.Colon + t.Bound(false), rangeOf + t.Colon + t.Bound(true), v.txt.ColMeaning}}
	l := v.law
	if l == nil {
		l = law.PowerAllocation
	}
	for i, c := range v.f.Coefs {
		if i < len(l.Coefs) {
			s.Rows = append(s.Rows, []export.Cell{export.Text(c.Symbol), export.Num(c.Value, text.Estimate(c.Value)),
				ui.Some(c.SE, v.two), ui.Some(c.Lo, v.three), ui.Some(c.Hi, v.three), export.Text(t.Said(l.Coefs[i].Meaning))})
		}
	}
	return s
}
