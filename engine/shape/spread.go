package shape

import (
	"math"

	"lossline/engine/unit"
)

// aspectSpread is one AspectGroup in short, so that Advise can cite it in the
// browser, where the runs themselves are fetched only when looked at.
type aspectSpread struct {
	N                     unit.Params // N̄, non-embedding
	AspectLow, AspectHigh float64
	Spread                float64 // of FineWeb-Edu loss, not moved to equal N
}

// aspectSpreads are the groups whose aspect ratios differ twofold or more, from
// AspectCheck of all Gemstones after their last checkpoint, 3.501e11 tokens,
// within 10 % of N non-embedding. A test makes them anew from the data.
var aspectSpreads = []aspectSpread{
	{2.70563e+07, 9.48148, 256, 0.0133979},
	{7.82490e+07, 3.2, 10.6667, 0.0195977},
	{3.52561e+08, 85.3333, 256, 0.0182234},
	{3.83102e+08, 17.0667, 85.3333, 0.00428801},
	{8.75844e+08, 35.5556, 99.5556, 0.00955563},
	{1.72197e+09, 30.72, 256, 0.0159746},
}

// spreadReach is how far from a group's N its spread is still cited.
const spreadReach = 10

// nearestSpread returns the group nearest to n in ratio among those within
// tenfold of n that hold the aspect ratio, and true; or where there is none, the
// nearest group of all and false.
func nearestSpread(n unit.Params, aspect float64) (aspectSpread, bool) {
	var best aspectSpread
	least, held := math.Inf(1), false
	for _, g := range aspectSpreads {
		d := math.Abs(math.Log(float64(n / g.N)))
		holds := aspect >= g.AspectLow && aspect <= g.AspectHigh && d <= math.Log(spreadReach)
		if holds && !held || holds == held && d < least {
			best, least, held = g, d, holds
		}
	}
	return best, held
}
