// Package sharetest has what programs do to links on their way, for the tests of
// reading and for those that load such links in browsers.
package sharetest

import (
	"fmt"
	"html"
	"net/url"
	"strings"
)

// Mangle is what a program does to the fragment of a link.
type Mangle struct {
	Name   string
	Do     func(fragment string) string
	Undone string // the repairs of package share that undo it, "" for those that are not said
}

// Mangles returns the mangles by mailers, editors, networks and people.
func Mangles() []Mangle {
	after := func(tail, undone string) Mangle {
		return Mangle{"then " + tail, func(s string) string { return s + tail }, undone}
	}
	replaced := func(undone string, pairs ...string) Mangle {
		return Mangle{pairs[1] + " for " + pairs[0], strings.NewReplacer(pairs...).Replace, undone}
	}
	wrapped := func(with, undone string) Mangle {
		return Mangle{fmt.Sprintf("wrapped by %q", with), func(s string) string { return wrap(s, 70, with) }, undone}
	}
	return []Mangle{
		{"second hash", func(s string) string { return s + "#?secret=AbC12" }, ""},
		{"two hashes in front", func(s string) string { return "##" + s }, ""},
		{"HTML", html.EscapeString, "escapes"},
		{"HTML twice", func(s string) string { return html.EscapeString(html.EscapeString(s)) }, "escapes"},
		replaced("escapes", "&", "&#038;"), replaced("escapes", "&", "&#x26;"), replaced("escapes", "&", "%26"),
		replaced("escapes", "=", "%3D"), replaced("escapes", "=", "%3d", "&", "%26amp%3B"), replaced("escapes", "&", `\u0026`),
		replaced("escapes", "=", "=3D"), replaced("escapes", ".", "%2E", "-", "%2D", "~", "%7E"),
		{"escaped", url.QueryEscape, "escapes"},
		{"escaped twice", func(s string) string { return url.QueryEscape(url.QueryEscape(s)) }, "escapes"},
		{"hash escaped", func(s string) string { return "%23" + s }, "escapes"},
		{"hash escaped twice", func(s string) string { return "%2523" + url.QueryEscape(s) }, "escapes"},
		{"quoted-printable", func(s string) string { return quoted(s, "=\n") }, "escapes"},
		{"quoted-printable, CRLF", func(s string) string { return quoted(s, "=\r\n") }, "escapes"},
		{"quoted-printable, as an address keeps it", func(s string) string { return quoted(s, "=") }, "escapes"},
		{"quoted-printable, escaped", func(s string) string { return url.QueryEscape(quoted(s, "=\r\n")) }, "escapes"},
		wrapped("\n", "spaces"), wrapped("\r\n", "spaces"), wrapped(" ", "spaces"), wrapped("+", "spaces"),
		wrapped("%20", "escapes,spaces"), wrapped("%0D%0A", "escapes,spaces"), wrapped("%0A%3E%20", "escapes,spaces,foreign"),
		wrapped("\n> ", "spaces,foreign"), wrapped("\u200b", "spaces"), wrapped("%E2%80%8B", "escapes,spaces"),
		wrapped("\u00ad", "spaces"), wrapped("\u00a0", "spaces"), wrapped("\u3000", "wide,spaces"), wrapped("\\\n", "spaces"),
		replaced("spaces", "&", `\&`, "_", `\_`, "~", `\~`), replaced("wide", "-", "\u2011"), replaced("wide", "-", "\u2013"),
		{"full-width", wide, "wide"},
		{"full-width, escaped", func(s string) string { return url.QueryEscape(wide(s)) }, "escapes,wide"},
		after("&utm_source=mail&utm_medium=x", ""), after("?utm_source=mail", ""), after("?fbclid=IwAR0", ""), after("&fbclid=a_b-c", ""),
		after("&from=timeline&isappinstalled=0", ""), after(":~:text=loss", ""),
		{"trackers in front", func(s string) string { return "gclid=1&utm_source=x&" + s }, ""},
		{"trackers inside", func(s string) string { return strings.Replace(s, "&law=", "&mc_cid=8&law=", 1) }, ""},
		after(".", "tail"), after(",", "tail"), after(")", "tail"), after("),", "tail"), after("]", "tail"), after(">", "tail"),
		after(`"`, "tail"), after("'", "tail"), after("!", "tail"), after("?", "tail"), after("…", "tail"), after("**", "tail"),
		after("。", "tail"), after("，", "wide,tail"), after("）", "wide,tail"), after("”", "tail"), after("》", "tail"),
		after("。看这里", "tail"), after(" and more", "tail"), after("%20and", "escapes,tail"), after("%E3%80%82", "escapes,tail"),
		after("%3E", "escapes,tail"), after("%", "tail"), after("%25", "escapes,tail"), after("&amp", "tail"),
		after("%EF%BC%8C%E8%A7%81", "escapes,wide,tail"), after("#c=1", "tail"), after("|label>", "tail"),
	}
}

// wrap puts a text after every n characters.
func wrap(s string, n int, with string) string {
	var b strings.Builder
	for len(s) > n {
		b.WriteString(s[:n] + with)
		s = s[n:]
	}
	return b.String() + s
}

// quoted is the quoted-printable form of RFC 2045, section 6.7: lines of at most 76
// characters, which no escape straddles.
func quoted(s, end string) string {
	var b strings.Builder
	at := 0
	for i := range len(s) {
		c := s[i : i+1]
		if c == "=" {
			c = "=3D"
		}
		if at+len(c) > 75 {
			b.WriteString(end)
			at = 0
		}
		b.WriteString(c)
		at += len(c)
	}
	return b.String()
}

func wide(s string) string {
	return strings.Map(func(r rune) rune { return r + 0xFEE0 }, s)
}
