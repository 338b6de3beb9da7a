package unit

import (
	"strconv"
	"strings"
)

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹" // in order of value

// exponent reads the "e24" of 1e24, if it is there. An E in front of a letter
// belongs to a unit: 5EFLOP.
func (s *scanner) exponent(d decimal) (decimal, *ParseError) {
	if lower(s.peek(0)) != 'e' || isAlnum(s.peek(1)) && !isDigit(s.peek(1)) {
		return d, nil
	}
	start := s.pos
	s.pos++
	n, err := s.whole(start)
	return d.times(pow10(n)), err
}

// powerAhead says whether a superscript is next, or a power sign, up to which it
// then moves the cursor.
func (s *scanner) powerAhead() bool {
	if isSuperscript(s.peek(0)) {
		return true
	}
	mark := s.pos
	s.spaces()
	if s.peek(0) == '^' || s.peek(0) == '*' && s.peek(1) == '*' || s.peek(0) == '的' {
		return true
	}
	s.pos = mark
	return false
}

// powerBehindDigits says whether the cursor is at digits with a power.
func (s *scanner) powerBehindDigits() bool {
	mark := s.pos
	defer func() { s.pos = mark }()
	return s.digits() != "" && s.powerAhead()
}

// power reads the exponent of base and returns the power.
func (s *scanner) power(base decimal) (decimal, *ParseError) {
	start := s.pos
	n, err := s.powerExponent()
	switch {
	case err != nil:
		return base, err
	case base.digits == "10" && base.exp == 0:
		return pow10(n), nil
	case n < 0 || base.digits == "" || base.digits == "1":
		return base, s.fail(CodePower, start, s.pos)
	}
	power := one
	for range min(n, maxPower) {
		if len(power.digits) > maxDigits {
			break
		}
		power = power.times(base)
	}
	if n > maxPower || len(power.digits) > maxDigits {
		return base, s.failWhole(CodeTooLarge)
	}
	return power, nil
}

// powerExponent reads ^24, **24, ^{24} or ²⁴.
func (s *scanner) powerExponent() (int, *ParseError) {
	start := s.pos
	if isSuperscript(s.peek(0)) {
		return s.superscript()
	}
	if s.take("的") {
		return s.powerInWords(start)
	}
	s.pos++
	if s.peek(0) == '*' {
		s.pos++
	}
	s.spaces()
	brace := s.peek(0) == '{'
	if brace {
		s.pos++
	}
	n, err := s.whole(start)
	if err == nil && brace {
		if s.peek(0) != '}' {
			return 0, s.fail(CodeExponent, start, s.pos)
		}
		s.pos++
	}
	return n, err
}

// powerInWords reads the rest of 的23次方.
func (s *scanner) powerInWords(start int) (int, *ParseError) {
	s.spaces()
	n, err := s.whole(start)
	s.spaces()
	if err == nil && !s.takeAny("次方", "次幂") {
		return 0, s.fail(CodeExponent, start, s.pos)
	}
	return n, err
}

// superscript reads a run of superscripts.
func (s *scanner) superscript() (int, *ParseError) {
	start := s.pos
	var plain strings.Builder
	for isSuperscript(s.peek(0)) {
		switch r := s.peek(0); r {
		case '⁻':
			plain.WriteByte('-')
		case '⁺':
			plain.WriteByte('+')
		default:
			value := len([]rune(superscripts[:strings.IndexRune(superscripts, r)]))
			plain.WriteByte(byte('0' + value))
		}
		s.pos++
	}
	n, err := strconv.Atoi(plain.String())
	return s.exponentInRange(n, err == nil || n != 0, start) // out of range: n is the largest int
}

// whole reads a signed whole number, part of the exponent that began at start.
func (s *scanner) whole(start int) (int, *ParseError) {
	sign := 1
	if r := s.peek(0); r == '-' || r == '+' {
		s.pos++
		if r == '-' {
			sign = -1
		}
	}
	digits := s.digits()
	n, err := strconv.Atoi(digits)
	ok := err == nil || n != 0 // out of range: n is the largest int
	fraction := s.peek(0) == '.' && isDigit(s.peek(1))
	return s.exponentInRange(sign*n, ok && !fraction, start)
}

// exponentInRange refuses exponents with which no float64 is left.
func (s *scanner) exponentInRange(n int, ok bool, start int) (int, *ParseError) {
	switch {
	case !ok:
		return 0, s.fail(CodeExponent, start, s.pos)
	case n > maxExponent:
		return 0, s.failWhole(CodeTooLarge)
	case n < -maxExponent:
		return 0, s.failWhole(CodeTooSmall)
	}
	return n, nil
}

func isSuperscript(r rune) bool {
	return r != 0 && strings.ContainsRune(superscripts+"⁺⁻", r)
}
