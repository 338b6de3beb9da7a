package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gonum.org/v1/plot/vg"
)

// wrap breaks s into lines no wider than max: at spaces and, in CJK text, before
// any character that may begin a line. A word that is too wide for a line of its
// own is cut.
func (f face) wrap(s string, max vg.Length) []string {
	if s == "" {
		return nil
	}
	if f.width(s) <= max {
		return []string{s}
	}
	var lines []string
	line := ""
	for len(s) > 0 {
		word := s[:nextBreak(s)]
		s = s[len(word):]
		if line != "" && f.width(line+strings.TrimRight(word, " ")) > max {
			lines = append(lines, strings.TrimRight(line, " "))
			line = ""
		}
		line += word
	}
	lines = append(lines, strings.TrimRight(line, " "))
	for i, l := range lines {
		lines[i] = f.cut(l, max)
	}
	return lines
}

// nextBreak returns the length of the first piece of s that must stay together,
// with the spaces after it.
func nextBreak(s string) int {
	for i, r := range s {
		if i == 0 {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(s[:i])
		switch {
		case last == ' ' && r != ' ':
			return i
		case r == ' ' || noStart(r) || noEnd(last):
		case last >= firstIdeograph || r >= firstIdeograph:
			return i
		}
	}
	return len(s)
}

// noStart reports whether no line may begin with r: closing punctuation.
func noStart(r rune) bool {
	return unicode.In(r, unicode.Pe, unicode.Pf) || strings.ContainsRune("、。，．：；！？·,.:;!?%…", r)
}

// noEnd reports whether no line may end with r: opening punctuation.
func noEnd(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }

// cut shortens s to max, with an ellipsis in place of what is cut off.
func (f face) cut(s string, max vg.Length) string {
	if f.width(s) <= max {
		return s
	}
	for len(s) > 0 && f.width(s+"…") > max {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	return s + "…"
}
