package unit

import "strings"

// scales are the words that multiply a count. Latin letters are the ones of the
// field, with B for 10⁹; b and t are read because names of models use them
// (llama-7b), m is not because it is milli.
var scales = [...]struct {
	word string
	exp  int
	code Code // refusal
}{
	{word: "k", exp: 3}, {word: "K", exp: 3}, {word: "M", exp: 6},
	{word: "B", exp: 9}, {word: "b", exp: 9}, {word: "bn", exp: 9},
	{word: "T", exp: 12}, {word: "t", exp: 12}, {word: "tn", exp: 12},
	{word: "m", code: CodeMilli}, {word: "G", code: CodeGiga}, {word: "g", code: CodeGiga},
	{word: "兆", code: CodeZhao},
	{word: "thousand", exp: 3}, {word: "million", exp: 6}, {word: "billion", exp: 9},
	{word: "trillion", exp: 12}, {word: "quadrillion", exp: 15}, {word: "quintillion", exp: 18},
	{word: "sextillion", exp: 21}, {word: "septillion", exp: 24},
	{word: "十", exp: 1}, {word: "百", exp: 2}, {word: "千", exp: 3}, {word: "万", exp: 4},
	{word: "十万", exp: 5}, {word: "百万", exp: 6}, {word: "千万", exp: 7}, {word: "亿", exp: 8},
	{word: "十亿", exp: 9}, {word: "百亿", exp: 10}, {word: "千亿", exp: 11}, {word: "万亿", exp: 12},
	{word: "十万亿", exp: 13}, {word: "百万亿", exp: 14}, {word: "千万亿", exp: 15}, {word: "亿亿", exp: 16},
}

// scaleAhead finds the longest scale word at the cursor: its index in scales
// and its length, 0 if there is none.
func (s *scanner) scaleAhead() (row, length int) {
	for i := range scales {
		if n, ok := s.matchAt(s.pos, scales[i].word); ok && n > length {
			row, length = i, n
		}
	}
	return row, length
}

// scale reads the scale word behind a number, if there is one.
func (s *scanner) scale(d decimal) (decimal, *ParseError) {
	mark := s.pos
	s.spaces()
	row, n := s.scaleAhead()
	if n == 0 {
		s.pos = mark
		return d, nil
	}
	start := s.pos
	s.pos += n
	if s.kind == KindBytes && scales[row].code == CodeGiga && !s.bytesAhead() { // 30G of text
		return d.times(pow10(9)), nil
	}
	if code := s.scaleRefusal(scales[row].word, scales[row].code); code != "" {
		return d, s.fail(code, start, s.pos)
	}
	if class(s.text[start]) == 2 && s.numberAhead() {
		return d, s.fail(CodeMixedNumeral, start, s.pos)
	}
	end := s.pos
	s.spaces()
	if _, n := s.scaleAhead(); n > 0 {
		return d, s.fail(CodeTwoScales, s.pos, s.pos+n)
	}
	s.pos = end
	return d.times(pow10(scales[row].exp)), nil
}

// scaleRefusal is the reason for which a scale word that was just read is not
// taken in this field, "" if it is.
func (s *scanner) scaleRefusal(word string, code Code) Code {
	letter := len(word) == 1
	switch {
	case s.kind == KindLoss:
		return CodeNoScale
	case s.kind == KindDuration && word == "m":
		return CodeMinuteOrMonth
	case s.kind == KindBytes && letter && !s.bytesAhead():
		if strings.EqualFold(word, "b") {
			return CodeByteOrBillion
		}
		return CodeByteUnit
	}
	return code
}

// bytesAhead says whether the word "bytes" follows, so that a letter in front
// of it is a scale and no unit.
func (s *scanner) bytesAhead() bool {
	mark := s.pos
	defer func() { s.pos = mark }()
	s.spaces()
	return s.takeAny("byte", "bytes", "字节")
}
