package unit

import "strings"

// measure is a unit: its value in the quantity's base unit.
type measure struct {
	kind   Kind
	factor decimal
	code   Code // refusal in a field of this kind
}

// unitWord is a measure with the word for it, in lower case. Words of one Latin
// letter are matched with their case.
type unitWord struct {
	word string
	measure
}

// Seconds in the units of time. Year and Month are those of the constants.
var (
	inSeconds = measure{KindDuration, one, ""}
	inMinutes = measure{KindDuration, decimal{"60", 0}, ""}
	inHours   = measure{KindDuration, decimal{"3600", 0}, ""}
	inDays    = measure{KindDuration, decimal{"86400", 0}, ""}
	inWeeks   = measure{KindDuration, decimal{"604800", 0}, ""}
	inMonths  = measure{KindDuration, decimal{"2629800", 0}, ""}
	inYears   = measure{KindDuration, decimal{"31557600", 0}, ""}
)

var timeWords = []unitWord{
	{"s", inSeconds}, {"sec", inSeconds}, {"secs", inSeconds}, {"second", inSeconds},
	{"seconds", inSeconds}, {"秒", inSeconds}, {"秒钟", inSeconds},
	{"min", inMinutes}, {"mins", inMinutes}, {"minute", inMinutes}, {"minutes", inMinutes},
	{"分", inMinutes}, {"分钟", inMinutes},
	{"h", inHours}, {"hr", inHours}, {"hrs", inHours}, {"hour", inHours}, {"hours", inHours},
	{"时", inHours}, {"小时", inHours}, {"钟头", inHours},
	{"d", inDays}, {"day", inDays}, {"days", inDays}, {"天", inDays}, {"日", inDays},
	{"w", inWeeks}, {"wk", inWeeks}, {"wks", inWeeks}, {"week", inWeeks}, {"weeks", inWeeks},
	{"周", inWeeks}, {"星期", inWeeks},
	{"mo", inMonths}, {"month", inMonths}, {"months", inMonths}, {"月", inMonths},
	{"y", inYears}, {"yr", inYears}, {"yrs", inYears}, {"year", inYears}, {"years", inYears},
	{"年", inYears},
}

var (
	inParams = measure{KindParams, one, ""}
	inTokens = measure{KindTokens, one, ""}
	inFLOP   = measure{KindFLOPs, one, ""}
	inNats   = measure{KindLoss, one, ""}
	inSteps  = measure{KindSteps, one, ""}
	inChars  = measure{KindChars, one, ""}
	inBytes  = measure{KindBytes, one, ""}
	inDollar = measure{KindCost, one, ""}

	otherLoss  = measure{KindLoss, one, CodeLossUnit}
	otherMoney = measure{KindCost, one, CodeCurrency}
)

var unitWords = []unitWord{
	{"param", inParams}, {"params", inParams}, {"parameter", inParams}, {"parameters", inParams},
	{"参数", inParams}, {"参数量", inParams},
	{"token", inTokens}, {"tokens", inTokens}, {"tok", inTokens}, {"toks", inTokens}, {"词元", inTokens},
	{"floating-point operations", inFLOP}, {"floating point operations", inFLOP}, {"浮点运算", inFLOP},
	{"nat", inNats}, {"nats", inNats}, {"nats/token", inNats}, {"nats per token", inNats},
	{"奈特", inNats}, {"奈特/词元", inNats},
	{"bit", otherLoss}, {"bits", otherLoss}, {"bits/token", otherLoss}, {"bits/byte", otherLoss},
	{"bits per token", otherLoss}, {"bits per byte", otherLoss}, {"bpb", otherLoss}, {"比特", otherLoss},
	{"ppl", otherLoss}, {"perplexity", otherLoss}, {"困惑度", otherLoss},
	{"step", inSteps}, {"steps", inSteps}, {"update", inSteps}, {"updates", inSteps},
	{"iter", inSteps}, {"iters", inSteps}, {"iteration", inSteps}, {"iterations", inSteps},
	{"步", inSteps}, {"更新", inSteps}, {"迭代", inSteps},
	{"char", inChars}, {"chars", inChars}, {"character", inChars}, {"characters", inChars},
	{"字符", inChars}, {"字", inChars},
	{"byte", inBytes}, {"bytes", inBytes}, {"字节", inBytes},
	{"$", inDollar}, {"us$", inDollar}, {"usd", inDollar}, {"dollar", inDollar}, {"dollars", inDollar},
	{"us dollar", inDollar}, {"us dollars", inDollar}, {"美元", inDollar}, {"美金", inDollar},
	{"€", otherMoney}, {"eur", otherMoney}, {"euro", otherMoney}, {"euros", otherMoney}, {"欧元", otherMoney},
	{"£", otherMoney}, {"gbp", otherMoney}, {"英镑", otherMoney},
	{"¥", otherMoney}, {"￥", otherMoney}, {"jpy", otherMoney}, {"日元", otherMoney}, {"cny", otherMoney},
	{"rmb", otherMoney}, {"yuan", otherMoney}, {"元", otherMoney}, {"人民币", otherMoney},
}

