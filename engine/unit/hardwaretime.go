package unit

import "math"

// time reads what follows a device, to the end: the time, and where it is said
// the utilisation, in either order.
func (s *hardwareScanner) time() (Compute, *ParseError) {
	if t, ok := s.timeBehind(); ok {
		s.hw.Time, s.hw.Pooled = Duration(t.factor.float64()), true
	}
	s.kind = KindDuration // what errors now say is wanted
	for {
		said, dangling := s.filler()
		if s.done() && dangling != nil {
			return Compute{}, dangling
		}
		if s.done() {
			break
		}
		if err := s.clause(said); err != nil {
			return Compute{}, err
		}
	}
	if s.hw.Time == 0 {
		return Compute{}, s.failWhole(CodeNoTime)
	}
	if math.IsInf(float64(s.hw.DeviceTime()), 1) {
		return Compute{}, s.failWhole(CodeTooLarge)
	}
	return Compute{Hardware: s.hw}, nil
}

// filler steps over words and marks between clauses; utilisation says that one
// of them announces it. The error is for a last word that announces a number,
// if none follows.
func (s *hardwareScanner) filler() (utilisation bool, dangling *ParseError) {
	for !s.done() {
		start := s.pos
		switch {
		case s.takeAny(" ", ",", ";", "、", "=", ":", "训练", "跑", "用时", "为", "是", "约", "大约", "about"):
		case s.takeAny("mfu", "hfu", "utilisation", "utilization", "利用率"):
			utilisation, dangling = true, nil
		case s.takeAny("@", "at"):
			utilisation, dangling = true, s.fail(CodeUnexpected, start, s.pos)
		case s.takeAny("for", "over", "during", "with", "of", "×", "*", "x"):
			dangling = s.fail(CodeUnexpected, start, s.pos)
		default:
			return utilisation, dangling
		}
	}
	return utilisation, dangling
}

// clause reads a number with a unit of time or a percent sign; utilisation says
// that it was announced as one.
func (s *hardwareScanner) clause(utilisation bool) *ParseError {
	start := s.pos
	n, spelt := s.spelt()
	if !spelt && !s.numberAhead() && class(s.peek(0)) != 0 {
		return s.failRun(CodeUnexpected)
	}
	if !spelt {
		var err *ParseError
		if n, err = s.number(); err != nil {
			return err
		}
	}
	mark := s.pos
	s.spaces()
	percent := s.take("%")
	if percent || utilisation && !s.timeHere() {
		return s.utilisation(n, percent, start)
	}
	s.pos = mark
	t, found, err := s.unit()
	switch {
	case err != nil:
		return err
	case !found && s.done():
		return s.failWhole(CodeNoTimeUnit)
	case !found:
		return s.end(false)
	case s.hw.Time != 0:
		return s.fail(CodeSaidTwice, start, s.pos)
	}
	v, err := s.value(n.times(t.factor))
	s.hw.Time = Duration(v)
	return err
}

// timeHere says whether a unit of time is at the cursor, as after "at 21 days".
func (s *hardwareScanner) timeHere() bool {
	_, n := s.longest(timeWords)
	return n > 0
}

// utilisation takes n, a percentage or a fraction below 1.
func (s *hardwareScanner) utilisation(n decimal, percent bool, start int) *ParseError {
	if percent {
		n = n.times(pow10(-2))
	}
	u := n.float64()
	switch {
	case s.hw.Utilisation != 0:
		return s.fail(CodeSaidTwice, start, s.pos)
	case !percent && u >= 1:
		return s.fail(CodeNoPercent, start, s.pos)
	case u <= 0 || u > 1:
		return s.fail(CodeUtilisation, start, s.pos)
	}
	s.hw.Utilisation = u
	return nil
}
