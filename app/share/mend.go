package share

import (
	"slices"
	"strings"

	"lossline/app/text/languages"
)

// Programs that a link passes on its way change it: mailers wrap and quote it,
// editors escape it, networks append words of their own. A text whose check
// character fits is left alone. Else what programs do is undone step by step, and
// a reading whose check character fits is certain. Where none fits, the reading
// that leaves the fewest keys out is the best guess.

// Repairs that a Repaired notice names.
const (
	RepairEscapes = "escapes" // &amp; %26 =3D
	RepairWide    = "wide"    // full-width characters
	RepairSpaces  = "spaces"  // spaces and line breaks, seen or not
	RepairTail    = "tail"    // text after the end
	RepairForeign = "foreign" // characters that no link has
)

// reading is one way to read a fragment.
type reading struct {
	text    string // without what was undone
	link    Link
	code    Code     // what is wrong with the text, "" for nothing
	sealed  bool     // its check character fits
	ignored []string // keys that were not understood
	undone  []string // repairs that led to the text
	guess   bool     // it counts only if it is certain
}

// certain reports whether a repaired text must be what was shared.
func (r *reading) certain() bool { return r.sealed && (r.code == Newer || len(r.ignored) == 0) }

// understand returns the best reading of a fragment.
func understand(fragment string) reading {
	text, undone := bare(fragment)
	best := read(text)
	best.undone = undone
	if plain := untracked(text); plain != text && !best.sealed {
		text, best = plain, read(plain)
		best.undone = undone
	}
	if best.certain() || best.code == "" && len(best.ignored) == 0 {
		return best
	}
	for _, m := range mended(reading{text: text, undone: undone}) {
		r := read(m.text)
		r.undone = m.undone
		if r.certain() {
			return r
		}
		if !m.guess && !best.sealed && len(r.ignored) < len(best.ignored) {
			best = r
		}
	}
	return best
}

// Plain returns the text of a fragment as Decode reads it, without the #.
func Plain(fragment string) string {
	if len(fragment) > MaxLen {
		return ""
	}
	return understand(fragment).text
}

// mended returns the texts that remain as repairs are added to one another, without
// repetitions.
func mended(from reading) []reading {
	var out []reading
	add := func(from reading, repair string, do func(string) string) reading {
		to := from
		to.text = do(from.text)
		if to.text == from.text {
			return from
		}
		if repair != "" && !slices.Contains(from.undone, repair) {
			to.undone = append(slices.Clip(from.undone), repair)
		}
		if !slices.ContainsFunc(out, func(r reading) bool { return r.text == to.text }) {
			out = append(out, to)
		}
		return to
	}
	one := add(from, RepairEscapes, unescaped)
	branches := []reading{one}
	if strings.Contains(one.text, "=3D") || strings.Contains(one.text, "=3d") {
		branches = append(branches, add(one, RepairEscapes, equalsOnly), add(one, RepairEscapes, unquoted))
	}
	for _, b := range branches {
		b = add(add(b, RepairWide, narrow), RepairSpaces, withoutInvisible)
		ended := add(b, tailRepair(b.text), withoutTail)
		joined := add(ended, RepairSpaces, withoutSpaces)
		add(joined, tailRepair(joined.text), withoutTail)
		b.guess = true
		only := add(b, RepairForeign, withoutForeign)
		add(only, tailRepair(only.text), withoutTail)
	}
	return out
}

// bare returns a fragment without the signs around it: the #, a second # with what
// follows it, as WordPress appends to frames, and a text directive of a browser.
func bare(fragment string) (text string, undone []string) {
	if strings.Contains(fragment, "&#") {
		if plain := numericEntities.Replace(fragment); plain != fragment {
			fragment, undone = plain, []string{RepairEscapes}
		}
	}
	fragment = strings.TrimPrefix(strings.TrimLeft(fragment, "#?/!&"), "amp;")
	fragment = withoutLanguage(fragment)
	text, tail, _ := strings.Cut(fragment, "#")
	if meant(tail) {
		undone = append(undone, RepairTail)
	}
	text, _, _ = strings.Cut(text, ":~:")
	return text, undone
}

// withoutLanguage takes off the language that stands before the state in the offline
// copy: "zh&v=1".
func withoutLanguage(fragment string) string {
	for _, l := range languages.All() {
		dir := languages.In(l).Dir
		if rest, ok := strings.CutPrefix(fragment, dir+"&"); ok && dir != "" {
			return rest
		}
	}
	return fragment
}

// meant reports whether a text that is cut off has keys of a link.
func meant(tail string) bool {
	for s := range strings.SplitSeq(tail, "&") {
		key, _, ok := strings.Cut(strings.TrimLeft(s, "#?;,"), "=")
		if _, known := fieldByKey(key); ok && known {
			return true
		}
	}
	return false
}

// withoutTail cuts off what follows the check character; of a text without one, the
// punctuation of a sentence and what follows in another script. A percent sign stays,
// for it would change a number.
func withoutTail(s string) string {
	if i := strings.LastIndex(s, "&z="); i >= 0 && len(s) > i+4 && isDigit(s[i+3]) && !meant(s[i+4:]) {
		return s[:i+4]
	}
	for i := range s {
		if s[i] >= 0x80 {
			s = s[:i]
			break
		}
	}
	return strings.TrimRight(s, ".,:;!?'\"*`()[]{}<>|/\\ ")
}

// tailRepair returns the name of the repair that withoutTail is, "" where it cuts
// off nothing but what networks append.
func tailRepair(s string) string {
	rest := strings.TrimPrefix(s, withoutTail(s))
	for pair := range strings.SplitSeq(rest, "&") {
		key, _, _ := strings.Cut(strings.TrimLeft(pair, "?"), "=")
		if pair != "" && !tracking(key) {
			return RepairTail
		}
	}
	return ""
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' } // of a check character
func isLetter(c byte) bool { return 'A' <= c && c <= 'Z' }
