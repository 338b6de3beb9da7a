package dataset

import (
	"math"
	"strconv"
)

// numbers are the roles whose cells are numbers, in the order of a canonical
// text.
var numbers = [...]Role{RoleN, RoleD, RoleC, RoleLoss, RoleS, RoleB, RoleU, RoleError, RoleWeight}

// texts are the others.
var texts = [...]Role{RoleName, RoleCurve, RoleGroup}

// finish looks at the runs as a whole.
func (r *reading) finish() {
	in := r.in
	if r.o.NoCurves {
		for i := range in.Runs {
			in.Runs[i].Curve = ""
		}
	} else {
		in.Curves = curves(in.Runs, r.m)
	}
	prints := r.duplicates()
	in.Kept = len(in.Runs)
	in.Complete = len(in.ProblemCounts) == 0 || r.o.Drop
	in.Ranges = ranges(in.Runs)
	in.Digest = digest(prints)
}

// duplicates lists the rows that say what an earlier one said, drops them if that
// was asked for, and returns the fingerprints of those that are left.
//
// Runs are looked up by fingerprint in a table with open addressing, whose slots
// hold the index of a run plus one: a map takes three times as long.
func (r *reading) duplicates() []uint64 {
	in := r.in
	size := 16
	for size < 2*len(in.Runs) {
		size *= 2
	}
	slots := make([]int32, size)
	prints := make([]uint64, 0, len(in.Runs))
	kept := in.Runs[:0]
	for i := range in.Runs {
		key := in.Runs[i].fingerprint()
		at := int(key) & (size - 1)
		for slots[at] > 0 && !(prints[slots[at]-1] == key && same(&kept[slots[at]-1], &in.Runs[i])) {
			at = (at + 1) & (size - 1)
		}
		if j := slots[at]; j > 0 {
			in.DuplicateCount++
			if len(in.Duplicates) < maxListed {
				in.Duplicates = append(in.Duplicates, Duplicate{in.Runs[i].Row, kept[j-1].Row})
			}
			if r.o.DropDuplicates {
				continue
			}
		} else {
			slots[at] = int32(len(kept) + 1)
		}
		if len(kept) < i {
			kept = append(kept, in.Runs[i])
		} else {
			kept = in.Runs[:i+1]
		}
		prints = append(prints, key)
	}
	in.Runs = kept
	return prints
}

// same says whether two runs differ in nothing but their rows.
func same(a, b *Run) bool {
	c := *a
	c.Row = b.Row
	return c == *b
}

// curves marks the runs that are checkpoints of one training, and reports
// whether there are some. A training is what a column of runs says; what equal
// names say if their steps increase; or, without either, a stretch of rows of one
// N whose steps increase.
func curves(runs []Run, m *Mapping) bool {
	var has [3]bool // curve, name, steps
	for _, c := range m.Columns {
		has[0] = has[0] || c.Role == RoleCurve || m.Wide
		has[1] = has[1] || c.Role == RoleName
		has[2] = has[2] || c.Role == RoleS
	}
	switch {
	case has[0]:
		return repeated(runs)
	case has[1] && has[2]:
		for i := range runs {
			runs[i].Curve = runs[i].Name
		}
		return repeated(runs)
	case has[2]:
		return stretches(runs)
	}
	return false
}

// repeated keeps the curves in which steps, or else tokens, increase from row to
// row, and takes the mark off the others, whose curve then is their name.
func repeated(runs []Run) bool {
	last := map[string]int{} // of a curve: its row before, or -1 once it did not increase
	size := map[string]int{}
	for i := range runs {
		c := runs[i].Curve
		if c == "" {
			continue
		}
		size[c]++
		if j, ok := last[c]; ok && (j < 0 || !later(&runs[i], &runs[j]) && !same(&runs[i], &runs[j])) {
			last[c] = -1
			continue
		}
		last[c] = i
	}
	any := false
	for i := range runs {
		c := runs[i].Curve
		if c == "" || size[c] > 1 && last[c] >= 0 {
			any = any || c != ""
			continue
		}
		if runs[i].Name == "" {
			runs[i].Name = c
		}
		runs[i].Curve = ""
	}
	return any
}

// later says whether b is a checkpoint behind a.
func later(b, a *Run) bool {
	if a.N != b.N {
		return false
	}
	return b.S > a.S || a.S == 0 && b.S == 0 && (b.D > a.D || b.D == 0 && b.C > a.C)
}

// minStretch is the number of rows from which on increasing steps are no chance.
const minStretch = 4

// stretches marks rows that follow each other with one N and increasing steps.
// It needs that of all rows: a table of final losses, too, may be sorted by steps
// here and there.
func stretches(runs []Run) bool {
	starts := []int{0}
	for i := 1; i < len(runs); i++ {
		if !later(&runs[i], &runs[i-1]) && !same(&runs[i], &runs[i-1]) {
			if i-starts[len(starts)-1] < minStretch {
				return false
			}
			starts = append(starts, i)
		}
	}
	if len(runs)-starts[len(starts)-1] < minStretch {
		return false
	}
	starts = append(starts, len(runs))
	for k := 0; k+1 < len(starts); k++ {
		name := strconv.Itoa(k + 1)
		for i := starts[k]; i < starts[k+1]; i++ {
			runs[i].Curve = name
		}
	}
	return true
}

func ranges(runs []Run) []Range {
	var lo, hi [len(numbers)]float64
	for i := range runs {
		for k, role := range numbers {
			v := runs[i].get(role)
			if v > 0 && (lo[k] == 0 || v < lo[k]) {
				lo[k] = v
			}
			hi[k] = max(hi[k], v)
		}
	}
	var out []Range
	for k, role := range numbers {
		if hi[k] > 0 {
			out = append(out, Range{role, lo[k], hi[k]})
		}
	}
	return out
}

// The constants of FNV-1a with 64 bits.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// mix takes a word into a hash as FNV-1a takes a byte, and folds the upper half,
// which a product does not carry down.
func mix(h, word uint64) uint64 {
	h = (h ^ word) * fnvPrime
	return h ^ h>>32
}

// fingerprint is a hash of all that a run says of its training: the bits of its
// numbers and the bytes of its texts, each text with an end.
func (r *Run) fingerprint() uint64 {
	h := uint64(fnvOffset)
	for _, v := range [...]float64{float64(r.N), float64(r.D), float64(r.C), float64(r.Loss), float64(r.S), float64(r.B),
		float64(r.U), r.Error, r.Weight} {
		h = mix(h, math.Float64bits(v))
	}
	for _, s := range [...]string{r.Name, r.Curve, r.Group} {
		for i := 0; i < len(s); i++ {
			h = mix(h, uint64(s[i]))
		}
		h = mix(h, 0xff) // which no UTF-8 has
	}
	return h
}

// Digest is a short name of runs, in 16 hexadecimal digits: a hash of all that
// they say of their trainings, in order. Where they stood in a file and which of
// them are put aside is not part of it. It tells an accident, not an attack.
func Digest(runs []Run) string {
	prints := make([]uint64, len(runs))
	for i := range runs {
		prints[i] = runs[i].fingerprint()
	}
	return digest(prints)
}

func digest(prints []uint64) string {
	h := uint64(fnvOffset)
	for _, p := range prints {
		h = mix(h, p)
	}
	s := strconv.FormatUint(h, 16)
	return "0000000000000000"[len(s):] + s
}
