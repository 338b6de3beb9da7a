package dataset

import (
	_ "embed"

	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/unit"
)

const chinchillaFile = "chinchilla_epoch_245.csv"

//go:embed data/chinchilla_epoch_245.csv
var chinchillaCSV []byte

// Chinchilla returns the 245 runs of Hoffmann et al. 2022 that Besiroglu et al.
// 2024 digitised from figure 4, of which their fit keeps 240. N counts all
// parameters, C is training compute in FLOP, and D = C/(6N) in tokens.
//
// It is part of the binary on the web too.
func Chinchilla() (*Dataset, error) { return ParseChinchilla(chinchillaCSV) }

// ParseChinchilla reads the columns params, tokens, train_flops, loss_nats and
// used_in_besiroglu_fit. Errors name the row and the column.
func ParseChinchilla(csv []byte) (*Dataset, error) {
	c := open(chinchillaFile, csv)
	n, d, flops := c.Amounts("params"), c.Amounts("tokens"), c.Amounts("train_flops")
	loss, used := c.Amounts("loss_nats"), c.Flags("used_in_besiroglu_fit")
	return c.build(chinchillaInfo, func(i int, r *Run) {
		r.N, r.D, r.C = unit.Params(n[i]), unit.Tokens(d[i]), unit.FLOPs(flops[i])
		r.Loss, r.Used = unit.Loss(loss[i]), used[i]
	})
}

var chinchillaInfo = Dataset{
	ID:   "chinchilla-epoch",
	Name: "Chinchilla runs, digitised",
	Law:  "chinchilla",
	Ref: cite.Ref{
		Source: cite.Besiroglu2024,
		Where:  "repository epoch-research/analyzing-chinchilla at 9225883, data/svg_extracted_data.csv",
	},
	Grade:    cite.GradeA,
	Licence:  "none stated; facts read off a published figure",
	Counting: law.Total,
	Caveats: []string{
		"Digitised from Hoffmann et al. 2022, figure 4: the losses are read off a colour scale, not taken from the runs.",
		"D is computed as C/(6N), because the figure shows only parameters and compute.",
		"The five runs of highest loss are marked as not used: the published fit drops them as outliers.",
	},
}
