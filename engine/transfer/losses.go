package transfer

import (
	"errors"

	"lossline/engine/unit"
)

// Losses joins the law of transfer to the from-scratch law of the target, which
// gives losses with and without pre-training.
type Losses struct {
	Set  Set
	Base Scratch
}

// Check returns an error where the set or the base makes no law.
func (l Losses) Check() error {
	if err := l.Set.Check(); err != nil {
		return err
	}
	switch b := l.Base.(type) {
	case nil:
		return errNoBase
	case *LawBase:
		if b == nil {
			return errNoBase
		}
	case Base:
		return b.Check()
	}
	return nil
}

var errNoBase = errors.New("transfer: no from-scratch law is given")

// FromScratch returns the loss of size n trained on d characters alone.
func (l Losses) FromScratch(n unit.Params, d unit.Chars) unit.Loss { return l.Base.Loss(n, d) }

// Limit returns L(n, ∞), which neither way of training can pass.
func (l Losses) Limit(n unit.Params) unit.Loss { return limit(l.Base, n) }

// FineTuned returns the loss of the pre-trained model of size n after
// fine-tuning on dF characters: L(n, D_E), which is what D_E means (eq. B.1).
func (l Losses) FineTuned(n unit.Params, dF unit.Chars) unit.Loss {
	return l.Base.Loss(n, l.Set.Effective(n, dF))
}

// Unified returns the loss of the unified law as printed, eq. 6.1, which the
// authors call tentative:
//
//	L ≈ [(N_C/N)^(α_N/α_D) + D_C/(k·D_F^α·N^β)]^α_D
//
// It has D_T where FineTuned has D_E. The two agree where D_F ≪ D_T; beyond, the
// printed form forgets the fine-tuning data itself and is never the lower one.
func (l Losses) Unified(n unit.Params, dF unit.Chars) unit.Loss {
	return l.Base.Loss(n, l.Set.Transferred(n, dF))
}

// Gap returns how much higher the loss from scratch is than the fine-tuned
// loss on the same dF characters, as a share of the latter:
//
//	L(n, D_F)/L(n, D_E) − 1 ≥ 0, falling in D_F
func (l Losses) Gap(n unit.Params, dF unit.Chars) float64 {
	return float64(l.FromScratch(n, dF)/l.FineTuned(n, dF)) - 1
}

// The search for a break-even: below one character there is nothing to tell
// apart, above 1e40 nothing to collect.
const (
	leastChars unit.Chars = 1
	mostChars  unit.Chars = 1e40
)

// BreakEven returns the D_F at which Gap has sunk to the tolerance, and whether
// it does so between 1 and 1e40 characters. With more target data, training
// from scratch is as good.
func (l Losses) BreakEven(n unit.Params, tolerance float64) (unit.Chars, bool) {
	if !(l.Gap(n, leastChars) > tolerance && l.Gap(n, mostChars) < tolerance) {
		return 0, false
	}
	return unit.Chars(root(float64(leastChars), float64(mostChars), func(d float64) float64 {
		return tolerance - l.Gap(n, unit.Chars(d))
	})), true
}

// DataFor returns the target data that size n needs to reach the loss, from
// scratch and with pre-training, and whether any amount does: the loss must be
// above Limit. A fine-tuning set below one character means that the pre-trained
// model has the loss already.
func (l Losses) DataFor(n unit.Params, loss unit.Loss) (scratch, fineTuned unit.Chars, ok bool) {
	scratch = l.Base.Data(n, loss)
	if !positive(float64(scratch)) {
		return 0, 0, false
	}
	return scratch, l.Set.FineTuningData(n, scratch), true
}

// ParamsFor returns the smallest size that reaches the loss with infinite data,
// and whether one between 1 and 1e30 parameters does.
func (l Losses) ParamsFor(loss unit.Loss) (unit.Params, bool) {
	const least, most = 1, 1e30
	if !(l.Limit(least) > loss && l.Limit(most) < loss) {
		return 0, false
	}
	return unit.Params(root(least, most, func(n float64) float64 {
		return float64(loss - l.Limit(unit.Params(n)))
	})), true
}
