package unit

import (
	"strings"
	"unicode/utf8"
)

// maxInput bounds an input in runes, and with it the time that parsing takes.
const maxInput = 200

// scanner is a cursor over one input. Runes are folded one for one, so that
// offsets into text are offsets into the input.
type scanner struct {
	input string
	typed []rune
	text  []rune // folded
	pos   int
	kind  Kind // what the field takes
}

func scan(k Kind, input string) (*scanner, *ParseError) {
	s := &scanner{input: input, kind: k}
	if strings.TrimSpace(input) == "" {
		return nil, &ParseError{Code: CodeEmpty, Input: input, At: -1, Want: k}
	}
	if len(input) > 4*maxInput { // before the runes are copied
		return nil, &ParseError{Code: CodeTooLong, Input: input, At: -1, Want: k}
	}
	s.typed = []rune(input)
	if len(s.typed) > maxInput {
		return nil, &ParseError{Code: CodeTooLong, Input: input, At: -1, Want: k}
	}
	s.text = make([]rune, len(s.typed))
	for i, r := range s.typed {
		s.text[i] = fold(r)
	}
	return s, nil
}

// fold maps what an input method or a typesetter writes to what the grammar
// knows: full-width forms, exotic spaces, hyphens and minus, traditional forms.
func fold(r rune) rune {
	switch {
	case r >= '！' && r <= '～': // U+FF01..U+FF5E mirror ASCII
		return r - '！' + '!'
	case r >= '\u2000' && r <= '\u200a':
		return ' '
	}
	switch r {
	case '\t', '\n', '\r', '\u00a0', '\u202f', '\u3000':
		return ' '
	case '\u2010', '\u2011', '\u2212': // hyphens, minus
		return '-'
	case '。':
		return '.'
	case '〜':
		return '~'
	case '⋅', '・':
		return '·'
	}
	if i := strings.IndexRune(traditional, r); i >= 0 {
		r, _ = utf8.DecodeRuneInString(simplified[i:])
	}
	return r
}

// The characters of the grammar's words that differ, in the same order; all
// have three bytes.
const (
	traditional = "萬億個張塊臺顆訓練參數詞時鐘週運節點幣鎊歐無窮"
	simplified  = "万亿个张块台颗训练参数词时钟周运节点币镑欧无穷"
)

// peek is the rune i places ahead, 0 outside the text.
func (s *scanner) peek(i int) rune {
	if i += s.pos; i >= 0 && i < len(s.text) {
		return s.text[i]
	}
	return 0
}

func (s *scanner) done() bool { return s.pos >= len(s.text) }

func (s *scanner) spaces() {
	for s.peek(0) == ' ' {
		s.pos++
	}
}

// take steps over word if it is next.
func (s *scanner) take(word string) bool {
	n, ok := s.matchAt(s.pos, word)
	if ok {
		s.pos += n
	}
	return ok
}

// takeAny steps over the first of words that is next.
func (s *scanner) takeAny(words ...string) bool {
	for _, w := range words {
		if s.take(w) {
			return true
		}
	}
	return false
}

// matchAt says whether word stands at offset i, and its length. A single Latin
// letter must agree in case; longer words, which are given in lower case, need
// not. A word that ends in a letter is not the beginning of a longer one.
func (s *scanner) matchAt(i int, word string) (n int, ok bool) {
	var last rune
	for _, want := range word {
		if i+n >= len(s.text) {
			return 0, false
		}
		last = s.text[i+n]
		if got := last; got != want && (len(word) == 1 || lower(got) != want) {
			return 0, false
		}
		n++
	}
	if isAlnum(last) && i+n < len(s.text) && isAlnum(s.text[i+n]) {
		return 0, false
	}
	return n, true
}

// run is the word at the cursor: letters and digits with the slashes between
// them, or Han, or the one rune.
func (s *scanner) run() string {
	end := s.pos
	for end < len(s.text) {
		r := s.text[end]
		slash := r == '/' && end > s.pos && end+1 < len(s.text) && isAlnum(s.text[end+1])
		if !slash && (class(r) == 0 || class(r) != class(s.text[s.pos])) {
			break
		}
		end++
	}
	return string(s.text[s.pos:max(end, min(s.pos+1, len(s.text)))])
}

// fail is an error about the runes from..to.
func (s *scanner) fail(c Code, from, to int) *ParseError {
	word := s.typed[from:min(to, len(s.typed))]
	text := string(word)
	if len(word) > 24 {
		text = string(word[:24]) + "…"
	}
	return &ParseError{Code: c, Input: s.input, At: from, Word: text, Want: s.kind}
}

// failRun is an error about the word at the cursor.
func (s *scanner) failRun(c Code) *ParseError {
	return s.fail(c, s.pos, s.pos+len([]rune(s.run())))
}

// failWhole is an error about the whole input.
func (s *scanner) failWhole(c Code) *ParseError {
	return &ParseError{Code: c, Input: s.input, At: -1, Want: s.kind}
}

// class tells Latin words from Han ones; 0 is neither.
func class(r rune) int {
	switch {
	case isAlnum(r):
		return 1
	case r >= '一' && r <= '鿿' || r == '〇':
		return 2
	}
	return 0
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isAlnum(r rune) bool {
	return isDigit(r) || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

func lower(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}