// longest finds the longest of the words at the cursor; n is 0 if there is none.
func (s *scanner) longest(words []unitWord) (m measure, n int) {
	for i := range words {
		if l, ok := s.matchAt(s.pos, words[i].word); ok && l > n {
			m, n = words[i].measure, l
		}
	}
	return m, n
}

// unit reads the unit behind a number. It returns false if no unit known to any
// field is there, and an error if it is not one for this field.
func (s *scanner) unit() (measure, bool, *ParseError) {
	s.spaces()
	if s.takeAny("个", "次") { // classifiers
		s.spaces()
	}
	start := s.pos
	m, ok := s.anyUnit()
	if !ok {
		s.pos = start
		return measure{factor: one}, false, nil
	}
	switch {
	case s.kind == KindFLOPs && m.kind == KindFLOPRate:
		return m, true, s.fail(CodeRate, start, s.pos)
	case m.kind != s.kind && m.code != "": // "5 bits" of parameters: no need to speak of losses
		return m, true, s.fail(CodeUnknownUnit, start, s.pos)
	case m.kind != s.kind:
		err := s.fail(CodeWrongUnit, start, s.pos)
		err.Got = m.kind
		return m, true, err
	case m.code != "":
		return m, true, s.fail(m.code, start, s.pos)
	}
	return m, true, nil
}

// anyUnit steps over a unit of any kind.
func (s *scanner) anyUnit() (measure, bool) {
	m, n := s.longest(unitWords)
	if t, k := s.longest(timeWords); k > n {
		m, n = t, k
	}
	if n > 0 {
		s.pos += n
		return m, true
	}
	mark := s.pos
	if m, ok := s.compute(); ok {
		return m, true
	}
	s.pos = mark
	word := s.run()
	if m, ok := byteUnit(word); ok {
		s.pos += len(word)
		return m, true
	}
	return measure{}, false
}

// compute reads FLOP, FLOP/s and their products with time, under any SI
// prefix: ZFLOP, petaFLOP/s-days, PF-days.
func (s *scanner) compute() (measure, bool) {
	word := s.run()
	prefix, form := computeForm(word)
	exp, ok := siPrefix(prefix)
	if form == notCompute || !ok || form == letterF && prefix == "" {
		return measure{}, false
	}
	s.pos += len(word)
	if t, ok := s.timeBehind(); ok {
		return measure{KindFLOPs, pow10(exp).times(t.factor), ""}, true
	}
	switch form {
	case amountForm:
		return measure{KindFLOPs, pow10(exp), ""}, true
	case rateForm:
		if s.kind == KindFLOPs && word == "flops" { // which people write for the amount that is asked for
			return inFLOP, true
		}
		return measure{KindFLOPRate, pow10(exp), ""}, true
	}
	return measure{}, false // the F of PF-days needs its days
}

// timeBehind reads a unit of time that multiplies what stands before it: the
// "-days" of PF-days, the " hours" of A100 hours.
func (s *scanner) timeBehind() (measure, bool) {
	mark := s.pos
	s.spaces()
	if strings.ContainsRune("-·*×", s.peek(0)) {
		s.pos++
		s.spaces()
	}
	m, n := s.longest(timeWords)
	if n == 0 {
		s.pos = mark
		return m, false
	}
	s.pos += n
	return m, true
}
