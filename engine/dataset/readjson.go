package dataset

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// maxDepth bounds the nesting of objects.
const maxDepth = 32

// object reads the next object of a JSON text as a record. Objects may stand one
// a line or in an array; keys of nested objects are joined by dots, arrays are
// passed over, null is an empty cell.
func (r *records) object() (bool, error) {
	for r.pos < len(r.text) && strings.IndexByte(" \t\r\n,[]", r.text[r.pos]) >= 0 {
		if r.text[r.pos] == '\n' {
			r.line++
		}
		r.pos++
	}
	if r.pos >= len(r.text) {
		return false, nil
	}
	r.count++
	r.row = r.line
	if r.format == JSON {
		r.row = r.count
	}
	clear(r.cells)
	for len(r.cells) < len(r.keys) {
		r.cells = append(r.cells, "")
	}
	start := r.pos
	if r.text[r.pos] != '{' || !r.members("", 0) {
		r.bad = CodeObject
		clear(r.cells)
		r.pos = r.lineEnd(start)
		if r.format == JSON { // where the next element begins is not known
			r.pos = len(r.text)
		}
	}
	if len(r.cells) > MaxColumns {
		return false, &ReadError{Code: CodeColumns, Row: r.row}
	}
	for _, c := range r.cells {
		if len(c) > MaxCell {
			return false, &ReadError{Code: CodeCell, Row: r.row}
		}
	}
	return true, nil
}

// space steps over white space.
func (r *records) space() byte {
	for ; r.pos < len(r.text); r.pos++ {
		switch r.text[r.pos] {
		case '\n':
			if r.format == JSONL { // an object that is not closed must not eat the next one
				return 0
			}
			r.line++
		case ' ', '\t', '\r':
		default:
			return r.text[r.pos]
		}
	}
	return 0
}

// members reads the object at pos and reports whether it is one.
func (r *records) members(prefix string, depth int) bool {
	r.pos++ // {
	if r.space() == '}' {
		r.pos++
		return true
	}
	for {
		if r.space() != '"' {
			return false
		}
		key, ok := r.quotation()
		if !ok || r.space() != ':' {
			return false
		}
		r.pos++
		if !r.value(prefix+key, depth) {
			return false
		}
		switch r.space() {
		case ',':
			r.pos++
		case '}':
			r.pos++
			return true
		default:
			return false
		}
	}
}

// value reads the value at pos into the cell of key.
func (r *records) value(key string, depth int) bool {
	switch r.space() {
	case '{':
		return depth < maxDepth && len(key) < MaxCell && r.members(key+".", depth+1)
	case '[':
		return r.array()
	case '"':
		s, ok := r.quotation()
		r.set(key, s)
		return ok
	}
	start := r.pos
	for r.pos < len(r.text) && strings.IndexByte(",}] \t\r\n", r.text[r.pos]) < 0 {
		r.pos++
	}
	word := r.text[start:r.pos]
	switch word {
	case "":
		return false
	case "null":
		word = ""
	case "true", "false", "NaN", "Infinity", "-Infinity":
	default:
		if _, err := strconv.ParseFloat(word, 64); err != nil && !errors.Is(err, strconv.ErrRange) {
			return false
		}
	}
	r.set(key, word)
	return true
}

func (r *records) set(key, cell string) {
	i, ok := r.keys[key]
	if !ok {
		if !r.learn || len(r.keys) > MaxColumns {
			return
		}
		i = len(r.keys)
		r.keys[strings.Clone(key)] = i
		r.cells = append(r.cells, "")
	}
	r.cells[i] = trim(cell)
}

// array steps over the array at pos, whatever is in it.
func (r *records) array() bool {
	for depth := 0; ; {
		switch r.space() {
		case 0:
			return false
		case '"':
			if _, ok := r.quotation(); !ok {
				return false
			}
			continue
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		}
		r.pos++
		if depth == 0 {
			return true
		}
	}
}

// quotation reads the string at pos.
func (r *records) quotation() (string, bool) {
	start := r.pos + 1
	for i := start; i < len(r.text); i++ {
		switch r.text[i] {
		case '"':
			r.pos = i + 1
			return unescape(r.text[start:i])
		case '\\':
			if i+1 < len(r.text) && r.text[i+1] != '\n' {
				i++
			}
		case '\n':
			return "", false
		}
	}
	return "", false
}

// unescape replaces the escapes of a JSON string.
func unescape(s string) (string, bool) {
	if strings.IndexByte(s, '\\') < 0 {
		return s, true
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			b.WriteByte(s[i])
			continue
		}
		if i++; i == len(s) {
			return "", false
		}
		if k := strings.IndexByte(`"\/bfnrt`, s[i]); k >= 0 {
			b.WriteByte("\"\\/\b\f\n\r\t"[k])
			continue
		}
		u, ok := hex4(s[i:])
		if !ok {
			return "", false
		}
		i += 4
		if low, ok := hex4(strings.TrimPrefix(s[i+1:], `\`)); ok && utf16.IsSurrogate(u) && s[i+1] == '\\' {
			if pair := utf16.DecodeRune(u, low); pair != utf8.RuneError {
				u = pair
				i += 6
			}
		}
		b.WriteRune(u)
	}
	return b.String(), true
}

// hex4 reads the four digits of u1234.
func hex4(s string) (rune, bool) {
	if len(s) < 5 || s[0] != 'u' {
		return 0, false
	}
	v, err := strconv.ParseUint(s[1:5], 16, 32)
	return rune(v), err == nil
}
