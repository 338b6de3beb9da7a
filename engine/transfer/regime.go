package transfer

import (
	"math"

	"lossline/engine/unit"
)

// The shares of the infinite-data performance that define D(N). The paper takes
// 99 % for from-scratch curves and 95 % for the noisier fine-tuned ones.
const (
	Share99 = 0.99
	Share95 = 0.95
)

// LowDataShare is the part of D(N) up to which the law was fitted (section 1.1,
// footnote 2).
const LowDataShare = 0.1

// DataNeeded returns D(N), the data with which size n has the given share of
// the performance of infinite data. Performance is inverse loss, the paper's
// convention (section 3.1, footnote 7):
//
//	L(n, ∞) = share·L(n, D(N))
func DataNeeded(b Scratch, n unit.Params, share float64) unit.Chars {
	return b.Data(n, limit(b, n)/unit.Loss(share))
}

// LowDataLimit returns the largest D_F of the low-data regime of size n,
// 0.1·D(N) with D(N) at 99 %.
func LowDataLimit(b Scratch, n unit.Params) unit.Chars {
	return LowDataShare * DataNeeded(b, n, Share99)
}

// limit returns L(n, ∞).
func limit(b Scratch, n unit.Params) unit.Loss { return b.Loss(n, unit.Chars(math.Inf(1))) }

// Regime is where D_F lies beside D(N).
type Regime uint8

// The regimes. The law is fitted in the first; ossification shows in the last.
const (
	LowData     Regime = iota + 1 // D_F ≤ 0.1·D(N)
	BetweenData                   // above, but below D(N)
	HighData                      // D_F ≥ D(N)
)

// String is the regime's key, the same in every language.
func (r Regime) String() string {
	switch r {
	case LowData:
		return "low-data"
	case BetweenData:
		return "between"
	case HighData:
		return "high-data"
	}
	return ""
}

// RegimeOf returns the regime of dF for size n, and 0 where an argument is not
// positive.
func RegimeOf(b Scratch, n unit.Params, dF unit.Chars) Regime {
	d := DataNeeded(b, n, Share99)
	switch {
	case !(d > 0) || !(dF > 0):
		return 0
	case dF <= LowDataShare*d:
		return LowData
	case dF < d:
		return BetweenData
	}
	return HighData
}

// Where ossification was seen in print: models of 1e6 parameters on more than
// 1e8 characters did better from scratch (section 3.1, Fig. 5). Smaller models
// on more data are taken to lie inside; large models were not tested there. The
// runs of Kim 2021 show the same in Chinese at 7M parameters from 5e7 tokens and
// at 39M from 2.5e8.
const (
	OssifiedN  unit.Params = 1e6
	OssifiedDF unit.Chars  = 1e8
)

// ossification returns the warnings that a fine-tuned model of size n may end
// worse than one trained from scratch, which neither law of this package can
// express: both make D_T positive.
func ossification(b Scratch, n unit.Params, dF unit.Chars) []Note {
	var notes []Note
	if n <= OssifiedN && dF > OssifiedDF {
		notes = append(notes, Note{OssificationSeen, chars(dF), chars(OssifiedDF)})
	}
	if RegimeOf(b, n, dF) == HighData {
		notes = append(notes, Note{OssificationRisk, chars(dF), chars(DataNeeded(b, n, Share99))})
	}
	return notes
}
