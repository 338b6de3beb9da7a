package dataset

import (
	"strings"

	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/unit"
)

const (
	olmoFile       = "olmo_ladder_final.csv"
	olmoCurvesFile = "olmo_ladder_curves.csv"
)

// ParseOLMoLadder reads the columns run, size, chinchilla_mult, rerun, params,
// tokens, train_flops, batch_tokens, step and c4_loss_nats: the end of each
// training of Bhagia et al. 2024.
func ParseOLMoLadder(csv []byte) (*Dataset, error) {
	c := open(olmoFile, csv)
	size, mult, rerun := c.Texts("size"), c.Texts("chinchilla_mult"), c.Flags("rerun")
	fill := olmoRuns(c)
	return c.build(olmoInfo, func(i int, r *Run) {
		fill(i, r)
		r.Used = !rerun[i] && strings.Contains(" 190M 370M 760M 1B ", " "+size[i]+" ") &&
			strings.Contains(" 1 2 5 10 ", " "+mult[i]+" ")
	})
}

// ParseOLMoCurves reads the same columns along each training but for size,
// chinchilla_mult and rerun; the rows of a run are a curve.
func ParseOLMoCurves(csv []byte) (*Dataset, error) {
	c := open(olmoCurvesFile, csv)
	fill := olmoRuns(c)
	return c.build(olmoCurvesInfo, func(i int, r *Run) {
		fill(i, r)
		r.Curve = r.Name
	})
}

// olmoRuns reads what both files have.
func olmoRuns(c columns) func(i int, r *Run) {
	name, n, d, flops := c.Texts("run"), c.Amounts("params"), c.Amounts("tokens"), c.Amounts("train_flops")
	batch, step, loss := c.Amounts("batch_tokens"), c.Amounts("step"), c.Amounts("c4_loss_nats")
	return func(i int, r *Run) {
		r.Name, r.N, r.D, r.C = name[i], unit.Params(n[i]), unit.Tokens(d[i]), unit.FLOPs(flops[i])
		r.B, r.S, r.Loss = unit.Tokens(batch[i]), unit.Steps(step[i]), unit.Loss(loss[i])
	}
}

var olmoInfo = Dataset{
	ID:    "olmo-ladder",
	Name:  "OLMo ladder, final losses",
	Ref:   olmoRef,
	Grade: cite.GradeA, Licence: "Apache-2.0",
	Counting: law.NonEmbedding, Law: "chinchilla",
	Caveats: []string{
		olmoCompute,
		"Marked as used are the 16 runs of the published first step: 190M to 1B at 1, 2, 5 and 10 times Chinchilla's tokens. The 7B and 13B models are what it predicts.",
		"The authors average the last losses of a training; here the last one stands.",
	},
}

var olmoCurvesInfo = Dataset{
	ID:    "olmo-ladder-curves",
	Name:  "OLMo ladder, learning curves",
	Ref:   olmoRef,
	Grade: cite.GradeA, Licence: "Apache-2.0",
	Counting: law.NonEmbedding, Law: "chinchilla",
	Caveats: []string{
		olmoCompute,
		"The learning rate warms up and decays along each curve: a loss in the middle is not that of a training which ends there.",
	},
}

const olmoCompute = "The loss is that on C4. C is the authors' count, which exceeds 6ND of the non-embedding parameters."

var olmoRef = cite.Ref{
	Source: cite.Bhagia2024,
	Where:  "repository allenai/OLMo-ladder at 67a3f44, src/scripts/paper/data/ladder-runs",
}
