// Package unit has the quantities of scaling laws as types, their parser and
// their printer.
//
// Every quantity is its own float64 kind, so that handing parameters to a
// function that wants tokens does not compile. Values are plain amounts: Params
// and Tokens are counts, FLOPs is an amount of work and never a rate (that is
// FLOPRate), Loss is in nats per token.
//
// Parsing is exact: the text is read as a decimal number, multiplied by its
// scale and unit in decimal arithmetic, and rounded to float64 once, half to
// even. "7.3B" is therefore the float64 nearest to 7.3e9, bit for bit. What
// could mean two things ("1,5", "7G", "兆", "FLOPS") is refused with a
// *ParseError that asks, never guessed.
package unit

// Params is a number of model parameters, N. Whether embeddings are counted is
// said by law.Counting and never guessed from the number.
type Params float64

// Tokens is a number of training tokens, D, or of tokens per batch, B.
type Tokens float64

// FLOPs is an amount of floating-point operations, C. One PF-day is 8.64e19.
type FLOPs float64

// FLOPRate is a speed in floating-point operations per second.
type FLOPRate float64

// Loss is a cross-entropy in nats per token, L.
type Loss float64

// Steps is a number of parameter updates, S.
type Steps float64

// Chars is a number of characters; Hernandez et al. (2021) count data in them.
type Chars float64

// Bytes is an amount of stored text.
type Bytes float64

// Duration is a span of time in seconds. It is not time.Duration, whose int64
// nanoseconds end at 292 years: training plans do not.
type Duration float64

// Cost is an amount of money in US dollars.
type Cost float64

// Conversions that carry a definition, not a measurement.
const (
	PFDay  FLOPs    = 8.64e19 // 1e15 FLOP/s for one day; Kaplan et al. 2020, section 1.3
	Minute Duration = 60
	Hour   Duration = 3600
	Day    Duration = 86400
	Week   Duration = 7 * Day
	Year   Duration = 365.25 * Day // the Julian year of the IAU
	Month  Duration = Year / 12    // the mean month of that year, 30.4375 days
)
