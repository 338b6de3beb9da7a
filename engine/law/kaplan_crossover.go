package law

import (
	"fmt"

	"lossline/engine/num"
	"lossline/engine/unit"
)

// Crossover is where compute-optimal training would ask for a lower loss than
// its own data allow.
type Crossover struct {
	Point    // C is C_min
	Loss     unit.Loss
	Warnings []Warning
}

// KaplanCrossover returns where the trend L(C_min) meets the bound L(D(C_min))
// (Kaplan et al. 2020, section 6.3, eq. 6.8 and Figure 15):
//
//	(C_c/C)^α_C = (D_c/(D_1·C^p_D))^α_D
//	ln C = (α_C·ln C_c − α_D·ln(D_c/D_1))/(α_C − α_D·p_D)   in PF-days
//
// cmin, d and alloc are the thetas of KaplanCMin, KaplanD and KaplanAllocation.
// Beyond it the laws contradict each other. The paper gives C ≈ 1e4 PF-days,
// N ≈ 1e12, D ≈ 1e12, L ≈ 1.7 and calls them uncertain by a factor of ten. It is
// an error if the bound falls as fast as the trend, so that they never meet.
func KaplanCrossover(cmin, d, alloc []float64) (Crossover, error) {
	for _, c := range []struct {
		law   *Law
		theta []float64
	}{{KaplanCMin, cmin}, {KaplanD, d}, {KaplanAllocation, alloc}} {
		if err := c.law.check(c.theta); err != nil {
			return Crossover{}, err
		}
	}
	slope := cmin[1] - d[1]*alloc[7]
	if !(slope > 0) {
		return Crossover{}, fmt.Errorf("law %s: α_C = %g is not above α_D·p_D = %g: the trends do not cross", KaplanCMin.ID, cmin[1], d[1]*alloc[7])
	}
	lnDays := (cmin[1]*num.Log(cmin[0]) - d[1]*num.Log(d[0]/alloc[6])) / slope
	p := KaplanAllocation.Frontier(alloc, unit.FLOPs(num.Exp(lnDays))*unit.PFDay)
	return Crossover{
		Point:    p,
		Loss:     KaplanCMin.Loss(cmin, p),
		Warnings: []Warning{{Code: CrossoverUncertain, Symbol: C, Value: float64(p.C), Limit: 10}},
	}, nil
}
