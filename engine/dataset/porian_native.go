//go:build !js

package dataset

// PorianFit is a published result of Porian et al. 2024 on one group of their
// optima: N_opt = Coef·C^A, by regression of ln N on ln C.
type PorianFit struct {
	Group                       string
	A, Coef                     float64 // with the weights of the optima
	R2                          float64
	ALo, AHi                    float64 // their bootstrap interval of A
	AUnweighted, CoefUnweighted float64
	LossE, LossA, LossAlpha     float64 // of the loss at the optimum, E + A·C^−α
}

// PorianFits returns the 15 published results, to hold ours against.
func PorianFits() ([]PorianFit, error) {
	const file = "porian_published_fits.csv"
	c := open(file, contents(file))
	group := porianGroups(c)
	var cols [10][]float64
	for k, name := range [...]string{"a_weighted", "n_coef_weighted", "r2_weighted", "a_ci_lo", "a_ci_hi",
		"a_unweighted", "n_coef_unweighted", "L_E", "L_A", "L_alpha"} {
		cols[k] = c.Amounts(name)
	}
	if c.Err() != nil {
		return nil, c.Err()
	}
	out := make([]PorianFit, len(group))
	for i := range out {
		out[i] = PorianFit{group[i], cols[0][i], cols[1][i], cols[2][i], cols[3][i], cols[4][i],
			cols[5][i], cols[6][i], cols[7][i], cols[8][i], cols[9][i]}
	}
	return out, nil
}
