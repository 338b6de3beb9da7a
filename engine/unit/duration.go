package unit

import "strconv"

// timeUnits are the units in which times are printed, upwards.
var timeUnits = [...]struct {
	seconds float64
	one     string
	many    [2]string
}{
	{1, "second", [2]string{"seconds", "秒"}},
	{float64(Minute), "minute", [2]string{"minutes", "分钟"}},
	{float64(Hour), "hour", [2]string{"hours", "小时"}},
	{float64(Day), "day", [2]string{"days", "天"}},
	{float64(Year), "year", [2]string{"years", "年"}},
}

// inTimeUnit returns x ≥ 0 seconds in the largest unit in which its three
// digits are not below 1, and the index of that unit. What rounds to 60.0
// seconds is 1 minute.
func inTimeUnit(x float64) (value float64, unit int) {
	for unit < len(timeUnits)-1 {
		next := timeUnits[unit+1].seconds
		shown := threeDigits(x/timeUnits[unit].seconds) * timeUnits[unit].seconds
		if !(shown >= next) {
			break
		}
		unit++
		value = max(x/next, 1)
	}
	if unit == 0 {
		return x, 0
	}
	return value, unit
}

// threeDigits is x rounded to what is shown.
func threeDigits(x float64) float64 {
	v, err := strconv.ParseFloat(strconv.FormatFloat(x, 'e', 2, 64), 64)
	if err != nil { // infinite
		return x
	}
	return v
}

func durationText(x float64, l Lang, n notation) string {
	value, i := inTimeUnit(x)
	u := timeUnits[i]
	r := roundTo(value, 3)
	switch {
	case l == Chinese && r.within(4, 15):
		return hanNumber(r) + u.many[Chinese]
	case l == Chinese && r.within(-3, 4):
		return withNoun(hanNumber(r), u.one, u.many, l)
	}
	return withNoun(n.compact(value), u.one, u.many, l)
}
