package guide

import (
	"lossline/app/export"
	"lossline/app/scenario"
	"lossline/app/ui"
	"lossline/engine/cite"
	"lossline/engine/law"
)

// Origin is what the figure of the Guide rests on.
func Origin(c ui.Context) ui.Origin {
	return ui.Origin{Page: scenario.Guide, Uses: func() []export.Use {
		var sets []*law.Set
		for _, l := range scenario.EvalGuide(c.State.Scenario).Laws {
			sets = append(sets, l.Set)
		}
		return append(export.Sets(sets...), export.Use{ID: "pearce2024", Ref: law.PearceExponentRef, Grade: cite.GradeA})
	}}
}
