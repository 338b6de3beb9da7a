package transfer

import (
	"lossline/app/export"
	"lossline/app/scenario"
	"lossline/app/ui"
	"lossline/engine/transfer"
)

// Origin is what the Transfer page rests on.
func Origin(c ui.Context) ui.Origin {
	return ui.Origin{Page: scenario.Transfer, Uses: func() []export.Use {
		o := scenario.EvalTransfer(c.State.Scenario)
		set := o.Chosen.Losses.Set
		base := o.Chosen.Losses.Base.About()
		return []export.Use{{ID: set.ID, Ref: set.Ref, Grade: set.Grade}, {ID: base.ID, Ref: base.Ref, Grade: base.Grade},
			{ID: "kim", Ref: transfer.KimRef, Grade: transfer.KimGrade}}
	}}
}
