// Package text holds every string that a person can see, in English and in
// Simplified Chinese. A test fails where one is missing or where the two
// languages do not have the same placeholders.
package text

import "strings"

// Lang is a language of the interface, as in the lang attribute.
type Lang string

// The languages.
const (
	English Lang = "en"
	Chinese Lang = "zh-Hans"
)

// Langs lists the languages in the order of the switch.
func Langs() []Lang { return []Lang{English, Chinese} }

// Dir is the folder of the language in the site: "" or "zh".
func (l Lang) Dir() string {
	if l == Chinese {
		return "zh"
	}
	return ""
}

// Native is the language's own name for itself.
func (l Lang) Native() string {
	if l == Chinese {
		return "中文"
	}
	return "English"
}

// For maps a BCP 47 tag to a language: every zh tag to Simplified Chinese until
// Traditional exists, everything else to English.
func For(tag string) Lang {
	t := strings.ToLower(tag)
	if t == "zh" || strings.HasPrefix(t, "zh-") || strings.HasPrefix(t, "zh_") {
		return Chinese
	}
	return English
}

// In returns the strings of the language.
func In(l Lang) *Strings {
	if l == Chinese {
		return &zh
	}
	return &en
}

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
