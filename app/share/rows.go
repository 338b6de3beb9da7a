package share

import "strings"

// Runs travel as text of numbers (dataset.Canonical): a line of column names,
// then a line a run. Its fifteen characters take four bits each, and three of
// them two characters of the link; that is two thirds of the text, and unlike a
// compressed link it reads the same whatever wrote it.

// rowAlphabet are the characters of numbers and their separators; the sixteenth
// value fills the last group up.
const rowAlphabet = "0123456789.e-,\n"

const rowDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// MaxRows is the longest text of runs, in characters of a link, that is put into
// one.
const MaxRows = 8000

// maxText is the longest text of runs that ValidRows takes, in bytes.
const maxText = 4 << 20

// ValidRows reports whether a text, from a file or from the device, has the form of
// runs in links: a line of column names and lines of numbers. What the numbers are is
// checked where they are read.
func ValidRows(rows string) bool {
	head, body, ok := strings.Cut(rows, "\n")
	return ok && len(rows) <= maxText && head != "" && body != "" &&
		strings.Trim(strings.ReplaceAll(head, ",", ""), letters) == "" && strings.Trim(body, rowAlphabet) == ""
}

// RowsLen returns how many characters runs add to a link; 0 where a link cannot hold
// them.
func RowsLen(rows string) int {
	if link := packRows(rows); link != "" {
		return len("&rows=") + len(link)
	}
	return 0
}

// packRows writes runs as a link has them: the column names joined by dots, two
// dots, the packed lines. It is "" where they cannot be or are too many.
func packRows(rows string) string {
	head, body, ok := strings.Cut(strings.TrimSuffix(rows, "\n"), "\n")
	if !ok || len(body)*2/3 > MaxRows || strings.Trim(strings.ReplaceAll(head, ",", ""), letters) != "" {
		return ""
	}
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(head, ",", "."))
	b.WriteString("..")
	for i := 0; i < len(body); i += 3 {
		bits := 0
		for j := i; j < i+3; j++ {
			v := len(rowAlphabet)
			if j < len(body) {
				if v = strings.IndexByte(rowAlphabet, body[j]); v < 0 {
					return ""
				}
			}
			bits = bits<<4 | v
		}
		b.WriteByte(rowDigits[bits>>6])
		b.WriteByte(rowDigits[bits&63])
	}
	return b.String()
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// unpackRows undoes packRows, and reports false for what it did not write.
func unpackRows(v string) (string, bool) {
	head, packed, ok := strings.Cut(v, "..")
	if !ok || len(packed) > MaxRows+2 || len(packed)%2 != 0 || strings.Trim(strings.ReplaceAll(head, ".", ""), letters) != "" {
		return "", false
	}
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(head, ".", ","))
	b.WriteByte('\n')
	for i := 0; i < len(packed); i += 2 {
		hi, lo := strings.IndexByte(rowDigits, packed[i]), strings.IndexByte(rowDigits, packed[i+1])
		if hi < 0 || lo < 0 {
			return "", false
		}
		for shift, bits := 8, hi<<6|lo; shift >= 0; shift -= 4 {
			if x := bits >> shift & 15; x < len(rowAlphabet) {
				b.WriteByte(rowAlphabet[x])
			} else if i+2 < len(packed) {
				return "", false // only the last group is filled up
			}
		}
	}
	b.WriteByte('\n')
	return b.String(), true
}
