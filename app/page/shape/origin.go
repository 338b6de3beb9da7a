package shape

import (
	"lossline/app/export"
	"lossline/app/scenario"
	"lossline/app/ui"
	"lossline/engine/cite"
)

// Origin is what the Shape page rests on.
func Origin(ui.Context) ui.Origin {
	return ui.Origin{Page: scenario.Shape, Uses: func() []export.Use {
		return []export.Use{{ID: "shape", Ref: cite.Ref{Source: cite.Kaplan2020, Where: "eq. 2.1, 2.2, Table 1, Figure 5"}, Grade: cite.GradeA},
			{ID: "shape-t5", Ref: cite.Ref{Source: cite.Tay2021, Where: "Table 2, Table 4, section 4.4"}, Grade: cite.GradeB},
			{ID: "shape-trend", Ref: cite.Ref{Source: cite.Decoders, Where: "config.json"}, Grade: cite.GradeB},
			{ID: "shape-loss", Ref: cite.Ref{Source: cite.McLeish2025}, Grade: cite.GradeB}}
	}}
}
