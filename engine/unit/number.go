package unit

import "strings"

// Limits far outside float64, within which the arithmetic stays short.
const (
	maxExponent = 9999 // of ten
	maxPower    = 1100 // of other bases: 2^1024 is above every float64
	maxDigits   = 800  // of a power or product: float64 has 309 before the point
)

// number reads a number:
//
//	number   = [ "+" ] term { times term }
//	term     = mantissa [ "e" [ sign ] digits | power ] [ scale ]
//	mantissa = digits [ "." digits ], digits grouped in threes by "," "_" or " "
//	power    = ( "^" | "**" ) [ sign ] digits | superscripts
//	power    = "的" digits ( "次方" | "次幂" ), as in 10的23次方
//	times    = "×" | "*" | "x" | "·" | "乘以" | "\times" | "\cdot"
//
// A word such as "about" or 约 may stand before it.
//
// A dot multiplies only in front of a power, since it may also be a decimal
// mark.
func (s *scanner) number() (decimal, *ParseError) {
	s.about()
	if err := s.numberStart(); err != nil {
		return decimal{}, err
	}
	product := one
	for first := true; ; first = false {
		start := s.pos
		factor, plain, err := s.term()
		if err != nil {
			return decimal{}, err
		}
		if plain && !first && lostSuperscript(product, factor) {
			return decimal{}, s.fail(CodeLostSuperscript, start, s.pos)
		}
		product = product.times(factor)
		if len(product.digits) > maxDigits {
			return decimal{}, s.failWhole(CodeTooLarge)
		}
		if !s.operator() {
			return product, nil
		}
	}
}

// about steps over spaces and a word that says that the number is a round one.
func (s *scanner) about() {
	s.spaces()
	mark := s.pos
	if s.takeAny("about", "around", "approximately", "approx.", "approx", "roughly", "ca.", "circa", "~", "≈", "大约", "约", "大概") {
		if s.spaces(); s.numberAhead() || s.peek(0) == '$' {
			return
		}
	}
	s.pos = mark
}

// numberStart steps over a plus sign and names what stands there instead of a
// number.
func (s *scanner) numberStart() *ParseError {
	start := s.pos
	sign := s.peek(0)
	if sign == '+' || sign == '-' || sign == '–' {
		s.pos++
		s.spaces()
	}
	switch {
	case s.numberAhead() && sign != '-' && sign != '–':
		return nil
	case s.numberAhead():
		return s.fail(CodeNegative, start, s.pos)
	case s.takeAny("nan", "inf", "infinity", "∞", "无穷", "无穷大"):
		return s.fail(CodeNotFinite, start, s.pos)
	case strings.ContainsRune("零〇一二两三四五六七八九十百千万亿半几数", s.peek(0)):
		return s.failRun(CodeChineseNumeral)
	}
	s.pos = start
	if s.done() { // behind a currency sign
		return s.failWhole(CodeEmpty)
	}
	for end := start; ; end++ {
		if end == len(s.text) || s.text[end] == ' ' {
			return s.fail(CodeNoNumber, start, end)
		}
	}
}

// numberAhead says whether a mantissa begins at the cursor.
func (s *scanner) numberAhead() bool {
	return isDigit(s.peek(0)) || s.peek(0) == '.' && isDigit(s.peek(1))
}

// term reads one factor of a product; plain is a mantissa and no more.
func (s *scanner) term() (d decimal, plain bool, err *ParseError) {
	start := s.pos
	d, whole, err := s.mantissa()
	if err != nil {
		return d, false, err
	}
	mark := s.pos
	if whole && s.powerAhead() {
		d, err = s.power(d)
	} else if d, err = s.exponent(d); err == nil && s.powerAhead() {
		err = s.fail(CodePower, start, s.pos+1)
	}
	if err == nil {
		d, err = s.scale(d)
	}
	return d, s.pos == mark, err
}

