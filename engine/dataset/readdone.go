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
	r.duplicates()
	in.Kept = len(in.Runs)
	in.Complete = len(in.ProblemCounts) == 0 || r.o.Drop
	in.Ranges = ranges(in.Runs)
	in.Digest = Digest(in.Runs)
}

// duplicates lists the rows that say what an earlier one said, and drops them if
// that was asked for.
func (r *reading) duplicates() {
	in := r.in
	first := make(map[uint64]int32, len(in.Runs))
	kept := in.Runs[:0]
	for i := range in.Runs {
		run := in.Runs[i]
		key := run.fingerprint(fnvOffset)
		j, seen := first[key]
		if !seen {
			first[key] = int32(len(kept))
		}
		if seen && same(&kept[j], &run) {
			in.DuplicateCount++
			if len(in.Duplicates) < maxListed {
				in.Duplicates = append(in.Duplicates, Duplicate{run.Row, kept[j].Row})
			}
			if r.o.DropDuplicates {
				continue
			}
		}
		kept = append(kept, run)
	}
	in.Runs = kept
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
	var out []Range
	for _, role := range numbers {
		g := Range{role, math.Inf(1), 0}
		for i := range runs {
			if v := runs[i].get(role); v > 0 {
				g.Lo, g.Hi = min(g.Lo, v), max(g.Hi, v)
			}
		}
		if g.Hi > 0 {
			out = append(out, g)
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

// fingerprint adds all that a run says of its training to the hash h.
func (r *Run) fingerprint(h uint64) uint64 {
	for _, role := range numbers {
		h = mix(h, math.Float64bits(r.get(role)))
	}
	for _, role := range texts {
		s := r.text(role)
		for i := 0; i < len(s); i++ {
			h = mix(h, uint64(s[i]))
		}
		h = mix(h, 0xff) // which no UTF-8 has
	}
	return h
}

// Digest is a short name of runs, in 16 hexadecimal digits: a hash of the bits of
// their numbers and the bytes of their texts, in order. Where they stood in a
// file and which of them are put aside is not part of it. It tells an accident,
// not an attack.
func Digest(runs []Run) string {
	h := uint64(fnvOffset)
	for i := range runs {
		h = runs[i].fingerprint(h)
	}
	s := strconv.FormatUint(h, 16)
	return "0000000000000000"[len(s):] + s
}
