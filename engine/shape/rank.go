package shape

import "math"

// The depth per stack at which the gain of DeepNarrow ends, and the narrowest
// size that it was shown on (Tay et al. 2021, section 4.4 and Table 2).
const (
	bandLow       = 32
	bandHigh      = 36
	narrowestSize = 256
)

// Kaplan et al. (2020), Figure 5: at N of 1.5e9 the shape (6 layers, d_model
// 4288) comes within 3 % of the loss of (48, 1600), GPT-2's; and the aspect
// ratio may vary 40-fold with a loss change of a few percent. Where that range
// of 40 begins is not stated, so that only the interval between the two shapes
// is documented.
const (
	AspectLow  = 1600.0 / 48 // 33.3
	AspectHigh = 4288.0 / 6  // 714.7
	aspectFold = 40
)

// Zone says where an aspect ratio lies.
type Zone uint8

// The zones.
const (
	InRange   Zone = iota + 1 // between AspectLow and AspectHigh
	NearRange                 // outside, but inside the union of all 40-fold ranges that hold that interval: 17.9 to 1333
	OffRange                  // in none of them
)

// AspectRange is an aspect ratio against Kaplan's few-percent range.
type AspectRange struct {
	Zone   Zone
	Factor float64 // how far outside AspectLow..AspectHigh, as a ratio ≥ 1
}

// KaplanRange places an aspect ratio d_model/n_layer.
func KaplanRange(aspect float64) AspectRange {
	switch {
	case aspect >= AspectLow && aspect <= AspectHigh:
		return AspectRange{InRange, 1}
	case aspect >= AspectHigh/aspectFold && aspect <= AspectLow*aspectFold:
		return AspectRange{NearRange, max(AspectLow/aspect, aspect/AspectHigh)}
	}
	return AspectRange{OffRange, max(AspectLow/aspect, aspect/AspectHigh)}
}

// onLadder is how far from the ladder, in units of the published decoders' own
// scatter, depth and width may be for a shape to be as well founded as any other.
const onLadder = 1

// rank places a shape by the rule of its family and purpose. size names the
// standard T5 size that has its widths.
func (r Request) rank(s Shape, size string) rank {
	k := rank{miss: math.Abs(r.miss(s)), width: s.Width()}
	if r.Purpose == FineTunedQuality {
		k.tier, k.key = deepNarrow(s.Stack())
		if k.tier == 0 && size == "" {
			k.key = 1
		}
		if s.Width() < narrowestSize {
			k.tier += 3
		}
		return k
	}
	a := KaplanRange(AspectRatio(s))
	switch {
	case a.Zone != InRange:
		k.tier, k.key = 2, math.Log(a.Factor)
	case r.Family == FamilyGPT:
		if off := offLadder(s); off > onLadder {
			k.key = off
		}
	case s.Stack() > bandHigh:
		k.tier, k.key = 1, s.Stack()
	default:
		k.key = -s.Stack()
	}
	return k
}

// deepNarrow returns the tier and key of a depth: in the band, below it with
// the deepest first, above it with the shallowest first.
func deepNarrow(layers float64) (tier int, key float64) {
	switch {
	case layers < bandLow:
		return 1, -layers
	case layers > bandHigh:
		return 2, layers
	}
	return 0, 0
}
