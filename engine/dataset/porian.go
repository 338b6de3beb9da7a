package dataset

import (
	"strings"

	"lossline/engine/cite"
	"lossline/engine/unit"
)

const (
	porianFile       = "porian_isoflops.csv"
	porianOptimaFile = "porian_optima.csv"
)

// porianTuned is the experiment in which Porian et al. 2024 have removed all
// differences between Kaplan and Chinchilla: tuned, short warm-up, no decay,
// head counted; its exponent is 0.497.
const porianTuned = "refinedweb/tuned/short/const/6ND_incl_head/val"

// porianGroups returns the experiment of each row, as
// dataset/hparams/warmup/decay/flop_count/split.
func porianGroups(c columns) []string {
	var parts [6][]string
	for k, name := range [...]string{"dataset", "hparams", "warmup", "decay", "flop_count", "split"} {
		if parts[k] = c.Texts(name); c.Err() != nil {
			return nil
		}
	}
	out := make([]string, c.Len())
	for i := range out {
		var path [6]string
		for k := range parts {
			path[k] = parts[k][i]
		}
		out[i] = strings.Join(path[:], "/")
	}
	return out
}

// ParsePorian reads the columns of porian_isoflops.csv: the six that name the
// experiment, and flops, params, tokens and loss_nats. N and C are counted as
// flop_count says, and C = 6ND in that counting.
func ParsePorian(csv []byte) (*Dataset, error) {
	c := open(porianFile, csv)
	group := porianGroups(c)
	flops, n, d, loss := c.Amounts("flops"), c.Amounts("params"), c.Amounts("tokens"), c.Amounts("loss_nats")
	return c.build(porianInfo, func(i int, r *Run) {
		r.N, r.D, r.C = unit.Params(n[i]), unit.Tokens(d[i]), unit.FLOPs(flops[i])
		r.Loss, r.Group = unit.Loss(loss[i]), group[i]
	})
}

// ParsePorianOptima reads the columns of porian_optima.csv: the six that name
// the experiment, flops, n_opt, tokens_opt, loss_opt_nats and ln_n_opt_std. The
// weight of a row is 1/ln_n_opt_std², with which the published exponents are
// the regression of ln N on ln C.
func ParsePorianOptima(csv []byte) (*Dataset, error) {
	c := open(porianOptimaFile, csv)
	group := porianGroups(c)
	flops, n, d := c.Amounts("flops"), c.Amounts("n_opt"), c.Amounts("tokens_opt")
	loss, std := c.Amounts("loss_opt_nats"), c.Amounts("ln_n_opt_std")
	return c.build(porianOptimaInfo, func(i int, r *Run) {
		r.N, r.D, r.C = unit.Params(n[i]), unit.Tokens(d[i]), unit.FLOPs(flops[i])
		r.Loss, r.Group, r.Weight = unit.Loss(loss[i]), group[i], 1/(std[i]*std[i])
	})
}

var porianInfo = Dataset{
	ID:    "porian-isoflops",
	Name:  "Porian et al., isoFLOP runs",
	Ref:   porianRef,
	Grade: cite.GradeA, Licence: "MIT",
	Law: "isoflop", Group: porianTuned,
	Caveats: []string{
		porianCounting,
		"Runs far from the best size have very large losses: no law with five coefficients describes all of them well.",
		"The raw learning curves are not in the repository, so there are none here.",
	},
}

var porianOptimaInfo = Dataset{
	ID:    "porian-optima",
	Name:  "Porian et al., optimum of each budget",
	Ref:   porianRef,
	Grade: cite.GradeA, Licence: "MIT",
	Law: "power-alloc", Group: porianTuned,
	Caveats: []string{
		porianCounting,
		"Each row is an interpolation between runs of one budget, not a run.",
		"The weight is one over the squared standard deviation of ln N, as in the published regression.",
	},
}

const porianCounting = "N and C are counted in three ways, as the name of the group says: without or with the output head, with attention; compare within a group only."

var porianRef = cite.Ref{
	Source: cite.Porian2024,
	Where:  "repository formll/resolving-scaling-law-discrepancies at 0dc60d9, data/summary_df*.pickle.xz",
}
