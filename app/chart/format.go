package chart

import (
	"math"
	"strconv"
	"strings"
)

// Format says how the numbers of an axis are written.
type Format uint8

// The formats.
const (
	Plain   Format = iota // 2.5, for losses
	Count                 // 70M, 7B, 1.4T, for parameters and tokens
	Power                 // 10²¹, 2×10²¹, for FLOP
	Percent               // 20% for 0.2
	Whole                 // 36, 1408, for layers and widths
)

// Tick returns v as a tick's label: all the digits it needs, up to nine, and no
// more. decimals is the least number of decimals of Plain and Percent, so that
// the labels of one axis agree.
func (f Format) Tick(v float64, decimals int) string {
	a := math.Abs(v)
	switch {
	case f == Percent:
		return plain(v*100, decimals) + "%"
	case v == 0 || math.IsNaN(v) || math.IsInf(v, 0):
		return plain(v, 0)
	case f == Power, f == Count && a >= 1e15, f == Plain && (a >= 1e7 || a < 1e-5):
		return power(v)
	case f == Count:
		return count(v)
	}
	return plain(v, decimals)
}

// digits is how many significant digits a label may have. It hides that 0.3 is
// 3 × 0.1 only nearly.
const digits = 9

// plain writes v without an exponent, with commas from 10,000 on.
func plain(v float64, decimals int) string {
	s := trimmed(v + 0) // no negative zero
	whole, frac, _ := strings.Cut(s, ".")
	for len(frac) < decimals {
		frac += "0"
	}
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	if len(whole) > 4 {
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + "," + whole[i:]
		}
	}
	if frac != "" {
		frac = "." + frac
	}
	return sign + whole + frac
}

// trimmed writes v rounded to the significant digits of a label.
func trimmed(v float64) string {
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', digits-1, 64), 64)
	if err != nil {
		r = v
	}
	return strconv.FormatFloat(r, 'f', -1, 64)
}

// count writes v with a suffix for thousands, millions, billions and trillions.
func count(v float64) string {
	units := [...]struct {
		v float64
		s string
	}{{1e12, "T"}, {1e9, "B"}, {1e6, "M"}, {1e3, "k"}}
	for _, u := range units {
		if math.Abs(v) >= u.v*(1-1e-9) {
			return plain(v/u.v, 0) + u.s
		}
	}
	return plain(v, 0)
}

// superscripts are the digits as exponents.
var superscripts = [...]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}

// power writes v as m×10ⁿ, and 10ⁿ for m = 1.
func power(v float64) string {
	m, e, _ := strings.Cut(strconv.FormatFloat(v, 'e', digits-1, 64), "e")
	m = strings.TrimRight(strings.TrimRight(m, "0"), ".")
	var b strings.Builder
	if strings.HasPrefix(m, "-") {
		b.WriteString("−")
		m = m[1:]
	}
	if m != "1" {
		b.WriteString(m + "×")
	}
	b.WriteString("10")
	if e[0] == '-' {
		b.WriteString("⁻")
	}
	for _, d := range strings.TrimLeft(e[1:], "0") {
		b.WriteString(superscripts[d-'0'])
	}
	if strings.Trim(e[1:], "0") == "" {
		b.WriteString("⁰")
	}
	return b.String()
}
