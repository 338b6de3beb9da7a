package unit

import (
	"math"
	"strconv"
	"strings"
)

// rounded is d.ddd × 10^exp with a fixed number of digits d, not negative.
type rounded struct {
	digits string // empty: NaN or +Inf
	exp    int
}

// roundTo rounds x ≥ 0 to n significant digits, half to even, from its exact
// binary value. The carry of 999.6 to 1.00 × 10³ is done before any scale is
// chosen.
func roundTo(x float64, n int) rounded {
	text := strconv.FormatFloat(math.Abs(x), 'e', n-1, 64) // Abs: of −0
	mantissa, exponent, ok := strings.Cut(text, "e")
	if !ok {
		return rounded{}
	}
	exp, _ := strconv.Atoi(exponent) // FormatFloat wrote it
	return rounded{strings.Replace(mantissa, ".", "", 1), exp}
}

// within says whether r is finite and 10^lo ≤ r < 10^hi; 0 counts as 1.
func (r rounded) within(lo, hi int) bool { return r.digits != "" && r.exp >= lo && r.exp < hi }

// at prints r / 10^shift without an exponent, with all digits.
func (r rounded) at(shift int) string {
	switch point := r.exp - shift + 1; {
	case point <= 0:
		return "0." + strings.Repeat("0", -point) + r.digits
	case point >= len(r.digits):
		return r.digits + strings.Repeat("0", point-len(r.digits))
	default:
		return r.digits[:point] + "." + r.digits[point:]
	}
}

// trimmed is at without the zeros that end the decimals.
func (r rounded) trimmed(shift int) string {
	text := r.at(shift)
	if strings.Contains(text, ".") {
		text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	}
	if strings.Trim(text, "0") == "" { // the digits of 0 are all zeros
		return "0"
	}
	return text
}

// step is ⌊exp/size⌋, which scale of a series in steps of 10^size r is in.
func (r rounded) step(size int) int { return int(math.Floor(float64(r.exp) / float64(size))) }

// notation says how powers of ten are written.
type notation uint8

const (
	typeset notation = iota // 5.76×10²³
	ascii                   // 5.76e23
)

// power is the power of ten behind a mantissa.
func (n notation) power(exp int) string {
	text := strconv.Itoa(exp)
	if n == ascii {
		return "e" + text
	}
	raised := []rune(superscripts)
	var b strings.Builder
	b.WriteString("×10")
	for _, c := range text {
		if c == '-' {
			b.WriteRune('⁻')
			continue
		}
		b.WriteRune(raised[c-'0'])
	}
	return b.String()
}

// odd is how +Inf and NaN are written.
func (n notation) odd(x float64) string {
	switch {
	case math.IsNaN(x):
		return "NaN"
	case n == ascii:
		return "Inf"
	}
	return "∞"
}

// number prints x ≥ 0 with three significant digits: plainly from 10⁻³ to
// 10^limit, else with a power of ten.
func (n notation) number(x float64, limit int) string {
	r := roundTo(x, 3)
	switch {
	case r.digits == "":
		return n.odd(x)
	case r.within(-3, limit):
		return r.trimmed(0)
	}
	return r.trimmed(r.exp) + n.power(r.exp)
}

// letters are the scales of counts in steps of 10³.
var letters = [...]string{"", "k", "M", "B", "T"}

// compact prints x ≥ 0 with three significant digits and a letter.
func (n notation) compact(x float64) string {
	if r := roundTo(x, 3); r.within(3, 15) {
		return r.trimmed(3*r.step(3)) + letters[r.step(3)]
	}
	return n.number(x, 3)
}

// digits prints x ≥ 0 with count significant digits, zeros kept.
func (n notation) digits(x float64, count int) string {
	r := roundTo(x, count)
	switch {
	case r.digits == "":
		return n.odd(x)
	case r.within(-4, 6):
		return r.at(0)
	}
	return r.at(r.exp) + n.power(r.exp)
}
