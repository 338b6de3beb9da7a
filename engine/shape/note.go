package shape

import "lossline/engine/cite"

// Code names what a Note says. The sentences belong to the page, by code.
type Code string

// What speaks for a candidate. Args and Names are filled as noted.
const (
	DepthInBand      Code = "depth-in-band"     // 32 to 36 layers a stack, where the gain of depth ends. Args: layers
	ComparisonBetter Code = "comparison-better" // the paper's nearest comparison favours the deep model. Args: params ratio, FLOPs ratio, speed ratio (0: not stated). Names: deep, standard
	ComparisonEven   Code = "comparison-even"   // as ComparisonBetter, with comparable quality
	InKaplanRange    Code = "kaplan-range"      // aspect ratio between two shapes within 3 % of each other in loss. Args: aspect, low, high
	LossBySize       Code = "loss-by-size"      // upstream loss follows size, not shape
	Released         Code = "released"          // a released checkpoint has this shape. Names: model
	PaperWidths      Code = "paper-widths"      // widths of a standard T5 size, only the depth differs. Names: size
	OnLadder         Code = "on-ladder"         // as deep and wide as published decoders of this N. Args: their layers, their d_model. Names: the nearest one
	NearEqualSpread  Code = "near-equal-spread" // measured loss spread at near-equal N. Args: spread, low aspect, high aspect, N
)

// What speaks against a candidate.
const (
	SerialDepth     Code = "serial-depth"     // more layers in series than the standard size; no device can share them. Args: serial layers, standard serial layers
	FineTunedOnly   Code = "fine-tuned-only"  // depth is shown to help fine-tuned quality, not pre-training loss
	LossFlat        Code = "loss-flat"        // in Kaplan's range shape changes pre-training loss by a few percent only
	OffLadder       Code = "off-ladder"       // farther from the published decoders of this N than these scatter
	KaplanDecoder   Code = "kaplan-decoder"   // Kaplan's range was measured on decoders; this is an encoder-decoder
	CrammingNoGain  Code = "cramming-no-gain" // an outside test found no gain. Args: MNLI-m deep and narrow, baseline
	BelowBand       Code = "below-band"       // depth could still be raised. Args: layers, 32
	AboveBand       Code = "above-band"       // beyond the depth where the gain fades. Args: layers, 36
	MaybeOutside    Code = "maybe-outside"    // outside the documented interval, perhaps inside the 40-fold range. Args: aspect, factor outside
	OutsideKaplan   Code = "outside-kaplan"   // outside any 40-fold range that holds the documented interval. Args: aspect, factor outside the interval
	Narrow          Code = "narrow"           // narrower than any size of the paper. Args: d_model, 256
	SizeUntested    Code = "size-untested"    // total size outside Tay's 5e6..3e10. Args: params, nearest bound
	SizeBeyond      Code = "size-beyond"      // N outside Kaplan's 768..1.5e9. Args: N, nearest bound
	LongContext     Code = "long-context"     // n_ctx > 12·d_model: the context term is not small. Args: n_ctx, 12·d_model
	EmbeddingsHeavy Code = "embeddings-heavy" // embeddings are over half of all parameters. Args: share
	SpreadBeyond    Code = "spread-beyond"    // no group of near-equal N within tenfold has such shapes. Args: aspect; low, high, N of the nearest group
)

// What concerns an Advice or the data as a whole.
const (
	DeepNarrowRule  Code = "rule-deep-narrow"   // rank by depth up to 32–36 layers
	LadderRule      Code = "rule-ladder"        // rank decoders by nearness to the published ones
	DeepInRangeRule Code = "rule-deep-in-range" // rank by depth within Kaplan's range of aspect ratios
	VocabRounded    Code = "vocab-rounded"      // Args: asked for, used
	MemoryScope     Code = "memory-scope"       // parameters × Args[0] bytes; no activations, no KV cache
	NoneInTolerance Code = "none-in-tolerance"  // Args: tolerance, nearest below and above as a fraction of the budget (0: none)
	ListCut         Code = "list-cut"           // Args: shown, found
	PrintedFLOPsOff Code = "printed-flops-off"  // see CostNotes
	PrintedSpeedOff Code = "printed-speed-off"  // see CostNotes
)

// Codes lists every code, for the test that each has its sentences.
func Codes() []Code {
	return []Code{
		DepthInBand, ComparisonBetter, ComparisonEven, InKaplanRange, LossBySize, Released, PaperWidths, OnLadder, NearEqualSpread,
		SerialDepth, FineTunedOnly, LossFlat, OffLadder, KaplanDecoder, CrammingNoGain, BelowBand, AboveBand,
		MaybeOutside, OutsideKaplan, Narrow, SizeUntested, SizeBeyond, LongContext, EmbeddingsHeavy, SpreadBeyond,
		DeepNarrowRule, LadderRule, DeepInRangeRule, VocabRounded, MemoryScope, NoneInTolerance, ListCut,
		PrintedFLOPsOff, PrintedSpeedOff,
	}
}

// Note is something to know about a result: a value that can be compared,
// merged and shown as a footnote in any language.
type Note struct {
	Code  Code
	Ref   cite.Ref   // empty where the note states only arithmetic
	Grade cite.Grade // of the evidence; 0 where Ref is empty
	Args  [4]float64 // what they are is said at the Code
	Names [2]string
}

// args fills Note.Args from the left.
func args(v ...float64) (out [4]float64) {
	copy(out[:], v)
	return out
}
