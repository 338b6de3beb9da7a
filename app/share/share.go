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
	Digest   string // of the numbers that it was shared with, "" where nobody said
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
	Newer      Code = "newer"      // of a version not known here
	Ignored    Code = "ignored"    // Keys were not understood
)

// Notice is something to tell about a link that was opened.
type Notice struct {
	Code Code
	Keys string // of Ignored: the keys, separated by commas
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

// Decode reads a fragment, with or without the #. Where nothing is said the
// frozen defaults stand, never what the reader did before.
//
// A fragment without v= was written by hand: it needs no check character.
func Decode(fragment string) (Link, []Notice) {
	fragment = strings.TrimPrefix(fragment, "#")
	l := Link{Page: scenario.Plan, Scenario: scenario.Default()}
	if fragment == "" {
		return l, nil
	}
	if len(fragment) > MaxLen {
		return l, []Notice{{Code: Damaged}}
	}
	pairs, notices := verify(fragment)
	var ignored []string
	for _, p := range pairs {
		if f, ok := fieldByKey(p.key); !ok || !f.set(&l, p.value) {
			if k := clean(p.key); len(ignored) < 8 && !slices.Contains(ignored, k) {
				ignored = append(ignored, k)
			}
		}
	}
	for _, lost := range repair(&l) {
		if !slices.Contains(ignored, lost) {
			ignored = append(ignored, lost)
		}
	}
	if len(ignored) > 0 {
		notices = append(notices, Notice{Ignored, strings.Join(ignored, ", ")})
	}
	return l, notices
}

type pair struct{ key, value string }

// verify takes version and check character off the pairs and says whether they
// are right. A cut link loses its last pair: half a number is another number.
func verify(fragment string) (pairs []pair, notices []Notice) {
	for _, s := range strings.Split(fragment, "&") {
		k, v, _ := strings.Cut(s, "=")
		pairs = append(pairs, pair{k, v})
	}
	if pairs[0].key != "v" {
		return pairs, nil
	}
	version, last := pairs[0].value, pairs[len(pairs)-1]
	switch {
	case last.key != "z" || last.value == "":
		notices = append(notices, Notice{Code: Incomplete})
		return pairs[1:max(1, len(pairs)-1)], notices
	case last.value != check(strings.TrimSuffix(fragment, "&z="+last.value)):
		notices = append(notices, Notice{Code: Damaged})
	}
	if version != "1" {
		notices = append(notices, Notice{Code: Newer})
	}
	return pairs[1 : len(pairs)-1], notices
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
