// Package text has the shape of what a person can read: Strings is one language's
// complete set, and its methods put numbers and names into it. The words are in
// one folder a language below this one; package languages lists them.
package text

import "strings"

// Lang is a language of the interface, as in the lang attribute.
type Lang string

// Fill replaces {0}, {1}, … in a template by the arguments.
func Fill(template string, args ...string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(template, '{')
		if i < 0 {
			b.WriteString(template)
			return b.String()
		}
		b.WriteString(template[:i])
		template = template[i:]
		if n, ok := placeholder(template, len(args)); ok {
			b.WriteString(args[n])
			template = template[len("{0}"):]
		} else {
			b.WriteByte('{')
			template = template[1:]
		}
	}
}

// placeholder is the number of the placeholder that s begins with, below n.
func placeholder(s string, n int) (int, bool) {
	if len(s) < len("{0}") || s[2] != '}' {
		return 0, false
	}
	i := int(s[1]) - '0'
	return i, i >= 0 && i < n
}

// Split cuts a template at its placeholders: the pieces of text around them
// and, between each two, the number of the placeholder. A view puts elements
// where a string would not do.
func Split(template string) (pieces []string, slots []int) {
	for {
		i := strings.IndexByte(template, '{')
		if i < 0 || i+2 >= len(template) {
			return append(pieces, template), slots
		}
		pieces = append(pieces, template[:i])
		slots = append(slots, int(template[i+1]-'0'))
		template = template[i+3:]
	}
}

// incomparable, as a field, keeps the compiler from writing a comparison of all
// the strings, a tenth of a megabyte that nobody calls.
type incomparable [0]func()
