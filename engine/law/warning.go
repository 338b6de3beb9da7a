package law

// Code names a kind of Warning, of this package or of one that builds on it. The sentences are in app/text, by code.
type Code string

// The warnings of this package's functions.
const (
	LearningRateBreaks  Code = "lr-breaks"   // N = Value is above Limit, where the authors say that their rule breaks
	LearningRateClamped Code = "lr-clamped"  // the rule is negative above N = Limit; the rate was set to 0
	SizeFarFromOptimum  Code = "size-far"    // N is Value times the optimum; above Limit the authors do not trust the formula
	DataFitPoor         Code = "data-fit"    // D = Value is near or below Limit, where the fit of L(N,D) is poor
	StopIsLowerBound    Code = "stop-bound"  // a run stops later than this, by how much is not known
	CrossoverUncertain  Code = "cross-order" // uncertain by a factor of Limit either way
)

// Warning is something to know about a number that is still usable. Warnings
// are values: they are compared, merged, translated by code and shown as
// footnotes. What Symbol, Value and Limit are is said at the code; they are zero
// where it says nothing.
type Warning struct {
	Code         Code
	Symbol       Symbol // the coordinate that Value and Limit are of, if any
	Value, Limit float64
}
