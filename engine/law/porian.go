package law

import (
	"lossline/engine/cite"
	"lossline/engine/unit"
)

// PorianStage is one of the steps on which Porian et al. 2024 walk from Kaplan's
// allocation to Chinchilla's, by repeating the experiment with one difference less
// each time. The exponents are those of N* ∝ C^a on two corpora.
type PorianStage struct {
	ID          string      // also names the words for it
	RefinedWeb  Interval    // of a, by bootstrap
	OpenWebText Interval    // the same on OpenWebText2
	At          [2]float64  // a on RefinedWeb and on OpenWebText2
	N           unit.Params // what RefinedWeb's power law says for 5.88e23 FLOP, as printed
}

// PorianCompute is the budget at which the stages are compared, Chinchilla's.
const PorianCompute unit.FLOPs = 5.88e23

// PorianRef is where the stages stand: Figure 1 of the paper, with the digits of the
// authors' repository.
var PorianRef = cite.Ref{Source: cite.Porian2024, Where: "Figure 1; exponents and intervals from the authors' repository"}

// PorianStages lists the five stages in order: Kaplan's experiment; with the FLOPs
// of the last layer counted; with a warmup that is short enough for small models;
// with a cosine that ends with the run; and, instead of the latter, with batch size,
// learning rate and β2 tuned for each size. The decay is not essential: the last one
// has none.
func PorianStages() []PorianStage {
	ci := func(lo, hi float64) Interval { return Interval{lo, hi, 0.95} }
	return []PorianStage{
		{"kaplan", ci(0.824, 0.846), ci(0.819, 0.897), [2]float64{0.835, 0.864}, 3e12},
		{"head", ci(0.691, 0.717), ci(0.664, 0.724), [2]float64{0.706, 0.699}, 787e9},
		{"warmup", ci(0.591, 0.617), ci(0.570, 0.629), [2]float64{0.602, 0.603}, 292e9},
		{"cosine", ci(0.560, 0.589), ci(0.542, 0.606), [2]float64{0.571, 0.574}, 183e9},
		{"tuned", ci(0.491, 0.505), ci(0.493, 0.541), [2]float64{0.497, 0.518}, 77e9},
	}
}
