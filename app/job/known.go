package job

import (
	"slices"
	"strconv"

	"lossline/engine/dataset"
	"lossline/engine/isoflop"
	"lossline/engine/law"
)

// coordinates are the columns of a run by the names that requests have for them.
var coordinates = []struct {
	symbol string
	of     func(dataset.Run) float64
}{
	{"N", func(r dataset.Run) float64 { return float64(r.N) }},
	{"D", func(r dataset.Run) float64 { return float64(r.D) }},
	{"C", func(r dataset.Run) float64 { return float64(r.C) }},
	{"S", func(r dataset.Run) float64 { return float64(r.S) }},
	{"B", func(r dataset.Run) float64 { return float64(r.B) }},
	{"U", func(r dataset.Run) float64 { return float64(r.U) }},
	{"loss", func(r dataset.Run) float64 { return float64(r.Loss) }},
	{"error", func(r dataset.Run) float64 { return r.Error }},
}

// known is which coordinates runs have and how they vary.
type known struct {
	count   map[string]int // runs that have it
	span    map[string]Range
	curves  int
	groups  []string // at most 1000, sorted
	repeats int      // runs with fewer unique tokens than tokens
	budgets int      // with three sizes or more at one compute
}

func knownOf(runs []dataset.Run) known {
	k := known{count: map[string]int{}, span: map[string]Range{}}
	curves, groups := map[string]int{}, map[string]bool{}
	for _, r := range runs {
		for _, c := range coordinates {
			v := c.of(r)
			if v == 0 {
				continue
			}
			s := k.span[c.symbol]
			if k.count[c.symbol] == 0 {
				s = Range{v, v}
			}
			k.count[c.symbol]++
			k.span[c.symbol] = Range{min(s.Lo, v), max(s.Hi, v)}
		}
		if r.Curve != "" {
			curves[r.Group+"\x00"+r.Curve]++
		}
		if r.U > 0 && r.U < r.D {
			k.repeats++
		}
		if r.Group != "" && len(groups) < 1000 {
			groups[r.Group] = true
		}
	}
	for _, n := range curves {
		if n > 1 {
			k.curves++
		}
	}
	for g := range groups {
		k.groups = append(k.groups, g)
	}
	slices.Sort(k.groups)
	k.budgets = budgets(runs)
	return k
}

// varies reports whether a coordinate is known and takes values more than a
// tenth apart.
func (k known) varies(symbol string) bool {
	s := k.span[symbol]
	return k.count[symbol] > 0 && s.Hi > 1.1*s.Lo
}

// budgets counts the values of compute, to two digits, at which three sizes or
// more were trained once each: isoFLOP profiles.
func budgets(runs []dataset.Run) int {
	sizes := map[string]map[float64]bool{}
	for _, r := range runs {
		if r.N == 0 || r.D == 0 && r.C == 0 || len(sizes) > 1000 {
			continue
		}
		key := r.Group + "\x00" + strconv.FormatFloat(float64(isoflop.Compute(r)), 'e', 1, 64)
		if sizes[key] == nil {
			sizes[key] = map[float64]bool{}
		}
		sizes[key][float64(r.N)] = true
	}
	n := 0
	for _, s := range sizes {
		if len(s) >= 3 {
			n++
		}
	}
	return n
}

// lawsFor ranks the IDs of what can be fitted to the runs, the most fitting
// first: by the coordinates that vary, and by what the runs have that only some
// laws read.
func lawsFor(runs []dataset.Run, k known) []string {
	var first, rest []string
	add := func(fitting bool, ids ...string) {
		if fitting {
			first = append(first, ids...)
		} else {
			rest = append(rest, ids...)
		}
	}
	n, d, c := k.varies("N"), k.varies("D"), k.varies("C")
	if k.count["error"] > 0 && k.varies("loss") {
		add(k.count["error"] == len(runs) && !d && !n, law.ErrorOfLoss.ID)
	}
	if k.count["loss"] == 0 {
		return append(first, rest...)
	}
	if n && d {
		if k.repeats > 0 {
			add(true, law.DataConstrained.ID)
		}
		add(true, law.Chinchilla.ID)
		add(false, law.KaplanNDFloor.ID, law.KaplanND.ID, law.OverTraining.ID)
	}
	if n && (c || d) && k.budgets >= 3 {
		add(true, "isoflop")
	}
	if n && k.curves >= 3 {
		add(true, "envelope")
	}
	if n && k.varies("S") {
		add(!d, law.KaplanNS.ID)
	}
	for _, one := range []struct {
		varies, alone bool
		floor, plain  *law.Law
	}{
		{n, !d, law.PowerN, law.KaplanN},
		{d, !n, law.PowerD, law.KaplanD},
		{c || n && d, !n && !d, law.PowerC, law.KaplanC},
	} {
		if one.varies {
			add(one.alone, one.floor.ID, one.plain.ID)
		}
	}
	if zero := k.count["D"] < len(runs) && k.count["D"] > 0; d && !n || zero {
		if zero { // examples of fine-tuning, with the model as it was before
			return append([]string{law.Rectified.ID}, append(first, rest...)...)
		}
		add(false, law.Rectified.ID)
	}
	return append(first, rest...)
}