// mantissa reads digits with their separators and decimals.
func (s *scanner) mantissa() (d decimal, whole bool, err *ParseError) {
	start := s.pos
	digits, err := s.grouped()
	if err != nil {
		return d, false, err
	}
	if s.peek(0) != '.' || !isDigit(s.peek(1)) {
		return newDecimal(digits, 0), true, nil
	}
	s.pos++
	decimals := s.digits()
	if strings.ContainsRune(".,_", s.peek(0)) && isDigit(s.peek(1)) { // 1.234.567, 1.500,25
		return d, false, s.fail(CodeGrouping, start, s.digitsAndMarks())
	}
	return newDecimal(digits+decimals, -len(decimals)), false, nil
}

// grouped reads the digits in front of the decimal point.
func (s *scanner) grouped() (string, *ParseError) {
	start := s.pos
	digits := s.digits()
	mark := s.peek(0)
	switch {
	case mark == ' ' && len(digits) <= 3 && digits != "" && digits[0] != '0':
		for s.peek(0) == ' ' && s.groupAhead() {
			s.pos++
			digits += s.digits()
		}
	case (mark == ',' || mark == '_') && isDigit(s.peek(1)):
		good := len(digits) <= 3 && digits != "" && digits[0] != '0'
		marks := 0
		for s.peek(0) == mark && isDigit(s.peek(1)) {
			good = good && s.groupAhead()
			s.pos++
			marks++
			digits += s.digits()
		}
		if !good && mark == ',' && marks == 1 {
			return "", s.fail(CodeDecimalComma, start, s.pos)
		}
		if !good {
			return "", s.fail(CodeGrouping, start, s.digitsAndMarks())
		}
	}
	if strings.ContainsRune(",_", s.peek(0)) && isDigit(s.peek(1)) { // 1_000,5
		return "", s.fail(CodeGrouping, start, s.digitsAndMarks())
	}
	return digits, nil
}

// groupAhead says whether exactly three digits follow the separator at the
// cursor.
func (s *scanner) groupAhead() bool {
	return isDigit(s.peek(1)) && isDigit(s.peek(2)) && isDigit(s.peek(3)) && !isDigit(s.peek(4))
}

// digits reads a run of digits.
func (s *scanner) digits() string {
	start := s.pos
	for isDigit(s.peek(0)) {
		s.pos++
	}
	return string(s.text[start:s.pos])
}

// digitsAndMarks is the end of the run of digits and separators at the cursor.
func (s *scanner) digitsAndMarks() int {
	end := s.pos
	for end < len(s.text) && (isDigit(s.text[end]) || strings.ContainsRune(".,_", s.text[end])) {
		end++
	}
	return end
}

// operator steps over a multiplication sign in front of a number.
func (s *scanner) operator() bool {
	mark := s.pos
	s.spaces()
	dot := s.peek(0) == '·' || s.peek(0) == '\\'
	switch r := s.peek(0); {
	case s.literal(`\times`), s.literal(`\cdot`), s.takeAny("乘以", "乘"):
	case r == '*' && s.peek(1) != '*', r == '×', r == '·', lower(r) == 'x':
		s.pos++
	default:
		s.pos = mark
		return false
	}
	s.spaces()
	if !s.numberAhead() || dot && !s.powerBehindDigits() {
		s.pos = mark
		return false
	}
	return true
}

// literal steps over text if it is next, whatever follows it.
func (s *scanner) literal(text string) bool {
	rest := s.text[s.pos:min(s.pos+len(text), len(s.text))]
	if string(rest) != text {
		return false
	}
	s.pos += len(rest)
	return true
}

// lostSuperscript says whether a·b reads like 5.76×10²³ copied as 5.76×1023.
func lostSuperscript(a, b decimal) bool {
	return a.magnitude() <= 1 && b.exp == 0 && (len(b.digits) == 3 || len(b.digits) == 4) &&
		strings.HasPrefix(b.digits, "10") && strings.Trim(b.digits[2:], "0") != ""
}
