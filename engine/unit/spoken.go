package unit

import (
	"strconv"
	"strings"
)

// Spoken prints q in words that a screen reader says well, rounded as by
// Format: "72.2 billion parameters", "722亿参数".
func Spoken[Q Quantity](q Q, l Lang) string { return q.Kind().Spoken(float64(q), l) }

// Spoken prints x, a quantity of kind k, as the function Spoken does.
func (k Kind) Spoken(x float64, l Lang) string {
	if x < 0 {
		return l.Spoken.Minus + k.Spoken(-x, l)
	}
	number, noun := k.spokenParts(x, l)
	switch {
	case k == KindLoss && l.Spoken.Loss != "":
		return fill(l.Spoken.Loss, number)
	case k == KindFLOPRate && l.Spoken.Rate != "":
		return fill(l.Spoken.Rate, number)
	case number == "1":
		return number + l.Spoken.Gap + noun.One
	}
	return number + l.Spoken.Gap + noun.Many
}

// spokenParts returns the number in words and the noun behind it.
func (k Kind) spokenParts(x float64, l Lang) (number string, noun Noun) {
	number, noun = l.spokenNumber(x, 15), k.noun(l)
	switch k {
	case KindFLOPs:
		number = l.spokenNumber(x, 4)
	case KindLoss:
		if r := roundTo(x, 4); r.within(-4, 6) {
			number = r.at(0)
		}
	case KindDuration:
		value, i := inTimeUnit(x)
		number, noun = l.spokenNumber(value, 15), l.Times[i]
	case KindCost:
		if text, ok := cents(x); ok {
			number = text
		}
	}
	return number, noun
}

// spokenNumber says x ≥ 0 in three digits with a scale in words below
// 10^limit, and with a power of ten above.
func (w *Words) spokenNumber(x float64, limit int) string {
	r := roundTo(x, 3)
	switch {
	case r.digits == "" && x > 0:
		return w.Spoken.Infinite
	case r.digits == "":
		return w.Spoken.Undefined
	case r.within(-3, min(limit, w.scaleEnd())):
		return w.scaled(r)
	case r.exp < 0:
		return fill(w.Spoken.MinusPower, r.trimmed(r.exp), strconv.Itoa(-r.exp))
	}
	return fill(w.Spoken.Power, r.trimmed(r.exp), strconv.Itoa(r.exp))
}

// fill puts the arguments into a template.
func fill(template string, args ...string) string {
	for i, a := range args {
		template = strings.Replace(template, "{"+strconv.Itoa(i)+"}", a, 1)
	}
	return template
}
