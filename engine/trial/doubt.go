package trial

import (
	"lossline/engine/dataset"
	"lossline/engine/law"
)

// Codes of a Candidate's doubts.
const (
	WarnBeyond    law.Code = "next-beyond"     // Symbol is Value times the runs' largest, which is Limit
	WarnFewTokens law.Code = "next-few-tokens" // D/N is Value, below 1
)

// doubt says of candidates how far they lie beyond the runs, and where they have
// fewer tokens than parameters.
func doubt(list []Candidate, runs []dataset.Run) {
	for i := range list {
		c := &list[i]
		for _, s := range []law.Symbol{law.N, law.D} {
			var x span
			for _, r := range runs {
				x.add(r.Point().Get(s))
			}
			if v := c.Point.Get(s); x.ok() && v > 1.1*x.hi {
				c.Doubts = append(c.Doubts, law.Warning{Code: WarnBeyond, Symbol: s, Value: v / x.hi, Limit: x.hi})
			}
		}
		if r := float64(c.Point.D) / float64(c.Point.N); r < 1 {
			c.Doubts = append(c.Doubts, law.Warning{Code: WarnFewTokens, Value: r})
		}
	}
}
