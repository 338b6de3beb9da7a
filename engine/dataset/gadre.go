package dataset

import (
	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/unit"
)

const gadreFile = "gadre_overtraining.csv"

// ParseGadre reads the columns name, train_dataset, params, tokens,
// train_flops_6nd, token_multiplier, loss_c4_val_nats and top1_error_avg17 of
// the 104 models of Gadre et al. 2024. The loss is that on C4, whatever the
// model was trained on; the error is the mean over 17 tasks. Groups are the
// training sets.
func ParseGadre(csv []byte) (*Dataset, error) {
	c := open(gadreFile, csv)
	name, group := c.Texts("name"), c.Texts("train_dataset")
	n, d, flops := c.Amounts("params"), c.Amounts("tokens"), c.Amounts("train_flops_6nd")
	m, loss, fail := c.Amounts("token_multiplier"), c.Amounts("loss_c4_val_nats"), c.Amounts("top1_error_avg17")
	return c.build(gadreInfo, func(i int, r *Run) {
		r.Name, r.Group = name[i], group[i]
		r.N, r.D, r.C = unit.Params(n[i]), unit.Tokens(d[i]), unit.FLOPs(flops[i])
		r.Loss, r.Error = unit.Loss(loss[i]), fail[i]
		r.Used = gadreFitted(r.N, m[i])
	})
}

// gadreFitted says whether the published fit of losses uses a model of n
// parameters and m tokens per parameter: 20 of the four smallest sizes, and 320
// of the smallest (11M).
func gadreFitted(n unit.Params, m float64) bool {
	return m == 20 && n < 5e8 || m == 320 && n < 2e7
}

var gadreInfo = Dataset{
	ID:   "gadre",
	Name: "Gadre et al., over-trained runs",
	Ref: cite.Ref{
		Source: cite.Gadre2024,
		Where:  "repository mlfoundations/scaling at a003c49, exp_data/models and exp_data/evals",
	},
	Grade: cite.GradeA, Licence: "MIT",
	Counting: law.Total, Law: "overtraining", Group: "rpj",
	Caveats: []string{
		"The loss is always measured on C4, in all three groups, as in the published fits.",
		"Marked as used are the five small runs of each training set from which the published fit predicts the others; the fit of the error rate adds the 1.4B model at 20 tokens per parameter.",
		"The error rate is the mean over 17 tasks.",
	},
}
