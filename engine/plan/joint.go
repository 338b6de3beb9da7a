package plan

import (
	"lossline/engine/num"
	"lossline/engine/unit"
)

// joint has, for besiroglu2024.1, budgets in FLOP and the ends of Joint in
// parameters. A test of package trial computes it again from the 240 runs.
var joint = [...][3]float64{
	{1e10, 2.334e03, 1.257e04},
	{1e14, 4.017e05, 1.058e06},
	{1e16, 5.258e06, 9.703e06},
	{1e17, 1.901e07, 2.941e07},
	{1e18, 6.851e07, 8.933e07},
	{3e18, 1.264e08, 1.52e08},
	{1e19, 2.456e08, 2.735e08},
	{3e19, 4.369e08, 4.795e08},
	{1e20, 7.916e08, 9.219e08},
	{3e20, 1.353e09, 1.692e09},
	{1e21, 2.422e09, 3.303e09},
	{1e22, 7.357e09, 1.194e10},
	{1e24, 6.734e10, 1.563e11},
	{1e27, 1.877e12, 7.41e12},
	{1e35, 1.321e16, 2.194e17},
}

// Joint returns the 95 % interval of the best size for c that the uncertainty of
// all coefficients of a set together leaves. It is of grade B: computed here, from
// the runs that the set was fitted to. ok is false for a set whose runs are not at
// hand.
//
// The interval holds 95 % of the best sizes of 4,000 refits to rows drawn with
// replacement (percentiles, seed 1, Huber's objective with δ = 1e-3). The set's
// own values minimise absolute deviations instead, so that its best size need not
// lie in the middle. Between the budgets of the table ln N is linear in ln C.
func Joint(setID string, c unit.FLOPs) (lo, hi unit.Params, ok bool) {
	x := float64(c)
	if setID != "besiroglu2024.1" || !(x >= BudgetLimits.Lo && x <= BudgetLimits.Hi) {
		return 0, 0, false
	}
	k := 1
	for x > joint[k][0] {
		k++
	}
	a, b := joint[k-1], joint[k]
	t := num.Log(x/a[0]) / num.Log(b[0]/a[0])
	at := func(i int) unit.Params { return unit.Params(a[i] * num.Pow(b[i]/a[i], t)) }
	return at(1), at(2), true
}

// Joint returns the interval of the plan's params that Joint has for its set and budget.
func (a Allocation) Joint() (lo, hi unit.Params, ok bool) {
	if a.Method.own != nil || a.Method.bent != nil {
		return 0, 0, false
	}
	return Joint(a.Method.Allocation, a.Given)
}
