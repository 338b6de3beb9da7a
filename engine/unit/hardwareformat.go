package unit

import (
	"math"
	"strconv"
)

// Format prints h as ParseCompute reads it, the time in three digits and the
// count in full: "64 H100 for 21 days at 40%", "64 张 H100 训练 21 天，利用率
// 40%", "1000 H100-days".
func (h Hardware) Format(l Lang) string {
	text := h.timed(l)
	if h.Utilisation == 0 {
		return text
	}
	return text + fill(l.Devices.Utilisation, Compact(100*h.Utilisation)+"%")
}

func (h Hardware) timed(l Lang) string {
	if h.Pooled {
		return h.pooled(l)
	}
	return fill(l.Devices.Timed, countText(h.Count), h.Device, Format(h.Time, l))
}

// pooled prints the device-time in the unit in which it was said, in days if
// that has no name.
func (h Hardware) pooled(l Lang) string {
	count, unit := float64(h.DeviceTime()/Day), 3
	for i, u := range timeUnits {
		if h.Time == u {
			count, unit = h.Count, i
		}
	}
	word := l.Times[unit].Many
	if count == 1 {
		word = l.Times[unit].One
	}
	return countText(count) + " " + h.Device + l.Devices.Joint + word
}

// countText prints whole numbers in full, since "1.02k H100" would lose some.
func countText(x float64) string {
	if x < 1e15 && x == math.Trunc(x) {
		return strconv.FormatFloat(x, 'f', 0, 64)
	}
	return Compact(x)
}
