package export

import (
	"strconv"
	"unicode/utf8"
)

// restoreJSON reads the permalink of a Meta, either the object itself or the
// value of "meta" in it. The program's name must be there: other people's JSON
// has links too.
func restoreJSON(data []byte) (string, bool) {
	var link string
	var ours bool
	r := jsonReader{s: data}
	meta := func(key string) bool {
		switch key {
		case "app":
			app, ok := r.text()
			ours = ok && app == App
			return ok
		case "permalink":
			var ok bool
			link, ok = r.text()
			return ok
		}
		return r.skip(0)
	}
	r.object(func(key string) bool {
		if key == "meta" {
			return r.object(meta)
		}
		return meta(key)
	})
	if !ours {
		return "", false
	}
	return fragmentOf(link)
}

// jsonReader reads as much JSON as is needed to find two texts in it. Its methods
// report false where it is not JSON.
type jsonReader struct {
	s []byte
	i int
}

// maxDepth is how deep values may be nested.
const maxDepth = 64

// next skips white space and returns the byte that follows, 0 at the end.
func (r *jsonReader) next() byte {
	for r.i < len(r.s) {
		switch c := r.s[r.i]; c {
		case ' ', '\t', '\r', '\n':
			r.i++
		case 0xef, 0xbb, 0xbf: // a byte order mark
			if r.i > 2 {
				return c
			}
			r.i++
		default:
			return c
		}
	}
	return 0
}

// take skips c, if it is next.
func (r *jsonReader) take(c byte) bool {
	if r.next() != c {
		return false
	}
	r.i++
	return true
}

// object calls do at the value of each key, which do must read.
func (r *jsonReader) object(do func(key string) bool) bool {
	if !r.take('{') {
		return false
	}
	if r.take('}') {
		return true
	}
	for {
		key, ok := r.text()
		if !ok || !r.take(':') || !do(key) {
			return false
		}
		if r.take('}') {
			return true
		}
		if !r.take(',') {
			return false
		}
	}
}

// skip reads over a value.
func (r *jsonReader) skip(depth int) bool {
	if depth > maxDepth {
		return false
	}
	switch r.next() {
	case '"':
		_, ok := r.text()
		return ok
	case '{':
		return r.object(func(string) bool { return r.skip(depth + 1) })
	case '[':
		r.i++
		if r.take(']') {
			return true
		}
		for r.skip(depth + 1) {
			if r.take(']') {
				return true
			}
			if !r.take(',') {
				return false
			}
		}
		return false
	}
	from := r.i
	for r.i < len(r.s) && (r.s[r.i] >= 'a' && r.s[r.i] <= 'z' || r.s[r.i] >= '0' && r.s[r.i] <= '9' ||
		r.s[r.i] == '-' || r.s[r.i] == '+' || r.s[r.i] == '.' || r.s[r.i] == 'E') {
		r.i++
	}
	return r.i > from
}

// text reads a string.
func (r *jsonReader) text() (string, bool) {
	if !r.take('"') {
		return "", false
	}
	var b []byte
	for r.i < len(r.s) {
		c := r.s[r.i]
		r.i++
		switch c {
		case '"':
			return string(b), true
		case '\\':
			if r.i >= len(r.s) {
				return "", false
			}
			e := r.s[r.i]
			r.i++
			if e == 'n' {
				e = '\n'
			}
			if e != 'u' {
				b = append(b, e) // good enough: nothing here has another control character
				continue
			}
			v, err := strconv.ParseUint(string(r.s[r.i:min(r.i+4, len(r.s))]), 16, 16)
			if err != nil || r.i+4 > len(r.s) {
				return "", false
			}
			r.i += 4
			b = utf8.AppendRune(b, rune(v))
		default:
			b = append(b, c)
		}
	}
	return "", false
}
