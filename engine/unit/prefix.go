package unit

import "strings"

// computeKind is what a word such as PFLOP/s counts.
type computeKind uint8

const (
	notCompute computeKind = iota
	amountForm             // FLOP, FLOPs
	rateForm               // FLOP/s, FLOPS; "flops" too, which people write for both
	letterF                // the PF and pfs of PF-days
)

// computeForm splits the SI prefix off a word for compute.
func computeForm(word string) (prefix string, form computeKind) {
	for _, f := range [...]struct {
		suffix string
		form   computeKind
	}{
		{"flops/sec", rateForm}, {"flop/sec", rateForm}, {"flops/s", rateForm}, {"flop/s", rateForm},
		{"flops", rateForm}, {"flop", amountForm}, {"f/s", letterF}, {"fs", letterF}, {"f", letterF},
	} {
		cut := len(word) - len(f.suffix)
		if cut < 0 || !strings.EqualFold(word[cut:], f.suffix) {
			continue
		}
		if word[cut:] == "FLOPs" {
			return word[:cut], amountForm
		}
		return word[:cut], f.form
	}
	return "", notCompute
}

// The SI prefixes from 10³ on (BIPM, The International System of Units, 9th
// edition, with the four of 2022), in steps of 10³.
var (
	siLetters = "kMGTPEZYRQ"
	siNames   = [...]string{"kilo", "mega", "giga", "tera", "peta", "exa", "zetta", "yotta", "ronna", "quetta"}
)

// siPrefix is the power of ten of a prefix, a letter or a word. Letters may be
// lower case but for m, which is milli; "" is 10⁰.
func siPrefix(p string) (exp int, ok bool) {
	if p == "" {
		return 0, true
	}
	if len(p) == 1 {
		i := strings.IndexByte(siLetters, p[0])
		if i < 0 && p != "m" {
			i = strings.Index(siLetters, strings.ToUpper(p))
		}
		if p == "K" {
			i = 0
		}
		return 3 * (i + 1), i >= 0
	}
	for i, name := range siNames {
		if strings.EqualFold(p, name) {
			return 3 * (i + 1), true
		}
	}
	return 0, false
}

// The binary prefixes from 2¹⁰ on (IEC 80000-13), in steps of 2¹⁰.
var iecNames = [...]string{"kibi", "mebi", "gibi", "tebi", "pebi", "exbi"}

// byteUnit reads GB, GiB, gigabytes, gibibytes. The same with a lower-case b
// counts bits.
func byteUnit(word string) (measure, bool) {
	m := measure{kind: KindBytes}
	prefix, named := cutAnyFold(word, "bytes", "byte")
	if named {
		for i, name := range iecNames {
			if strings.EqualFold(prefix, name) {
				m.factor = binary(i + 1)
				return m, true
			}
		}
		exp, ok := siPrefix(prefix)
		m.factor = pow10(exp)
		return m, ok && len(prefix) > 1
	}
	prefix, ok := cutAnyFold(word, "ib", "b")
	exp, known := siPrefix(prefix)
	if !ok || !known || len(prefix) != 1 || exp > 18 {
		return m, false
	}
	if strings.HasSuffix(word, "b") {
		m.code = CodeBits
	}
	m.factor = pow10(exp)
	if len(word) == 3 {
		m.factor = binary(exp / 3)
	}
	return m, true
}

// binary is 1024^n.
func binary(n int) decimal {
	d := one
	for range n {
		d = d.times(decimal{"1024", 0})
	}
	return d
}

// cutAnyFold cuts the first of the suffixes that word has, in any case.
func cutAnyFold(word string, suffixes ...string) (before string, found bool) {
	for _, suffix := range suffixes {
		cut := len(word) - len(suffix)
		if cut >= 0 && strings.EqualFold(word[cut:], suffix) {
			return word[:cut], true
		}
	}
	return word, false
}
