package share

import (
	"lossline/app/scenario"
	"lossline/engine/plan"
	"lossline/engine/transfer"
)

// frozen are the defaults of version 1, written out: what a first visit shows may change,
// what a link leaves out may not. A link writes everything that its own page shows, and of
// other pages what differs from these.
var frozen = scenario.Scenario{
	Budget: plan.Budget{FLOPs: 5.76e23},
	Head:   "besiroglu2024.1",
	Shown:  scenario.Methods(0).With("besiroglu2024.1", true).With("hoffmann2022.2", true).With("kaplan2020.1", true),
	Kaplan: plan.AtCritical,
	Ask:    scenario.AskChoice{Given: scenario.GivenCompute, Target: 2, Text: scenario.English},
	Study: scenario.StudyChoice{BStar: "2.1e8", CMin: "3.1e8", Tokens: "t6", Frontier: "t3", Slack: "20", Stop: "2",
		Open: "none"},
	Transfer: scenario.TransferChoice{N: 4e7, DF: 3e5, CharsPerToken: transfer.WebText2Chars, Source: scenario.SourceText,
		Base: scenario.BaseKaplan},
	Shape: scenario.ShapeChoice{Family: "gpt", Purpose: "tuned", By: "params", Params: 1e9, TokenFLOPs: 6e9, Memory: 16e9,
		Embeddings: "total", State: "adam", Group: "1", FeedForward: "gated", Head: "own", Cost: "params", Seen: "350b",
		Preset: "advised",
		Own: scenario.OwnShape{Biases: scenario.ShapeAsPreset, Head: scenario.ShapeAsPreset, FF: scenario.ShapeAsPreset,
			Norms: scenario.ShapeAsPreset, QKNorm: scenario.ShapeAsPreset, Global: scenario.ShapeAsPreset}},
	Fit: scenario.FitChoice{Data: "chinchilla-epoch", All: "no", Objective: "huber", Bootstrap: "1000", Scheme: "rows",
		Level: "0.95", Final: "no"},
	Guide: scenario.GuideChoice{At: "top"},
}
