package dataset

import (
	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/unit"
)

const gemstonesFile = "gemstones_width_depth.csv"

// The groups of the Gemstones: the text on which a loss was measured.
const (
	gemstonesEdu  = "FineWeb-Edu"
	gemstonesDCLM = "DCLM"
)

// ParseGemstones reads the columns run, params, step, tokens,
// loss_fineweb_edu_nats and loss_dclm_nats of the 22 models of McLeish et al.
// 2025. A row becomes two runs, one in each group; the rows of a model are a
// curve.
func ParseGemstones(csv []byte) (*Dataset, error) {
	c := open(gemstonesFile, csv)
	name, n, step, d := c.Texts("run"), c.Amounts("params"), c.Amounts("step"), c.Amounts("tokens")
	edu, dclm := c.Amounts("loss_fineweb_edu_nats"), c.Amounts("loss_dclm_nats")
	set, err := c.build(gemstonesInfo, func(i int, r *Run) {
		r.Name, r.Curve, r.Group = name[i], name[i], gemstonesEdu
		r.N, r.D, r.S, r.Loss = unit.Params(n[i]), unit.Tokens(d[i]), unit.Steps(step[i]), unit.Loss(edu[i])
		r.B, r.C = r.D/unit.Tokens(r.S), law.Compute(r.N, r.D)
	})
	if err != nil {
		return nil, err
	}
	for i := range dclm {
		r := set.Runs[i]
		r.Loss, r.Group = unit.Loss(dclm[i]), gemstonesDCLM
		set.Runs = append(set.Runs, r)
	}
	return set, nil
}

var gemstonesInfo = Dataset{
	ID:   "gemstones",
	Name: "Gemstones, width and depth",
	Ref: cite.Ref{
		Source: cite.McLeish2025,
		Where:  "repository mcleish7/gemstone-scaling-laws at 5f42047, benchmarks/fineweb_edu_losses_combined.jsonl and its DCLM counterpart",
	},
	Grade: cite.GradeA, Licence: "MIT",
	Counting: law.Total, Law: "chinchilla", Group: gemstonesEdu,
	Caveats: []string{
		"22 models at 35 checkpoints each, at a constant learning rate: a decay at the end would have lowered the losses.",
		"Models of about one size differ in width and depth, which N does not say.",
		"C is computed as 6ND and the batch as tokens over steps: the file has neither.",
		"The authors' own fits use training losses that are not stored, so they cannot be reproduced from these.",
	},
}
