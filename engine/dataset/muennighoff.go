package dataset

import (
	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/unit"
)

const muennighoffFile = "muennighoff_data_constrained.csv"

// ParseMuennighoff reads the columns run, params, unique_tokens, tokens,
// train_flops_6nd, val_loss_nats, variant and used_in_published_fit of the
// runs of Muennighoff et al. 2023. Groups are the variants.
func ParseMuennighoff(csv []byte) (*Dataset, error) {
	c := open(muennighoffFile, csv)
	name, group, used := c.Texts("run"), c.Texts("variant"), c.Flags("used_in_published_fit")
	n, d, u := c.Amounts("params"), c.Amounts("tokens"), c.Amounts("unique_tokens")
	flops, loss := c.Amounts("train_flops_6nd"), c.Amounts("val_loss_nats")
	return c.build(muennighoffInfo, func(i int, r *Run) {
		r.Name, r.Group, r.Used = name[i], group[i], used[i]
		r.N, r.D, r.U = unit.Params(n[i]), unit.Tokens(d[i]), unit.Tokens(u[i])
		r.C, r.Loss = unit.FLOPs(flops[i]), unit.Loss(loss[i])
	})
}

var muennighoffInfo = Dataset{
	ID:   "muennighoff",
	Name: "Muennighoff et al., repeated data",
	Ref: cite.Ref{
		Source: cite.Muennighoff2023,
		Where:  "repository huggingface/datablations at 1370131, plotstables/return.ipynb and utils/parametric_fit.ipynb",
	},
	Grade: cite.GradeA, Licence: "Apache-2.0",
	Counting: law.Total, Law: "data-constrained", Group: "standard",
	Caveats: []string{
		"The published fit uses 182 of the runs and holds A, B, E, α and β at values from 54 other runs, which are not here.",
		"The loss of one run (7M parameters, 100M tokens) differs between the authors' two notebooks, 8.107 and 8.102; it has the value of the fit.",
		"Some sizes were trained with several seeds, which stand as separate runs.",
	},
}
