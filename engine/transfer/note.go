package transfer

import (
	"fmt"
	"strings"

	"lossline/engine/unit"
)

// Kind is the unit of a Quantity.
type Kind uint8

// The kinds of quantities in notes.
const (
	KindNone Kind = iota
	KindParams
	KindChars
	KindTokens
	KindLoss          // nats per token
	KindRatio         // a factor or an exponent
	KindShare         // a part of 1, shown in percent
	KindCount         // of runs
	KindCharsPerToken // characters per token
)

// Quantity is a number with its unit; the zero Quantity is none.
type Quantity struct {
	Amount float64
	Kind   Kind
}

func params(n unit.Params) Quantity { return Quantity{float64(n), KindParams} }
func chars(d unit.Chars) Quantity   { return Quantity{float64(d), KindChars} }
func tokens(d unit.Tokens) Quantity { return Quantity{float64(d), KindTokens} }
func nats(l unit.Loss) Quantity     { return Quantity{float64(l), KindLoss} }
func ratio(x float64) Quantity      { return Quantity{x, KindRatio} }
func share(x float64) Quantity      { return Quantity{x, KindShare} }
func count(n int) Quantity          { return Quantity{float64(n), KindCount} }

// String is the quantity to three digits, for logs and tests.
func (q Quantity) String() string {
	word := [...]string{"", " parameters", " characters", " tokens", " nats/token", "", "", " runs", " characters per token"}
	switch {
	case q.Kind == KindNone:
		return ""
	case q.Kind == KindShare:
		return fmt.Sprintf("%.3g %%", 100*q.Amount)
	case int(q.Kind) < len(word):
		return fmt.Sprintf("%.3g%s", q.Amount, word[q.Kind])
	}
	return fmt.Sprintf("%.3g", q.Amount)
}

// Note is a reason or a warning as a value. Value is what is, Limit what it is
// held against; what they are is told by the Code's row of the table.
type Note struct {
	Code  Code
	Value Quantity
	Limit Quantity
}

// String is the English sentence of n.
func (n Note) String() string {
	s, ok := english[n.Code]
	if !ok {
		return string(n.Code)
	}
	return strings.NewReplacer("{value}", n.Value.String(), "{limit}", n.Limit.String()).Replace(s)
}

// Code names a kind of note. It is the key of the note's sentence in other
// languages and does not change.
type Code string

// Warnings about a question to the law.
const (
	PlaceholderBase  Code = "placeholder-base"      // no quantities
	Tentative        Code = "unified-law-tentative" // printed eq. 6.1 loss | loss at D_E
	AssumedChars     Code = "chars-per-token"       // the assumption
	CountingDiffers  Code = "counting-differs"      // the base does not count non-embedding parameters
	ParamsOutside    Code = "params-outside-fit"    // N | nearest end of the law's range
	DataOutside      Code = "data-outside-fit"      // D_F | nearest end of the law's range
	BaseParams       Code = "base-params-outside"   // N | nearest end of the base's range
	BaseData         Code = "base-data-outside"     // D_F or D_E | nearest end of the base's range
	BeyondLowData    Code = "beyond-low-data"       // D_F | 0.1·D(N)
	OssificationRisk Code = "ossification-risk"     // D_F | D(N)
	OssificationSeen Code = "ossification-seen"     // D_F | where it was seen
	LossImplausible  Code = "loss-above-uniform"    // from-scratch loss | that of guessing
	AtOneCharacter   Code = "at-one-character"      // the D_F used
	AssumedEpochs    Code = "epochs-assumed"        // epochs used | most seen in the paper
	PretrainUnknown  Code = "pretraining-unknown"   // no quantities
	ZeroShotEnough   Code = "zero-shot-enough"      // worth in characters | D_E needed
)

// Reasons for an advice.
const (
	PretrainingHelps  Code = "pretraining-helps"    // gap | tolerance
	GapWithin         Code = "gap-within-tolerance" // gap | tolerance
	BelowBreakEven    Code = "below-break-even"     // D_F | break-even D_F
	AboveBreakEven    Code = "above-break-even"     // D_F | break-even D_F
	NoTargetData      Code = "no-target-data"       // no quantities
	DataLimited       Code = "data-limited"         // loss | L(N,∞)/0.95
	MoreDataLowers    Code = "more-data-lowers"     // loss at 10 times D_F | loss
	LargerModelLowers Code = "larger-model-lowers"  // loss at 10 times N | loss
	TargetMet         Code = "target-met"           // loss | target
	TargetNeedsData   Code = "target-needs-data"    // D_F needed | D_F
	TargetNeedsParams Code = "target-needs-params"  // N needed with infinite data | N
)

