package unit

import (
	"strconv"
	"strings"
)

// Format prints q for the page with three significant digits (losses have four,
// costs below $1000 their cents), without the unit where a heading says it:
//
//	Params, Tokens, Steps, Chars   72.2B    in Chinese 72.2B (722亿)
//	FLOPs                          5.76×10²³
//	FLOPRate                       312 TFLOP/s
//	Loss                           1.974
//	Bytes                          30 GB
//	Duration                       21 days  in Chinese 21 天
//	Cost                           $1.2M    in Chinese $1.2M (120万美元)
//
// Values are rounded half to even from their exact binary value. Negative
// values, which differences have, get a true minus sign; ∞ and NaN are written
// so.
func Format[Q Quantity](q Q, l Lang) string { return q.Kind().Format(float64(q), l) }

// Format prints x, a quantity of kind k, as the function Format does.
func (k Kind) Format(x float64, l Lang) string {
	if x < 0 {
		return "−" + k.Format(-x, l)
	}
	switch k {
	case KindDuration:
		return durationText(x, l, typeset)
	case KindBytes:
		return bytesText(x, l, typeset)
	case KindCost:
		return costText(x, typeset) + gloss(x, l.Dollars, l)
	case KindParams, KindTokens, KindSteps, KindChars:
		return typeset.compact(x) + gloss(x, "", l)
	}
	return k.number(x, typeset)
}

// Plain prints q in ASCII with its unit, rounded as by Format, for attributes
// and files: "5.76e23 FLOP", "72.2B params". The parser of its kind reads it
// where it is finite and positive.
func Plain[Q Quantity](q Q) string { return q.Kind().Plain(float64(q)) }

// Plain prints x, a quantity of kind k, as the function Plain does.
func (k Kind) Plain(x float64) string {
	if x < 0 {
		return "-" + k.Plain(-x)
	}
	switch k {
	case KindDuration:
		return durationText(x, English, ascii)
	case KindBytes:
		return bytesText(x, English, ascii)
	case KindCost:
		return costText(x, ascii)
	}
	return k.number(x, ascii) + k.row().ascii
}

// number prints x ≥ 0 of a kind whose unit, if any, stands behind the number.
func (k Kind) number(x float64, n notation) string {
	switch k {
	case KindFLOPs:
		return n.number(x, 4)
	case KindFLOPRate:
		return rateText(x, n)
	case KindLoss:
		return n.digits(x, 4)
	}
	return n.compact(x)
}

// Compact prints a count with k, M, B or T and three significant digits:
// "72.2B", "20M", "999". It is m×10ⁿ from 10¹⁵ up and below 10⁻³.
func Compact(x float64) string {
	if x < 0 {
		return "−" + Compact(-x)
	}
	return typeset.compact(x)
}

// Digits prints x with n ≥ 1 significant digits and keeps their zeros, as a
// column of losses wants: Digits(1.9, 4) is "1.900". It is m×10ⁿ from 10⁶ up
// and below 10⁻⁴.
func Digits(x float64, n int) string {
	if x < 0 {
		return "−" + Digits(-x, n)
	}
	return typeset.digits(x, max(n, 1))
}

// Exact prints q so that its parser returns the identical float64, with no
// space and no plus sign: "5.76e23", "1814400s". Only finite positive values
// parse.
func Exact[Q Quantity](q Q) string { return q.Kind().Exact(float64(q)) }

// Exact prints x, a quantity of kind k, as the function Exact does.
func (k Kind) Exact(x float64) string {
	text := strconv.FormatFloat(x, 'g', -1, 64)
	text = strings.Replace(text, "e+0", "e", 1) // FormatFloat writes e+06, e-06
	text = strings.Replace(text, "e+", "e", 1)
	text = strings.Replace(text, "e-0", "e-", 1)
	if k == KindDuration {
		text += "s"
	}
	return text
}

// gloss is the reading of x in the scale of a language that has one, in parentheses.
func gloss(x float64, noun string, l Lang) string {
	r := roundTo(x, 3)
	if !l.Gloss || !r.within(l.ScaleDigits, l.scaleEnd()) {
		return ""
	}
	return " (" + l.scaled(r) + noun + ")"
}

// scaleEnd is the power of ten that numbers in the scale stay below.
func (w *Words) scaleEnd() int { return min(len(w.Scales)*w.ScaleDigits, 15) }

// scaled prints r within 10⁻³ and 10^scaleEnd in the scale.
func (w *Words) scaled(r rounded) string {
	step := max(r.step(w.ScaleDigits), 0)
	return r.trimmed(w.ScaleDigits*step) + w.Scales[step]
}

// rateText prints a rate with an SI prefix: "312 TFLOP/s".
func rateText(x float64, n notation) string {
	if r := roundTo(x, 3); r.within(3, 27) {
		return r.trimmed(3*r.step(3)) + " " + siLetters[r.step(3)-1:r.step(3)] + "FLOP/s"
	}
	return n.number(x, 3) + " FLOP/s"
}

// bytesText prints bytes with decimal prefixes up to EB.
func bytesText(x float64, l Lang, n notation) string {
	if r := roundTo(x, 3); r.within(3, 21) {
		return r.trimmed(3*r.step(3)) + " " + siLetters[r.step(3)-1:r.step(3)] + "B"
	}
	return withNoun(n.number(x, 3), KindBytes.noun(l))
}

// costText prints dollars: with cents from $1 to $1000, else in three digits.
func costText(x float64, n notation) string {
	if text, ok := cents(x); ok {
		return "$" + text
	}
	return "$" + n.compact(x)
}

// cents prints x from 1 to 1000 with two decimals, or none if they are zero.
func cents(x float64) (string, bool) {
	text := strconv.FormatFloat(x, 'f', 2, 64)
	if !(x >= 1 && x < 1000) || text == "1000.00" {
		return "", false
	}
	return strings.TrimSuffix(text, ".00"), true
}

// withNoun puts a noun behind a number, in the singular behind a 1.
func withNoun(number string, noun Noun) string {
	if number == "1" {
		return number + " " + noun.One
	}
	return number + " " + noun.Many
}
