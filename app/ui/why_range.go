package ui

import (
	"math"
	"strconv"

	"lossline/app/text"
	"lossline/engine/plan"
)

// The domain bar's size.
const (
	barWidth  = 240
	barHeight = 20
)

// domainBar is a fitted range and, on the same logarithmic axis, the point.
func domainBar(s plan.SpanAt) string {
	lo, hi := math.Log(min(s.Lo, s.At)), math.Log(max(s.Hi, s.At))
	x := func(v float64) float64 {
		return 8 + (barWidth-16)*(math.Log(v)-lo)/max(hi-lo, 1e-9)
	}
	num := func(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }
	b := `<svg class="domain" viewBox="0 0 240 20" width="240" height="20" aria-hidden="true"><path class="axis" d="M2 10H238"/>`
	b += `<rect x="` + num(x(s.Lo)) + `" y="6" width="` + num(max(x(s.Hi)-x(s.Lo), 2)) + `" height="8"/>`
	return b + `<circle cx="` + num(x(s.At)) + `" cy="10" r="5"/></svg>`
}

// spanSaid says where the point is against a fitted range.
func spanSaid(c Context, s plan.SpanAt) string {
	t, show := c.T, func(v float64) string { return c.T.Coordinate(s.Symbol, v) }
	at := string(s.Symbol) + " = " + show(s.At)
	switch {
	case s.At > s.Hi:
		return text.Fill(t.Why.Above, at, t.Factor(s.At/s.Hi), show(s.Lo), show(s.Hi))
	case s.At < s.Lo:
		return text.Fill(t.Why.Below, at, t.Factor(s.Lo/s.At), show(s.Lo), show(s.Hi))
	}
	return text.Fill(t.Why.Inside, at, "", show(s.Lo), show(s.Hi))
}
