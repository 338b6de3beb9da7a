package unit

// Reading prints how q was understood, for the line under a field: "7.00×10⁹
// parameters", "7.00×10⁹ 参数". Times, costs and rates are printed as by
// Format.
func Reading[Q Quantity](q Q, l Lang) string { return q.Kind().Reading(float64(q), l) }

// Reading prints x, a quantity of kind k, as the function Reading does.
func (k Kind) Reading(x float64, l Lang) string {
	if x < 0 {
		return "−" + k.Reading(-x, l)
	}
	noun := k.noun(l)
	number := typeset.number(x, 3)
	switch k {
	case KindDuration, KindCost, KindFLOPRate:
		return k.Format(x, l)
	case KindFLOPs:
		noun = Noun{"FLOP", "FLOP"}
	case KindLoss:
		return withNoun(typeset.digits(x, 4), noun)
	}
	if r := roundTo(x, 3); r.within(3, 400) {
		number = r.at(r.exp) + typeset.power(r.exp)
	}
	return withNoun(number, noun)
}