// Findings about measured transfer.
const (
	GridGap          Code = "grid-gap"          // step of the from-scratch grid | widest trusted step
	OffGrid          Code = "off-grid"          // loss | lowest or highest loss from scratch
	Ambiguous        Code = "ambiguous"         // crossings of the from-scratch curve
	PretrainingHurts Code = "pretraining-hurts" // D_E | D_F
	WithinReading    Code = "within-reading"    // D_T | its reading error
	PoorReading      Code = "poor-reading"      // reading error of the loss
	AboveLowData     Code = "above-low-data"    // D_F | 0.1·D(N)
	AboveFit         Code = "above-fit"         // D_F | largest D_F of the fit
	NoPlateau        Code = "no-plateau"        // fall of the loss over the last step | 1 %
	OffLaw           Code = "off-law"           // D_T over the fitted law's | factor
	RestsOnGap       Code = "rests-on-gap"      // runs across a gap | runs in the fit
	FewRuns          Code = "few-runs"          // runs | runs that a fit should have
	GapMoves         Code = "gap-moves"         // α with a wider gap | α
	BetaUnclear      Code = "beta-unclear"      // lower end of the interval | upper end
)

// english has one row for every code.
var english = map[Code]string{
	PlaceholderBase:  "The from-scratch law is a placeholder that was not fitted to the target: its losses show the shape and not the level.",
	Tentative:        "The loss after fine-tuning rests on a unified law that its authors call tentative; as printed it gives {value}, at the effective data {limit}.",
	AssumedChars:     "Tokens are turned into characters with {value}, an assumption.",
	CountingDiffers:  "The from-scratch law does not count its parameters as the law of transfer does, without embeddings.",
	ParamsOutside:    "{value} lie outside the sizes of the fit, which end near {limit}.",
	DataOutside:      "{value} lie outside the fine-tuning data of the fit, which ends near {limit}.",
	BaseParams:       "{value} lie outside the sizes of the from-scratch law, which end at {limit}.",
	BaseData:         "{value} lie outside the data of the from-scratch law, which ends at {limit}.",
	BeyondLowData:    "{value} are more than the {limit} of the low-data regime, where the law was fitted.",
	OssificationRisk: "{value} are at or above D(N), {limit}: pre-training may hurt here.",
	OssificationSeen: "Models this small ended worse than from scratch on more than {limit}; here are {value}.",
	LossImplausible:  "The from-scratch law gives {value}, above the {limit} of guessing: it does not reach down to so little data.",
	AtOneCharacter:   "Without target data the law is read at {value}, as the paper does.",
	AssumedEpochs:    "{value} passes over the data are assumed; the paper saw up to {limit}.",
	PretrainUnknown:  "How much data the pre-training read is not stated, so its compute is not known.",
	ZeroShotEnough:   "The pre-training alone is worth {value}, and {limit} are needed.",

	PretrainingHelps:  "From scratch the loss is {value} higher, more than the tolerance of {limit}.",
	GapWithin:         "From scratch the loss is only {value} higher, within the tolerance of {limit}.",
	BelowBreakEven:    "{value} are less than the break-even of {limit}.",
	AboveBreakEven:    "{value} are more than the break-even of {limit}.",
	NoTargetData:      "There is no target data.",
	DataLimited:       "The loss of {value} is still limited by data: it is above {limit}.",
	MoreDataLowers:    "Ten times the target data gives {value} in place of {limit}.",
	LargerModelLowers: "A model ten times as large gives {value} in place of {limit}.",
	TargetMet:         "The loss of {value} meets the target of {limit}.",
	TargetNeedsData:   "The target needs {value} and there are {limit}.",
	TargetNeedsParams: "No data reaches the target at this size: it needs {value} in place of {limit}.",

	GridGap:          "The from-scratch runs on both sides differ {value} times in data, more than {limit}: D_T is interpolated across a gap.",
	OffGrid:          "The loss of {value} lies beyond the from-scratch runs, which end at {limit}: D_E is not known.",
	Ambiguous:        "The from-scratch curve passes this loss more than once, in {value}; the largest set is taken.",
	PretrainingHurts: "The run is worth {value} from scratch, less than its own {limit}: pre-training hurt.",
	WithinReading:    "D_T of {value} is within the error of reading the figure, {limit}.",
	PoorReading:      "The point was partly hidden in the figure; its loss is read to {value}.",
	AboveLowData:     "{value} are more than the {limit} of the low-data regime.",
	AboveFit:         "{value} are more than the {limit} up to which the law is fitted here.",
	NoPlateau:        "From scratch the loss still falls by {value} over the last step, more than {limit}: D(N) is a lower bound.",
	OffLaw:           "D_T is {value} times that of the fitted law, off by more than a factor of {limit}.",
	RestsOnGap:       "{value} of {limit} lie across a gap of the from-scratch grid, so the interval has no share of that error.",
	FewRuns:          "Only {value} carry the fit; {limit} would be wanted.",
	GapMoves:         "With the gap of the from-scratch grid one set wider α is {value} in place of {limit}: the gap moves it more than the scatter of the runs.",
	BetaUnclear:      "The size exponent is not determined: its interval is {value} to {limit}.",
}

// Codes lists every code, in no order.
func Codes() []Code {
	list := make([]Code, 0, len(english))
	for c := range english {
		list = append(list, c)
	}
	return list
}
