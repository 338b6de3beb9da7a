package unit

import "strings"

// Code names a reason for which an input is refused. It is stable: message
// catalogues of other languages are keyed by it.
type Code string

// ParseError says why and where an input was refused. Values are comparable.
type ParseError struct {
	Code  Code
	Input string // as given
	At    int    // rune offset of the trouble in Input; -1 if it is the whole
	Word  string // the offending part, as typed, cut after 24 runes
	Want  Kind   // what the field takes
	Got   Kind   // what Word measures; 0 unless Code is CodeWrongUnit
}

// Error is the English sentence, for the reader of the page.
func (e *ParseError) Error() string { return e.Fill(e.Code.English(), English) }

// Fill replaces {word}, {want}, {got} and {example} in a template by what they
// are in this error, in the language l.
func (e *ParseError) Fill(template string, l Lang) string {
	return strings.NewReplacer(
		"{word}", e.Word,
		"{want}", e.Want.Phrase(l),
		"{got}", e.Got.Phrase(l),
		"{example}", e.Want.Example(),
	).Replace(template)
}

// The codes.
const (
	CodeEmpty           Code = "empty"
	CodeTooLong         Code = "too-long"
	CodeNoNumber        Code = "no-number"
	CodeChineseNumeral  Code = "chinese-numeral"
	CodeNotFinite       Code = "not-finite"
	CodeNegative        Code = "negative"
	CodeZero            Code = "zero"
	CodeTooLarge        Code = "too-large"
	CodeTooSmall        Code = "too-small"
	CodeUnexpected      Code = "unexpected"
	CodeTwoNumbers      Code = "two-numbers"
	CodeRange           Code = "range"
	CodeDecimalComma    Code = "decimal-comma"
	CodeGrouping        Code = "grouping"
	CodeExponent        Code = "exponent"
	CodePower           Code = "power"
	CodeLostSuperscript Code = "lost-superscript"
	CodeMilli           Code = "milli"
	CodeMinuteOrMonth   Code = "minute-or-month"
	CodeGiga            Code = "giga"
	CodeZhao            Code = "zhao"
	CodeMixedNumeral    Code = "mixed-numeral"
	CodeTwoScales       Code = "two-scales"
	CodeNoScale         Code = "no-scale"
	CodeByteOrBillion   Code = "byte-or-billion"
	CodeByteUnit        Code = "byte-unit"
	CodeBits            Code = "bits"
	CodeNoTimeUnit      Code = "no-time-unit"
	CodeUnknownUnit     Code = "unknown-unit"
	CodeWrongUnit       Code = "wrong-unit"
	CodeRate            Code = "rate"
	CodeLossUnit        Code = "loss-unit"
	CodeCurrency        Code = "currency"
	CodeUnknownDevice   Code = "unknown-device"
	CodeNoCount         Code = "no-count"
	CodeNoDevice        Code = "no-device"
	CodeNoTime          Code = "no-time"
	CodeSaidTwice       Code = "said-twice"
	CodeUtilisation     Code = "utilisation"
	CodeNoPercent       Code = "no-percent"
)

// messages holds every code with its English sentence.
var messages = [...]struct {
	code    Code
	english string
}{
	{CodeEmpty, "Enter {want}, for example {example}."},
	{CodeTooLong, "This is too long for one quantity: enter {want}, for example {example}."},
	{CodeNoNumber, "“{word}” is not a number: enter {want}, for example {example}."},
	{CodeChineseNumeral, "Write the number in digits, then 万 or 亿, as in 70亿."},
	{CodeNotFinite, "“{word}” is not a finite number."},
	{CodeNegative, "The value cannot be negative: this field takes {want}."},
	{CodeZero, "The value cannot be zero: this field takes {want}."},
	{CodeTooLarge, "The number is too large to compute with: the limit is about 1.8×10³⁰⁸."},
	{CodeTooSmall, "The number is too small to compute with: the limit is about 5×10⁻³²⁴."},
	{CodeUnexpected, "“{word}” is not understood here."},
	{CodeTwoNumbers, "“{word}” is a second number: enter one. Spaces may group digits in threes, as in 7 000 000."},
	{CodeRange, "Enter one number: a range such as 1.5T to 3T is not read."},
	{CodeDecimalComma, "Is the comma in “{word}” a decimal mark or a separator? Write 1.5 or 1,500."},
	{CodeGrouping, "“{word}” is not grouped in threes: write 7,000,000 or 7000000, with a point as the decimal mark."},
	{CodeExponent, "The exponent must be a whole number, as in 1e24 or 10^24."},
	{CodePower, "A power is a whole number from 2 up raised to a whole number, as in 2^30; only 10 takes a negative exponent."},
	{CodeLostSuperscript, "Has “{word}” lost its superscript? Write 10^23 for a power of ten, or multiply the product out."},
	{CodeMilli, "“m” is milli: write M for million."},
	{CodeMinuteOrMonth, "Does “m” mean minutes or months? Write min or months."},
	{CodeGiga, "“G” may mean billions or gigabytes: write B for billion."},
	{CodeZhao, "“兆” is 10⁶ to some and 10¹² to others: write 百万 or 万亿."},
	{CodeMixedNumeral, "Write one number with one scale: 7.2亿, not 7亿2千万."},
	{CodeTwoScales, "“{word}” is a second scale: write one, as in 1.4T or 1.4万亿."},
	{CodeNoScale, "“{word}” multiplies counts, and this field takes {want}, for example {example}."},
	{CodeByteOrBillion, "Does “B” mean bytes or billions? Write 7 GB or 7 bytes."},
	{CodeByteUnit, "Write the unit in full: GB is 10⁹ bytes, GiB is 2³⁰ bytes."},
	{CodeBits, "“{word}” counts bits: write a capital B for bytes, as in 30 GB."},
	{CodeNoTimeUnit, "Say the unit of time: hours, days, weeks, months or years."},
	{CodeUnknownUnit, "“{word}” is no unit known here: this field takes {want}, for example {example}."},
	{CodeWrongUnit, "“{word}” means {got}, and this field takes {want}."},
	{CodeRate, "“{word}” reads as a rate, per second, and this field takes an amount: write FLOP, or multiply by the time."},
	{CodeLossUnit, "The loss is in nats per token: convert “{word}” first (bits × ln 2; ln of a perplexity)."},
	{CodeCurrency, "Costs are in US dollars: convert “{word}” first."},
	{CodeUnknownDevice, "“{word}” is no accelerator known here."},
	{CodeNoCount, "Say how many accelerators, as in 64 H100 for 21 days."},
	{CodeNoDevice, "Say which accelerator, as in 64 H100 for 21 days."},
	{CodeNoTime, "Say for how long, as in 64 H100 for 21 days or 1000 H100-days."},
	{CodeSaidTwice, "“{word}” says the time or the utilisation a second time."},
	{CodeUtilisation, "The utilisation must be above 0% and at most 100%."},
	{CodeNoPercent, "Write the utilisation in percent, as in 40%."},
}

// Codes returns every code, in a fixed order.
func Codes() []Code {
	cs := make([]Code, len(messages))
	for i, m := range messages {
		cs[i] = m.code
	}
	return cs
}

// English is the English template of the code, with the placeholders of
// ParseError.Fill. It is the code itself for an unknown one.
func (c Code) English() string {
	for _, m := range messages {
		if m.code == c {
			return m.english
		}
	}
	return string(c)
}
