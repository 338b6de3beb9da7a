package unit

import "math"

// The parsers accept a number (see scanner.number for the grammar), a scale (k,
// M, B, T, million, 万, 亿, 万亿...) and, where it says more than the field
// does, a unit. Their error is always a *ParseError; their value is finite and
// positive.

// ParseParams reads a number of parameters: "72B", "7,000,000,000", "70亿参数".
func ParseParams(s string) (Params, error) { return parseAs[Params](s) }

// ParseTokens reads a number of tokens: "1.4T tokens", "512 × 2048", "1.4万亿".
func ParseTokens(s string) (Tokens, error) { return parseAs[Tokens](s) }

// ParseFLOPs reads an amount of compute: "5.76e23", "300 ZFLOP", "10²⁴ FLOP",
// "6667 PF-days". A rate is refused. ParseCompute reads hardware too.
func ParseFLOPs(s string) (FLOPs, error) { return parseAs[FLOPs](s) }

// ParseFLOPRate reads a speed: "312 TFLOP/s", "989 TFLOPS".
func ParseFLOPRate(s string) (FLOPRate, error) { return parseAs[FLOPRate](s) }

// ParseLoss reads a loss in nats per token: "1.974". Bits and perplexities are
// refused.
func ParseLoss(s string) (Loss, error) { return parseAs[Loss](s) }

// ParseSteps reads a number of parameter updates: "14.5k steps", "2^15".
func ParseSteps(s string) (Steps, error) { return parseAs[Steps](s) }

// ParseChars reads a number of characters: "22.8B chars", "3亿字符".
func ParseChars(s string) (Chars, error) { return parseAs[Chars](s) }

// ParseBytes reads an amount of text: "30 GB" is 30·10⁹ bytes, "30 GiB" is
// 30·2³⁰. A bare letter is refused: the B of "7B" may be bytes or billions.
func ParseBytes(s string) (Bytes, error) { return parseAs[Bytes](s) }

// ParseDuration reads a time with its unit: "21 days", "36 h", "3 个月". Months
// and years are means: see Month and Year.
func ParseDuration(s string) (Duration, error) { return parseAs[Duration](s) }

// ParseCost reads an amount of US dollars: "$1.2M", "120万美元", "950".
func ParseCost(s string) (Cost, error) { return parseAs[Cost](s) }

func parseAs[Q Quantity](s string) (Q, error) {
	var q Q
	v, err := q.Kind().Parse(s)
	return Q(v), err
}

// Parse reads a quantity of kind k and returns it in the base unit of its type.
func (k Kind) Parse(input string) (float64, error) {
	v, err := k.parse(input)
	if err != nil {
		return 0, err
	}
	return v, nil
}

func (k Kind) parse(input string) (float64, *ParseError) {
	s, err := scan(k, input)
	if err != nil {
		return 0, err
	}
	if err := s.currency(); err != nil {
		return 0, err
	}
	n, err := s.number()
	if err != nil {
		return 0, err
	}
	return s.amount(n)
}

// currency reads the sign in front of a cost.
func (s *scanner) currency() *ParseError {
	if s.kind != KindCost {
		return nil
	}
	s.spaces()
	m, n := s.longest(unitWords)
	if n > 0 && m.kind == KindCost {
		s.pos += n
		if m.code != "" {
			return s.fail(m.code, s.pos-n, s.pos)
		}
	}
	return nil
}

// amount reads what may follow the number n, to the end.
func (s *scanner) amount(n decimal) (float64, *ParseError) {
	m, found, err := s.unit()
	if err != nil {
		return 0, err
	}
	if err := s.end(found); err != nil {
		return 0, err
	}
	if s.kind == KindDuration && !found {
		return 0, s.failWhole(CodeNoTimeUnit)
	}
	return s.value(n.times(m.factor))
}

// value rounds d, which must be a positive float64.
func (s *scanner) value(d decimal) (float64, *ParseError) {
	v := d.float64()
	switch {
	case d.digits == "":
		return 0, s.failWhole(CodeZero)
	case v == 0:
		return 0, s.failWhole(CodeTooSmall)
	case math.IsInf(v, 1):
		return 0, s.failWhole(CodeTooLarge)
	}
	return v, nil
}

// end returns nil at the end of the text, and else what is wrong with the rest;
// unitRead says whether a unit was read already.
func (s *scanner) end(unitRead bool) *ParseError {
	s.spaces()
	switch {
	case s.done():
		return nil
	case s.rangeAhead():
		return s.failWhole(CodeRange)
	case s.numberAhead():
		return s.fail(CodeTwoNumbers, s.pos, s.digitsAndMarks())
	case !unitRead && (class(s.peek(0)) != 0 || s.peek(0) == '%'):
		return s.failRun(CodeUnknownUnit)
	}
	return s.failRun(CodeUnexpected)
}

// rangeAhead says whether "to", a dash or dots and a second number are next.
func (s *scanner) rangeAhead() bool {
	mark := s.pos
	defer func() { s.pos = mark }()
	if !s.takeAny("to", "-", "–", "—", "~", "...", "..", "…", "到", "至") {
		return false
	}
	s.spaces()
	s.take("$")
	return s.numberAhead()
}
