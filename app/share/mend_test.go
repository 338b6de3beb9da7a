package share

import (
	"fmt"
	"html"
	"net/url"
	"slices"
	"strings"
	"testing"

	"lossline/app/scenario"
)

// shared are links that the mangles are tried on: short, with hardware, with plans
// beside it, with a fit of one's own and its runs.
func shared() []Link {
	base := Link{Page: scenario.Pretraining, Scenario: scenario.Default(), Digest: "4z9"}
	base.Scenario.Budget.FLOPs = 3.14e23
	lanes := base
	lanes.Page = scenario.Plan
	lanes.Scenario.Lanes = "same~~c..1e22"
	runs := Link{Page: scenario.Fit, Scenario: scenario.Default()}
	runs.Scenario.Fit.Data, runs.Scenario.Fit.Rows = scenario.OwnData, "N,D,loss\n1e9,2e10,2.5\n2e9,3e10,2.4\n"
	return []Link{base, lanes, runs}
}

// mangle is what a program does to a link, and the repairs that undo it.
type mangle struct {
	name   string
	do     func(string) string
	undone string
}

func mangles() []mangle {
	after := func(tail, undone string) mangle {
		return mangle{"then " + tail, func(s string) string { return s + tail }, undone}
	}
	replaced := func(undone string, pairs ...string) mangle {
		return mangle{pairs[1] + " for " + pairs[0], strings.NewReplacer(pairs...).Replace, undone}
	}
	wrapped := func(with, undone string) mangle {
		return mangle{fmt.Sprintf("wrapped by %q", with), func(s string) string { return wrap(s, 70, with) }, undone}
	}
	return []mangle{
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

// Whatever a program did to a link, it is read as it was shared, with its page and
// the digest of its numbers, and the repair is said.
func TestMangledLinks(t *testing.T) {
	for _, m := range mangles() {
		for _, l := range shared() {
			link := Encode(l)
			mangled := m.do(link)
			if mangled == link {
				continue
			}
			got, notices := Decode("#" + mangled)
			var want []Notice
			if m.undone != "" {
				want = []Notice{{Repaired, m.undone}}
			}
			if got != l || !slices.Equal(notices, want) {
				t.Errorf("%s: %v, want %v, same %v\n%q\n%q", m.name, notices, want, got == l, mangled, Plain(mangled))
			}
			if plain := Plain("#" + mangled); plain != link {
				t.Errorf("%s: plain text %q, want %q", m.name, plain, link)
			}
		}
	}
}

// A mangled link that is damaged besides is read as far as possible, never said to be
// of a newer version, and its numbers are not compared with those that were shared.
func TestMangledAndDamaged(t *testing.T) {
	for _, m := range mangles() {
		for _, l := range shared()[:2] {
			link := Encode(l)
			mangled := m.do(strings.Replace(link, "c=3.14e23", "c=3.15e23", 1))
			got, notices := Decode("#" + mangled)
			if got.Digest != "" || got.Scenario.Budget.FLOPs == 3.14e23 {
				t.Errorf("%s: digest %q, budget %g", m.name, got.Digest, got.Scenario.Budget.FLOPs)
			}
			said := slices.ContainsFunc(notices, func(n Notice) bool { return n.Code == Damaged || n.Code == Incomplete })
			if newer := slices.Contains(notices, Notice{Code: Newer}); !said || newer {
				t.Errorf("%s: %v\n%q", m.name, notices, mangled)
			}
		}
	}
}

// What was written by hand is mended too, and what remains unknown is named.
func TestMangledByHand(t *testing.T) {
	for fragment, want := range map[string]struct {
		c      float64
		notice string
	}{
		"c=3.14e23#?secret=x":             {3.14e23, ""},
		"theme=dark&c=3.14e23#?secret=x":  {3.14e23, "ignored theme"},
		"c=3.14e23&utm_source=x":          {3.14e23, ""},
		"fbclid=9&c=3.14e23":              {3.14e23, ""},
		"?c=3.14e23":                      {3.14e23, ""},
		"c=3.14e%2B23":                    {3.14e23, "repaired escapes"},
		"c=3.14e+23":                      {3.14e23, ""},
		"c%3D3.14e23%26n%3D7e9":           {3.14e23, "repaired escapes"},
		"c=3D3.14e23&n=3D7e9":             {3.14e23, "repaired escapes"},
		"c=3D3.14e23&n=7e9":               {3.14e23, "repaired escapes"},
		"n=7e9&amp;c=3.14e23":             {3.14e23, "repaired escapes"},
		"amp;c=3.14e23":                   {3.14e23, ""},
		"c＝3.14e23＆n=7e9":                 {3.14e23, "repaired wide"},
		"c=3.14e23%E3%80%82":              {3.14e23, "repaired escapes,tail"},
		"c=3.14e23，见图":                    {3.14e23, "repaired wide,tail"},
		"c=3.14e23).":                     {3.14e23, "repaired tail"},
		"c=3.14%20e23":                    {3.14e23, "repaired escapes,spaces"},
		"c=3.14\u200be23":                 {3.14e23, "repaired spaces"},
		"c=3.14e23%":                      {5.76e23, "ignored c"},
		"c=3.14e23&mfu=40%25":             {3.14e23, "ignored mfu"},
		"c=3.14e23&n=7e9%zz":              {3.14e23, "ignored n"},
		"c=3.14e23#n=7e9":                 {3.14e23, "repaired tail"},
		"zh&c=3.14e23":                    {3.14e23, ""},
		"v=2&c=3.14e23":                   {5.76e23, "incomplete"},
		"c=3.14e23&z=4":                   {3.14e23, "damaged"},
		"v=3D1&c=3D3.14e23&z=3D?":         {3.14e23, "repaired escapes; damaged"},
		"v=2&c=3.14e23&z=?":               {3.14e23, "damaged"},
		"v=1&p=plan&c=3.1&fbclid=IwAR0":   {5.76e23, "incomplete"},
		"v=1&p=plan&c=3.1…":               {5.76e23, "incomplete"},
		"v=banana&z=" + check("v=banana"): {5.76e23, "damaged"},
	} {
		l, notices := Decode(fragment)
		var said []string
		for _, n := range notices {
			said = append(said, strings.TrimSpace(string(n.Code)+" "+n.Keys))
		}
		if got := strings.Join(said, "; "); got != want.notice || float64(l.Scenario.Budget.FLOPs) != want.c {
			t.Errorf("%q: budget %g, %q; want %g, %q", fragment, l.Scenario.Budget.FLOPs, got, want.c, want.notice)
		}
	}
}

// No key of a link is taken for one that networks append.
func TestTrackersAreNoKeys(t *testing.T) {
	for _, f := range fields {
		if tracking(f.key) {
			t.Errorf("the key %s would be dropped", f.key)
		}
	}
}

// A link whose text is whole is left alone whatever its values look like.
func TestWholeLinkIsLeftAlone(t *testing.T) {
	l := Link{Page: scenario.Fit, Scenario: scenario.Default()}
	for _, group := range []string{"3D", "3Dmodels", "amp", "a.", "utm_source", "26"} {
		l.Scenario.Fit.Group = group
		if got, notices := Decode(Encode(l)); got != l || len(notices) > 0 {
			t.Errorf("group %q: %v %q", group, notices, got.Scenario.Fit.Group)
		}
	}
}
