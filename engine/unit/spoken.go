package unit

import "strconv"

// Spoken prints q in words that a screen reader says well, rounded as by
// Format: "72.2 billion parameters", "722亿参数".
func Spoken[Q Quantity](q Q, l Lang) string { return q.Kind().Spoken(float64(q), l) }

// Spoken prints x, a quantity of kind k, as the function Spoken does.
func (k Kind) Spoken(x float64, l Lang) string {
	switch {
	case x < 0 && l == Chinese:
		return "负" + k.Spoken(-x, l)
	case x < 0:
		return "minus " + k.Spoken(-x, l)
	}
	number, one, many := k.spokenParts(x, l)
	switch {
	case l == Chinese && k == KindLoss:
		return "每词元" + number + "奈特"
	case l == Chinese && k == KindFLOPRate:
		return "每秒" + number + many[Chinese]
	case l == Chinese:
		return number + many[Chinese]
	}
	return withNoun(number, one, many, l)
}

// spokenParts returns the number in words and the noun behind it.
func (k Kind) spokenParts(x float64, l Lang) (number, one string, many [2]string) {
	row := k.row()
	number, one, many = spokenNumber(x, l, 15), row.one, row.many
	switch k {
	case KindFLOPs:
		number = spokenNumber(x, l, 4)
	case KindLoss:
		if r := roundTo(x, 4); r.within(-4, 6) {
			number = r.at(0)
		}
	case KindDuration:
		value, i := inTimeUnit(x)
		number, one, many = spokenNumber(value, l, 15), timeUnits[i].one, timeUnits[i].many
	case KindCost:
		if text, ok := cents(x); ok {
			number = text
		}
	}
	return number, one, many
}

// spokenNumber says x ≥ 0 in three digits with a scale in words below
// 10^limit, and with a power of ten above.
func spokenNumber(x float64, l Lang, limit int) string {
	r := roundTo(x, 3)
	switch {
	case r.digits == "" && x > 0:
		return l.of([2]string{"infinitely many", "无穷多"})
	case r.digits == "":
		return l.of([2]string{"an undefined number of", "未定义的"})
	case r.within(-3, limit) && l == Chinese:
		return hanNumber(r)
	case r.within(-3, limit):
		step := max(r.step(3), 0)
		return r.trimmed(3*step) + [...]string{"", " thousand", " million", " billion", " trillion"}[step]
	case l == Chinese:
		return r.trimmed(r.exp) + "乘10的" + chineseInt(r.exp) + "次方"
	case r.exp < 0:
		return r.trimmed(r.exp) + " times 10 to the minus " + strconv.Itoa(-r.exp)
	}
	return r.trimmed(r.exp) + " times 10 to the " + strconv.Itoa(r.exp)
}

func chineseInt(n int) string {
	if n < 0 {
		return "负" + strconv.Itoa(-n)
	}
	return strconv.Itoa(n)
}
