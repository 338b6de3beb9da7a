package dataset

import (
	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/unit"
)

const rectifiedFile = "rectified_finetune_30models.csv"

// ParseRectified reads the columns task, model, params, finetune_examples and
// test_loss_nats of Lin et al. 2024: 30 pre-trained models on 3 tasks. D is a
// number of fine-tuning examples, not of tokens, and 0 before fine-tuning.
// Groups are task and model.
func ParseRectified(csv []byte) (*Dataset, error) {
	c := open(rectifiedFile, csv)
	task, model, n := c.Texts("task"), c.Texts("model"), c.Amounts("params")
	d, loss := c.Counts("finetune_examples"), c.Amounts("test_loss_nats")
	return c.build(rectifiedInfo, func(i int, r *Run) {
		r.Name, r.Group = model[i], task[i]+" "+model[i]
		r.N, r.D, r.Loss = unit.Params(n[i]), unit.Tokens(d[i]), unit.Loss(loss[i])
	})
}

var rectifiedInfo = Dataset{
	ID:   "rectified",
	Name: "Fine-tuning of 30 models",
	Ref: cite.Ref{
		Source: cite.Lin2024,
		Where:  "repository linhaowei1/Fine-tuning-Scaling-Law at 5214568, benchmark/flan.csv, gigaword.csv and wmt19.csv",
	},
	Grade: cite.GradeA, Licence: "Apache-2.0",
	Counting: law.Total, Law: "rectified", Group: "wmt19 gpt2",
	Caveats: []string{
		"D counts fine-tuning examples, not tokens; the rows with D = 0 are the models before fine-tuning.",
		"Losses of models with different vocabularies are not per the same token: compare within a group only.",
	},
}
