package dataset

import (
	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/unit"
)

const nanoGPTFile = "nanogpt_kaplan_digitised.csv"

// ParseNanoGPT reads the columns experiment, params_nonembed, dataset_tokens
// and val_loss_nats of Shehper 2023. Groups are the experiments, L(N) and
// L(N,D).
func ParseNanoGPT(csv []byte) (*Dataset, error) {
	c := open(nanoGPTFile, csv)
	group, n := c.Texts("experiment"), c.Amounts("params_nonembed")
	d, loss := c.Amounts("dataset_tokens"), c.Amounts("val_loss_nats")
	return c.build(nanoGPTInfo, func(i int, r *Run) {
		r.Group, r.N, r.D, r.Loss = group[i], unit.Params(n[i]), unit.Tokens(d[i]), unit.Loss(loss[i])
	})
}

var nanoGPTInfo = Dataset{
	ID:   "nanogpt",
	Name: "nanoGPT after Kaplan, digitised",
	Ref: cite.Ref{
		Source: cite.Shehper2023,
		Where:  "repository shehper/scaling_laws at 987d2db, figures of kaplan_scaling_laws.ipynb",
	},
	Grade: cite.GradeA, Licence: "MIT",
	Counting: law.NonEmbedding, Law: "kaplan-nd", Group: "L(N,D)", DataSize: true,
	Caveats: []string{
		"Digitised from figures, to about 0.1 % of the loss.",
		"D is the size of the data set, as in Kaplan et al. 2020, and not the tokens that were processed; compute is not known.",
		"The models have 98 thousand to 6.3 million parameters: far below any that is in use.",
	},
}
