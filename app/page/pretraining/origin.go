package pretraining

import (
	"lossline/app/export"
	"lossline/app/scenario"
	"lossline/app/ui"
	"lossline/engine/dataset"
	"lossline/engine/law"
)

// Origin is what the Pre-training page rests on.
func Origin(c ui.Context) ui.Origin {
	return ui.Origin{Page: scenario.Pretraining, Uses: func() []export.Use {
		var sets []*law.Set
		for _, l := range c.Outcome.Losses {
			sets = append(sets, l.Method.Sets()...)
		}
		uses := export.Sets(sets...)
		if d, err := dataset.Chinchilla(); err == nil {
			uses = append(uses, ui.DataUse(*d))
		}
		return uses
	}, Python: func(about []string) string {
		at, _ := c.Outcome.AtHead()
		return ui.Program(at.Method, at.Method.Loss, law.Point{N: c.Outcome.N, D: c.Outcome.D}, at.Loss, about)
	}}
}
