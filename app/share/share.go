// Package share turns a Scenario into a link and back.
//
// The state stands in the fragment of the address, so that no server sees it:
//
//	#v=1&p=plan&law=besiroglu2024.1&cmp=…&c=5.76e23&…&z=q
//
// Every value that results depend on is written out, so a later change of a
// default cannot change an old link. Values use unreserved characters only, and
// the last character is a check character: a link that lost its end says so.
// Reading never fails: what cannot be read is left out and named in a Notice.
package share

import (
	"slices"
	"strconv"
	"strings"

	"lossline/app/scenario"
)

// Version is the version of the links that Encode writes.
const Version = 1

// MaxLen is the longest fragment that Decode looks at, in bytes.
const MaxLen = 64 << 10

// Link is what a link says: the scenario and the page that it opens.
type Link struct {
	Page     scenario.Page
	Scenario scenario.Scenario
	Digest   string // of the numbers that the page showed when it was shared, "" where it does not say
	First    string // the same of links of before 2026-12, of which fewer numbers are
	Tour     string // the stop of the guided tour that it is, "" for none

	// WithRows has Encode write the reader's own runs, which it otherwise leaves out;
	// Decode sets it where a link has runs.
	WithRows bool
}

// Code names a kind of Notice.
type Code string

// What can be wrong with a link.
const (
	Incomplete Code = "incomplete" // the end is missing
	Damaged    Code = "damaged"    // the check character does not fit
	Repaired   Code = "repaired"   // what programs did to it was undone; Keys are the repairs
	Newer      Code = "newer"      // of a version not known here
	Ignored    Code = "ignored"    // Keys were not understood
)

// Notice is something to tell about a link that was opened.
type Notice struct {
	Code Code
	Keys string // of Ignored and Repaired: what they name, separated by commas
}

// Encode writes the link's fragment, without the #.
func Encode(l Link) string {
	var b strings.Builder
	b.WriteString("v=1")
	for _, f := range fields {
		if v := f.get(&l); v != "" {
			b.WriteString("&" + f.key + "=" + v)
		}
	}
	body := b.String()
	return body + "&z=" + check(body)
}

// Decode reads a fragment, with or without the #. What a link leaves out has the
// defaults of its version, never what the reader did before. Without a fragment it
// returns the scenario of a first visit.
//
// A fragment without v= was written by hand: it needs no check character. What
// programs did to a link on its way is undone and said.
func Decode(fragment string) (Link, []Notice) {
	if len(fragment) > MaxLen {
		return Link{Page: scenario.Plan, Scenario: frozen}, []Notice{{Code: Damaged}}
	}
	r := understand(fragment)
	var notices []Notice
	if len(r.undone) > 0 {
		notices = append(notices, Notice{Repaired, strings.Join(r.undone, ",")})
	}
	if r.code != "" {
		notices = append(notices, Notice{Code: r.code})
	}
	if len(r.ignored) > 0 {
		notices = append(notices, Notice{Ignored, strings.Join(r.ignored, ", ")})
	}
	if r.code != "" || len(r.ignored) > 0 {
		r.link.Digest, r.link.First = "", "" // other numbers would be no sign of a correction
	}
	return r.link, notices
}

// read takes a text as it is.
func read(text string) reading {
	r := reading{text: text, link: Link{Page: scenario.Plan, Scenario: frozen}}
	if text == "" {
		r.link.Scenario = scenario.Default()
		return r
	}
	var pairs []pair
	pairs, r.code, r.sealed = verify(text)
	for _, p := range pairs {
		if p == (pair{}) { // an & too many
			continue
		}
		if f, ok := fieldByKey(p.key); !ok || !f.set(&r.link, p.value) {
			if k := clean(p.key); len(r.ignored) < 8 && !slices.Contains(r.ignored, k) {
				r.ignored = append(r.ignored, k)
			}
		}
	}
	for _, lost := range repair(&r.link) {
		if !slices.Contains(r.ignored, lost) {
			r.ignored = append(r.ignored, lost)
		}
	}
	return r
}

type pair struct{ key, value string }

// verify takes version and check character off the pairs and says whether they
// are right. A cut link loses its last pair: half a number is another number.
func verify(text string) (pairs []pair, code Code, sealed bool) {
	for s := range strings.SplitSeq(text, "&") {
		k, v, _ := strings.Cut(s, "=")
		pairs = append(pairs, pair{k, v})
	}
	if pairs[0].key != "v" {
		whole := len(pairs)
		pairs = slices.DeleteFunc(pairs, func(p pair) bool { return p.key == "v" || p.key == "z" })
		if len(pairs) < whole { // a link that lost its beginning
			code = Damaged
		}
		return pairs, code, false
	}
	version, last := pairs[0].value, pairs[len(pairs)-1]
	if last.key != "z" || last.value == "" {
		return pairs[1:max(1, len(pairs)-1)], Incomplete, false
	}
	pairs = pairs[1 : len(pairs)-1]
	if last.value != check(strings.TrimSuffix(text, "&z="+last.value)) || withoutForeign(text) != text {
		return pairs, Damaged, false
	}
	if version == "1" {
		return pairs, "", true
	}
	if n, err := strconv.Atoi(version); err != nil || n < 2 {
		return pairs, Damaged, false
	}
	return pairs, Newer, true
}

// check is one character of 0-9a-z over the text, by the 32-bit FNV-1a hash.
func check(s string) string {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return string("0123456789abcdefghijklmnopqrstuvwxyz"[h%36])
}

// clean makes a key from a link fit to be shown.
func clean(key string) string {
	var b strings.Builder
	for _, r := range key {
		if b.Len() == 24 {
			return b.String() + "…"
		}
		if r < 128 && (r == '.' || r == '-' || r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z') {
			b.WriteRune(r)
		} else {
			b.WriteByte('?')
		}
	}
	return b.String()
}
