package unit

import "strconv"

// timeUnits are the units in which times are printed, upwards.
var timeUnits = [...]Duration{1, Minute, Hour, Day, Year}

// inTimeUnit returns x ≥ 0 seconds in the largest unit in which its three
// digits are not below 1, and the index of that unit. What rounds to 60.0
// seconds is 1 minute.
func inTimeUnit(x float64) (value float64, unit int) {
	for unit < len(timeUnits)-1 {
		next := float64(timeUnits[unit+1])
		shown := threeDigits(x/float64(timeUnits[unit])) * float64(timeUnits[unit])
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
	noun, r := l.Times[i], roundTo(value, 3)
	switch {
	case l.Gloss && r.within(l.ScaleDigits, l.scaleEnd()):
		return l.scaled(r) + noun.Many
	case l.Gloss && r.within(-3, l.ScaleDigits):
		return withNoun(l.scaled(r), noun)
	}
	return withNoun(n.compact(value), noun)
}
